"""The site: `settings.py`, the only reader of the product's own environment variables (`TONGKET_…`).

Nothing imports it but Django, by its name.
"""
