"""The ledger: what was taken in, entry by entry, each with its source; rows are only ever added.

Start with `terms/tables.py` (the rows), then `model.py` (what all tables have in common), `models/` (a table a file),
`entries.py` (add rows, ask for rows) and `names.py` (how an entry gets its id).
`exact_decimal.py` keeps numbers to the last digit.
Whoever uses it opens a file first: `tongket.actions.open_ledger`.
"""
