"""Bytes to text: by byte order mark, declaration or content; windows-1258, TCVN3 and VNI told by how they read."""

import codecs
import re
import unicodedata
from typing import NamedTuple

from tongket.document.legacy import Legacy, legacy_table, lines_to_unicode
from tongket.document.syllables import vietnamese_share

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Only these declarations are believed: pages in windows-1252 or windows-1258 often declare Latin-1 or UTF-8, those in
# TCVN3 declare anything; they are told by reading.
_FOREIGN = re.compile(
    r"windows-125[013-7]|iso-8859-(?:[2-9]|1[0-6])|koi8-[ru]|gb2312|gbk|gb18030|big5|shift_jis|euc-(?:jp|kr)|tis-620"
)
# Bytes looked at to tell UTF-16 by its zero bytes and to find a declaration.
_HEAD = 4096
_META = re.compile(rb"""<meta[^>]{0,200}charset\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,40})""", re.IGNORECASE)
_XML = re.compile(rb"""^\s*<\?xml[^>]{0,200}encoding\s*=\s*["']([A-Za-z0-9_.:-]{2,40})["']""", re.IGNORECASE)
# Of the letters outside ASCII so many may be broken where a text still counts as damaged UTF-8.
_MOSTLY_UTF8 = 0.1
# A quarter of the bytes of one half zero and nearly none of the other: text in UTF-16.
_ZERO_SHARE, _OTHER_SHARE = 0.25, 0.02


class Decoded(NamedTuple):
    """A text, and what a person should know of how it was decoded.

    Attributes:
        text: The text, not yet in NFC.
        faults: Codes of `faults.py` with the values their messages name.
    """

    text: str
    faults: tuple[tuple[str, dict[str, object]], ...] = ()


def decode(data: bytes) -> Decoded:
    """Decode a text of unknown encoding.

    Args:
        data: The bytes; a byte order mark is believed, then zero bytes, then UTF-8 where it fits, then a
            declaration in HTML or XML, then whatever reads most Vietnamese.

    Returns:
        The text; one typed in fonts of before Unicode still in their letters (`modern` brings it to Unicode).
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _marked(data[len(mark) :], encoding)
    wide = _wide_encoding(data)
    if wide:
        return _marked(data, wide)
    try:
        return Decoded(data.decode("utf-8"))
    except UnicodeDecodeError:
        pass
    damaged = data.decode("utf-8", "replace")
    broken = damaged.count("\ufffd")
    good = len(damaged) - len(damaged.encode("ascii", "ignore")) - broken
    if broken <= max(1, good * _MOSTLY_UTF8) and good >= broken:
        return _with(Decoded(damaged), "TEXT-DAMAGED", count=broken)
    declared = _declared(data)
    return declared or _by_reading(data)


def modern(lines: list[str]) -> tuple[list[str], list[str]]:
    """Bring those lines that were typed in fonts of before Unicode to Unicode.

    Args:
        lines: The lines of one text.

    Returns:
        As many lines, and the codes of `faults.py` for what is unusual in their letters.
    """
    codes = []
    whole = "\n".join(lines)
    table = legacy_table(whole)
    if table:
        lines = lines_to_unicode(lines, table)
        codes.append(f"TEXT-WAS-{table}")
    elif "\u00d0" in whole:
        codes.append("TEXT-HAS-FOREIGN-D")
    if not unicodedata.is_normalized("NFC", whole):
        codes.append("TEXT-WAS-NFD")
    return lines, codes


def _marked(data: bytes, encoding: str) -> Decoded:
    text = data.decode(encoding, "replace")
    decoded = Decoded(text)
    if encoding.startswith("utf-16"):
        decoded = _with(decoded, "TEXT-WAS-UTF-16")
    broken = text.count("\ufffd")
    return _with(decoded, "TEXT-DAMAGED", count=broken) if broken else decoded


def _wide_encoding(data: bytes) -> str | None:
    if b"\0" not in data[:_HEAD]:
        return None
    head = data[:_HEAD]
    half = max(1, len(head) // 2)
    even, odd = head[0::2].count(0) / half, head[1::2].count(0) / half
    if odd >= _ZERO_SHARE and even <= _OTHER_SHARE:
        return "utf-16-le"
    if even >= _ZERO_SHARE and odd <= _OTHER_SHARE:
        return "utf-16-be"
    return None


def _declared(data: bytes) -> Decoded | None:
    match = _XML.search(data[:_HEAD]) or _META.search(data[:_HEAD])
    if match is None:
        return None
    name = match.group(1).decode("ascii").lower()
    if _FOREIGN.fullmatch(name) is None:
        return None
    try:
        return Decoded(data.decode(name))
    except (LookupError, UnicodeDecodeError):
        return None


def _by_reading(data: bytes) -> Decoded:
    latin = data.decode("latin-1")
    table = legacy_table(latin)
    if table:
        decoded = Decoded(latin if table is Legacy.TCVN3 else data.decode("cp1252", "replace"))
    else:
        western, viet = data.decode("cp1252", "replace"), unicodedata.normalize("NFC", data.decode("cp1258", "replace"))
        if vietnamese_share(viet) > vietnamese_share(western):
            decoded = Decoded(viet, (("TEXT-WAS-WINDOWS-1258", {}),))
        else:
            decoded = Decoded(western, (("TEXT-WAS-WINDOWS-1252", {}),))
    broken = decoded.text.count("\ufffd")
    return _with(decoded, "TEXT-DAMAGED", count=broken) if broken else decoded


def _with(decoded: Decoded, code: str, /, **values: object) -> Decoded:
    return Decoded(decoded.text, (*decoded.faults, (code, values)))
