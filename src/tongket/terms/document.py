"""A document as the reader sees it: one text, its lines, and where each line came from."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple, Self

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
    """Where a line stands in the original file; counts start at 1, None where the format has no such thing.

    `across` and `down` are over how many columns and rows a cell of a sheet is joined; 1 for a plain one.
    """

    page: int | None = None
    paragraph: int | None = None
    sheet: str | None = None
    table: int | None = None
    row: int | None = None
    column: int | None = None
    across: int = 1
    down: int = 1


_NOWHERE = Origin()


class _Line(NamedTuple):
    span: Span
    kind: LineKind
    number: str
    content: int
    origin: Origin
    article: bool


class Line(_Line):
    """One line of the text; a tuple, since a document may have a million.

    Attributes:
        span: The whole line in `Document.text`, without its line end, its list number included.
        kind: What the line is.
        number: The list number as a person sees it (`I.`, `1.`, `a)`), resolved where the format numbers
            by itself; empty where the line has none.
        content: Where the line's own words start, after its number.
        origin: Where it stands in the file.
        article: False where the format's reader is sure that the line is furniture (a menu, a footer).
    """

    __slots__ = ()

    def __new__(
        cls,
        span: Span,
        kind: LineKind,
        number: str = "",
        content: int = -1,
        origin: Origin = _NOWHERE,
        article: bool = True,  # noqa: FBT001, FBT002 - a part like the others
    ) -> Self:
        """Make a line whose `content` is its start where not told."""
        return tuple.__new__(cls, (span, kind, number, span.start if content < 0 else content, origin, article))


@dataclass(frozen=True, slots=True)
class Document:
    """What was taken from one file.

    Attributes:
        name: File name without folder and ending, or the name given to a text.
        text: The whole text: Unicode NFC, line ends as line feed.
        lines: Every line that is not blank, in reading order.
        format: `txt`, `html`, `docx`, `pdf`, `xlsx`, `csv`, `odt`, `ods`.
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
