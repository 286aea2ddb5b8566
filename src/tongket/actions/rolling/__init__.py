"""What a roll-up is asked over.

`facts.py` draws out of the ledger what each org told and which reports came, `owing.py` says who owed what, and
`places.py` under which orgs it is all added; `within.py` keeps what is asked of the ledger to what can matter;
`apart.py` gives the own work of the orgs asked for a place of its own.
`actions/roll_up.py` puts them together.
"""
