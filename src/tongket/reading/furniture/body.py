"""Where the article stands in a document: everything else on a page is furniture (`docs/spec/reading.md`, body)."""

from tongket.reading.furniture.block import find_block, find_end, find_headline, find_lead_below, is_label
from tongket.reading.furniture.letter import find_letter, is_head_line
from tongket.reading.furniture.lines import MARKS, OF_TEXT, Look, Sheet, look_at
from tongket.reading.keyed import fold
from tongket.terms.document import Document
from tongket.terms.span import Span

_LINKED = frozenset({Look.LONG, Look.SHORT, Look.DATE, Look.PICTURE, Look.COUNTER})


def find_body(document: Document, key: str) -> tuple[Span, ...]:
    """Return the spans of the article itself: sorted, disjoint, without white space at either end.

    Args:
        document: The document; lines marked `article=False` are believed unless nothing would be left.
        key: `fold(document.text)`.

    Returns:
        Headline, lead, paragraphs, captions, by-line and source credit; empty for an empty document.
    """
    if document.format in ("xlsx", "csv", "ods"):
        return _whole(key)
    sheet = look_at(document, key)
    letter = find_letter(document, sheet)
    if letter is not None:
        kept = [place for part in letter for place in part if _stays(sheet, place)]
    else:
        kept = _article(document, sheet)
    return _spans(sheet, kept) if kept else _whole(key)


def _article(document: Document, sheet: Sheet) -> list[int]:
    block = find_block(sheet)
    if block is None:
        return [place for place, look in enumerate(sheet.looks) if look in OF_TEXT]
    first, last = block
    named = next((fold(value) for name, value in document.properties if name == "title"), "")
    headline = find_headline(sheet, first, last, named)
    start = first if headline is None else headline
    end = find_end(sheet, max(first, start), last)
    kept = _without_asides(sheet, start, end)
    lead = find_lead_below(sheet, start, end)
    return [*(kept if headline is None else _without_labels(sheet, kept)), *(() if lead is None else (lead,))]


def _without_asides(sheet: Sheet, start: int, end: int) -> list[int]:
    kept: list[int] = []
    aside = False
    for place in range(start, end + 1):
        look = sheet.looks[place]
        if look is Look.ASIDE:
            aside = True
        elif look in OF_TEXT and not (aside and look in _LINKED):
            aside = False
            kept.append(place)
    return kept


def _without_labels(sheet: Sheet, kept: list[int]) -> list[int]:
    """Leave out the section names and buttons between the headline and the first paragraph."""
    lead = next((count for count, place in enumerate(kept) if sheet.looks[place] is Look.PROSE), 0)
    return [place for count, place in enumerate(kept) if not 0 < count < lead or not is_label(sheet, place)]


def _stays(sheet: Sheet, place: int) -> bool:
    line = sheet.line(place)
    return place not in sheet.hidden and any(char.isalnum() for char in line) and not is_head_line(line)


def _whole(key: str) -> tuple[Span, ...]:
    left = key.lstrip(MARKS)
    start, end = len(key) - len(left), len(key.rstrip(MARKS))
    return (Span(start, end),) if start < end else ()


def _spans(sheet: Sheet, kept: list[int]) -> tuple[Span, ...]:
    """Join neighbouring lines that only white space parts."""
    found: list[Span] = []
    first, last = sheet.starts[kept[0]], sheet.ends[kept[0]]
    for place in kept[1:]:
        start = sheet.starts[place]
        if not sheet.text[last:start].isspace():
            found.append(Span(first, last))
            first = start
        last = sheet.ends[place]
    return (*found, Span(first, last))
