"""What came into inboxes, and how each document stands: whose it is, for when, how sure, what is doubtful."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from tongket.actions.attribute import mapping_of
from tongket.actions.inbox.told import tellings
from tongket.actions.jobs.dead_letters import DeadLetter, dead_letters, failed_items
from tongket.actions.judging.open_records import counted_records
from tongket.actions.people.office import office
from tongket.ledger.entries import rows_of
from tongket.ledger.holding import latest
from tongket.ledger.inbox_pages import InboxAsked, batch_progress, inbox_page, last_batches, waiting_in
from tongket.terms.finding import Severity
from tongket.terms.tables import AttributionRow, DocumentRow, FindingRow, ReadingRow
from tongket.terms.work import InboxRow

PAGE = 100


@dataclass(frozen=True, slots=True)
class Item:
    """An item of the inbox.

    Attributes:
        row: As it came in.
        at: When.
        state: `waiting`, `read`, `failed`; `unreadable` where the file was read and no text found in it.
        org: Whose document it is; empty where not told.
        org_basis: The words that told it, or the reason that a person gave.
        period: As in `Period`; empty where not told.
        period_basis: As above.
        by_hand: Whether a person told it.
        findings: What is doubtful, the gravest first.
        records: How many records were read.
        judged: On how many of them a person has spoken.
        letter: Why its job failed for good; None where it did not.
    """

    row: InboxRow
    at: datetime
    state: str
    org: str = ""
    org_basis: str = ""
    period: str = ""
    period_basis: str = ""
    by_hand: bool = False
    findings: tuple[FindingRow, ...] = ()
    records: int = 0
    judged: int = 0
    letter: DeadLetter | None = None

    @property
    def grave(self) -> list[FindingRow]:
        """The findings that a person has to look at."""
        return [each for each in self.findings if each.severity != Severity.NOTE]

    @property
    def sure(self) -> str:
        """How sure: `sure`, `look` (something is doubtful), `untold` (org or period is not told); else empty."""
        if self.state != "read":
            return ""
        if not (self.org and self.period):
            return "untold"
        return "look" if self.grave else "sure"


@dataclass(frozen=True, slots=True)
class Listed:
    """A page of items, and how many fit in all."""

    items: Sequence[Item]
    total: int


@dataclass(frozen=True, slots=True)
class Progress:
    """How far what came in together has been read."""

    batch: str
    read: int
    failed: int
    total: int

    @property
    def done(self) -> int:
        """Those that wait no longer."""
        return self.read + self.failed

    @property
    def over(self) -> bool:
        """Whether none waits any more."""
        return self.done >= self.total


def list_inbox(asked: InboxAsked, page: int) -> Listed:
    """Return a page of items.

    Args:
        asked: Which; `mapping` and `failed` are filled in here.
        page: From 1.
    """
    return items_from(asked, (page - 1) * PAGE, PAGE)


def items_from(asked: InboxAsked, first: int, count: int) -> Listed:
    """Return so many items, from the first-th on (from 0); `mapping` and `failed` are filled in here."""
    failed = sorted({each for org in asked.orgs for each in failed_items(org)})
    whole = replace(asked, mapping=mapping_of(office().profile), failed=failed)
    rows, total = inbox_page(whole, first, count)
    return Listed(_items(rows, whole), total)


def item_of(document: str, orgs: Sequence[str]) -> Item | None:
    """Return the item under which a document came into one of some inboxes; None where it came otherwise."""
    asked = InboxAsked(orgs, mapping_of(office().profile))
    found = [row for row in rows_of(InboxRow, document=document) if row.org in orgs]
    return _items([(datetime.min, row) for row in found[:1]], asked)[0] if found else None  # noqa: DTZ901 - not shown


def progress_of(org: str, batch: str) -> Progress:
    """Return how far what came into an inbox together has been read."""
    return Progress(batch, *batch_progress([org], batch, failed_items(org)))


def unfinished(org: str) -> list[Progress]:
    """Return the last batches of an inbox of which something still waits."""
    failed = failed_items(org)
    if not waiting_in(org, failed):
        return []
    progress = [Progress(batch, *batch_progress([org], batch, failed)) for batch in last_batches(org, 10)]
    return [each for each in progress if not each.over]


def _items(rows: Sequence[tuple[datetime, InboxRow]], asked: InboxAsked) -> list[Item]:
    documents = sorted({row.document for _, row in rows})
    readings = {row.document: row.id for row in latest(rows_of(ReadingRow, document=documents))}
    told = _attributions(readings, asked.mapping)
    said = tellings(documents)
    blank = {row.id for row in rows_of(DocumentRow, id=documents) if not row.readable}
    findings = _findings(readings, told)
    records, judged = counted_records(readings)
    letters = {each.item: each for each in dead_letters(asked.orgs, [row.id for _, row in rows])}
    found = []
    for at, row in rows:
        if row.document not in readings:
            letter = letters.get(row.id)
            found.append(Item(row, at, "failed" if letter else "waiting", letter=letter))
            continue
        whose, hand = told.get(row.document), said.get(row.document)
        found.append(
            Item(
                row,
                at,
                "unreadable" if row.document in blank else "read",
                org=hand.org if hand else whose.org if whose else "",
                org_basis=hand.reason if hand else whose.org_basis if whose else "",
                period=hand.period if hand else whose.period if whose else "",
                period_basis=hand.reason if hand else whose.period_basis if whose else "",
                by_hand=hand is not None,
                findings=tuple(each for each in findings[row.document] if not (hand and each.code in _SETTLED)),
                records=records[row.document],
                judged=judged[row.document],
            )
        )
    return found


# What a person's word settles.
_SETTLED = frozenset({"ORG-NOT-TOLD", "PERIOD-NOT-TOLD"})
_GRAVITY = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.NOTE: 2}


def _attributions(readings: dict[str, str], mapping: str) -> dict[str, AttributionRow]:
    """Return by document what this mapping makes of it; of one it has not seen yet, what the last one made."""
    rows = [row for row in rows_of(AttributionRow, document=sorted(readings)) if readings[row.document] == row.reading]
    return {row.document: row for row in sorted(rows, key=lambda row: (row.mapping == mapping, row.id))}


def _findings(readings: dict[str, str], told: dict[str, AttributionRow]) -> dict[str, list[FindingRow]]:
    found: dict[str, list[FindingRow]] = defaultdict(list)
    for row in rows_of(FindingRow, reading=sorted(readings.values())):
        mappings = {"", told[row.document].mapping if row.document in told else ""}
        if row.mapping in mappings:
            found[row.document].append(row)
    for rows in found.values():
        rows.sort(key=lambda row: (_GRAVITY[Severity(row.severity)], row.start))
    return found
