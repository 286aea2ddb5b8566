"""What a line of a page looks like: prose, a caption, a menu entry, a date, a picture's file name."""

import re
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache
from importlib.resources import files

from tongket.reading.fields.dates import date_prefix, is_date_line
from tongket.reading.keyed import fold
from tongket.terms.document import Document, LineKind


class Look(IntEnum):
    """What a line looks like by itself; its place on the page decides the rest."""

    PROSE = 0
    LONG = 1
    SENTENCE = 2
    ITEM = 3
    SHORT = 4
    PICTURE = 5
    DATE = 6
    COUNTER = 7
    LINE = 8
    FOREIGN = 9
    ASIDE = 10
    CLOSE = 11


@dataclass(slots=True)
class Sheet:
    """The lines of a document with their looks; the lists run alongside one another.

    Attributes:
        text: The document's text.
        key: Its folded text, as long.
        starts: Where each line starts, without white space, table bars and Markdown marks.
        ends: Where each line ends, likewise.
        looks: What each line looks like.
        headed: Lines that the page itself marks as headings.
        hidden: Lines that the format's reader marks as furniture.
    """

    text: str
    key: str
    starts: list[int]
    ends: list[int]
    looks: list[Look]
    headed: frozenset[int]
    hidden: frozenset[int]

    def line(self, place: int) -> str:
        """Return a line, folded."""
        return self.key[self.starts[place] : self.ends[place]]

    def written(self, place: int) -> str:
        """Return a line as written."""
        return self.text[self.starts[place] : self.ends[place]]


# Looks of what people read as text: paragraphs, items, headlines, captions.
OF_TEXT = frozenset({Look.PROSE, Look.LONG, Look.SENTENCE, Look.ITEM, Look.SHORT})
# White space of every kind, the bars that table cells leave behind, and Markdown's heading mark.
MARKS = "|#" + "".join(char for char in map(chr, range(0x3001)) if char.isspace())
_BARE = MARKS + "0123456789.,:;()[]{}»«›>+-•*·/_=~&…'\"▪●○■□◦►▶»"
_HEADING_MARKS = ("# ", "## ")
# Plain text calls every line in capitals a heading, menus included; these formats know.
_MARKED_HEADINGS = frozenset({"html", "docx", "odt"})
_STOPS = frozenset(".!?…")
_CLAUSE_ENDS = frozenset(".!?…;:")
_CLOSERS = "\"')] "
# Measured on news pages of provinces: a paragraph is seldom shorter, a headline or caption seldom longer.
PROSE_LENGTH = 100
CERTAIN_PROSE = 240
_PREFIX_LENGTH = 120
_FOREIGN_LENGTH = 40
_SENTENCE_WORDS = 3
_FEW = 2
# Where the reader stands in the site: "Trang chủ > Tin tức > …".
_ARROWS = frozenset(">»›")
_ITEM = re.compile(r"(?:[ivx]{1,5}|\d{1,2}(?:\.\d{1,2}){0,3}|[a-zđ])\s?[.)/-]+\s?\S|[-+*•] ?[^\W\d_]|phần thứ |phụ lục")
_PICTURE = re.compile(
    r"\[(?:img|image|ảnh|video|photo)\]|!\[.*|(?:https?:|www\.)\S+|/{1,2}\S+|\S*[\\/]\S+\.(?:aspx?|html?|php|jsp)\S*|"
    r"[^\n]{0,120}\.(?:jpe?g|png|gif|bmp|webp|svg|tiff?|mp4|mp3|flv|avi|pdf|docx?|xlsx?|rar|zip)"
    r"(?:\?[\w.=&%-]+)?|"
    r"(?:img|dsc|dscf|image)[-_ ]?\d\S*"
)
_PICTURE_SIGNS = re.compile(r"[/.\[]|img|dsc|image")


def _cues() -> tuple[dict[str, Look], dict[str, tuple[tuple[str, bool, Look], ...]]]:
    whole: dict[str, Look] = {}
    begun: dict[str, list[tuple[str, bool, Look]]] = {}
    look = Look.LINE
    source = files("tongket.reading").joinpath("data/furniture.txt").read_text(encoding="utf-8")
    for row in source.splitlines():
        if row.startswith("["):
            look = Look[row.strip("[]").upper()]
        elif row and not row.startswith("#"):
            cue = fold(row)
            if cue.endswith("*"):
                prefix = cue.rstrip("*")
                begun.setdefault(prefix.split()[0], []).append((prefix, cue.endswith("**"), look))
            whole.setdefault(cue.strip("*").strip(_BARE), look)
    return whole, {word: tuple(rows) for word, rows in begun.items()}


_WHOLE, _BEGUN = _cues()


def look_at(document: Document, key: str) -> Sheet:
    """Look at every line of a document by itself."""
    starts: list[int] = []
    ends: list[int] = []
    looks: list[Look] = []
    headed: set[int] = set()
    hidden: set[int] = set()
    marked = document.format in _MARKED_HEADINGS
    for line in document.lines:
        start, end = line.span
        raw = key[start:end]
        text = raw.strip(MARKS)
        if not text:
            continue
        if text is not raw:
            start += raw.find(text)
            if raw.startswith(_HEADING_MARKS):
                headed.add(len(starts))
        if marked and line.kind is LineKind.HEADING:
            headed.add(len(starts))
        if text[:5] == "date ":
            cut = date_prefix(text)
            start, text = start + cut, text[cut:]
        starts.append(start)
        ends.append(start + len(text))
        if not line.article:
            hidden.add(len(looks))
            looks.append(Look.LINE)
        elif len(text) >= PROSE_LENGTH and text[-1] in _STOPS:
            looks.append(look_of_prose(text))
        else:
            looks.append(look_of(text))
    return Sheet(document.text, key, starts, ends, looks, frozenset(headed), frozenset(hidden))


def look_of_prose(line: str) -> Look:
    """Return what a long line with a full stop is: prose, unless it is a footer or not in Vietnamese."""
    if line.isascii():
        return Look.FOREIGN
    for prefix, any_length, look in _BEGUN.get(line[: line.find(" ")].rstrip(":"), ()):
        if line.startswith(prefix) and (any_length or len(line) < _PREFIX_LENGTH):
            return look
    return Look.PROSE


@lru_cache(maxsize=8192)
def look_of(line: str) -> Look:
    """Return what a folded, stripped line looks like.

    The same menus stand on every page of a site, so the answers are kept; they depend on the line alone.
    """
    bare = line.strip(_BARE)
    if len(bare) < _FEW:
        return Look.DATE if is_date_line(line) else Look.COUNTER
    known = _known(line, bare)
    if known is not None:
        return known
    if is_date_line(line):
        return Look.DATE
    if line[0] in _ARROWS or line.count(" > ") + line.count(" » ") + line.count(" | ") > 1:
        return Look.LINE
    if _PICTURE_SIGNS.search(line) and _PICTURE.fullmatch(line):
        return Look.PICTURE
    return _by_shape(line)


def _known(line: str, bare: str) -> Look | None:
    look = _WHOLE.get(bare)
    if look is not None and not is_date_line(line):
        return look
    for prefix, any_length, begun in _BEGUN.get(line.split(" ", 1)[0].rstrip(":"), ()):
        if line.startswith(prefix) and (any_length or len(line) < _PREFIX_LENGTH):
            return Look.DATE if is_date_line(line) else begun
    return None


def _by_shape(line: str) -> Look:
    size = len(line)
    if size >= _FOREIGN_LENGTH and line.isascii():
        return Look.FOREIGN
    last = line.rstrip(_CLOSERS)[-1:] or line[-1]
    if size >= CERTAIN_PROSE or (size >= PROSE_LENGTH and last in _CLAUSE_ENDS):
        return Look.PROSE
    if _ITEM.match(line):
        return Look.ITEM
    if last in _CLAUSE_ENDS and line.count(" ") >= _SENTENCE_WORDS:
        return Look.SENTENCE
    return Look.LONG if size >= PROSE_LENGTH else Look.SHORT
