"""The words of the house: frozen value types and the column list of every table.

Nothing comes in and nothing goes out: every other room imports from here, this one imports only the
standard library. Start with `records.py` (what is read out of a document), then `quantity.py` (a number
with its bounds), `period.py` (a stretch of the reporting calendar), `span.py` and `document.py` (text and lines).
`scope.py` says whose work a figure tells. `finding.py` is the data's fault, `errors.py` the caller's. `orgs.py` is who
there is and was (`org_history.py` refuses what cannot be). `profile.py` is what is special to one office
(`profile_form.py` reads it from plain values, `profile_text.py` writes it), `duties.py` works
out who owes which report by when; `tables.py` lists the columns of the
ledger, `columns.py` those of the tables that a roll-up asks. `sheet_mapping.py` is what the rows and columns of a
sheet mean (`sheet_mapping_form.py` is its file).
`work.py` are the rows of what people do at the desk, `roles.py` says who may do what, `steps.py`
which step follows which, `passages.py` is what a search goes over. `same.py` makes a key of an object.
The meaning of each word, in Vietnamese and English, is in `GLOSSARY.md`.
"""
