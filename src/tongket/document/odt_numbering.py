"""Numbers of OpenDocument's lists (ODF 1.2, 5.3 and 16.30): styles say how levels look, the nesting what they count."""

from dataclasses import dataclass, field

from lxml import etree

from tongket.document.numerals import SIGN_FORMATS, bullet

TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_LEVELS = 10
_XML_ID = "{http://www.w3.org/XML/1998/namespace}id"


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list looks: numerals (empty for none), signs around them, levels shown, first number."""

    form: str = ""
    before: str = ""
    after: str = ""
    shown: int = 1
    start: int = 1
    bullet: str = ""


@dataclass(slots=True)
class Count:
    """How far one list has counted, by level."""

    now: list[int | None] = field(default_factory=lambda: [None] * _LEVELS)


class ListStyles:
    """The list styles of one file, and the counts of its lists."""

    def __init__(self, *roots: etree._Element | None) -> None:
        """Take in `styles.xml` and `content.xml`."""
        self._styles: dict[str, dict[int, Level]] = {}
        self._paragraphs: dict[str, str] = {}
        self._last: dict[str, Count] = {}
        self._by_id: dict[str, Count] = {}
        self.outline: dict[int, Level] = {}
        self.headings = Count()
        for root in roots:
            if root is None:
                continue
            for element in root.iter(TEXT + "list-style"):
                self._styles[element.get(STYLE + "name", "")] = _levels(element)
            for element in root.iter(TEXT + "outline-style"):
                self.outline = _levels(element)
            for element in root.iter(STYLE + "style"):
                name = element.get(STYLE + "list-style-name")
                if name:
                    self._paragraphs[element.get(STYLE + "name", "")] = name

    def levels(self, name: str | None) -> dict[int, Level]:
        """Return the levels of a list style."""
        return self._styles.get(name or "", {})

    def style_of_paragraph(self, style: str | None) -> str | None:
        """Return the list style that a paragraph style names."""
        return self._paragraphs.get(style or "")

    def count_for(self, element: etree._Element, name: str) -> Count:
        """Return the count that a `text:list` goes on with, or a new one."""
        followed = element.get(TEXT + "continue-list")
        if followed is not None:
            count = self._by_id.get(followed, Count())
        elif element.get(TEXT + "continue-numbering") == "true":
            count = self._last.get(name, Count())
        else:
            count = Count()
        self._last[name] = count
        own = element.get(_XML_ID)
        if own:
            self._by_id[own] = count
        return count


def next_number(levels: dict[int, Level], count: Count, level: int, start: int | None = None) -> str:
    """Count one item.

    Args:
        levels: How the list's levels look.
        count: How far it has counted; moved on.
        level: The item's level, from 1.
        start: The number that the item itself sets.

    Returns:
        Its number as a person sees it; empty where none is shown.
    """
    if not 1 <= level <= _LEVELS:
        return ""
    look = levels.get(level)
    current = count.now[level - 1]
    first = look.start if look else 1
    count.now[level - 1] = start if start is not None else (first if current is None else current + 1)
    count.now[level:] = [None] * (_LEVELS - level)
    if look is None:
        return ""
    if look.bullet:
        return bullet(look.bullet)
    if not look.form:
        return f"{look.before}{look.after}".strip()
    parts = []
    for place in range(max(1, level - look.shown + 1), level + 1):
        shown = levels.get(place, Level())
        value = count.now[place - 1]
        if shown.form:
            parts.append(SIGN_FORMATS.get(shown.form, str)(shown.start if value is None else value))
    return f"{look.before}{'.'.join(parts)}{look.after}".strip()


def whole(written: str | None, other: int) -> int:
    """Read a small whole number of an attribute."""
    return (
        int(written) if written and written.isascii() and written.isdigit() and len(written) <= len("999999") else other
    )


def _levels(style: etree._Element) -> dict[int, Level]:
    found: dict[int, Level] = {}
    for element in style:
        level = whole(element.get(TEXT + "level"), 0)
        if element.tag == TEXT + "list-level-style-bullet":
            found[level] = Level(bullet=element.get(TEXT + "bullet-char", "•"))
        elif element.tag in (TEXT + "list-level-style-number", TEXT + "outline-level-style"):
            found[level] = Level(
                form=element.get(STYLE + "num-format", ""),
                before=element.get(STYLE + "num-prefix", ""),
                after=element.get(STYLE + "num-suffix", ""),
                shown=whole(element.get(TEXT + "display-levels"), 1),
                start=whole(element.get(TEXT + "start-value"), 1),
            )
    return found
