"""The audit log as it is read: the newest lines first, of the orgs that a person administers."""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from tongket.actions.now import HERE
from tongket.actions.people.gate import Person, may, visible
from tongket.actions.people.office import office
from tongket.ledger.entries import how_many, newest
from tongket.terms.roles import Verb
from tongket.terms.work import ActRow

# Of the file that goes out: as many lines are in memory at once.
_AT_ONCE = 1000
# A spreadsheet takes what begins so for a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True)
class ActsAsked:
    """Which lines are asked for; what is empty asks for all.

    Attributes:
        by: Name of who did it.
        org: Org id.
        verb: As in `Verb`.
        entry: Id of an entry.
    """

    by: str = ""
    org: str = ""
    verb: str = ""
    entry: str = ""


def acts(person: Person, asked: ActsAsked, count: int, after: int = 0) -> list[tuple[datetime, ActRow]]:
    """Return lines of the log with when they were recorded, the newest first.

    Args:
        person: Who reads: sees the orgs they administer; whoever keeps the desk sees all.
        asked: Which.
        count: How many at most.
        after: How many newer ones are passed over.
    """
    return newest(ActRow, count, after, **_equal(person, asked))


def count_acts(person: Person, asked: ActsAsked) -> int:
    """Return how many lines `acts` has to give in all."""
    return how_many(ActRow, **_equal(person, asked))


def acts_as_csv(person: Person, asked: ActsAsked) -> Iterator[str]:
    """Yield the lines of the log as CSV, piece by piece, with the byte order mark by which Excel knows the letters."""
    names = office().names
    yield "\ufeff" + _line(["Lúc", "Ai", "Việc", "Đơn vị", "Mục", "Nội dung"])
    after = 0
    while found := acts(person, asked, _AT_ONCE, after):
        yield "".join(_line(_cells(at, row, names)) for at, row in found)
        after += len(found)


def _equal(person: Person, asked: ActsAsked) -> dict[str, str | list[str]]:
    equal: dict[str, str | list[str]] = {
        name: value
        for name, value in (("by", asked.by), ("verb", asked.verb), ("entry", asked.entry), ("org", asked.org))
        if value
    }
    if not may(person, Verb.KEEP, office().top):
        seen = visible(person, Verb.ADMINISTER)
        equal["org"] = [org for org in seen if asked.org in ("", org)]
    return equal


def _cells(at: datetime, row: ActRow, names: dict[str, str]) -> list[str]:
    moment = f"{at.astimezone(HERE):%Y-%m-%d %H:%M:%S}"
    return [moment, row.by, row.verb, names.get(row.org, row.org), row.entry, row.told]


def _line(cells: list[str]) -> str:
    out = io.StringIO()
    csv.writer(out).writerow([f"'{cell}" if cell.startswith(_FORMULA) else cell for cell in cells])
    return out.getvalue()
