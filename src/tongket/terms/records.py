"""What a reading holds: the records of the format `tongket-reading/1`, each with its spans."""

from dataclasses import dataclass
from enum import StrEnum

from tongket.terms.finding import Finding
from tongket.terms.quantity import Quantity
from tongket.terms.span import Span


class EventKind(StrEnum):
    """What sort of occasion a document reports on."""

    REVIEW = "review"
    BRIEFING = "briefing"
    INSPECTION = "inspection"
    STUDY = "study"
    TRAINING = "training"
    WORKSHOP = "workshop"
    CONTEST = "contest"
    CEREMONY = "ceremony"
    CONGRESS = "congress"
    OTHER = "other"


class Role(StrEnum):
    """What an official does at the event."""

    CHAIR = "chair"
    ATTENDEE = "attendee"
    SPEAKER = "speaker"
    AWARDER = "awarder"


class FigureKind(StrEnum):
    """What a figure is: a count of something, a share, or money in đồng."""

    COUNT = "count"
    PERCENT = "percent"
    MONEY = "money"


class StatementKind(StrEnum):
    """What a sentence says of the work."""

    RESULT = "result"
    LIMITATION = "limitation"
    TASK = "task"


@dataclass(frozen=True, slots=True)
class DocumentFields:
    """What a document says of itself; dates are ISO, None where it does not tell."""

    title: str | None = None
    published: str | None = None
    author: str | None = None
    publisher: str | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """An occasion the document reports on; `date`, `reviewed` and `ahead` as in `docs/spec/reading.md`."""

    kind: EventKind
    span: Span
    date: str | None = None
    host: str | None = None
    org: str | None = None
    place: str | None = None
    reviewed: str | None = None
    ahead: str | None = None


@dataclass(frozen=True, slots=True)
class Official:
    """An office-holder named in an official capacity, with every post the body gives."""

    name: str
    posts: tuple[str, ...]
    roles: tuple[Role, ...]
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Directive:
    """A numbered or otherwise identifiable document that the body cites; `date` where the citation states it."""

    key: str
    spans: tuple[Span, ...]
    date: str | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """A number that counts or measures something; percent values are in percent, money in đồng."""

    kind: FigureKind
    quantity: Quantity
    span: Span
    noun: str | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """A whole sentence that tells a result, a limitation or a task."""

    kind: StatementKind
    span: Span


@dataclass(frozen=True, slots=True)
class Award:
    """An honour given; `grantor` as written, None where not told."""

    honour: str
    span: Span
    grantor: str | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """What was understood of one document.

    Attributes:
        name: The document's name.
        sha256: Of the text in UTF-8, in hexadecimal.
        fields: What the document says of itself.
        body: The spans of the article itself; the rest is furniture.
        findings: Faults and doubts, of the file and of what it says.
        reader: Version of the grammar that read it.
        text: The document's text, which every span points into.
    """

    name: str
    sha256: str
    text: str
    fields: DocumentFields
    body: tuple[Span, ...]
    events: tuple[Event, ...]
    officials: tuple[Official, ...]
    directives: tuple[Directive, ...]
    figures: tuple[Figure, ...]
    statements: tuple[Statement, ...]
    awards: tuple[Award, ...]
    findings: tuple[Finding, ...]
    reader: str
