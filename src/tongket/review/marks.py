"""How marked words are written: the same view of a review serves Word and the page with different marks."""

import re
from collections.abc import Callable, Mapping
from typing import Protocol

from markupsafe import Markup, escape

from tongket.review.charts import png, svg
from tongket.review.content import Chart

_NOT_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # XML 1.0, production [2] Char


class Marks(Protocol):
    """Writes words, and words that do something, as markup of one format."""

    def words(self, text: str) -> Markup:
        """Write plain words."""

    def strong(self, text: str) -> Markup:
        """Write words that stand out: the figure in its sentence."""

    def link(self, text: str, anchor: str) -> Markup:
        """Write words that lead to an entry of the annex of sources."""

    def place(self, anchor: str) -> Markup:
        """Write the label of an entry, where links to it arrive."""

    def chart(self, chart: Chart, anchors: Mapping[str, str]) -> object:
        """Draw a chart whose bars lead to their entries where the format can."""


def clean(text: str) -> str:
    """Leave out what XML cannot hold, and make one space of every run of white space."""
    return " ".join(_NOT_XML.sub(" ", text).split())


class WordMarks:
    """Runs of WordprocessingML; the looks are character styles of the layout, which users may change."""

    def __init__(self, picture: Callable[[bytes], object]) -> None:
        """Start counting bookmarks; `picture` makes of a PNG what a layout can place."""
        self._bookmarks = 0
        self._picture = picture

    def words(self, text: str) -> Markup:
        """Write one run."""
        return _run(text)

    def strong(self, text: str) -> Markup:
        """Write one run in the style of quoted figures."""
        return _run(text, "TrichDam")

    def link(self, text: str, anchor: str) -> Markup:
        """Write a hyperlink to a bookmark of the same file."""
        return Markup('<w:hyperlink w:anchor="{}" w:history="1">{}</w:hyperlink>').format(anchor, _run(text, "SoLieu"))

    def place(self, anchor: str) -> Markup:
        """Write the label inside its bookmark."""
        self._bookmarks += 1
        return Markup('<w:bookmarkStart w:id="{}" w:name="{}"/>{}<w:bookmarkEnd w:id="{}"/>').format(
            self._bookmarks, anchor, _run(anchor, "MaNguon"), self._bookmarks
        )

    def chart(self, chart: Chart, anchors: Mapping[str, str]) -> object:  # noqa: ARG002 - Word links whole pictures only
        """Draw a picture; its figures stand with their links in the tables of the annexes."""
        return self._picture(png(chart))


class PageMarks:
    """Inline HTML."""

    def words(self, text: str) -> Markup:
        """Write escaped text."""
        return escape(_NOT_XML.sub(" ", text))

    def strong(self, text: str) -> Markup:
        """Mark the figure in its sentence."""
        return Markup("<mark>{}</mark>").format(self.words(text))

    def link(self, text: str, anchor: str) -> Markup:
        """Write a link within the page."""
        return Markup('<a class="figure" href="#{}">{}</a>').format(anchor, self.words(text))

    def place(self, anchor: str) -> Markup:
        """Write the label; the entry itself carries the id."""
        return Markup('<span class="label">{}</span>').format(anchor)

    def chart(self, chart: Chart, anchors: Mapping[str, str]) -> object:
        """Draw into the page; a click on a bar is a click on its figure."""
        drawn = svg(chart, anchors).replace("<a href", '<a class="figure" href')
        return Markup(drawn)  # noqa: S704 - the drawing library's own output, words of documents escaped


def _run(text: str, style: str = "") -> Markup:
    looks = Markup('<w:rPr><w:rStyle w:val="{}"/></w:rPr>').format(style) if style else Markup()
    shown = re.sub(r"\s+", " ", _NOT_XML.sub(" ", text))
    return Markup('<w:r>{}<w:t xml:space="preserve">{}</w:t></w:r>').format(looks, shown)
