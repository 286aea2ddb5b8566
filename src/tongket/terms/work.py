"""The rows of what people do at the desk: who may do what, what came in, what was judged, handed in, said and drafted.

They are entries of the ledger like those of `tables.py`: frozen, only ever added. `by` is the name under which a
person signs in. An entry with `replaces` stands in a chain: what a person saw when they wrote is what it replaces, so
of two who write at once the second is refused and shown the first. The first of a chain replaces a name for what it is
about (the record, the report of a period), so that there is one chain and not two.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ProfileRow:
    """The profile that the desk works with, as the text of its file; id `PF-`."""

    id: str
    text: str
    by: str
    replaces: str


@dataclass(frozen=True, slots=True)
class GrantRow:
    """A person acts for an org in a role (`terms/roles.py`); a `WithdrawalRow` ends it; id `GR-`."""

    id: str
    person: str
    org: str
    role: str
    by: str


@dataclass(frozen=True, slots=True)
class InvitationRow:
    """Somebody may make an account and gets a role by it; id `IN-`.

    Attributes:
        id: Of the entry.
        email: Whom it was sent to.
        org: For which org.
        role: In which role.
        secret: sha256 of what the link holds; the secret itself is nowhere.
        until: Last moment it can be taken up, ISO.
        by: Who invites.
    """

    id: str
    email: str
    org: str
    role: str
    secret: str
    until: str
    by: str


@dataclass(frozen=True, slots=True)
class TokenRow:
    """A program acts for a person at one org; `secret` is the sha256 of the token; id `TK-`."""

    id: str
    person: str
    org: str
    name: str
    secret: str
    until: str


@dataclass(frozen=True, slots=True)
class ActRow:
    """A line of the audit log: who did what, for which org, to which entry; `told` says it in words; id `AC-`."""

    id: str
    by: str
    verb: str
    org: str
    entry: str
    told: str


@dataclass(frozen=True, slots=True)
class OriginalRow:
    """The bytes of a document; `id` is their sha256."""

    id: str
    content: bytes


@dataclass(frozen=True, slots=True)
class InboxRow:
    """A file that came in; whether it is read is told by the documents; id `BX-`.

    Attributes:
        id: Of the entry.
        batch: What came together.
        document: Document id, the sha256 of its bytes.
        name: As it was called.
        org: Whose inbox.
        via: `upload`, `mail`, `folder`, `form`.
        by: Who brought it; empty where nobody did.
    """

    id: str
    batch: str
    document: str
    name: str
    org: str
    via: str
    by: str


@dataclass(frozen=True, slots=True)
class LinesRow:
    """How the lines of a document look: headings, items, cells, pages, as JSON (`actions/inbox/lines.py`).

    `id` is the reading's, whose text the lines point into. Apart from the reading, since only the page that shows the
    document asks for it; a document that was not taken in through the desk has none and is shown as plain text.
    """

    id: str
    document: str
    lines: str


@dataclass(frozen=True, slots=True)
class TellingRow:
    """A person says whose report a document is and for which period, over what was read; id `TL-`.

    Attributes:
        id: Of the entry.
        document: Document id.
        org: Org id.
        period: As in `Period`.
        reason: Why.
        by: Who.
        replaces: Id of the telling before; for a first, a name of the document.
    """

    id: str
    document: str
    org: str
    period: str
    reason: str
    by: str
    replaces: str


@dataclass(frozen=True, slots=True)
class AddedRow:
    """A record that the reader missed and a person made; later readings of the document get it again; id `AD-`.

    Attributes:
        id: Of the entry.
        document: Document id.
        entry: Id of the record as it was made first (`F-`, `S-`).
        kind: `figure`, `result`, `limitation`, `task`.
        start: Of the span in the document's text.
        end: As above.
        quote: The span's text: where a later text says something else there, the record does not stand in it.
        by: Who.
    """

    id: str
    document: str
    entry: str
    kind: str
    start: int
    end: int
    quote: str
    by: str


@dataclass(frozen=True, slots=True)
class VerdictRow:
    """A person's word on a record that was read: `accepted`, `rejected`, or `open` again; id `VD-`.

    `undone` takes an acceptance back that was made by mistake: as if nobody had spoken.

    Attributes:
        id: Of the entry.
        document: Document id.
        entry: Id of the record (`F-`, `S-`, `E-`, `D-`, `O-`, `A-`).
        verdict: As above.
        by: Who.
        replaces: Id of the verdict before; for a first, a name of what it is about.
    """

    id: str
    document: str
    entry: str
    verdict: str
    by: str
    replaces: str


@dataclass(frozen=True, slots=True)
class StepRow:
    """A step of a report or a review on its way (`terms/steps.py`); id `ST-`.

    Attributes:
        id: Of the entry.
        org: Whose report or review.
        report: Kind of report, or `review`.
        period: As in `Period`.
        step: `submitted`, `returned`, `approved`, `locked`, `published`, `reopened`.
        draft: Of a review, id of the draft it is about; else empty.
        comment: Why.
        by: Who.
        replaces: Id of the step before; for a first, a name of what it is about.
    """

    id: str
    org: str
    report: str
    period: str
    step: str
    draft: str
    comment: str
    by: str
    replaces: str


@dataclass(frozen=True, slots=True)
class TaskRow:
    """A task with who does it, until when and how it stands; id `TS-`.

    Attributes:
        id: Of the entry.
        task: Id of the first entry of its chain; its own for a first.
        org: Who sets it.
        text: What is to be done.
        origin: Id of the entry it comes from: a statement, a directive, a review; empty where a person set it.
        owners: Org ids, one a line.
        due: Last day, ISO; empty where none is named.
        status: `open`, `under way`, `done`, `dropped`.
        note: Why it stands so.
        by: Who says so.
        replaces: Id of the entry before; empty for a first.
    """

    id: str
    task: str
    org: str
    text: str
    origin: str
    owners: str
    due: str
    status: str
    note: str
    by: str
    replaces: str


@dataclass(frozen=True, slots=True)
class EvidenceRow:
    """What a person says of a sentence proposed for a task or a directive: `confirmed` or `refused`; id `EV-`.

    Attributes:
        id: Of the entry.
        about: Id of the task's first entry, or key of a directive.
        entry: Id of the record that is evidence.
        org: Whose work it tells.
        stage: What it shows: `studied`, `planned`, `reported`, `done`.
        verdict: As above.
        by: Who.
        replaces: Id of the entry before; empty for a first.
    """

    id: str
    about: str
    entry: str
    org: str
    stage: str
    verdict: str
    by: str
    replaces: str


@dataclass(frozen=True, slots=True)
class CommentRow:
    """What a person says about an entry; `place` is the paragraph of a draft, empty elsewhere; id `CM-`."""

    id: str
    about: str
    place: str
    text: str
    by: str


@dataclass(frozen=True, slots=True)
class DraftRow:
    """A version of a review as it is edited: its content as JSON (`docs/desk.md`); id `DR-`."""

    id: str
    org: str
    period: str
    content: str
    note: str
    by: str
    replaces: str


@dataclass(frozen=True, slots=True)
class SavedSearchRow:
    """A question of the search that a person keeps; a `WithdrawalRow` takes it away; id `SV-`."""

    id: str
    person: str
    name: str
    query: str


WorkRow = (
    ProfileRow
    | GrantRow
    | InvitationRow
    | TokenRow
    | ActRow
    | OriginalRow
    | InboxRow
    | LinesRow
    | TellingRow
    | AddedRow
    | VerdictRow
    | StepRow
    | TaskRow
    | EvidenceRow
    | CommentRow
    | DraftRow
    | SavedSearchRow
)

WORK_ROWS: tuple[type[WorkRow], ...] = (
    ProfileRow,
    GrantRow,
    InvitationRow,
    TokenRow,
    ActRow,
    OriginalRow,
    InboxRow,
    LinesRow,
    TellingRow,
    AddedRow,
    VerdictRow,
    StepRow,
    TaskRow,
    EvidenceRow,
    CommentRow,
    DraftRow,
    SavedSearchRow,
)
