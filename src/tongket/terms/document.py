"""A document as the reader sees it: one text, its lines, and where each line came from."""

from dataclasses import dataclass, field
from enum import StrEnum

from tongket.terms.finding import Finding
from tongket.terms.span import Span


class LineKind(StrEnum):
    """What a line is in its document."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    CELL = "cell"
    CAPTION = "caption"


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a line stands in the original file; counts start at 1, None where the format has no such thing."""

    page: int | None = None
    paragraph: int | None = None
    sheet: str | None = None
    table: int | None = None
    row: int | None = None
    column: int | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the text.

    Attributes:
        span: The whole line in `Document.text`, without its line end, its list number included.
        kind: What the line is.
        number: The list number as a person sees it (`I.`, `1.`, `a)`), resolved where the format numbers
            by itself; empty where the line has none.
        content: Where the line's own words start, after its number.
        origin: Where it stands in the file.
        article: False where the format's reader is sure that the line is furniture (a menu, a footer).
    """

    span: Span
    kind: LineKind
    number: str = ""
    content: int = -1
    origin: Origin = field(default_factory=Origin)
    article: bool = True

    def __post_init__(self) -> None:
        """Let `content` default to the start of the line."""
        if self.content < 0:
            object.__setattr__(self, "content", self.span.start)


@dataclass(frozen=True, slots=True)
class Document:
    """What was taken from one file.

    Attributes:
        name: File name without folder and ending, or the name given to a text.
        text: The whole text: Unicode NFC, line ends as line feed.
        lines: Every line that is not blank, in reading order.
        format: `txt`, `html`, `docx`, `pdf`, `xlsx`, `csv`, `odt`.
        source_sha256: Of the file's bytes, in hexadecimal.
        findings: What was wrong with the file.
        properties: What the file says of itself outside its text (title, author, published), as written.
    """

    name: str
    text: str
    lines: tuple[Line, ...]
    format: str
    source_sha256: str
    findings: tuple[Finding, ...] = ()
    properties: tuple[tuple[str, str], ...] = ()
