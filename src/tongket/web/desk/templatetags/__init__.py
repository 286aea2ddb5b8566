"""Filters for the templates: `days.py` writes days as people do."""
