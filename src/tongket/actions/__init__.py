"""Every change of a ledger, one verb a file, and what is read out of it for a person.

The line of a review, in order: `open_ledger`, `take_in` (files to entries), `attribute` (whose, when, which
indicator), `write_review` (entries to review, put together in `composing/`). `entries` and `document_places` make the
rows of a reading; `read_profile` reads the profile's file. What is read out: `explain` gives the way back
of a figure, `list_documents` tells what is in the ledger, `summarise` gives a review to programs.
Orgs: `org_chart` finds them by name and tells their story, `vietnam/` brings the administrative map of the country.
"""
