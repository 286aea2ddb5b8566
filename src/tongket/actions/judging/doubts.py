"""Which records are doubtful, and why: by what was found about their words, or since it is unclear what they count."""

from bisect import bisect_left
from collections.abc import Iterable
from typing import Protocol

from tongket.terms.finding import Severity
from tongket.terms.tables import FigureRow, FindingRow, ObservationRow

# How the reasons begin for which a figure that may count does not (`reading/indicators.py`, `figure_reasons.py`,
# `actions/attribute.py`): a person can tell. Of the others it is clear that they are no results.
_UNCLEAR = ("có thể thuộc nhiều chỉ tiêu", "số lớn bất thường", "chưa rõ", "nói về đơn vị khác")


class HasSpan(Protocol):
    """What stands somewhere in the text."""

    @property
    def start(self) -> int:
        """First character."""

    @property
    def end(self) -> int:
        """Behind the last."""


class Doubts:
    """The findings of a document, ready to be asked about its records."""

    def __init__(self, findings: Iterable[FindingRow]) -> None:
        """Keep those that weigh and stand somewhere."""
        grave = [row for row in findings if row.severity != Severity.NOTE and row.start >= 0]
        self._findings = sorted(grave, key=lambda row: row.start)
        self._starts = [row.start for row in self._findings]
        self._longest = max((row.end - row.start for row in self._findings), default=0)

    def of(self, record: HasSpan) -> tuple[str, ...]:
        """Return what speaks against a record."""
        first = bisect_left(self._starts, record.start - self._longest)
        last = bisect_left(self._starts, record.end)
        near = self._findings[first:last]
        return tuple(dict.fromkeys(row.message for row in near if row.end > record.start))

    def of_figure(self, figure: FigureRow, observed: ObservationRow | None) -> tuple[str, ...]:
        """Return what speaks against a figure: also that it is not clear what it counts for."""
        reason = observed.reason if observed else ""
        unclear = (reason,) if reason.startswith(_UNCLEAR) else ()
        return (*unclear, *self.of(figure))
