"""`Document` in, `Reading` out: what was understood of one document, every record with its span, and the findings.

No disk, clock, network or database: the same text gives the same reading on any machine. Word lists and patterns
are data files under `data/`. Open `reader.py` first: it names the steps in their order, one module a step —
the article (`furniture`), its fields, directives, figures, people, events, statements, awards, and the checks.
What every step is given is in `page.py`; `keyed.py` says why one pattern meets every way of writing a word.
Beyond the format, `attribution.py` says whose report it is and `indicators.py` what its figures count.
"""

from tongket.reading.reader import READER, read

__all__ = ["READER", "read"]
