"""What the rows and columns of a sheet mean: proposed by the reader, corrected by a person, kept in the ledger.

A cell's indicator, org and period are those of its column, else of its row, else of its table. So one form holds
orgs down and indicators across, the other way round, a column of periods, or a form of one org.
"""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class LineRole(StrEnum):
    """What a row or column does in its table.

    `figures` are counted, a `total` adds up the others of its axis and is only compared with them unless a person
    gives it an org, `out` is none of the results (a plan, a comparison, what is not known).
    """

    FIGURES = "figures"
    TOTAL = "total"
    OUT = "out"


@dataclass(frozen=True, slots=True)
class MappedLine:
    """A row or a column of a table.

    Attributes:
        place: Its number in the sheet, from 1.
        words: Its label or heads, by which a person and a later sheet of the same form know it.
        indicator: Indicator id; empty where this line does not tell it.
        org: Org id; empty where this line does not tell it.
        period: As `Period` writes it; empty where this line does not tell it.
        scale: What its numbers are multiplied with ("triệu đồng": 1000000).
        approx: Whether its head calls its numbers rough ("ước thực hiện").
        role: What it does.
        reason: In Vietnamese, why its figures stay out of every total where they do; empty where they do not.
    """

    place: int
    words: str
    indicator: str = ""
    org: str = ""
    period: str = ""
    scale: Decimal = Decimal(1)
    approx: bool = False
    role: LineRole = LineRole.FIGURES
    reason: str = ""


@dataclass(frozen=True, slots=True)
class MappedTable:
    """One table: `sheet` its name (empty where the format has none), `table` its place in the file from 1.

    `indicator`, `org` and `period` hold for cells whose row and column do not tell them; `scale` is of all.
    """

    sheet: str
    table: int
    rows: tuple[MappedLine, ...]
    columns: tuple[MappedLine, ...]
    indicator: str = ""
    org: str = ""
    period: str = ""
    scale: Decimal = Decimal(1)


@dataclass(frozen=True, slots=True)
class SheetMapping:
    """What the tables of one document mean; `org` and `period` say whose it is and for when, empty where not told."""

    name: str
    sha256: str
    tables: tuple[MappedTable, ...]
    org: str = ""
    period: str = ""
