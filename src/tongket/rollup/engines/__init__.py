"""The engines that run the roll-up's expressions: DuckDB on this machine, PostgreSQL, Spark.

A question is one Ibis expression over tables that are known by name and columns only (`Engine.give`), so the very same
expression runs on every engine. What would not be the same everywhere is in `GAPS`, by name: a question that uses
such an operation is refused unless its caller names the gap. Decimals are exact on every engine: what does not fit
is an error on all of them, never a rounded number.

`engine.py` says what an engine is, `gaps.py` what engines answer differently; `duck.py`, `postgres.py` and `spark.py`
are the three, `duck_session.py` is a DuckDB that is lent again and again, `opening.py` opens one by its name.
"""
