"""What a roll-up is asked over.

`facts.py` draws out of the ledger what each org told and which reports came, `owing.py` says who owed what, and
`places.py` under which orgs it is all added; `apart.py` gives the own work of the orgs asked for a place of its own.
`actions/roll_up.py` puts them together.

What was worked out is kept beside the ledger: `kept_file.py` is the file, `known.py` what was told in it, and
`kept_cells.py` the cells of a period, made again only where something else is told.
"""
