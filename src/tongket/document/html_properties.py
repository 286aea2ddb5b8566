"""What a page says of itself outside its text: title, author, date of publication, publisher."""

import json
import re
from collections.abc import Iterator

from lxml import etree

# Names by which `meta` tells a property; the first one found holds.
_METAS = {
    "title": ("og:title", "twitter:title", "dc.title", "title"),
    "author": ("author", "article:author", "dc.creator", "og:article:author"),
    "published": (
        "article:published_time", "og:article:published_time", "datepublished", "pubdate", "publishdate",
        "dc.date.issued", "dc.date", "date", "og:published_time", "article:published",
    ),
    "publisher": ("og:site_name", "dc.publisher", "publisher", "copyright", "application-name"),
}  # fmt: skip
_LINKED_DATA = {"headline": "title", "datePublished": "published", "author": "author", "publisher": "publisher"}
# Linked data longer or deeper than this is no description of an article.
_LONGEST_DATA = 200_000
_DEEPEST_DATA = 12
_LONGEST_VALUE = 500
_SPACE = re.compile(r"\s+")


def properties_of_page(root: etree._Element) -> dict[str, str]:
    """Return the properties of a page as it writes them: `title`, `author`, `published`, `publisher`.

    Sources in order: `meta` elements, linked data (schema.org), `itemprop` and `time` elements, `title`.
    """
    found: dict[str, str] = {}
    metas = dict(_metas(root))
    for name, keys in _METAS.items():
        _keep(found, name, next((metas[key] for key in keys if metas.get(key)), None))
    for key, value in _linked_data(root):
        _keep(found, _LINKED_DATA[key], value)
    for element in root.iter("time", "span", "div", "p", "a", "meta"):
        if "published" not in found and (element.get("itemprop") == "datePublished" or element.tag == "time"):
            _keep(found, "published", element.get("datetime") or element.get("content"))
        if "author" not in found and (element.get("itemprop") == "author" or element.get("rel") == "author"):
            _keep(found, "author", "".join(map(str, element.itertext())))
    _keep(found, "title", root.findtext(".//title"))
    return found


def _metas(root: etree._Element) -> Iterator[tuple[str, str]]:
    for element in reversed(list(root.iter("meta"))):
        name = element.get("property") or element.get("name") or element.get("itemprop")
        content = element.get("content")
        if name and content:
            yield name.lower(), content


def _keep(found: dict[str, str], name: str, value: str | None) -> None:
    words = _SPACE.sub(" ", value or "").strip()
    if words and len(words) <= _LONGEST_VALUE:
        found.setdefault(name, words)


def _linked_data(root: etree._Element) -> Iterator[tuple[str, str]]:
    for element in root.iter("script"):
        if element.get("type", "").lower() != "application/ld+json" or not element.text:
            continue
        if len(element.text) > _LONGEST_DATA:
            continue
        try:
            told = json.loads(element.text)
        except (ValueError, RecursionError):
            continue
        yield from _told(told, 0)


def _told(told: object, depth: int) -> Iterator[tuple[str, str]]:
    if depth > _DEEPEST_DATA:
        return
    if isinstance(told, list):
        for entry in told:
            yield from _told(entry, depth + 1)
    elif isinstance(told, dict):
        for key, value in told.items():
            named = value[0] if isinstance(value, list) and value else value
            named = named.get("name") if isinstance(named, dict) else named
            if key in _LINKED_DATA and isinstance(named, str):
                yield key, named
        yield from _told(told.get("@graph"), depth + 1)
