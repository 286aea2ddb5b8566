"""What an official letter or report says of itself in its letterhead: subject, day, issuing body."""

import re

from tongket.reading.fields.dates import first_day
from tongket.reading.furniture.letter import (
    OFFICE_FORMATS,
    TYPE_ALONE,
    TYPE_NAME,
    is_head_line,
    is_letterhead,
    tells_place_and_day,
)
from tongket.reading.furniture.walk import lines_down, lines_up
from tongket.terms.document import Document
from tongket.terms.span import Span

_HEAD_LINES = 30
_ABOVE = 12
_DATE_REACH = 600
_SUBJECT_LINES = 4
_SUBJECT_STOP = re.compile(
    r"kính gửi|căn cứ|phần (?:thứ|[ivx])|(?:[ivx]{1,4}|\d{1,2}|[a-c])[.)/-]|-----|thực hiện |chương "
)
_LONGEST_SUBJECT = 260


def is_letter(document: Document, key: str, body: tuple[Span, ...]) -> bool:
    """Tell whether a body begins with the name of a type of document, or stands under a letterhead."""
    if not body:
        return False
    start, end = next(lines_down(key, body[0].start, body[-1].end))
    if document.text[start:end].isupper() and TYPE_ALONE.fullmatch(key, start, end):
        return True
    above = (key[low:high] for low, high in lines_up(key, start, _ABOVE))
    # Portals list documents with number, place and date above their articles: on a page only the type's name tells.
    told = document.format in OFFICE_FORMATS or bool(TYPE_NAME.match(key, start, end))
    return told and is_letterhead(above)


def letter_title(document: Document, key: str, body: tuple[Span, ...]) -> str | None:
    """Return type and subject in one line ("Báo cáo kết quả công tác tuyên giáo năm 2024")."""
    lines = lines_down(key, body[0].start, body[-1].end)
    start, end = next(lines)
    if not TYPE_NAME.match(key, start, end):
        return _subject_of_letter(document, key, start)
    parts = [document.text[start:end]]
    for low, high in lines:
        line = key[low:high]
        if len(parts) > _SUBJECT_LINES or not _continues(document.text[low:high], line, parts):
            break
        parts.append(document.text[low:high])
    if len(parts) > 1 and not parts[1].isupper():
        parts[0] = parts[0].capitalize()
    return " ".join(parts)


def _continues(text: str, line: str, parts: list[str]) -> bool:
    if (
        len(line) > _LONGEST_SUBJECT
        or _SUBJECT_STOP.match(line)
        or line.endswith((".", ";", ":"))
        or line.startswith("(")
    ):
        return False
    if len(parts) == 1:
        return True
    return text[:1].islower() or text.isupper() == parts[-1].isupper() is True or parts[-1].endswith((",", " và"))


def _subject_of_letter(document: Document, key: str, top: int) -> str | None:
    for start, end in lines_up(key, top, _ABOVE):
        if key.startswith("v/v", start):
            return document.text[start:end]
    return None


def letter_date(key: str, body: tuple[Span, ...]) -> str | None:
    """Return the day of the line of place and date, as ISO."""
    stretches = [
        *lines_up(key, body[0].start, _HEAD_LINES),
        *lines_down(key, body[0].start, min(body[-1].end, body[0].start + _DATE_REACH)),
    ]
    for start, end in stretches:
        if tells_place_and_day(key[start:end]):
            return first_day(key[start:end])
    return None


def issuer_of(document: Document, key: str, body: tuple[Span, ...]) -> str | None:
    """Return the issuing body: the last line in capitals of the letterhead that is neither motto nor number."""
    for start, end in lines_up(key, body[0].start, _ABOVE):
        text = document.text[start:end]
        if text.isupper() and " " in text and not is_head_line(key[start:end]):
            return text
    return None
