"""What came: the documents that are attributed to orgs and periods."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from tongket.actions.board.retire import is_retired
from tongket.ledger.entries import rows_of
from tongket.terms.tables import AttributionRow, DocumentRow, ReadingRow

# Up to so many orgs are named in the question; of more, everything on the periods is asked for.
_NAMED = 500


@dataclass(frozen=True, slots=True)
class Came:
    """A document that came: its id and name, the reading that holds, its day (ISO, empty where not told)."""

    document: str
    name: str
    reading: str
    day: str


Coming = Mapping[tuple[str, str], list[Came]]
"""By org id and period, as `Period` writes it."""


def what_came(orgs: Iterable[str], periods: Iterable[str]) -> Coming:
    """Return the documents of some orgs on some periods, by name.

    A document counts by its latest reading and by the latest that was said of whose it is.
    """
    asked, written = sorted(set(orgs)), sorted(set(periods))
    few = len(asked) <= _NAMED
    on_periods = rows_of(AttributionRow, org=asked, period=written) if few else rows_of(AttributionRow, period=written)
    rows = [row for row in on_periods if row.org in set(asked)]
    held = _held(rows)
    names = {row.id: row.name for row in rows_of(DocumentRow, id=[row.document for row in held])}
    found: dict[tuple[str, str], list[Came]] = defaultdict(list)
    for row in sorted(held, key=lambda row: (names[row.document], row.document)):
        found[row.org, row.period].append(Came(row.document, names[row.document], row.reading, row.day))
    return found


def _held(rows: list[AttributionRow]) -> list[AttributionRow]:
    documents = [row.document for row in rows]
    readings = rows_of(ReadingRow, document=documents)
    replaced = {row.replaces for row in readings} | {row.id for row in readings if is_retired(row.reader)}
    of_these = rows_of(AttributionRow, document=documents)
    said_anew = {row.replaces for row in of_these if row.reading not in replaced}
    return [row for row in rows if row.reading not in replaced and row.id not in said_anew]
