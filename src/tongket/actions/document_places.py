"""Where in its document a piece of text stands: line, page, headings above, sentence, row and column of a table."""

import re
from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property

from tongket.reading.sentences import split_sentences
from tongket.terms.document import Document, Line, LineKind
from tongket.terms.records import Reading, Statement
from tongket.terms.span import Span

_ROMAN = re.compile(r"(?:phần|chương|mục)?\s*[ivxlc]+[.)\-/]?", re.IGNORECASE)
_DECIMAL = re.compile(r"\d+(\.\d+)*[.)\-/]?")
_ROMAN_RANK = 1
_NUMBER_RANK = 2
_LETTER_RANK = 9
_WORD = re.compile(r"[^\W\d_]")
CELL_BREAK = " | "
COLUMN_BREAK = " / "


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What stands around a piece of text; meanings as in `terms.tables.FigureRow`."""

    sentence: str
    at: int
    before: str
    headings: str
    in_cell: bool
    column: str
    page: int
    line: int


@dataclass(frozen=True)
class DocumentPlaces:
    """One document with what was read in it, ready to be asked."""

    document: Document
    reading: Reading

    def surroundings(self, span: Span) -> Surroundings:
        """Return what stands around `span`."""
        text, place = self.reading.text, self._place(span.start)
        line = self.document.lines[place] if place >= 0 else None
        in_cell = line is not None and line.kind is LineKind.CELL
        if line is not None and in_cell:
            sentence, at = self._row(line, span)
            before = ""
        else:
            whole, before = self._sentence(line, span)
            sentence, at = _with_quote(whole.of(text), span.start - whole.start, span.of(text))
        return Surroundings(
            sentence,
            at,
            before,
            self._headings[place] if place >= 0 else "",
            in_cell,
            self._column(line) if line is not None and in_cell else "",
            (line.origin.page if line is not None else None) or 0,
            self.line_of(span),
        )

    def line_of(self, span: Span) -> int:
        """Return the number of the text's line in which `span` begins, from 1."""
        return bisect_right(self._line_starts, span.start)

    def said_in(self, span: Span) -> str:
        """Return the kind of the statement in which `span` begins; empty where it is in none."""
        place = bisect_right(self._statement_starts, span.start) - 1
        statement = self._statements[place] if place >= 0 else None
        return statement.kind.value if statement is not None and span.start < statement.span.end else ""

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *(hit.end() for hit in re.finditer("\n", self.reading.text))]

    @cached_property
    def _starts(self) -> list[int]:
        return [line.span.start for line in self.document.lines]

    @cached_property
    def _statements(self) -> list[Statement]:
        return sorted(self.reading.statements, key=lambda statement: statement.span)

    @cached_property
    def _statement_starts(self) -> list[int]:
        return [statement.span.start for statement in self._statements]

    @cached_property
    def _headings(self) -> list[str]:
        """The headings above every line, outermost first, one a line."""
        open_headings: list[tuple[int, str]] = []
        above = []
        for line in self.document.lines:
            if line.kind is LineKind.HEADING:
                words = " ".join(Span(line.content, line.span.end).of(self.reading.text).split())
                rank = _rank(line.number, words)
                open_headings = [each for each in open_headings if each[0] < rank] + [(rank, words)]
            above.append("\n".join(words for _, words in open_headings))
        return above

    @cached_property
    def _tables(self) -> dict[tuple[object, ...], list[Line]]:
        """The cells of every row, by table and row."""
        rows: dict[tuple[object, ...], list[Line]] = defaultdict(list)
        for line in self.document.lines:
            if line.kind is LineKind.CELL:
                rows[line.origin.sheet, line.origin.table, line.origin.row].append(line)
        return rows

    @cached_property
    def _tops(self) -> dict[tuple[object, ...], list[Line]]:
        """The cells with words at the top of every column, down to its first number, by table and column."""
        tops: dict[tuple[object, ...], list[Line]] = defaultdict(list)
        begun: set[tuple[object, ...]] = set()
        for cell in (cell for row in self._tables.values() for cell in row):
            column = (cell.origin.sheet, cell.origin.table, cell.origin.column)
            if _WORD.search(cell.span.of(self.reading.text)) is None:
                begun.add(column)
            elif column not in begun:
                tops[column].append(cell)
        return tops

    def _place(self, start: int) -> int:
        return bisect_right(self._starts, start) - 1

    def _row(self, line: Line, span: Span) -> tuple[str, int]:
        text = self.reading.text
        sentence, at = "", -1
        for cell in self._tables[line.origin.sheet, line.origin.table, line.origin.row]:
            sentence += CELL_BREAK if sentence else ""
            if cell is line:
                at = len(sentence) + span.start - cell.span.start
            sentence += " ".join(cell.span.of(text).split("\n"))
        return _with_quote(sentence, at, span.of(text))

    def _column(self, line: Line) -> str:
        tops = self._tops[line.origin.sheet, line.origin.table, line.origin.column]
        words = (" ".join(top.span.of(self.reading.text).split()) for top in tops if top is not line)
        return COLUMN_BREAK.join(words)

    def _sentence(self, line: Line | None, span: Span) -> tuple[Span, str]:
        text = self.reading.text
        if line is None:
            return span, ""
        before = ""
        for sentence in split_sentences(text, Span(line.content, line.span.end)):
            if span.start < sentence.end:
                return Span(min(sentence.start, span.start), max(sentence.end, span.end)), before
            before = sentence.of(text)
        return Span(min(line.span.start, span.start), max(line.span.end, span.end)), ""


def _with_quote(sentence: str, at: int, quote: str) -> tuple[str, int]:
    """Return the sentence on one line with the place of its quote, -1 where it does not stand there in one piece."""
    flat = sentence.replace("\n", " ")
    return flat, at if flat[at : at + len(quote)] == quote.replace("\n", " ") else -1


def _rank(number: str, words: str) -> int:
    if not number:
        return _ROMAN_RANK if words.isupper() else _NUMBER_RANK
    if _ROMAN.fullmatch(number):
        return _ROMAN_RANK
    if match := _DECIMAL.fullmatch(number):
        return _NUMBER_RANK + match.group().rstrip(".)-/").count(".")
    return _LETTER_RANK
