"""Records in words, as they stand beside the text."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

from django.urls import reverse
from django.utils.translation import gettext

from tongket.actions.judging.judge import REJECTED
from tongket.actions.judging.records import Kind, ReadDocument, Record, Verdict
from tongket.actions.people.office import office
from tongket.ledger.entries import recorded_of, rows_of
from tongket.review.wording import event_kind, figure
from tongket.terms.quantity import Quantity
from tongket.terms.records import EventKind, FigureKind
from tongket.terms.tables import AwardRow, DirectiveRow, EventRow, FigureRow, OfficialRow
from tongket.terms.work import ActRow, CommentRow
from tongket.web.desk.inbox.shown import period_label

_CALLED = 60
# Stands in the place of a record's id where the addresses of a document's records are asked for all at once.
_ANY = "-record-"


@lru_cache(maxsize=64)
def _address_of(document: str) -> str:
    return reverse("document-record", kwargs={"document": document, "record": _ANY})


@dataclass(frozen=True, slots=True)
class ShownRecord:
    """A record beside the text.

    Attributes:
        record: As it stands.
        title: What it is, in one line.
        about: What it counts for or tells besides.
        state: The verdict in words.
        comments: How many people said something.
        why: Why it does not count, where it does not.
    """

    record: Record
    title: str
    about: str
    state: str
    comments: int
    why: str

    @property
    def entry(self) -> str:
        """Its id."""
        return self.record.row.id

    @property
    def called(self) -> str:
        """The title cut short: what a button is of, for who hears the page."""
        return self.title if len(self.title) <= _CALLED else self.title[: _CALLED - 1] + "…"

    @property
    def address(self) -> str:
        """Of its own page."""
        return _address_of(self.record.row.document).replace(_ANY, self.entry)


@dataclass(frozen=True, slots=True)
class Named:
    """Names by id, asked for once a page."""

    indicators: Mapping[str, str]
    orgs: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Group:
    """Records of one kind."""

    kind: Kind
    title: str
    records: Sequence[ShownRecord]


@dataclass(frozen=True, slots=True)
class Newest:
    """Who spoke last of a record, and when."""

    by: str
    at: datetime
    told: str


def grouped(document: ReadDocument, records: Sequence[Record]) -> list[Group]:
    """Return records by kind.

    Args:
        document: Whose they are.
        records: Which of them.
    """
    shown = shown_records(document, records)
    titles = kind_titles()
    found = [Group(kind, titles[kind], [each for each in shown if each.record.kind is kind]) for kind in Kind]
    return [group for group in found if group.records]


def shown_records(document: ReadDocument | None, records: Sequence[Record]) -> list[ShownRecord]:
    """Return records in words."""
    ids = [record.row.id for record in records]
    comments = Counter(row.about for row in rows_of(CommentRow, about=ids)) if ids else Counter[str]()
    place = office()
    named = Named({each.id: each.name for each in place.profile.indicators}, place.names)
    own = document.attribution if document else None
    usual = (own.org, own.period) if own else ("", "")
    return [_shown(record, named, usual, comments) for record in records]


def kind_titles() -> Mapping[Kind, str]:
    """Return what records of each kind are called."""
    return {
        Kind.FIGURE: gettext("Số liệu"),
        Kind.RESULT: gettext("Kết quả"),
        Kind.LIMITATION: gettext("Hạn chế"),
        Kind.TASK: gettext("Nhiệm vụ"),
        Kind.EVENT: gettext("Hoạt động"),
        Kind.DIRECTIVE: gettext("Văn bản chỉ đạo"),
        Kind.OFFICIAL: gettext("Người giữ chức vụ"),
        Kind.AWARD: gettext("Khen thưởng"),
    }


def newest_word(record: Record) -> Newest | None:
    """Return who spoke last of a record, None where nobody did."""
    entries = [each.id for each in (record.said, record.correction) if each is not None]
    acts = recorded_of(ActRow, entry=entries) if entries else []
    return Newest(acts[-1][1].by, acts[-1][0], acts[-1][1].told) if acts else None


def comments_of(entry: str) -> list[tuple[datetime, CommentRow]]:
    """Return what people said about a record."""
    return recorded_of(CommentRow, about=entry)


def quantity_words(quantity: Quantity | None, kind: str) -> str:
    """Return a number with its bounds as people say it."""
    return figure(quantity, kind=FigureKind(kind)) if quantity else ""


def _shown(record: Record, named: Named, usual: tuple[str, str], comments: Mapping[str, int]) -> ShownRecord:
    row = record.row
    title, about, why = " ".join(row.quote.split()), "", ""
    if isinstance(row, FigureRow):
        title = quantity_words(record.quantity, row.kind) + (f" {row.noun}" if row.noun else "")
        about, why = _counts(record, named, usual)
    elif isinstance(row, EventRow):
        title = event_kind(EventKind(row.kind)) + (f", {row.date}" if row.date else "")
        about = " · ".join(each for each in (row.host, row.place) if each)
    elif isinstance(row, DirectiveRow):
        title = row.key if not row.date else f"{row.key}, {row.date}"
    elif isinstance(row, OfficialRow):
        title, about = row.name, "; ".join(row.posts.splitlines())
    elif isinstance(row, AwardRow):
        title, about = row.honour, row.grantor
    return ShownRecord(record, title, about, _verdicts()[record.verdict], comments.get(row.id, 0), why)


def _counts(record: Record, named: Named, usual: tuple[str, str]) -> tuple[str, str]:
    indicator, org, period = record.counts
    if not indicator:
        reason = record.correction.reason if record.correction else record.observed.reason if record.observed else ""
        return "", gettext("đã loại") if reason == REJECTED else reason
    told: Iterable[str] = (
        named.indicators.get(indicator, indicator),
        named.orgs.get(org, org) if org != usual[0] else "",
        period_label(period) if period != usual[1] else "",
    )
    return " · ".join(each for each in told if each), ""


def _verdicts() -> Mapping[Verdict, str]:
    return {
        Verdict.OPEN: gettext("chưa duyệt"),
        Verdict.ACCEPTED: gettext("đã chấp nhận"),
        Verdict.REJECTED: gettext("đã loại"),
    }
