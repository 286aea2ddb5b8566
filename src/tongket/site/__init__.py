"""The site: `settings.py` for the ledger and `desk.py` for the desk, the only readers of the product's own environment
variables (`TONGKET_…`); `urls.py` and `wsgi.py` are the desk's.

Nothing imports it but Django, by its name.
"""
