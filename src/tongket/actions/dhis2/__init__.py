"""Figures as DHIS2 `dataValueSets` JSON, in and out (`docs/dhis2.md`).

In: `values.py` reads the file's values with their places in it, `identifiers.py` matches its ids with the profile,
`observed.py` says of each value which indicator, org and period it is or why it is none, `take_in_values.py` enters
them. Out: `export_values.py` writes what the ledger holds. Both: `periods.py` (DHIS2's codes of periods), `bounds.py`
(how a number with bounds goes through a format that has none).
"""
