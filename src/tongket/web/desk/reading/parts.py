"""A long document is shown in parts: so many lines, or so many records, that a page stays quick."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from tongket.actions.judging.records import ReadDocument, Record
from tongket.terms.document import Line

_MOST_RECORDS = 100
_MOST_LINES = 300


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of lines with the records that begin in it."""

    number: int
    lines: Sequence[Line]
    records: Sequence[Record]

    @property
    def waiting(self) -> int:
        """How many of its records a person has to look at."""
        return sum(record.waits for record in self.records)


def parts_of(document: ReadDocument) -> list[Part]:
    """Return the parts of a document; of one without lines, one that is empty."""
    starts = [line.span.start for line in document.lines]
    of_line: list[list[Record]] = [[] for _ in document.lines]
    for record in document.records:
        if starts:
            of_line[max(0, bisect_right(starts, record.row.start) - 1)].append(record)
    parts: list[Part] = []
    lines: list[Line] = []
    records: list[Record] = []
    for line, mine in zip(document.lines, of_line, strict=True):
        if lines and (len(lines) >= _MOST_LINES or len(records) + len(mine) > _MOST_RECORDS):
            parts.append(Part(len(parts) + 1, lines, records))
            lines, records = [], []
        lines.append(line)
        records.extend(mine)
    return [*parts, Part(len(parts) + 1, lines, records)]


def part_with(parts: Sequence[Part], entry: str) -> int:
    """Return the number of the part in which a record stands; 1 where none has it."""
    return next((part.number for part in parts for record in part.records if record.row.id == entry), 1)
