"""A proposal: the mapping of what is sure, and for every row and column how sure it is and why."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from tongket.reading.sheets.layout import SheetTable
from tongket.reading.sheets.matching import Match
from tongket.terms.orgs import Org
from tongket.terms.period import Period
from tongket.terms.profile import Profile
from tongket.terms.sheet_mapping import MappedLine, SheetMapping


class How(StrEnum):
    """How sure a line of a proposal is; `out` is sure to be no result, `unknown` fits nothing."""

    SURE = "sure"
    DOUBTFUL = "doubtful"
    UNKNOWN = "unknown"
    OUT = "out"


@dataclass(frozen=True, slots=True)
class Remark:
    """What stands behind a line of a proposal: how sure, why, and the ids that it may be."""

    how: How
    why: str
    ids: tuple[str, ...] = ()


Key = tuple[int, str, int]
"""Place of the table from 0, `rows` or `columns`, place of the line in the sheet."""


@dataclass(frozen=True)
class Proposal:
    """A mapping of what is sure, and the remarks on every line."""

    mapping: SheetMapping
    remarks: Mapping[Key, Remark]

    @property
    def sure(self) -> bool:
        """Tell whether nothing in it needs a person."""
        return all(remark.how in (How.SURE, How.OUT) for remark in self.remarks.values())


@dataclass(frozen=True, slots=True)
class ProposedLine:
    """One row or column with its remark."""

    line: MappedLine
    remark: Remark


@dataclass(frozen=True)
class Scene:
    """What the lines of one table are read with.

    Attributes:
        table: The table.
        profile: Whose indicators may be meant.
        period: Of the whole table, None where not told.
        orgs: Rows of facts that may be meant: those true in the period.
        measure: Stated for the whole table, empty where not.
    """

    table: SheetTable
    profile: Profile
    period: Period | None
    orgs: tuple[Org, ...]
    measure: str

    @property
    def year(self) -> int | None:
        """The year of the table."""
        return self.period.first.year if self.period else None

    @property
    def title(self) -> str:
        """The lines above the table."""
        return "\n".join(self.table.title)


def remark_on(matches: Iterable[Match]) -> Remark:
    """Return the remark on a line whose words were matched in several ways: the least sure of them counts."""
    told = list(matches)
    worst = min(told, key=lambda match: (match.sure, bool(match.ids)))
    how = How.SURE if worst.sure else How.DOUBTFUL if worst.ids else How.UNKNOWN
    return Remark(how, worst.why if how is not How.SURE else "; ".join(dict.fromkeys(m.why for m in told)), worst.ids)
