"""Write a review: the question in, the content of the review out, and the totals it shows kept in the ledger."""

from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from django.db import transaction

from tongket.actions.as_known import understanding_at
from tongket.actions.attribute import attribute_readings
from tongket.actions.composing.annexes import annexes
from tongket.actions.composing.basis import Asked, Basis, gather
from tongket.actions.composing.compared import compare
from tongket.actions.composing.lines import Line
from tongket.actions.composing.sources import Sources
from tongket.actions.composing.statements import Statements
from tongket.actions.composing.totals import Book
from tongket.ledger.entries import add, add_to, rows_of
from tongket.ledger.moments import last_moment, write_alone
from tongket.ledger.names import entry_id
from tongket.review.content import Coverage, Heading, Paragraph, ReviewContent, Signature, TextRun
from tongket.review.sentences import coverage_sentence
from tongket.terms.period import Period
from tongket.terms.profile import Profile
from tongket.terms.tables import MappingRow, ReviewRow, Row


@dataclass(frozen=True, slots=True)
class Review:
    """A review ready to be written to a file, with what a program may want of it."""

    content: ReviewContent
    basis: Basis
    lines: tuple[Line, ...]


def write_review(profile: Profile, org: str, period: Period, at: datetime) -> Review:
    """Compose the review of an org's work in a period out of the ledger that is open, as known now.

    Args:
        profile: Whose mapping of readings is used; readings it has not seen are attributed first.
        org: Org id.
        period: Of the review.
        at: When its totals are recorded.

    Raises:
        TongketError: The profile has no such org.
    """
    asked = Asked(profile, attribute_readings(profile, at), org, period)
    known = last_moment()
    review, rows = _composed(asked)
    if add_to(known, rows, at=at):
        return review
    # Somebody wrote meanwhile: what was known when the review was recorded would not give it again.
    with transaction.atomic():
        write_alone()
        review, rows = _composed(asked)
        add(rows, at=at)
    return review


def write_again(name: str, org: str, period: Period, known_at: datetime) -> Review:
    """Compose a review as it was at a moment, by the profile of then; what was recorded since changes nothing.

    Args:
        name: Of the profile.
        org: Org id.
        period: Of the review.
        known_at: The moment: that of an earlier review gives that review again, to the last byte.

    Raises:
        TongketError: Nothing had been attributed by such a profile then, or it has no such org.
    """
    then = understanding_at(name, known_at)
    return _composed(Asked(then.profile, then.mapping.id, org, period, known_at))[0]


def _composed(asked: Asked) -> tuple[Review, list[Row]]:
    """Return the review, and the rows of its totals."""
    basis = gather(asked)
    profile, period = asked.profile, asked.period
    sources = Sources(basis)
    book = Book(basis, sources)
    statements = Statements(basis, sources)
    coverage = _coverage(basis)
    before = compare(book, sources)
    parts = ReviewContent(
        heading=_heading(profile, period),
        org=basis.own_place.name,
        period=period.label,
        coverage=coverage,
        opening=_opening(basis, coverage),
        themes=statements.themes(book.lines),
        limitations=statements.limitations(),
        tasks=statements.tasks(),
        annexes=annexes(basis, book, statements, sources),
        totals=(*book.totals.values(), *(before.totals if before else ())),
        sources=sources.all(),
        basis=_basis(basis),
        comparison=before.comparison if before else None,
    )
    rows: list[Row] = [*book.rows, *book.parts, *(before.rows if before else ()), _row(asked, parts)]
    return Review(parts, basis, tuple(book.lines)), rows


def _row(asked: Asked, parts: ReviewContent) -> ReviewRow:
    """Return the entry of the review itself: what it rests on, as ids in its order."""
    ids = [*(total.id for total in parts.totals), *(source.id for source in parts.sources)]
    entries = sha256("\n".join(ids).encode()).hexdigest()
    name = entry_id("R", asked.mapping, asked.org, asked.period, entries)
    return ReviewRow(name, asked.mapping, asked.org, str(asked.period), entries, len(parts.totals), len(parts.sources))


def _coverage(basis: Basis) -> Coverage:
    owed = [place for place in basis.covered if basis.owed_by(place)]
    return Coverage(
        tuple(dict.fromkeys(place.name for place in owed)), tuple(dict.fromkeys(place.name for place in basis.missing))
    )


def _opening(basis: Basis, coverage: Coverage) -> tuple[Paragraph, ...]:
    if not basis.places:
        return ()
    return (Paragraph((TextRun(coverage_sentence(coverage, basis.asked.period.label)),)),)


def _heading(profile: Profile, period: Period) -> Heading:
    told = profile.heading_on(period.last)
    # A year is closed ("tổng kết"); of shorter periods only results are told.
    kind = "tổng kết" if str(period) == str(period.first.year) else "kết quả"
    return Heading(
        style=profile.style,
        parent_body=told.parent.upper(),
        issuing_body=told.issuer.upper(),
        # The layout writes the type itself ("-BC/", "/BC-"): only the issuer's own symbol goes on.
        symbol=told.symbol.removeprefix("BC/").removeprefix("BC-"),
        place=told.place,
        subject=f"{kind} {told.work or 'công tác'} {period.label}",
        recipients=told.recipients,
        signature=Signature(post=told.signer),
    )


def _basis(basis: Basis) -> str:
    (mapping,) = rows_of(MappingRow, id=basis.asked.mapping)
    return (
        f"Tổng hợp từ {len(basis.speaking)} văn bản; {len(basis.within) - len(basis.speaking)} văn bản khác của kỳ "
        f"chỉ để đối chiếu; {len(basis.unread)} tệp không đọc được. Bản đọc: {mapping.reader}."
    )
