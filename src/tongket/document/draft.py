"""A document in the making: lines are added in reading order, offsets are given at the end."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from tongket.document.charset import modern
from tongket.document.faults import fault
from tongket.document.legacy import Legacy
from tongket.document.limits import ReadLimits
from tongket.document.outline import Lookout, is_headline
from tongket.terms.document import Document, Line, LineKind, Origin
from tongket.terms.finding import Finding
from tongket.terms.span import Span


class Piece(NamedTuple):
    """One line before it has its place; its text is without the number."""

    text: str
    kind: LineKind
    number: str
    origin: Origin
    article: bool


@dataclass(frozen=True, slots=True)
class Source:
    """What is known of a file before it is read: its name without ending, the hash of its bytes, the bounds."""

    name: str
    sha256: str
    limits: ReadLimits


@dataclass
class Draft:
    """Collects lines, findings and properties of one file.

    Attributes:
        source: The file.
        form: Name of its format.
        full: True once the text or its lines reached their bound: a reader may stop then.
    """

    source: Source
    form: str
    full: bool = False
    findings: list[Finding] = field(default_factory=list)
    properties: dict[str, str] = field(default_factory=dict)
    pieces: list[Piece] = field(default_factory=list)
    _characters: int = 0
    _tables: set[Legacy] = field(default_factory=set)

    def add(
        self,
        text: str,
        kind: LineKind = LineKind.PARAGRAPH,
        *,
        number: str = "",
        origin: Origin | None = None,
        article: bool = True,
    ) -> None:
        """Add a line; where `text` has line feeds, several, of which only the first has the number.

        Args:
            text: The words of the line; white space around them is dropped, a blank line is no line.
            kind: What it is.
            number: Its list number; it will stand before the text with one space between.
            origin: Where it stands in the file.
            article: False for furniture the format is sure of.
        """
        for raw in text.split("\n"):
            words = raw.strip()
            if not words:
                continue
            if self._is_full(len(words)):
                return
            self.pieces.append(Piece(words, kind, number, origin or Origin(), article))
            number = ""
            if kind is LineKind.ITEM:
                kind = LineKind.PARAGRAPH

    def join_cells(self, first: int, joined: Mapping[tuple[int, int], tuple[int, int]]) -> None:
        """Note over how many columns and rows cells are joined, which a sheet tells only at its end.

        Args:
            first: Place among the pieces of the first cell of the sheet.
            joined: By row and column of a cell, over how many columns and rows it goes.
        """
        for at in range(first, len(self.pieces)):
            origin = self.pieces[at].origin
            across, down = joined.get((origin.row or 0, origin.column or 0), (1, 1))
            if across > 1 or down > 1:
                self.pieces[at] = self.pieces[at]._replace(origin=replace(origin, across=across, down=down))

    def find(self, code: str, /, **values: object) -> None:
        """Note a fault of the file; the same fault is noted once."""
        finding = fault(code, **values)
        if finding not in self.findings:
            self.findings.append(finding)

    def was_legacy(self, table: Legacy) -> None:
        """Note that a part of the text was brought to Unicode from a table of before it."""
        self._tables.add(table)

    def finish(self) -> Document:
        """Give every line its place."""
        pieces = self._unicode_pieces()
        for table in sorted(self._tables):
            self.find(f"TEXT-WAS-{table}")
        parts: list[str] = []
        lines: list[Line] = []
        start, lookout = 0, Lookout()
        for piece in pieces:
            whole, kind, number, content = _shown(piece, lookout)
            lines.append(
                Line(Span(start, start + len(whole)), kind, number, start + content, piece.origin, piece.article)
            )
            parts.append(whole)
            start += len(whole) + 1
        if not lines and not any(finding.severity == "error" for finding in self.findings):
            self.find("FILE-NO-TEXT")
        settled = {key: unicodedata.normalize("NFC", value) for key, value in self.properties.items() if value.strip()}
        return Document(
            name=self.source.name,
            text="\n".join(parts),
            lines=tuple(lines),
            format=self.form,
            source_sha256=self.source.sha256,
            findings=tuple(self.findings),
            properties=tuple(settled.items()),
        )

    def _is_full(self, length: int) -> bool:
        limits = self.source.limits
        self._characters += length + 1
        if self._characters > limits.max_characters:
            self.find("TEXT-TOO-LONG", limit=limits.max_characters)
            self.full = True
        elif len(self.pieces) >= limits.max_lines:
            self.find("TOO-MANY-LINES", limit=limits.max_lines)
            self.full = True
        return self.full

    def _unicode_pieces(self) -> list[Piece]:
        texts, codes = modern([piece.text for piece in self.pieces])
        for code in codes:
            self.find(code)
        # A soft hyphen only says where a word may break; it was kept so far because TCVN3 has its ư there.
        shown = (text.replace("\u00ad", "").strip() for text in texts)
        return [piece._replace(text=text) for piece, text in zip(self.pieces, shown, strict=True) if text]


def _shown(piece: Piece, lookout: Lookout) -> tuple[str, LineKind, str, int]:
    """Return a line as a person sees it, its kind, its number, and where its own words start."""
    words = unicodedata.normalize("NFC", piece.text)
    if piece.number:
        number = unicodedata.normalize("NFC", piece.number)
        kind = piece.kind
        if kind is LineKind.ITEM and is_headline(number, words):
            kind = LineKind.HEADING
        return f"{number} {words}", kind, number, len(number) + 1
    if piece.kind in (LineKind.CELL, LineKind.CAPTION):
        return words, piece.kind, "", 0
    look = lookout.at(words)
    kind = look.kind if piece.kind is LineKind.PARAGRAPH else piece.kind
    return words, kind, look.number, look.content
