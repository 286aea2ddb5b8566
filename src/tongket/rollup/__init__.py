"""Rows in, answers out: who is below, what each gave for a period, what it comes to, and the way down again.

What one org gave: `cells.py`, which rests on `below.py` (the orgs of the map of the period), `coverage.py` (reports
whose periods cover another exactly) and `combine.py` (several tellings of one figure); `asked.py` makes of it the
rows that count for a period asked for, and `choosing.py` takes these out of columns where nothing has to be combined.
Where it counts: `versions.py` cuts the history of orgs into stretches without a change, `carrying.py` follows one to
another day, `ways.py` says under which orgs it counts, as it was and as it is. The questions are Ibis expressions
over the tables of `terms/columns.py` (`rows.py` makes them), one a module: `totals.py`, `completeness.py`,
`beside.py`, `changes.py`, `percents.py`, `drill.py`, `outliers.py`, over `bounds.py`; `gathering.py` tells how totals
are added, `cube.py` keeps their sums for the next answer; `answers.py` gives plain values, `compared.py` those of two
periods. The engines' names stand only in `engines/`. Start with `totals.py`.
"""
