"""Numbers of Word's automatic lists: `numbering.xml` holds how they look, the order of the paragraphs what they are.

ECMA-376 part 1, 17.9: a paragraph names a list (`w:num`), which rests on an abstract list whose count all its lists
share, unless one of them overrides the start.
"""

import re
from dataclasses import dataclass, field

from lxml import etree

from tongket.document.docx_styles import Styles, W, is_on, number_at, value_of
from tongket.document.numerals import WORD_FORMATS, bullet

_LEVELS = 9
_PLACE = re.compile(r"%([1-9])")


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list looks and counts.

    Attributes:
        start: Its first number.
        form: Name of its numerals (`decimal`, `upperRoman`, `bullet`).
        text: The number with places for the counts: `%1.%2.`.
        restart: After which level (from 1) it starts again; 0 never, None after any above.
        style: The paragraph style that is numbered by this level.
        legal: Whether every count in it is written in digits.
    """

    start: int = 1
    form: str = "decimal"
    text: str = ""
    restart: int | None = None
    style: str | None = None
    legal: bool = False


@dataclass(slots=True)
class _List:
    abstract: str
    levels: dict[int, Level]
    starts: dict[int, int]


@dataclass(slots=True)
class _Count:
    """How far an abstract list has counted; None where a level has not begun."""

    now: list[int | None] = field(default_factory=lambda: [None] * _LEVELS)


class Numbering:
    """Counts through one file; ask it once for each paragraph, in order."""

    def __init__(self, root: etree._Element | None, styles: Styles) -> None:
        """Take in `numbering.xml`; None where the file has none."""
        self._styles = styles
        self._lists: dict[str, _List] = {}
        self._counts: dict[str, _Count] = {}
        self._overridden: set[tuple[str, int]] = set()
        if root is not None:
            self._take_in(root)

    def number(self, properties: etree._Element | None, style: str | None) -> str | None:
        """Count one paragraph.

        Args:
            properties: Its `w:pPr`.
            style: The style it names, or the default one.

        Returns:
            Its number as a person sees it, empty where its list shows none; None where it is in no list.
        """
        num_id, level = self._place(properties, style)
        chosen = self._lists.get(num_id or "")
        if num_id is None or chosen is None or not 0 <= level < _LEVELS:
            return None
        return self._count(num_id, chosen, level)

    def _place(self, properties: etree._Element | None, style: str | None) -> tuple[str | None, int]:
        own_level = number_at(properties, "numPr/ilvl")
        num_id = value_of(properties, "numPr/numId")
        if num_id is not None:
            return num_id, own_level or 0
        for link in self._styles.chain(style):
            if link.num_id is not None:
                level = own_level if own_level is not None else link.level
                return link.num_id, level if level is not None else self._level_of_style(link.num_id, style)
        return None, 0

    def _level_of_style(self, num_id: str, style: str | None) -> int:
        chosen = self._lists.get(num_id)
        levels = chosen.levels if chosen else {}
        return next((place for place, level in levels.items() if level.style is not None and level.style == style), 0)

    def _count(self, num_id: str, chosen: _List, level: int) -> str:
        now = self._counts.setdefault(chosen.abstract, _Count()).now
        current = now[level]
        override = chosen.starts.get(level)
        if override is not None and (num_id, level) not in self._overridden:
            self._overridden.add((num_id, level))
            now[level] = override
        else:
            now[level] = _start(chosen, level) if current is None else current + 1
        for lower in range(level + 1, _LEVELS):
            restart = chosen.levels.get(lower, Level()).restart
            if restart is None or level < restart:
                now[lower] = None
        return _written(chosen, now, level)

    def _take_in(self, root: etree._Element) -> None:
        abstract = {element.get(W + "abstractNumId", ""): element for element in root.iterfind(W + "abstractNum")}
        nums = {element.get(W + "numId", ""): element for element in root.iterfind(W + "num")}
        for num_id, element in nums.items():
            name = value_of(element, "abstractNumId") or ""
            found = abstract.get(name)
            link = value_of(found, "numStyleLink")
            if link is not None:
                linked = next((style.num_id for style in self._styles.chain(link) if style.num_id), None)
                name = value_of(nums.get(linked or ""), "abstractNumId") or name
                found = abstract.get(name)
            levels = _levels(found)
            starts: dict[int, int] = {}
            for override in element.iterfind(W + "lvlOverride"):
                place = _place_of(override)
                start = number_at(override, "startOverride")
                if start is not None:
                    starts[place] = start
                levels.update(_levels(override))
            self._lists[num_id] = _List(name, levels, starts)


def _levels(parent: etree._Element | None) -> dict[int, Level]:
    if parent is None:
        return {}
    return {_place_of(element): _level(element) for element in parent.iterfind(W + "lvl")}


def _place_of(element: etree._Element) -> int:
    written = element.get(W + "ilvl", "0")
    return int(written) if written.isascii() and written.isdigit() and len(written) == 1 else 0


def _level(element: etree._Element) -> Level:
    start = number_at(element, "start")
    return Level(
        start=0 if start is None else start,
        form=value_of(element, "numFmt") or "decimal",
        text=value_of(element, "lvlText") or "",
        restart=number_at(element, "lvlRestart"),
        style=value_of(element, "pStyle"),
        legal=bool(is_on(element, "isLgl")),
    )


def _start(chosen: _List, level: int) -> int:
    return chosen.starts.get(level, chosen.levels.get(level, Level()).start)


def _written(chosen: _List, now: list[int | None], level: int) -> str:
    look = chosen.levels.get(level)
    if look is None or look.form == "none":
        return _PLACE.sub("", look.text).strip() if look else ""
    if look.form == "bullet":
        return bullet(look.text)

    def count(match: re.Match[str]) -> str:
        place = int(match.group(1)) - 1
        value = now[place] if place <= level else None
        form = "decimal" if look.legal else chosen.levels.get(place, Level()).form
        return WORD_FORMATS.get(form, str)(_start(chosen, place) if value is None else value)

    return _PLACE.sub(count, look.text).strip()
