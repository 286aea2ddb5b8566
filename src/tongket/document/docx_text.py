"""The words of a Word paragraph as a person reads them: changes accepted, hidden text and field codes left out."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from tongket.document.docx_styles import Styles, W, font_of, is_on, value_of
from tongket.document.legacy import Legacy, font_table, is_of_today, to_unicode
from tongket.document.numerals import bullet

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
# Deleted and moved text, codes of fields, properties, marks of notes: no reader sees them in the line.
_UNSEEN = frozenset(
    W + name
    for name in (
        *("del", "moveFrom", "delText", "instrText", "delInstrText", "pPr", "rPr", "sdtPr", "sdtEndPr", "rt", "rubyPr"),
        *("footnoteReference", "endnoteReference", "footnoteRef", "endnoteRef", "annotationRef", "commentReference"),
    )
)
_SIGNS = {
    W + "tab": "\t",
    W + "ptab": "\t",
    W + "br": "\n",
    W + "cr": "\n",
    W + "noBreakHyphen": "\u2011",
    W + "softHyphen": "",
}
# Four hexadecimal digits that are no half of a surrogate pair.
_SYMBOL = re.compile("(?![Dd][89A-Fa-f])[0-9A-Fa-f]{4}")
_BOX = W + "txbxContent"
_LEAVES = frozenset((W + "t", W + "sym", _MATH + "t", *_SIGNS))


@dataclass
class Words:
    """What was gathered from one paragraph.

    Attributes:
        text: Its words.
        boxes: Text boxes anchored in it.
        tables: Tables of before Unicode that parts of it were brought from.
    """

    text: str = ""
    boxes: list[etree._Element] = field(default_factory=list)
    tables: set[Legacy] = field(default_factory=set)


def words_of(paragraph: etree._Element, style: str | None, styles: Styles, *, legacy_fonts: bool) -> Words:
    """Gather the words of one paragraph.

    Args:
        paragraph: The `w:p`.
        style: The style it names, or the default one.
        styles: The file's styles.
        legacy_fonts: Whether the file names fonts of before Unicode; if not, fonts are not looked up.
    """
    words = Words()
    parts: list[str] = []
    for run, element in _pieces(paragraph):
        if element.tag == _BOX:
            words.boxes.append(element)
            continue
        text = _text_of(element)
        if not text or (run is not None and _is_hidden(run, styles)):
            continue
        if run is not None and legacy_fonts and element.tag == W + "t":
            text = _from_font(text, _font_name(run, style, styles), words)
        parts.append(text)
    words.text = "".join(parts)
    return words


def _pieces(paragraph: etree._Element) -> Iterator[tuple[etree._Element | None, etree._Element]]:
    """Walk the paragraph in reading order and yield what carries text, with its run."""
    stack: list[tuple[etree._Element | None, etree._Element]] = [(None, child) for child in reversed(paragraph)]
    while stack:
        run, element = stack.pop()
        tag = element.tag
        if tag in _UNSEEN or not isinstance(tag, str):
            continue
        if tag == _BOX or tag in _LEAVES:
            yield run, element
            continue
        if tag == W + "r":
            run = element
        elif tag == _MC + "AlternateContent":
            chosen = next((child for child in element if child.tag in (_MC + "Choice", _MC + "Fallback")), None)
            stack.extend([] if chosen is None else [(run, child) for child in reversed(chosen)])
            continue
        stack.extend((run, child) for child in reversed(element))


def _text_of(element: etree._Element) -> str:
    if element.tag == W + "sym":
        code = element.get(W + "char", "")
        return bullet(chr(int(code, 16))) if _SYMBOL.fullmatch(code) else ""
    sign = _SIGNS.get(str(element.tag))
    return element.text or "" if sign is None else sign


def _is_hidden(run: etree._Element, styles: Styles) -> bool:
    properties = run.find(W + "rPr")
    own = is_on(properties, "vanish")
    if own is not None:
        return own
    return any(style.hidden for style in styles.chain(value_of(properties, "rStyle")))


def _font_name(run: etree._Element, style: str | None, styles: Styles) -> str:
    properties = run.find(W + "rPr")
    own = font_of(properties)
    return own if own is not None else styles.font(value_of(properties, "rStyle"), style) or ""


def _from_font(text: str, font: str, words: Words) -> str:
    found = font_table(font)
    if found is None or is_of_today(text):
        return text
    if text.isascii() and not found.capitals:
        return text
    words.tables.add(found.table)
    return to_unicode(text, found.table, capitals=found.capitals)
