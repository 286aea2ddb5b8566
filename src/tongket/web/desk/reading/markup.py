"""The lines of a document as HTML: headings, list numbers, tables, captions, pages, with marks for its records.

Marks of records overlap (a figure in its sentence), so the text is cut wherever one begins or ends, and each piece
says of which records it is (`data-e`). What a line shows is exactly its text, so that places in it can be counted.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby, pairwise

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext

from tongket.actions.judging.records import Kind, ReadDocument, Record, Verdict
from tongket.terms.document import Line, LineKind

_MOST_COLUMNS = 60
_SENTENCES = frozenset({Kind.RESULT, Kind.LIMITATION, Kind.TASK, Kind.EVENT})
_TAGS = {LineKind.HEADING: "h3", LineKind.CAPTION: "p", LineKind.ITEM: "p", LineKind.PARAGRAPH: "p"}


@dataclass(frozen=True)
class Marks:
    """Records that may stand in a line, by where they begin."""

    text: str
    records: Sequence[Record]

    def in_line(self, line: Line) -> str:
        """Return the text of a line with its marks."""
        start, end = line.span
        mine = [record for record in self._near(start, end) if record.row.end > start]
        edges = {start, end, min(max(line.content, start), end)}
        for record in mine:
            edges |= {max(start, record.row.start), min(end, record.row.end)}
        cuts = sorted(edges)
        pieces = (self._piece(begin, until, mine, line) for begin, until in pairwise(cuts))
        return "".join(pieces)

    def _near(self, start: int, end: int) -> Iterable[Record]:
        last = bisect_left(self.records, end, key=lambda record: record.row.start)
        first = bisect_right(self.records, start - self._longest, key=lambda record: record.row.start)
        return self.records[max(0, first - 1) : last]

    @cached_property
    def _longest(self) -> int:
        return max((record.row.end - record.row.start for record in self.records), default=0)

    def _piece(self, begin: int, until: int, mine: Iterable[Record], line: Line) -> str:
        words: str = escape(self.text[begin:until])
        of = [record for record in mine if record.row.start <= begin and until <= record.row.end]
        if of:
            inner = min(of, key=lambda record: (record.kind in _SENTENCES, record.row.end - record.row.start))
            ids = " ".join(record.row.id for record in of)
            words = f'<mark class="m m-{inner.kind.value}{_state(inner)}" data-e="{ids}">{words}</mark>'
        return f'<span class="number">{words}</span>' if until <= line.content else words


def _state(record: Record) -> str:
    if record.verdict is Verdict.REJECTED:
        return " rejected"
    return " waits" if record.waits else ""


def text_html(document: ReadDocument, lines: Sequence[Line], records: Sequence[Record]) -> SafeString:
    """Return a stretch of lines as HTML.

    Args:
        document: Whose they are.
        lines: Which.
        records: Of the document, in the order of the text.
    """
    marks = Marks(document.text, records)
    return mark_safe("".join(_blocks(lines, marks)))  # noqa: S308 - every piece of text is escaped above


def _blocks(lines: Sequence[Line], marks: Marks) -> Iterator[str]:
    page = None
    for table, group in groupby(lines, key=_table_of):
        mine = list(group)
        if mine[0].origin.page not in (None, page):
            page = mine[0].origin.page
            told = gettext("Trang {n}").format(n=page)
            yield f'<p class="page-mark" id="page-{page}"><span>{escape(told)}</span></p>'
        if table is not None:
            yield from _table(mine, marks)
            continue
        for line in mine:
            if line.origin.page not in (None, page):
                page = line.origin.page
                told = gettext("Trang {n}").format(n=page)
                yield f'<p class="page-mark" id="page-{page}"><span>{escape(told)}</span></p>'
            yield _line(line, marks)


def _table_of(line: Line) -> tuple[object, ...] | None:
    return (line.origin.sheet, line.origin.table) if line.kind is LineKind.CELL else None


def _line(line: Line, marks: Marks) -> str:
    tag = _TAGS.get(line.kind, "p")
    kind = f"l-{line.kind.value}" + ("" if line.article else " aside")
    return f'<{tag} class="{kind}" data-start="{line.span.start}">{marks.in_line(line)}</{tag}>'


def _table(cells: Sequence[Line], marks: Marks) -> Iterator[str]:
    sheet = cells[0].origin.sheet
    caption = f"<caption>{escape(sheet)}</caption>" if sheet else ""
    yield f'<div class="wide" tabindex="0" role="region" aria-label="{escape(sheet or gettext("Bảng"))}">'
    yield f'<table class="of-document">{caption}<tbody>'
    first = min((cell.origin.column or 1 for cell in cells), default=1)
    for place, (_, row) in enumerate(groupby(cells, key=lambda cell: cell.origin.row)):
        mine = list(row)
        words = "".join(marks.text[cell.span.start : cell.span.end] for cell in mine)
        head = place == 0 and not any(char.isdigit() for char in words)
        yield "<tr>" + "".join(_cells(mine, marks, first, head=head)) + "</tr>"
    yield "</tbody></table></div>"


def _cells(cells: Sequence[Line], marks: Marks, first: int, *, head: bool) -> Iterator[str]:
    tag, scope = ("th", ' scope="col"') if head else ("td", "")
    at = first
    in_order = sorted(cells, key=lambda cell: cell.origin.column or 0)
    for column, group in groupby(in_order, key=lambda cell: cell.origin.column or 0):
        lines = "".join(f'<div data-start="{each.span.start}">{marks.in_line(each)}</div>' for each in group)
        yield "<td></td>" * min(max(0, column - at), _MOST_COLUMNS)
        yield f"<{tag}{scope}>{lines}</{tag}>"
        at = max(at, column) + 1
