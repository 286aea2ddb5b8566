"""The first page (`pages.py`, `urls.py`): what waits for this person today, and the choice of the org they act for."""
