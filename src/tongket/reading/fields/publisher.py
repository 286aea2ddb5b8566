"""Who put a page up: its source credit, its dateline, the name of the site."""

import re

from tongket.reading.fields.bylines import is_office, is_source, source_of
from tongket.reading.furniture.walk import lines_down
from tongket.terms.document import Document
from tongket.terms.span import Span

_TOP_LINES = 12
_DATELINE_REACH = 600
_SITE_WORDS = 16
# One of these stands in what `_SITE` finds; a page without them is spared the search.
_SITE_KINDS = ("trang t", "cổng t")
_SITE = re.compile(
    r"(?:^|\n)[ ®©|]*(?P<name>(?:trang (?:thông tin|tin) điện tử|cổng (?:thông tin|ttđt|tt điện tử))"
    r" [^\n|]{2,110}?)[ |.]*(?=\n|$)"
)
_MASTHEAD = re.compile(r"(?:báo (?!cáo)|tạp chí |đài (?:phát thanh|truyền hình|pt|truyền thanh) )[^|]{4,60}$")
_DATELINE = re.compile(r"\(\s*(?P<name>(?:[a-z\d-]+\.)+vn)\s*\)\s*-")


def publisher_of(document: Document, key: str, body: tuple[Span, ...], tail: list[tuple[int, int]]) -> str | None:
    """Return who published a page, as written; a credited source goes before the site that copied it.

    Args:
        document: The document.
        key: Its folded text.
        body: The article.
        tail: The last lines of the body, the last one first.
    """
    if not body:
        return None
    for start, end in tail:
        line = key[start:end]
        if is_source(line) and (source := source_of(document.text[start:end], line)):
            return source
    dateline = _DATELINE.search(key, body[0].start, min(body[0].start + _DATELINE_REACH, body[-1].end))
    if dateline:
        return document.text[dateline.start("name") : dateline.end("name")]
    told = dict(document.properties).get("publisher")
    return told or _site(document, key, body) or _masthead(document, key, body) or _sender(document, key, body, tail)


def _site(document: Document, key: str, body: tuple[Span, ...]) -> str | None:
    for start, end in ((0, body[0].start), (body[-1].end, len(key))):
        if not any(key.find(word, start, end) >= 0 for word in _SITE_KINDS):
            continue
        for match in _SITE.finditer(key, start, end):
            if match["name"].count(" ") < _SITE_WORDS:
                return document.text[match.start("name") : match.end("name")].strip()
    return None


def _masthead(document: Document, key: str, body: tuple[Span, ...]) -> str | None:
    # Only at the page's top: further down such names stand in lists of links to others.
    for count, (start, end) in enumerate(lines_down(key, 0, body[0].start)):
        if count >= _TOP_LINES:
            break
        if _MASTHEAD.match(key[start:end]):
            return document.text[start:end]
    return None


def _sender(document: Document, key: str, body: tuple[Span, ...], tail: list[tuple[int, int]]) -> str | None:
    start, end = tail[0]
    return document.text[start:end].strip("()") if start > body[0].start and is_office(key[start:end]) else None
