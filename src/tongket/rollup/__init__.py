"""Rows in, figures of a review out: who is below, which reports cover the period, what agrees, what it adds up to.

Start with `cells.py` (what one org gave for one indicator), which rests on `below.py` (the orgs of the map of the
period), `coverage.py` (reports whose periods cover another exactly) and `combine.py` (several tellings of one
figure). `totals.py` holds the Ibis expressions, one a question; the engine's name stands only in `engines.py`.
"""
