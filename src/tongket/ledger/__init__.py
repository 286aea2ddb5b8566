"""The ledger: what was taken in, entry by entry, each with its source; rows are only ever added.

Start with `terms/tables.py` (the rows), then `model.py` (what all tables have in common), `models/` (a table a file),
`entries.py` (add rows, ask for rows as known at any moment), `moments.py` (each written after all before it) and
`names.py` (how an entry gets its id).
`holding.py` tells which of several entries holds where one replaces another, `org_facts.py` makes orgs and changes
of the map into entries and back; what cannot be true is refused when it is added. `append_only.py` lets the database
itself refuse to change or take away a row, `exact_decimal.py` keeps numbers to the last digit.
`draft_list.py` lists reviews without their texts, `inbox_pages.py` gives a page of an inbox,
`record_counts.py` counts records: the database does these by its indexes.
`reports_that_came.py` tells whose reports came, `told_figures.py` what many figures tell, as columns.
`passages.py` is the index of the search, made out of the readings and so no entry,
`touched.py` tells of which orgs new entries speak, `told_periods.py` for which
periods reports came, `telling_documents.py` which documents tell of an org and period, `cited_directives.py` what is
cited how often.
Whoever uses it opens it first: `tongket.actions.open_ledger`.
"""
