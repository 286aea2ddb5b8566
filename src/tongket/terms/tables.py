"""The rows of every table: the only thing that ledger, roll-up and review know of one another.

A row is frozen and holds plain values. Ids are made by the ledger out of what a row says, so that taking in
the same file twice, or after a kill, gives the same rows. When a row was recorded stands in no row:
the ledger keeps it beside each (`recorded_at`), later for whatever was written later, and gives back what it knew at
any moment. `reading` rows come from
one document and one version of the reader; `mapping` rows say what a profile makes of them, and a changed profile
adds new ones.
"""

from dataclasses import dataclass
from decimal import Decimal

from tongket.terms.quantity import Quantity
from tongket.terms.work import WORK_ROWS, WorkRow


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """An original: `id` is the sha256 of its bytes, `readable` False where nothing could be taken from it."""

    id: str
    name: str
    format: str
    size: int
    readable: bool


@dataclass(frozen=True, slots=True)
class ReadingRow:
    """What one version of the reader made of a document.

    Attributes:
        id: Of the reading.
        document: Document id.
        reader: Version of the grammar.
        replaces: Id of the reading by an earlier version that this one takes the place of; empty for a first.
    """

    id: str
    document: str
    reader: str
    replaces: str


@dataclass(frozen=True, slots=True)
class FormRow:
    """A reading as JSON of `tongket-reading/1` with its text; `id` is the reading's. Apart, since it is long."""

    id: str
    form: str


@dataclass(frozen=True, slots=True)
class FindingRow:
    """A fault or doubt of a document; `start` and `end` are -1 where the whole document is meant.

    `mapping` is empty but for what is doubtful about whose report it is.
    """

    id: str
    mapping: str
    reading: str
    document: str
    code: str
    severity: str
    message: str
    start: int
    end: int
    line: int


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A figure as read, with everything needed to show it and to tell what it counts.

    Attributes:
        id: Of the entry; begins with `F-`.
        reading: Reading id.
        document: Document id.
        kind: `count`, `percent`, `money`.
        low: As in `Quantity`.
        high: As in `Quantity`.
        approx: As in `Quantity`.
        noun: What is counted, empty where not told.
        start: Of the span in the document's text.
        end: Of the span in the document's text.
        quote: The span's text.
        sentence: The sentence, or the row of the table with its cells divided by ` | `.
        at: Where in `sentence` the quote stands; -1 where it does not stand there in one piece.
        before: The sentence before it in its paragraph; empty where it is the first, and in a table.
        headings: The headings above it, outermost first, one a line.
        in_cell: Whether it stands in a table.
        column: In a table, the words at the top of its column, ` / ` between cells one below the other.
        said_in: Kind of the statement it stands in; empty where in none.
        page: Page of the original from 1; 0 where the format has none.
        line: Line of the text from 1.
    """

    id: str
    reading: str
    document: str
    kind: str
    low: Decimal | None
    high: Decimal | None
    approx: bool
    noun: str
    start: int
    end: int
    quote: str
    sentence: str
    at: int
    before: str
    headings: str
    in_cell: bool
    column: str
    said_in: str
    page: int
    line: int

    @property
    def quantity(self) -> Quantity:
        """The number with its bounds."""
        return Quantity(self.low, self.high, self.approx)


@dataclass(frozen=True, slots=True)
class StatementRow:
    """A sentence that tells a `result`, a `limitation` or a `task`; `id` begins with `S-`."""

    id: str
    reading: str
    document: str
    kind: str
    start: int
    end: int
    quote: str
    headings: str
    page: int
    line: int


@dataclass(frozen=True, slots=True)
class EventRow:
    """An event; texts are empty where not told, `main` is True for what the document reports on; id `E-`."""

    id: str
    reading: str
    document: str
    main: bool
    kind: str
    date: str
    host: str
    org: str
    place: str
    reviewed: str
    ahead: str
    start: int
    end: int
    quote: str
    page: int
    line: int


@dataclass(frozen=True, slots=True)
class DirectiveRow:
    """A directive cited; the span is its first citation, `sentence` the one around it; id `D-`."""

    id: str
    reading: str
    document: str
    key: str
    date: str
    times: int
    start: int
    end: int
    quote: str
    sentence: str
    page: int
    line: int


@dataclass(frozen=True, slots=True)
class OfficialRow:
    """An office-holder; posts one a line, roles with spaces between; the span is the first mention; id `O-`."""

    id: str
    reading: str
    document: str
    name: str
    posts: str
    roles: str
    start: int
    end: int
    quote: str
    page: int
    line: int


@dataclass(frozen=True, slots=True)
class AwardRow:
    """An honour given; `grantor` is empty where not told; id `A-`."""

    id: str
    reading: str
    document: str
    honour: str
    grantor: str
    start: int
    end: int
    quote: str
    sentence: str
    page: int
    line: int


@dataclass(frozen=True, slots=True)
class AttributionRow:
    """Whose report a reading is and for which period, by one mapping.

    Attributes:
        id: Of the entry.
        mapping: Id of the profile's content and of the rules that applied it.
        reading: Reading id.
        document: Document id.
        org: Org id; empty where not told.
        org_basis: The words that told it.
        period: Empty where not told.
        period_basis: The words that told it.
        day: Day of the main event or of publication, ISO, as far as told.
        replaces: Id of the attribution of an earlier reading or mapping; empty for a first.
    """

    id: str
    mapping: str
    reading: str
    document: str
    org: str
    org_basis: str
    period: str
    period_basis: str
    day: str
    replaces: str


@dataclass(frozen=True, slots=True)
class ObservationRow:
    """What a figure is, by one mapping.

    Attributes:
        id: Of the entry.
        mapping: Id of the profile's content and of the rules that applied it.
        figure: Id of the figure.
        document: Document id.
        indicator: Indicator id; empty where a `reason` keeps it out of every total.
        org: Org id; empty where not told.
        period: Empty where not told.
        reason: Why it counts for nothing, in Vietnamese; empty where it counts.
        scope: `own` where the words tell that it is the org's own work alone, `all` where that of all below is in
            it (`Scope`); empty where they do not tell.
        base: Of a percent, the id of the figure that it is a part of a hundred of; empty where none is told.
    """

    id: str
    mapping: str
    figure: str
    document: str
    indicator: str
    org: str
    period: str
    reason: str
    scope: str = ""
    base: str = ""


@dataclass(frozen=True, slots=True)
class TotalRow:
    """A figure of a review that was added up or put together; id `T-`.

    Attributes:
        id: Of the total.
        mapping: As in `ObservationRow`.
        org: Whose total.
        period: Of the review.
        indicator: Indicator id.
        kind: `sum` over orgs, `own` (one org, one period), `periods` (one org, summed over parts of the period),
            `percent` (recomputed from part and base).
        low: As in `Quantity`.
        high: As in `Quantity`.
        approx: As in `Quantity`.
        conflict: Whether documents disagree somewhere below.
        rests_on: How many orgs gave a figure.
        owed: How many owed one.
        label: What it is, in Vietnamese.
        text: The figure with its measure, in Vietnamese.
    """

    id: str
    mapping: str
    org: str
    period: str
    indicator: str
    kind: str
    low: Decimal | None
    high: Decimal | None
    approx: bool
    conflict: bool
    rests_on: int
    owed: int
    label: str
    text: str


@dataclass(frozen=True, slots=True)
class PartRow:
    """One part of a total: `part` is the id of a figure (`F-`) or of another total (`T-`)."""

    id: str
    total: str
    place: int
    part: str
    label: str
    text: str


@dataclass(frozen=True, slots=True)
class MappingRow:
    """With what readings were attributed: the profile as the text of its file, the rules, the reader; id `M-`."""

    id: str
    rules: str
    reader: str
    profile: str


@dataclass(frozen=True, slots=True)
class OrgRow:
    """A row of dated facts about an org (`terms/orgs.py`); id `G-`.

    Attributes:
        id: Of the entry; the org's own is `org`.
        org: Org id.
        name: As in `Org`.
        level: As in `Org`.
        aliases: One a line.
        parent: Org id; empty at the top.
        kind: As in `Org`.
        code: As in `Org`.
        valid_from: ISO; `0001-01-01` for always.
        valid_to: ISO; `9999-12-31` for as far as known.
        source: Where it was taken from.
        replaces: Id of the entry it corrects; empty for a first.
    """

    id: str
    org: str
    name: str
    level: str
    aliases: str
    parent: str
    kind: str
    code: str
    valid_from: str
    valid_to: str
    source: str
    replaces: str


@dataclass(frozen=True, slots=True)
class OrgChangeRow:
    """A change of the map (`OrgChange`); org ids one a line, its shares in `OrgShareRow`; id `H-`."""

    id: str
    kind: str
    date: str
    sources: str
    targets: str
    basis: str
    share_basis: str
    source: str
    replaces: str


@dataclass(frozen=True, slots=True)
class OrgShareRow:
    """Which part of an org went to another in the change `change`; id `I-`."""

    id: str
    change: str
    source: str
    target: str
    share: Decimal


@dataclass(frozen=True, slots=True)
class CorrectionRow:
    """What a person says in place of what was read; id `C-`.

    Attributes:
        id: Of the entry.
        replaces: Id of the figure (`F-`) or of the earlier correction (`C-`) it takes the place of.
        document: Document id.
        figure: Id of the figure that was read.
        start: Of the figure's span: so a later reading of the document finds it again.
        end: As above.
        nth: Which of the figures of that span, from 0: a fraction has two, the part and the whole.
        indicator: Indicator id; empty where the figure shall count for nothing.
        org: Org id.
        period: As in `Period`.
        low: As in `Quantity`.
        high: As in `Quantity`.
        approx: As in `Quantity`.
        reason: Why.
    """

    id: str
    replaces: str
    document: str
    figure: str
    start: int
    end: int
    nth: int
    indicator: str
    org: str
    period: str
    low: Decimal | None
    high: Decimal | None
    approx: bool
    reason: str

    @property
    def quantity(self) -> Quantity:
        """The number with its bounds."""
        return Quantity(self.low, self.high, self.approx)


@dataclass(frozen=True, slots=True)
class ExcuseRow:
    """An org need not give the report of that kind for that period; id `K-`."""

    id: str
    org: str
    report: str
    period: str
    reason: str
    replaces: str


@dataclass(frozen=True, slots=True)
class WithdrawalRow:
    """Takes back an org fact, a change, a correction or an excuse: what that had replaced holds again; id `V-`."""

    id: str
    entry: str
    reason: str


@dataclass(frozen=True, slots=True)
class SheetMappingRow:
    """With which mapping the tables of a document were read: `id` is the reading's, `mapping` the text of its file."""

    id: str
    document: str
    mapping: str


@dataclass(frozen=True, slots=True)
class CellRow:
    """In which cell of a sheet a figure stands: `id` is the figure's; counted from 1, `sheet` empty where unnamed."""

    id: str
    document: str
    sheet: str
    table: int
    row: int
    column: int


@dataclass(frozen=True, slots=True)
class ReviewRow:
    """A review that was written; what was known when it was recorded gives it again; id `R-`.

    Attributes:
        id: Of the entry: the same review written twice with nothing new between is one.
        mapping: As in `ObservationRow`.
        org: Whose work is reviewed.
        period: Of the review.
        entries: sha256 of the ids of all totals and sentences it leads to, in its order.
        totals: How many totals these are.
        sentences: How many sentences.
    """

    id: str
    mapping: str
    org: str
    period: str
    entries: str
    totals: int
    sentences: int


@dataclass(frozen=True, slots=True)
class MomentRow:
    """When rows were written, one row a writing transaction: each later than all before it, whatever clocks say.

    `id` is the moment in UTC as ISO to the microsecond, so that the last id is the last moment.
    """

    id: str


Row = (
    DocumentRow
    | ReadingRow
    | FormRow
    | FindingRow
    | FigureRow
    | StatementRow
    | EventRow
    | DirectiveRow
    | OfficialRow
    | AwardRow
    | AttributionRow
    | ObservationRow
    | TotalRow
    | PartRow
    | MappingRow
    | OrgRow
    | OrgChangeRow
    | OrgShareRow
    | CorrectionRow
    | ExcuseRow
    | WithdrawalRow
    | SheetMappingRow
    | ReviewRow
    | CellRow
    | MomentRow
    | WorkRow
)

ROWS: tuple[type[Row], ...] = (
    DocumentRow,
    ReadingRow,
    FormRow,
    FindingRow,
    FigureRow,
    StatementRow,
    EventRow,
    DirectiveRow,
    OfficialRow,
    AwardRow,
    AttributionRow,
    ObservationRow,
    TotalRow,
    PartRow,
    MappingRow,
    OrgRow,
    OrgChangeRow,
    OrgShareRow,
    CorrectionRow,
    ExcuseRow,
    WithdrawalRow,
    SheetMappingRow,
    ReviewRow,
    CellRow,
    MomentRow,
    *WORK_ROWS,
)
