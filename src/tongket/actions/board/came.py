"""What came: the documents that are attributed to orgs and periods, by what was read or by what a person said."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from tongket.actions.board.retire import RETIRED, is_retired
from tongket.actions.inbox.told import as_told
from tongket.ledger.entries import rows_of
from tongket.ledger.reports_that_came import reports_that_came
from tongket.terms.tables import AttributionRow, DocumentRow, ReadingRow
from tongket.terms.work import TellingRow

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
    read = rows_of(AttributionRow, org=asked, period=written) if few else rows_of(AttributionRow, period=written)
    said = rows_of(TellingRow, org=asked, period=written) if few else rows_of(TellingRow, period=written)
    found = _by_whose({row.document for row in read} | {row.document for row in said})
    wanted, among = set(asked), set(written)
    return {key: came for key, came in found.items() if key[0] in wanted and key[1] in among}


def that_came(orgs: Iterable[str], periods: Iterable[str]) -> Coming:
    """Return the same as `what_came`, without names and readings: for a board of thousands of orgs."""
    asked, written = sorted(set(orgs)), sorted(set(periods))
    few = len(asked) <= _NAMED
    wanted, found = set(asked), defaultdict(list)
    for row in reports_that_came(asked if few else None, written, RETIRED):
        if row.org in wanted:
            found[row.org, row.period].append(Came(row.document, "", "", row.day))
    said = rows_of(TellingRow, org=asked, period=written) if few else rows_of(TellingRow, period=written)
    for key, came in _by_whose({row.document for row in said}).items():
        if key[0] in wanted and key[1] in set(written):
            found[key] += came
    return found


def all_that_came(orgs: Iterable[str]) -> Coming:
    """Return the documents of some orgs on any period; ask it of few orgs."""
    asked = sorted(set(orgs))
    documents = {row.document for row in rows_of(AttributionRow, org=asked)}
    documents |= {row.document for row in rows_of(TellingRow, org=asked)}
    return {key: came for key, came in _by_whose(documents).items() if key[0] in set(asked) and key[1]}


class Whose(NamedTuple):
    """Whose a document is, on which period, and the reading that holds."""

    org: str
    period: str
    reading: str


def whose(documents: Iterable[str]) -> dict[str, Whose]:
    """Return whose some documents are, by document id; those of which org or period is not told are left out."""
    rows = _held(set(documents))
    return {row.document: Whose(row.org, row.period, row.reading) for row in rows if row.org and row.period}


def _by_whose(documents: set[str]) -> Coming:
    rows = _held(documents)
    names = {row.id: row.name for row in rows_of(DocumentRow, id=[row.document for row in rows])}
    found: dict[tuple[str, str], list[Came]] = defaultdict(list)
    for row in sorted(rows, key=lambda row: (names[row.document], row.document)):
        found[row.org, row.period].append(Came(row.document, names[row.document], row.reading, row.day))
    return found


def _held(documents: set[str]) -> list[AttributionRow]:
    """Return one attribution a document: of its latest reading, by the latest mapping, or as a person says."""
    asked = sorted(documents)
    readings = rows_of(ReadingRow, document=asked)
    gone = {row.replaces for row in readings} | {row.id for row in readings if is_retired(row.reader)}
    rows = [row for row in rows_of(AttributionRow, document=asked) if row.reading not in gone]
    said_anew = {row.replaces for row in rows}
    return as_told({row.document: row for row in rows if row.id not in said_anew}.values())
