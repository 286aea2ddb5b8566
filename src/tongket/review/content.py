"""What a review consists of, ready to be written: every text is final Vietnamese, every figure knows its way back.

A figure in the text, a cell of a table, a row of an annex *targets* an entry of the annex of sources: the id of
a `Source` (one sentence of one document) or of a `Total` (what was added up, whose parts target sources or
other totals). `anchors.Anchors` refuses a content in which a target leads nowhere.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from tongket.terms.profile import Style
from tongket.terms.span import Span


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signs.

    Attributes:
        authority: On whose behalf (`T/M BAN THƯỜNG VỤ`, `KT. CHỦ TỊCH`); empty for a head in own right.
        post: The signer's post (`TRƯỞNG BAN`).
        name: Empty while nobody has signed.
    """

    authority: str = ""
    post: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class Heading:
    """The heading block and the closing of an official report; the layout writes bodies and posts in capitals.

    Attributes:
        style: Which norm the layout follows.
        parent_body: The body above the issuer (`Tỉnh ủy Lâm Sơn`); may be empty.
        issuing_body: Who issues it (`Ban Tuyên giáo`).
        symbol: The issuer's own symbol (`BTGTU`, `UBND`); the layout writes the type before it as its norm has it.
        place: Where it is issued, as in the date line.
        subject: What the report is on, first letter small (`tổng kết công tác tuyên giáo năm 2024`).
        number: Empty until the office gives one; space is left for it.
        issued: The day of issue; None leaves room for it to be written in.
        recipients: Lines of *Nơi nhận*, without dash.
    """

    style: Style
    parent_body: str
    issuing_body: str
    symbol: str
    place: str
    subject: str
    number: str = ""
    issued: date | None = None
    recipients: tuple[str, ...] = ()
    signature: Signature = field(default_factory=Signature)


@dataclass(frozen=True, slots=True)
class Coverage:
    """Who reported and who owed a report: names, in the profile's order.

    Attributes:
        reported: Orgs with at least one document for the period.
        missing: Orgs that owed a report and have none.
    """

    reported: tuple[str, ...]
    missing: tuple[str, ...]

    @property
    def owed(self) -> int:
        """Count the orgs that owed a report."""
        return len(self.reported) + len(self.missing)


@dataclass(frozen=True, slots=True)
class TextRun:
    """Plain words."""

    text: str


@dataclass(frozen=True, slots=True)
class FigureRun:
    """Words that lead to their source: `target` is the id of a `Source` or a `Total`."""

    text: str
    target: str


Run = TextRun | FigureRun


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of running text."""

    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar of a chart: whose figure it is, the figure with its bounds and as text, and where it leads.

    Attributes:
        label: Whose or what it is.
        text: The figure as people write it, with its bound.
        low: As in `Quantity`.
        high: As in `Quantity`.
        target: The id of its source or total.
        series: Which of several bars of one label, as the legend names it (`năm 2023`); empty where there is one.
    """

    label: str
    text: str
    low: Decimal | None
    high: Decimal | None
    target: str | None = None
    series: str = ""


@dataclass(frozen=True, slots=True)
class Chart:
    """Figures side by side.

    Attributes:
        title: What is counted, with its measure.
        bars: In the order they stand in, those of one label together.
        apart: Whether each label has a scale of its own: what they count cannot be compared.
    """

    title: str
    bars: tuple[Bar, ...]
    apart: bool = False


@dataclass(frozen=True, slots=True)
class Theme:
    """One numbered heading of section I: paragraphs of its own, result sentences as reported, charts under them."""

    title: str
    paragraphs: tuple["Paragraph | StatementLine", ...]
    charts: tuple[Chart, ...] = ()


@dataclass(frozen=True, slots=True)
class StatementLine:
    """A result, limitation or task as reported: the sentence, whose it is, and where it was said before.

    Attributes:
        runs: The sentence; figures in it may be runs of their own (`marked`).
        org: Whose report says it.
        target: The id of the sentence's source.
        came_back_from: The earlier period with the same limitation, as people write it (`năm 2023`); None where new.
        earlier: The id of the source of that earlier sentence.
    """

    runs: tuple[Run, ...]
    org: str
    target: str
    came_back_from: str | None = None
    earlier: str | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a figure table: the figure as text with its bounds, empty where nothing was reported."""

    text: str = ""
    target: str | None = None


@dataclass(frozen=True, slots=True)
class Column:
    """One indicator of a figure table: its name, its measure, its total and how many orgs the total rests on."""

    indicator: str
    measure: str
    total: Cell
    rests_on: int
    owed: int


@dataclass(frozen=True, slots=True)
class FigureRow:
    """What one org reported, a cell a column."""

    org: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class FigureTable:
    """Orgs by indicators; wide tables are cut into several by the writer."""

    title: str
    columns: tuple[Column, ...]
    rows: tuple[FigureRow, ...]


@dataclass(frozen=True, slots=True)
class DirectiveRow:
    """A directive cited: its key (`05-CT/TW`), issuer and date where known, who cites it, where."""

    key: str
    title: str
    issuer: str
    date: str
    orgs: tuple[str, ...]
    targets: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EventRow:
    """An event reported on: date as people write it, kind (`hội nghị tổng kết`), host, place, whose report."""

    date: str
    kind: str
    host: str
    place: str
    org: str
    target: str


@dataclass(frozen=True, slots=True)
class AwardRow:
    """An honour reported as given."""

    honour: str
    grantor: str
    org: str
    target: str


@dataclass(frozen=True, slots=True)
class DoubtRow:
    """A conflict between documents or a finding on one: its code, its message, the documents or orgs, the sources."""

    code: str
    message: str
    about: str
    targets: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FollowedTask:
    """A task that an earlier report set, with what the reports of this period say of it.

    Attributes:
        task: The sentence that set it.
        org: Whose report set it.
        set_for: The period of that report, as people write it.
        target: The id of the sentence's source.
        told: The sentences of this period that speak of it, by the ids of their sources, the likest first; empty where
            none was found, which does not say that nothing was done.
    """

    task: str
    org: str
    set_for: str
    target: str
    told: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ComparedLine:
    """One indicator in two periods.

    Attributes:
        indicator: Its name.
        measure: What is counted.
        then: The earlier figure as it was added up then.
        then_now: The earlier figure carried over to the map of this period; like `then` where the map is the same.
        now: This period's figure.
        change: From `then_now` to `now`, as people write it (`tăng 12 (8,5%)`); says so where it cannot be told.
        by_map: What of the difference to `then` comes from the map alone; empty where nothing does.
    """

    indicator: str
    measure: str
    then: Cell
    then_now: Cell
    now: Cell
    change: str
    by_map: str = ""


@dataclass(frozen=True, slots=True)
class Comparison:
    """This period beside the same period of the year before.

    Attributes:
        before: The earlier period, as people write it.
        lines: One an indicator that both periods give.
        map_changed: Whether orgs were merged, split or moved between the two.
        note: How figures were carried over the change; empty where there was none.
        chart: The two periods side by side; None where no pair can be drawn.
    """

    before: str
    lines: tuple[ComparedLine, ...]
    map_changed: bool = False
    note: str = ""
    chart: Chart | None = None


@dataclass(frozen=True, slots=True)
class LooseFigure:
    """A figure that fits no indicator: as written, whose, with its source (which shows the sentence)."""

    text: str
    org: str
    target: str


@dataclass(frozen=True, slots=True)
class UnreadDocument:
    """A document that could not be taken up: its name, why, what to do about it."""

    name: str
    reason: str
    advice: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """One sentence of one document.

    Attributes:
        id: The ledger's id of the entry, the one `tongket why` takes.
        document: The document's name.
        org: Whose report it is.
        period: For which period, as people write it.
        sentence: The sentence, or the row of a table, that says it.
        quote: Where in `sentence` the figure's own words stand; None where the whole sentence is meant.
        page: Page in the original, from 1; None where the format has no pages.
        line: Line in the document's text, from 1.
    """

    id: str
    document: str
    org: str
    period: str
    sentence: str
    quote: Span | None = None
    page: int | None = None
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a total: whose or what it is, the figure as text, the sources or totals it rests on."""

    label: str
    text: str
    targets: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Total:
    """What was added up or recomputed.

    Attributes:
        id: The id `tongket why` takes.
        label: What is counted (`Số hội nghị học tập, quán triệt`).
        text: The result with its measure, as in the text.
        parts: What it was made of; for a percent, its part and its base.
        rests_on: How many orgs gave a figure.
        owed: How many owed one.
        missing: Names of the orgs that owed one and gave none.
        own: The figure the parent body gives itself, where it does: another fact, never silently chosen.
        note: Anything a reader must know (`chênh 12 so với số của tỉnh`); empty where nothing.
    """

    id: str
    label: str
    text: str
    parts: tuple[Part, ...]
    rests_on: int
    owed: int
    missing: tuple[str, ...] = ()
    own: Part | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Annexes:
    """What stands behind the text, besides the sources."""

    figures: tuple[FigureTable, ...] = ()
    followed: tuple[FollowedTask, ...] = ()
    directives: tuple[DirectiveRow, ...] = ()
    events: tuple[EventRow, ...] = ()
    awards: tuple[AwardRow, ...] = ()
    doubts: tuple[DoubtRow, ...] = ()
    loose_figures: tuple[LooseFigure, ...] = ()
    unread: tuple[UnreadDocument, ...] = ()


@dataclass(frozen=True, slots=True)
class ReviewContent:
    """A whole review.

    Attributes:
        heading: Heading block and closing.
        org: Whose work is reviewed (`tỉnh Lâm Sơn`).
        period: As people write it (`năm 2024`).
        coverage: Who reported and who did not.
        opening: Paragraphs before section I; may be empty.
        themes: Section I, results by theme.
        comparison: The end of section I; None where the ledger knows nothing of the year before.
        limitations: Section II; a paragraph is what a person wrote in it.
        tasks: Section III, likewise.
        annexes: Everything behind the text but the sources.
        totals: Entries that were added up, in the order they are to stand.
        sources: Entries of one sentence each, in the order they are to stand (by document keeps them together).
        basis: One sentence on what it rests on (how many documents, recorded until when, version of the reader).
    """

    heading: Heading
    org: str
    period: str
    coverage: Coverage
    opening: tuple[Paragraph, ...]
    themes: tuple[Theme, ...]
    limitations: tuple[Paragraph | StatementLine, ...]
    tasks: tuple[Paragraph | StatementLine, ...]
    annexes: Annexes
    totals: tuple[Total, ...]
    sources: tuple[Source, ...]
    basis: str = ""
    comparison: Comparison | None = None

    @property
    def charts(self) -> tuple[Chart, ...]:
        """Every chart, in reading order."""
        compared = self.comparison.chart if self.comparison else None
        return (*(chart for theme in self.themes for chart in theme.charts), *([compared] if compared else []))


def marked(text: str, figures: Iterable[tuple[Span, str]]) -> tuple[Run, ...]:
    """Cut a sentence into runs, its figures leading to their targets.

    Args:
        text: The sentence.
        figures: Where in `text` a figure stands and what it targets; one that overlaps an earlier one is left plain.
    """
    runs: list[Run] = []
    at = 0
    for span, target in sorted(figures):
        if span.start < at or span.end <= span.start:
            continue
        runs += _plain(text[at : span.start])
        runs.append(FigureRun(span.of(text), target))
        at = span.end
    return (*runs, *_plain(text[at:]))


def _plain(text: str) -> list[Run]:
    return [TextRun(text)] if text else []
