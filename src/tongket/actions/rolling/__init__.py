"""What a roll-up is asked over.

`facts.py` draws out of the ledger what each org told and which reports came, `owing.py` says who owed what, and
`places.py` under which orgs it is all added. `actions/roll_up.py` puts them together.
"""
