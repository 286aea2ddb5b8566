"""The words of the house: frozen value types and the column list of every table.

Nothing comes in and nothing goes out: every other room imports from here, this one imports only the
standard library. Start with `records.py` (what is read out of a document), then `quantity.py` (a number
with its bounds), `period.py` (a stretch of the reporting calendar) and `document.py` (text and lines).
The meaning of each word, in Vietnamese and English, is in `GLOSSARY.md`.
"""
