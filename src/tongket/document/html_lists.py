"""Numbers of HTML's ordered lists, as a browser shows them."""

import re

from lxml import etree

from tongket.document.numerals import SIGN_FORMATS

# Names of CSS `list-style-type` and the `type` of HTML they stand for.
_CSS_TYPES = {
    "decimal": "1", "upper-roman": "I", "lower-roman": "i", "upper-alpha": "A", "upper-latin": "A", "lower-alpha": "a",
    "lower-latin": "a",
}  # fmt: skip
_CSS = re.compile(r"list-style(?:-type)?\s*:\s*([a-z-]+)", re.IGNORECASE)
_UNNUMBERED = ("none", "disc", "circle", "square")
_WHOLE = re.compile(r"\s*-?\d{1,6}\s*")


class OrderedList:
    """Counts the items of one `ol`."""

    def __init__(self, element: etree._Element) -> None:
        """Take its start, type and direction."""
        self._type = _type_of(element) or "1"
        self._step = -1 if element.get("reversed") is not None else 1
        first = sum(1 for _ in element.iterchildren("li")) if self._step < 0 else 1
        self._next = _whole(element.get("start"), first)

    def number(self, item: etree._Element) -> str:
        """Count one `li` and return its number; empty where its list shows none."""
        value = _whole(item.get("value"), self._next)
        self._next = value + self._step
        kind = _type_of(item) or self._type
        return "" if kind in _UNNUMBERED else f"{SIGN_FORMATS.get(kind, str)(value)}."


def _type_of(element: etree._Element) -> str | None:
    found = _CSS.search(element.get("style", "")[:1000])
    if found:
        name = found.group(1).lower()
        return _CSS_TYPES.get(name, name if name in _UNNUMBERED else None)
    return element.get("type")


def _whole(written: str | None, other: int) -> int:
    return int(written) if written is not None and _WHOLE.fullmatch(written) else other
