"""What a document says of itself: headline, day of publishing, author, publisher."""

import re
from collections.abc import Iterator
from itertools import pairwise

from tongket.reading.cues import opens
from tongket.reading.fields.bylines import MACHINE_NAMES, author_of, is_name_line
from tongket.reading.fields.dates import first_day, is_date_line, is_dated_tail
from tongket.reading.fields.letter import is_letter, issuer_of, letter_date, letter_title
from tongket.reading.fields.publisher import publisher_of
from tongket.reading.furniture.block import is_lead
from tongket.reading.furniture.lines import MARKS, PROSE_LENGTH, Look, look_of
from tongket.reading.furniture.walk import lines_down, lines_up
from tongket.reading.places import provinces
from tongket.terms.document import Document
from tongket.terms.records import DocumentFields
from tongket.terms.span import Span

_YEAR = re.compile(r"(?:19|20)\d\d")
_CLOSING = re.compile(r"[.!?…;:,]['\")]*$")
_LONGEST_HEADLINE = 250
# Lists and feeds cut a headline so.
_CUT_SHORT = ("...", "…")
_HEADLINE_WORDS = 3
_ORIGINAL = re.compile(r"(?:ngày )?đăng|xuất bản|gửi lúc|post|publish|phát hành|ngày tạo")
_UPDATED = re.compile(r"cập nhật")
_NEAR_LINES = 6
# Below the article only its own last lines tell its day; a list of other articles may follow at once.
_AFTER = 600
_BELOW = 8
_RIGHT_BELOW = 2
_TAIL_LINES = 5
_TOP_LINES = 4
_ENDNOTE = re.compile(r"(?:/\.|[.!?…]\s?)\s*\(?(?P<name>[^\W\d_][^.!?…()\n]{3,40})\)?\.?$")
# "… của địa phương. Tin, ảnh: Hà Mẫu": the by-line stands in the last paragraph itself.
_ENDLINE = re.compile(r"[.!?…/]\s+(?P<line>(?:tin|bài|ảnh)(?:\s*(?:,|và|-)\s*(?:tin|bài|ảnh))*\s*:\s*\S[^:\n]{1,40})$")
_ENDNOTE_REACH = 60
_PROPERTY_DATES = ("published", "date", "created", "modified")


def read_fields(document: Document, key: str, body: tuple[Span, ...]) -> DocumentFields:
    """Read the fields of a document.

    Args:
        document: The document.
        key: `fold(document.text)`.
        body: What `find_body` found; day and publisher may come from outside it, nothing else.

    Returns:
        The fields; None for each that neither the text nor the file's properties tell.
    """
    told = dict(reversed(document.properties))
    published: str | None = None
    if document.format in ("xlsx", "csv", "ods"):
        # Cells hold names and offices of every sort: only the first of them tells anything of the sheet.
        title, author, publisher = _headline(document, key, body), None, None
    elif is_letter(document, key, body):
        title, author = letter_title(document, key, body), None
        published, publisher = letter_date(key, body), issuer_of(document, key, body)
    else:
        tail = list(lines_up(key, body[-1].end, _TAIL_LINES, body[0].start)) if body else []
        title, author = _headline(document, key, body), _author(document, key, body, tail)
        published, publisher = _published(key, body, title), publisher_of(document, key, body, tail)
    return DocumentFields(
        title=title or told.get("title") or None,
        published=published or _told_date(told),
        author=author or _told_author(told),
        publisher=publisher or told.get("publisher") or None,
    )


def _told_author(told: dict[str, str]) -> str | None:
    author = told.get("author", "").strip()
    return author if author and author.lower() not in MACHINE_NAMES else None


def _told_date(told: dict[str, str]) -> str | None:
    return next((day for name in _PROPERTY_DATES if name in told and (day := first_day(told[name].lower()[:10]))), None)


def _headline(document: Document, key: str, body: tuple[Span, ...]) -> str | None:
    if not body:
        return None
    lines = lines_down(key, body[0].start, body[-1].end)
    start, end = next(lines)
    line = key[start:end]
    if len(line) > _LONGEST_HEADLINE or line.count(" ") + 1 < _HEADLINE_WORDS or is_lead(line):
        return None
    if " ảnh:" in line and opens("caption", line, 0):
        return None
    if _CLOSING.search(line) and not _stands_over_prose(key, end, body, line):
        return None
    return document.text[start:end]


def _stands_over_prose(key: str, end: int, body: tuple[Span, ...], line: str) -> bool:
    # A headline with a full stop is known by the longer paragraph under it; a question or a cry is a headline anyway.
    if line.endswith(_CUT_SHORT) and len(line) <= PROSE_LENGTH:
        return True
    if line.endswith((":", ";", ",")) or (line.endswith(".") and opens("caption", line, 0)):
        return False
    dated = False
    for start, low in lines_down(key, end, body[-1].end):
        look = look_of(key[start:low]) if low - start < PROSE_LENGTH else None
        if look is Look.DATE or look is Look.PICTURE:
            dated = dated or look is Look.DATE
            continue
        # A long line over the day of publishing is a headline too.
        return low - start >= PROSE_LENGTH and (dated or len(line) <= PROSE_LENGTH)
    return False


def _published(key: str, body: tuple[Span, ...], title: str | None) -> str | None:
    if not body:
        return None
    found: list[tuple[int, str]] = []
    top, bottom = body[0].start, body[-1].end
    for start, end in _years(key, 0, top):
        rank = key.count("\n", end, top)
        _note_date(found, key[start:end], (20 if rank < _NEAR_LINES else 60) + rank)
    for number, (earlier, later) in enumerate(pairwise(body)):
        for start, end in _years(key, earlier.end, later.start):
            _note_date(found, key[start:end], 55 if number else 10)
    for rank, (start, end) in enumerate(lines_down(key, bottom, min(len(key), bottom + _AFTER))):
        line = key[start:end]
        if rank > _BELOW or look_of(line) is Look.CLOSE:
            break
        if _YEAR.search(line):
            _note_date(found, line, 40 + rank, labelled=rank > _RIGHT_BELOW)
    if found:
        return min(found)[1]
    return _stamped(key, body) or _listed_date(key, bottom, title)


def _stamped(key: str, body: tuple[Span, ...]) -> str | None:
    """Return the day, its year told by two digits, of a line right over the article or between its first parts."""
    top = body[0].start
    between = lines_down(key, body[0].end, body[1].start) if len(body) > 1 else ()
    lines = (key[start:end] for start, end in (*between, *lines_up(key, top, _NEAR_LINES)))
    return next((day for line in lines if is_date_line(line) and (day := first_day(line))), None)


def _years(key: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Walk over the stripped lines of `key[start:end]` in which a year stands."""
    done = start
    for match in _YEAR.finditer(key, start, end):
        if match.start() < done:
            continue
        low = key.rfind("\n", start, match.start()) + 1 or start
        high = key.find("\n", match.end(), end)
        done = high = end if high < 0 else high
        line = key[low:high].strip(MARKS)
        low = key.find(line, low)
        yield low, low + len(line)


def _note_date(found: list[tuple[int, str]], line: str, rank: int, *, labelled: bool = False) -> None:
    if not (is_date_line(line) or (not labelled and is_dated_tail(line))):
        return
    day = first_day(line)
    if day is None:
        return
    if _ORIGINAL.search(line):
        rank = 0
    elif _UPDATED.search(line):
        rank = 5
    elif labelled:
        return
    found.append((rank, day))


def _listed_date(key: str, start: int, title: str | None) -> str | None:
    """Return the day that a list of articles below gives behind this very headline."""
    if title is None:
        return None
    spot = key.find(title.lower(), start)
    if spot < 0:
        return None
    after = key[spot + len(title) : key.find("\n", spot) if "\n" in key[spot:] else len(key)]
    return first_day(after) if after.lstrip().startswith("(") else None


def _author(document: Document, key: str, body: tuple[Span, ...], tail: list[tuple[int, int]]) -> str | None:
    if not body:
        return None
    for start, end in tail:
        author = author_of(document.text[start:end], key[start:end])
        if author is not None:
            return author
    return (
        _top_author(document, key, body) or _ending_author(document, key, tail) or _named_as_place(document, key, tail)
    )


def _named_as_place(document: Document, key: str, tail: list[tuple[int, int]]) -> str | None:
    """Return the name, a province's as well ("Hà Nam"), that stands alone right below the last paragraph."""
    for (start, end), (above, stop) in pairwise(tail):
        if key[start:end] in provinces() and key[stop - 1] in '.!"' and stop - above > PROSE_LENGTH:
            return document.text[start:end] if opens("surname", key, start) > start else None
    return None


def _top_author(document: Document, key: str, body: tuple[Span, ...]) -> str | None:
    lines = lines_down(key, body[0].start, body[-1].end)
    for count, (start, end) in enumerate(lines):
        if count >= _TOP_LINES:
            break
        if count and (author := author_of(document.text[start:end], key[start:end])):
            return author
    return None


def _ending_author(document: Document, key: str, tail: list[tuple[int, int]]) -> str | None:
    """Return the name that stands in the last paragraph itself, behind its end mark."""
    for start, end in tail:
        line = _ENDLINE.search(key, max(start, end - _ENDNOTE_REACH), end)
        if line and (name := author_of(document.text[line.start("line") : end], line["line"])):
            return name
        match = _ENDNOTE.search(key, max(start, end - _ENDNOTE_REACH), end)
        if match and is_name_line(name := document.text[match.start("name") : match.end("name")].strip()):
            return name
    return None
