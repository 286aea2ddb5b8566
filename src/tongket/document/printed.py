"""Lines of a printed page, from a PDF or a scan: pieces on paper become paragraphs, tables, and marks of the page.

A printed paragraph is broken where the line was full. Official papers set the first line in (Nghị định 30/2020/NĐ-CP,
phụ lục I), so a line that starts at the margin under a full line goes on; without that, a full line goes on unless the
next begins a list item or stands apart.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tongket.document.outline import look_of
from tongket.terms.document import LineKind

# All measures of gaps are in sizes of the letters (one "em" is about the size).
# Letters further apart than this do not stand in one line of text.
WIDE_GAP = 1.4
# How far the widths of letters may mislead about what fits into a line.
_SLACK = 1.0
_SET_IN = 0.7
_HANGING = 7.0
_APART = 2.1
_SAME_SIZE = 0.2
_CENTRED, _AWAY = 1.0, 0.4
# A centred line of this share of the text's width may go on below: it breaks before it is full.
_WIDE = 0.6
# Share of the page's height at its top and bottom in which numbers and running heads stand.
_EDGE = 0.09
_RUNNING_PAGES = 3
_PAGE_NUMBER = re.compile(r"(?:trang\s*)?[-–]?\s*\d{1,4}\s*(?:/\s*\d{1,4}\s*)?[-–]?|[ivxl]{1,6}", re.IGNORECASE)
_DIGITS = re.compile(r"\d+")
_ENDS = re.compile(r"[.!?…][\"”’)\]]*$")
# After these a day, month or year must follow, so that a line that breaks there goes on.
_OPEN_END = re.compile(r"(?:\b(?:ngày|tháng|năm|số|và|của|các|những|với|cho|là)|[,–(/-])$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Printed:
    """A piece of one printed line.

    Attributes:
        text: Its words.
        left: Where it starts, in points from the page's left edge.
        right: Where it ends.
        bottom: Its lowest point, from the page's bottom edge.
        top: Its highest point.
        size: Size of its letters.
        page: Number of its page, from 1.
        height: Height of its page.
    """

    text: str
    left: float
    right: float
    bottom: float
    top: float
    size: float
    page: int
    height: float

    @property
    def at_edge(self) -> bool:
        """Whether it stands where page numbers and running heads stand."""
        return self.bottom > self.height * (1 - _EDGE) or self.top < self.height * _EDGE


@dataclass(slots=True)
class Paragraph:
    """A paragraph put together from printed lines; `article` is False for page numbers and running heads."""

    pieces: list[Printed]
    article: bool = True

    @property
    def text(self) -> str:
        """Its words, the broken lines joined by a space."""
        return " ".join(piece.text for piece in self.pieces)


def running_heads(pieces: Sequence[Printed]) -> set[str]:
    """Return what stands at the edge of at least three pages and nearly the same on each, its digits as `#`."""
    seen: Counter[str] = Counter()
    for _, page in _by_page(pieces):
        seen.update({_DIGITS.sub("#", piece.text) for piece in page if piece.at_edge})
    return {text for text, pages in seen.items() if pages >= _RUNNING_PAGES}


def paragraphs(pieces: Sequence[Printed]) -> list[Paragraph]:
    """Join printed lines to paragraphs, over the ends of pages too.

    Args:
        pieces: Printed lines in reading order.
    """
    running = running_heads(pieces)
    margins = _margins(pieces)
    found: list[Paragraph] = []
    current: Paragraph | None = None
    for piece in pieces:
        if piece.at_edge and (_PAGE_NUMBER.fullmatch(piece.text) or _DIGITS.sub("#", piece.text) in running):
            found.append(Paragraph([piece], article=False))
        elif current is not None and _goes_on(current, piece, margins):
            current.pieces.append(piece)
        else:
            current = Paragraph([piece])
            found.append(current)
    return found


def _by_page(pieces: Sequence[Printed]) -> Iterator[tuple[int, list[Printed]]]:
    pages: dict[int, list[Printed]] = {}
    for piece in pieces:
        pages.setdefault(piece.page, []).append(piece)
    yield from pages.items()


def _margins(pieces: Sequence[Printed]) -> dict[int, tuple[float, float]]:
    """Return left and right edge of the text of each page, which a few stray pieces do not move."""
    found = {}
    for page, held in _by_page(pieces):
        lefts = sorted(piece.left for piece in held)
        rights = sorted((piece.right for piece in held), reverse=True)
        stray = len(held) // 10
        found[page] = (lefts[stray], rights[min(stray, 2)])
    return found


def _goes_on(current: Paragraph, piece: Printed, margins: dict[int, tuple[float, float]]) -> bool:
    """Tell whether a printed line goes on with the paragraph before it."""
    last, first = current.pieces[-1], current.pieces[0]
    if abs(last.size - piece.size) > _SAME_SIZE * last.size or look_of(piece.text).kind is not LineKind.PARAGRAPH:
        return _is_capitals_pair(last, piece, margins)
    if last.text.isupper() or (last.page == piece.page and not _is_next_line(last, piece)):
        return _is_capitals_pair(last, piece, margins)
    ended = _ENDS.search(last.text) is not None
    if not ended and _continues_word(last.text, piece.text):
        return True
    left, right = margins[last.page]
    if _is_centred(last, left, right):
        return _is_centred(piece, left, right) and last.right - last.left > _WIDE * (right - left)
    if not _is_full(last, piece, right):
        return False
    return _follows_margin(first, piece, left, ended=ended)


def _is_centred(piece: Printed, left: float, right: float) -> bool:
    """Tell whether a piece stands in the middle between the margins, away from both."""
    before, after = piece.left - left, right - piece.right
    return min(before, after) > _AWAY * piece.size and abs(before - after) < _CENTRED * piece.size


def _is_next_line(last: Printed, piece: Printed) -> bool:
    """Tell whether a piece stands directly below another, in the same column."""
    step = last.bottom - piece.bottom
    return 0.5 * last.size < step < _APART * last.size and piece.left < last.right and last.left < piece.right


def _is_full(last: Printed, piece: Printed, right: float) -> bool:
    """Tell whether the first word below did not fit into a line any more."""
    word = len(piece.text.partition(" ")[0]) + 1
    return last.right + word * (piece.right - piece.left) / len(piece.text) > right - _SLACK * last.size


def _continues_word(before: str, after: str) -> bool:
    """Tell by the words alone that a sentence goes on: it is left open, or goes on in small letters."""
    return after[:1].islower() or (_OPEN_END.search(before) is not None and after[:1].isalnum())


def _is_capitals_pair(last: Printed, piece: Printed, margins: dict[int, tuple[float, float]]) -> bool:
    """Two lines of a headline in capitals, the first as wide as the text, are one."""
    left, right = margins[last.page]
    if not (last.text.isupper() and piece.text.isupper()) or last.page != piece.page or look_of(piece.text).number:
        return False
    # A word alone below cannot be a headline of its own.
    alone = " " not in piece.text and abs(last.left + last.right - piece.left - piece.right) < _CENTRED * last.size
    wide = alone or last.right - last.left > _WIDE * (right - left)
    return wide and _is_next_line(last, piece) and abs(last.size - piece.size) <= _SAME_SIZE * last.size


def _follows_margin(first: Printed, piece: Printed, left: float, *, ended: bool) -> bool:
    """Tell by where it starts whether a line below a full one goes on."""
    set_in = _SET_IN * piece.size
    if piece.page != first.page:
        return not ended
    if look_of(first.text).number:
        hangs = first.left + set_in < piece.left < first.left + _HANGING * piece.size
        return hangs or piece.left < first.left - set_in or not ended
    if piece.left > first.left + set_in:
        return False
    if piece.left < first.left - set_in:
        return True
    # As far in as the first line: where that is set in another first line, else another paragraph if a sentence ended.
    return not (first.left > left + set_in or ended)
