"""Text typed in the fonts of before Unicode, TCVN3 (ABC) and VNI: recognised and brought to Unicode.

Such text is stored as Latin-1 or windows-1252 letters which only look Vietnamese in their own font (`.VnTime`,
`VNI-Times`). TCVN 5712:1993 has one code a letter; capitals with a tone stand in a capital font (`.VnTimeH`) at the
codes of the small letters. VNI writes the plain letter and then one for the mark (`aù` is á).
"""

import re
from enum import StrEnum
from typing import NamedTuple

from tongket.document.seldom import seldom
from tongket.document.syllables import vietnamese_share

# TCVN 5712:1993, VN3: code to letter.
_TCVN3_CODES = """
B5à B6ả B7ã B8á B9ạ A8ă BBằ BCẳ BDẵ BEắ C6ặ A9â C7ầ C8ẩ C9ẫ CAấ CBậ AEđ CCè CEẻ CFẽ D0é D1ẹ AAê D2ề D3ể D4ễ
D5ế D6ệ D7ì D8ỉ DCĩ DDí DEị DFò E1ỏ E2õ E3ó E4ọ ABô E5ồ E6ổ E7ỗ E8ố E9ộ ACơ EAờ EBở ECỡ EDớ EEợ EFù F1ủ F2ũ
F3ú F4ụ ADư F5ừ F6ử F7ữ F8ứ F9ự FAỳ FBỷ FCỹ FDý FEỵ A1Ă A2Â A3Ê A4Ô A5Ơ A6Ư A7Đ
"""
_TCVN3 = {int(part[:2], 16): part[2:] for part in _TCVN3_CODES.split()}
# PDF writers turn the soft hyphen 0xAD (ư) into a minus sign; inside a word it can be nothing else.
_LOST_U = re.compile("(?<=[^\\W\\d_])[−‐](?=[^\\W\\d_]|[\xa1-\xbe])")
# VNI: letter, then its mark. The vowels first without, then with circumflex, breve or horn.
_VNI_MARKS = {
    "a": {"ù": "á", "ø": "à", "û": "ả", "õ": "ã", "ï": "ạ", "â": "â", "á": "ấ", "à": "ầ", "å": "ẩ", "ã": "ẫ", "ä": "ậ",
          "ê": "ă", "é": "ắ", "è": "ằ", "ú": "ẳ", "ü": "ẵ", "ë": "ặ"},
    "e": {"ù": "é", "ø": "è", "û": "ẻ", "õ": "ẽ", "ï": "ẹ", "â": "ê", "á": "ế", "à": "ề", "å": "ể", "ã": "ễ", "ä": "ệ"},
    "o": {"ù": "ó", "ø": "ò", "û": "ỏ", "õ": "õ", "ï": "ọ", "â": "ô", "á": "ố", "à": "ồ", "å": "ổ", "ã": "ỗ", "ä": "ộ"},
    "u": {"ù": "ú", "ø": "ù", "û": "ủ", "õ": "ũ", "ï": "ụ"},
    "y": {"ù": "ý", "ø": "ỳ", "û": "ỷ", "õ": "ỹ"},
    "ô": {"ù": "ớ", "ø": "ờ", "û": "ở", "õ": "ỡ", "ï": "ợ"},
    "ö": {"ù": "ứ", "ø": "ừ", "û": "ử", "õ": "ữ", "ï": "ự"},
}  # fmt: skip
_VNI_ALONE = {"ñ": "đ", "ö": "ư", "ô": "ơ", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ"}
# So much of a text decides.
_SAMPLE = 200_000
# And so much of a line.
_LINE_SAMPLE = 120
# Texts under this many marked words are too short for a verdict by content.
_ENOUGH_WORDS = 4
# Share of syllables that the right table reaches, and by how much it must beat the text as it stands.
_GOOD_SHARE = 0.75
_CLEAR_GAIN = 0.35
_HINTS = {
    "TCVN3": re.compile("[\xa1-\xb9\xbb-\xbe−]"),
    "VNI": re.compile("[aeouyôöAEOUYÔÖ][ùøûõïâáàåãäêéèúüëÙØÛÕÏÂÁÀÅÃÄÊÉÈÚÜË]|[ñöÑÖ]"),
}
# A sign of TCVN3 within a word: copyright signs and quotation marks of today stand apart from letters or before digits.
_TCVN3_WORD = re.compile("[^\\W\\d_][\xa1-\xb4\xb6-\xb9\xbc-\xbe][^\\W\\d_]")
# Letters beyond Latin-1: a line that has one was not typed in a font of before Unicode.
_TODAY = re.compile("[\u0100-\u01ff\u0300-\u036f\u1ea0-\u1ef9]")


class Legacy(StrEnum):
    """A table of before Unicode."""

    TCVN3 = "TCVN3"
    VNI = "VNI"


class LegacyFont(NamedTuple):
    """What a font's name says of the text in it."""

    table: Legacy
    capitals: bool


def _vni_pairs() -> dict[str, str]:
    pairs = {base + mark: letter for base, marks in _VNI_MARKS.items() for mark, letter in marks.items()}
    pairs.update(_VNI_ALONE)
    raised = {key[0].upper() + key[1:]: letter.upper() for key, letter in pairs.items()}
    both = {key.upper(): letter.upper() for key, letter in pairs.items()}
    return {**raised, **both, **pairs}


_VNI = _vni_pairs()
_VNI_PAIR = seldom("|".join(sorted(map(re.escape, _VNI), key=len, reverse=True)))


def font_table(font: str) -> LegacyFont | None:
    """Tell which table a font of this name is drawn for; None for a font of today."""
    name = font.strip().strip("'\"").lower().split("+")[-1]
    if name.startswith(".vn"):
        return LegacyFont(Legacy.TCVN3, capitals=name.endswith("h"))
    if name.startswith(("vni-", "vni ")):
        return LegacyFont(Legacy.VNI, capitals=False)
    return None


def to_unicode(text: str, table: Legacy, *, capitals: bool = False) -> str:
    """Read `text` by a table of before Unicode.

    Args:
        text: As stored, in Latin-1 or windows-1252 letters.
        table: Which table.
        capitals: True for text in a capital font.
    """
    if table is Legacy.TCVN3:
        text = _LOST_U.sub("\xad", text).translate(_TCVN3)
    else:
        text = _VNI_PAIR.sub(lambda match: _VNI[match.group()], text)
    return text.upper() if capitals else text


def is_of_today(text: str) -> bool:
    """Tell whether a text has letters that no font of before Unicode has, whatever font it is set in."""
    return _TODAY.search(text) is not None


def legacy_table(text: str) -> Legacy | None:
    """Tell by its content whether a text or a part of it was typed in TCVN3 or VNI; None where it was not."""
    sample = "\n".join(line for line in text.split("\n") if not line.isascii() and not _TODAY.search(line))
    sample = sample[:_SAMPLE]
    if not sample:
        return None
    as_is, _ = vietnamese_share(sample)
    best, verdict = as_is + _CLEAR_GAIN, None
    for table in Legacy:
        if _HINTS[table].search(sample) is None:
            continue
        share, words = vietnamese_share(to_unicode(sample, table))
        if words >= _ENOUGH_WORDS and share >= _GOOD_SHARE and share > best:
            best, verdict = share, table
    return verdict


def lines_to_unicode(lines: list[str], table: Legacy) -> list[str]:
    """Read those of the lines by `table` that were typed in it: pages mix old text with text of today.

    A line that reads equally well both ways goes with the one before it.
    """
    found, before_was_old = [], True
    for line in lines:
        if not line.isascii():
            before_was_old = _was_old(line, table, before_was_old=before_was_old)
            found.append(to_unicode(line, table) if before_was_old else line)
        else:
            found.append(line)
    return found


def _was_old(line: str, table: Legacy, *, before_was_old: bool) -> bool:
    if _TODAY.search(line):
        return False
    if table is Legacy.TCVN3 and _TCVN3_WORD.search(line):
        return True
    start = line[:_LINE_SAMPLE]
    before, _ = vietnamese_share(start)
    after, _ = vietnamese_share(to_unicode(start, table))
    if after == before:
        return before_was_old
    return after > before
