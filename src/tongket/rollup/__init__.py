"""Rows in, figures of a review out: who is below, which reports cover the period, what agrees, what it adds up to.

Start with `cells.py` (what one org gave for one indicator), which rests on `below.py` (the orgs of the map of the
period), `coverage.py` (reports whose periods cover another exactly) and `combine.py` (several tellings of one
figure). `versions.py` cuts the history of orgs into stretches without a change, `carrying.py` follows one to another
day and `ways.py` says under which orgs it counts, as it was and as it is. `totals.py` holds the Ibis expressions, one a question; the engine's name stands only in `engines.py`.
"""
