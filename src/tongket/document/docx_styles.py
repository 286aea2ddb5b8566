"""Styles of a Word file: what a paragraph or run inherits from the style it names and from those that one rests on."""

from dataclasses import dataclass

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_VAL = W + "val"
# Chains of styles are a few long; a longer one rests on itself.
_LONGEST_CHAIN = 20
_OFF = ("0", "false", "off")


@dataclass(frozen=True, slots=True)
class Style:
    """What one style says; None and empty where it says nothing.

    Attributes:
        name: In lower case, as Word shows it in English.
        parent: The style it rests on.
        num_id: The list it belongs to.
        level: The level in that list.
        outline: Its heading level, from 0.
        font: The font of its letters.
        hidden: Whether its text is not shown.
    """

    name: str
    parent: str | None
    num_id: str | None
    level: int | None
    outline: int | None
    font: str | None
    hidden: bool | None


class Styles:
    """The styles of one file."""

    def __init__(self, root: etree._Element | None) -> None:
        """Take in `styles.xml`; None where the file has none."""
        self._styles: dict[str, Style] = {}
        self.default_paragraph: str | None = None
        self.default_font: str | None = None
        if root is None:
            return
        self.default_font = font_of(root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr"))
        for element in root.iterfind(W + "style"):
            name = element.get(W + "styleId")
            if name is None:
                continue
            self._styles[name] = _style(element)
            if element.get(W + "type") == "paragraph" and element.get(W + "default") in ("1", "true"):
                self.default_paragraph = name

    def chain(self, name: str | None) -> list[Style]:
        """Return a style and those it rests on, nearest first."""
        found: list[Style] = []
        while name in self._styles and len(found) < _LONGEST_CHAIN:
            found.append(self._styles[name])
            name = found[-1].parent
        return found

    def font(self, *names: str | None) -> str | None:
        """Return the font that the first of the named styles with one gives, else the file's own."""
        for name in names:
            for style in self.chain(name):
                if style.font:
                    return style.font
        return self.default_font


def font_of(properties: etree._Element | None) -> str | None:
    """Return the font that run properties name for letters outside ASCII; empty for a font of the theme."""
    fonts = None if properties is None else properties.find(W + "rFonts")
    if fonts is None:
        return None
    if fonts.get(W + "hAnsiTheme") or fonts.get(W + "asciiTheme"):
        return ""
    return fonts.get(W + "hAnsi") or fonts.get(W + "ascii")


def value_of(parent: etree._Element | None, path: str) -> str | None:
    """Return the `w:val` of the element at `path` (names without namespace, split by `/`)."""
    if parent is None:
        return None
    element = parent.find("/".join(W + step for step in path.split("/")))
    return None if element is None else element.get(_VAL)


def number_at(parent: etree._Element | None, path: str) -> int | None:
    """Return the whole number at `path`; None where there is none."""
    value = value_of(parent, path)
    digits = (value or "").removeprefix("-")
    return int(value) if value and digits.isascii() and digits.isdigit() and len(digits) <= 9 else None  # noqa: PLR2004 (Word's numbers fit 32 bits)


def is_on(parent: etree._Element | None, name: str) -> bool | None:
    """Tell whether a switch such as `w:vanish` is set; None where it is not there."""
    element = None if parent is None else parent.find(W + name)
    return None if element is None else element.get(_VAL, "1") not in _OFF


def _style(element: etree._Element) -> Style:
    paragraph, run = element.find(W + "pPr"), element.find(W + "rPr")
    return Style(
        name=(value_of(element, "name") or "").lower(),
        parent=value_of(element, "basedOn"),
        num_id=value_of(paragraph, "numPr/numId"),
        level=number_at(paragraph, "numPr/ilvl"),
        outline=number_at(paragraph, "outlineLvl"),
        font=font_of(run),
        hidden=is_on(run, "vanish"),
    )
