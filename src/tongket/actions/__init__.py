"""Every change of a ledger, one verb a file, and what is read out of it for a person.

The line of a review, in order: `open_ledger`, `take_in` (files to entries), `attribute` (whose, when, which
indicator), `write_review` (entries to review). `read_profile` reads the profile's file; `explain` gives the
way back of a figure; `list_documents` tells what is in the ledger.
"""
