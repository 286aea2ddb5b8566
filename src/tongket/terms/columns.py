"""The tables that a roll-up asks: names and types of their columns, the same on DuckDB, PostgreSQL and Spark.

Numbers are decimals of 18 digits, three of them behind the mark (`NUMBER`), and shares of 9, eight behind it (`SHARE`):

- Decimals, since sums must be the same to the last digit in whatever order an engine adds; floats are not.
- 18 digits, since such a number is one 64-bit integer in DuckDB, Spark and Parquet: measured on 10 million rows a sum
  took 0.27 s where 38 digits took 0.66 s and 22 digits more. A sum of them is exact on all three: 38 digits on DuckDB,
  28 on Spark, without limit on PostgreSQL. 28 and 9 digits multiply to Spark's 38 without losing one.
- Three behind the mark, since reports give lengths and areas with three decimals at most and amounts of money
  in whole đồng. What does not fit is never rounded to another number: a bound moves outward, a number of 10^15 or more
  is open above, so that both stay true (`rollup/rows.py`).
- Text ids: Parquet and DuckDB keep them as numbers into a dictionary.

Days are dates; `first` and `last` are the first and last day of a period.
"""

from dataclasses import dataclass
from enum import StrEnum


class ColumnType(StrEnum):
    """What a column holds."""

    TEXT = "text"
    DAY = "day"
    NUMBER = "number"
    """Decimal of 18 digits, 3 behind the mark."""
    SHARE = "share"
    """Decimal of 9 digits, 8 behind the mark, from 0 to 1."""
    YEAR = "year"
    """Integer of 16 bits."""
    STEPS = "steps"
    """Integer of 16 bits."""
    VERSION = "version"
    """Integer of 32 bits."""
    FLAG = "flag"


NUMBER_DIGITS, NUMBER_PLACES = 18, 3
SHARE_DIGITS, SHARE_PLACES = 9, 8


class Certainty(StrEnum):
    """How a figure came over a change of the map."""

    EXACT = "exact"
    """Whole orgs only."""
    APPORTIONED = "apportioned"
    """Parts of an org by shares, on a basis that is named."""
    NOT_DERIVABLE = "not derivable"
    """Parts of an org whose shares nobody told: there is no figure."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column; `open` where it may hold nothing (null)."""

    name: str
    type: ColumnType
    open: bool = False


CELLS = (
    Column("indicator", ColumnType.TEXT),
    Column("org", ColumnType.TEXT),
    Column("version", ColumnType.VERSION),
    Column("first", ColumnType.DAY),
    Column("last", ColumnType.DAY),
    Column("year", ColumnType.YEAR),
    Column("low", ColumnType.NUMBER, open=True),
    Column("high", ColumnType.NUMBER, open=True),
    Column("approx", ColumnType.FLAG),
    Column("conflict", ColumnType.FLAG),
)
"""What an org gave for an indicator in a period: one row each, several tellings combined.

`version` is the org's that holds on the period's last day on which the org stood; `year` is that of `last`; `low` and
`high` are null where open. `approx` where a document calls it rough, `conflict` where documents disagree.
"""

CHOSEN = (*CELLS, Column("asked", ColumnType.TEXT))
"""The cells that count for periods that were asked for, with the writing of that period: `2024`, `2025-H1`.

`rollup/asked.py` chooses them, since a year and its halves never count together.
"""

OWING = (
    Column("org", ColumnType.TEXT),
    Column("version", ColumnType.VERSION),
    Column("report", ColumnType.TEXT),
    Column("first", ColumnType.DAY),
    Column("last", ColumnType.DAY),
    Column("asked", ColumnType.TEXT),
    Column("until", ColumnType.DAY, open=True),
)
"""Who owed reports on a period that was asked for: `first` and `last` are the days in it on which the org stood."""

FIGURES_OWED = (
    Column("indicator", ColumnType.TEXT),
    Column("org", ColumnType.TEXT),
    Column("version", ColumnType.VERSION),
    Column("asked", ColumnType.TEXT),
)
"""Which org owed a figure of which indicator for a period that was asked for."""

TELLINGS = (
    Column("indicator", ColumnType.TEXT),
    Column("org", ColumnType.TEXT),
    Column("first", ColumnType.DAY),
    Column("last", ColumnType.DAY),
    Column("low", ColumnType.NUMBER, open=True),
    Column("high", ColumnType.NUMBER, open=True),
    Column("approx", ColumnType.FLAG),
    Column("figure", ColumnType.TEXT),
    Column("document", ColumnType.TEXT),
)
"""What one document said in one place: the rows below a cell, `figure` is the entry that leads to the sentence."""

VERSIONS = (
    Column("version", ColumnType.VERSION),
    Column("org", ColumnType.TEXT),
    Column("name", ColumnType.TEXT),
    Column("level", ColumnType.TEXT),
    Column("parent", ColumnType.TEXT, open=True),
    Column("valid_from", ColumnType.DAY),
    Column("valid_to", ColumnType.DAY),
)
"""A stretch `[valid_from, valid_to)` in which neither an org nor anything above it changes; no `parent` at the top."""

WAYS = (
    Column("version", ColumnType.VERSION),
    Column("ancestor", ColumnType.TEXT),
    Column("level", ColumnType.TEXT),
    Column("steps", ColumnType.STEPS),
    Column("share", ColumnType.SHARE, open=True),
    Column("certainty", ColumnType.TEXT),
    Column("basis", ColumnType.TEXT),
)
"""Under which orgs the figures of a version are added, at most one row a version and ancestor.

The same columns for both maps: *as it was* every org above the version, with share 1; *as it is on a date* every org
of that date that what the version did belongs to now. `level` is the ancestor's. `steps` tells how far above the
version it stood when the figures were reported: 0 the version itself (or what it became), 1 the org right above it.
`share` is null where not derivable; `certainty` is a word of `Certainty`; `basis` is what shares were measured by,
empty where exact. The top has rows of its own: the whole map is asked as its top.
"""

DUTIES = (
    Column("org", ColumnType.TEXT),
    Column("version", ColumnType.VERSION),
    Column("report", ColumnType.TEXT),
    Column("first", ColumnType.DAY),
    Column("last", ColumnType.DAY),
    Column("year", ColumnType.YEAR),
    Column("due", ColumnType.DAY, open=True),
    Column("until", ColumnType.DAY, open=True),
)
"""Which org owes which report (`month`, `quarter`, `half`, `year`) for which period: one row each.

`version` is the org's on the period's last day: an org that did not stand then owes nothing for it. `due` is the day
by which it is owed, `until` the last day of grace (`due` without any); both null where no rule gives a day.
"""

REPORTS = (
    Column("org", ColumnType.TEXT),
    Column("first", ColumnType.DAY),
    Column("last", ColumnType.DAY),
    Column("day", ColumnType.DAY, open=True),
)
"""A report that came in: `day` is the one on which it came or that it bears, null where not told."""

EXCUSES = (
    Column("org", ColumnType.TEXT),
    Column("first", ColumnType.DAY),
    Column("last", ColumnType.DAY),
    Column("reason", ColumnType.TEXT),
)
"""A report that need not come, and why."""
