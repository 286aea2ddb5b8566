"""What a line of plain text is by its own look: a heading, a list item with its typed number, a caption.

Rules of office layout (Nghị định 30/2020/NĐ-CP, phụ lục I; Hướng dẫn 36-HD/VPTW): `Phần`, `Chương`, `Mục`, then
`I.` or `I-`, `1.` or `1-`, `1.1.`, `a)`, and dashes. A number stands at the start of its line and a space
follows it, so that `05-CT/TW`, `1.528/1.643` and `27-12` stay words.
"""

import re
from typing import NamedTuple

from tongket.terms.document import LineKind

# A heading or a caption longer than this runs over two printed lines of a page: then it is a sentence.
HEADING_LENGTH = 150

_NUMBER = re.compile(
    r"""\s*(?:
      (?P<roman>(?:X{0,2}(?:IX|IV|V?I{1,3}|V)|X{1,2}))(?:(?:[.)/]|\s?[-–])\s+(?![IVXL]{1,4}\.)|[.-](?=(?![a-z\d_])\w[^\W\d_]))
    | (?P<digits>\d{1,2}(?:\.\d{1,2}){0,3}(?:\.(?:\s+|(?=[^\W\d_]))|\s?[)]\s*|[-–](?:\s+|(?=(?![a-z\d_])\w[^\W\d_A-Z])))
        | \(\d{1,2}\)\s+
        | \d{1,2}(?:\.\d{1,2}){1,3}\s+(?=(?![a-z\d_])\w))(?![A-ZĐ]{2,5}\s*/|\d)
    | (?P<letter>[a-zđ]\)\s*|[a-gik-ođ][.-]\s+|[A-E][.)]\s+(?!Mác\b))
    | (?P<bullet>[-–—•·▪●◦■+*]\s+(?=[^\s\-–—*+])|[-–—•▪●■+*](?=[^\W\d_]|["“‘]))
    )(?=\S)""",
    re.VERBOSE,
)
_ROMAN = re.compile("[IVX]+[^\\w]*$")
_NUMBER_STARTS = frozenset("IVX0123456789(-–—•·▪●◦■+* \t\u00a0") | frozenset("abcdefghijklmnopqrstuvwxyzđABCDE")
_PART = re.compile(
    r"\s*(?:phần\s+(?:thứ\s+\w+|[IVX]{1,4}\b|\d{1,2}\b)|chương\s+(?:[IVX]{1,4}|\d{1,2})\b|mục\s+(?:[IVX]{1,4}|\d{1,2})\s*(?:[.:–-]|$)"
    r"|phụ\s+lục(?:\s+(?:số\s+)?(?:[IVX]{1,4}|\d{1,2}|[A-D]))?\s*(?:[.:–-]|$)|điều\s+\d{1,3}\s*[.:])",
    re.IGNORECASE,
)
_PART_STARTS = frozenset("PpCcMmĐđ \t\u00a0")
_CAPTION = re.compile(
    r"\s*(?:ảnh(?:\s+minh\s+họa)?\s*(?:\d{1,2}\s*)?[:.]|ảnh\s+minh\s+họa\b|(?:hình|biểu\s+đồ|sơ\s+đồ|bảng)\s+(?:số\s+)?\d{1,3}(?:\.\d{1,2})?\s*[:.–-])",
    re.IGNORECASE,
)
_CAPTION_STARTS = frozenset("AaẢảHhBbSs \t\u00a0")
_IMAGE_NAME = re.compile(r"\S*[^\s.]\.(?:jpe?g|png|gif|webp|bmp)\s*", re.IGNORECASE)
_ENDS_SENTENCE = (".", ";", ",", ":")


class Look(NamedTuple):
    """What a line looks like.

    Attributes:
        kind: The kind it shows by itself.
        number: Its typed list number without white space around it; empty where it has none.
        content: Offset in the line at which its own words start.
    """

    kind: LineKind
    number: str
    content: int


_PLAIN = Look(LineKind.PARAGRAPH, "", 0)
_HEADING = Look(LineKind.HEADING, "", 0)
_CAPTIONED = Look(LineKind.CAPTION, "", 0)


def look_of(line: str, *, last_roman: str = "") -> Look:
    """Tell what one line of text is.

    Args:
        line: The line without its line end.
        last_roman: The Roman number last met in the document: `V.` and `X.` are numbers only where `IV` or `IX`
            came before, elsewhere they abbreviate (`X. Lộc Yên`: xã Lộc Yên).

    Returns:
        Its kind, number and the start of its content.
    """
    first = line[:1]
    if first in _NUMBER_STARTS and (match := _NUMBER.match(line)):
        return _numbered(line, match, last_roman)
    if len(line) > HEADING_LENGTH:
        return _PLAIN
    if line.isupper():
        return _HEADING if _is_title(line) else _PLAIN
    if first in _PART_STARTS and _PART.match(line):
        return _HEADING
    if first in _CAPTION_STARTS and _CAPTION.match(line):
        return _CAPTIONED
    return _PLAIN


class Lookout:
    """Looks at the lines of one document in order: what some of them are depends on those before."""

    def __init__(self) -> None:
        """Begin above the first line."""
        self._roman = ""
        self._under_image = False

    def at(self, line: str) -> Look:
        """Tell what the next line that is not blank is; a short one under a picture's file name is a caption."""
        look = look_of(line, last_roman=self._roman)
        if look.number and look.number[0] in "IVX":
            self._roman = look.number.rstrip(".)/-– ")
        named = "." in line and len(line) <= HEADING_LENGTH and is_image_name(line)
        if self._under_image and not named and look.kind is LineKind.PARAGRAPH and len(line) <= HEADING_LENGTH:
            look = _CAPTIONED
        self._under_image = named
        return look


def is_image_name(line: str) -> bool:
    """Tell whether the line is nothing but the file name of a picture, as copied pages have above a caption."""
    return len(line) <= HEADING_LENGTH and _IMAGE_NAME.fullmatch(line) is not None


def _numbered(line: str, match: re.Match[str], last_roman: str) -> Look:
    number, content, roman = match.group().strip(), match.end(), match.group("roman")
    if roman in ("V", "X") and last_roman != {"V": "IV", "X": "IX"}[roman]:
        return _HEADING if line.isupper() and _is_title(line) else _PLAIN
    heads = match.group("bullet") is None and is_headline(number, line[content:])
    return Look(LineKind.HEADING if heads else LineKind.ITEM, number, content)


def is_headline(number: str, words: str) -> bool:
    """Tell whether a numbered line heads a part: in capitals, or short under a Roman number and no sentence."""
    if len(words) > HEADING_LENGTH or not number[:1].isalnum():
        return False
    return words.isupper() or (_ROMAN.match(number) is not None and not words.rstrip().endswith(_ENDS_SENTENCE))


def _is_title(line: str) -> bool:
    return " " in line.strip() and _IMAGE_NAME.fullmatch(line) is None
