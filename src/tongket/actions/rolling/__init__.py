"""What a roll-up is asked over.

`asked.py` is the question, and `asking.py` puts together over what it is asked. `told_rows.py` draws out of the
ledger what each org told, as columns; `facts.py` draws the same as values, for who looks at single figures, and which
reports came. `owing.py` says who owed what, and `places.py` under which orgs it is all added; `within.py` keeps what
is asked of the ledger to what can matter; `apart.py` gives the own work of the orgs asked for a place of its own.
`actions/roll_up.py` asks and gives the answer as lines.

What was worked out is kept beside the ledger: `kept_file.py` is the file, `known.py` what was told in it, and
`kept_cells.py` the cells of a period, made again only where something else is told.
"""
