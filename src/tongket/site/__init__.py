"""The site: `settings.py` for the ledger, `desk.py` for the desk with its `urls.py` and `wsgi.py`.

The settings are the only readers of the product's own environment variables (`TONGKET_…`).
Nothing imports it but Django, by its name.
"""
