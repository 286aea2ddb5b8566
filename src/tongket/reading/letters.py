"""The letters Vietnamese and the Highland languages are written with, for use inside character classes."""

import unicodedata

# Latin letters end at U+1EF9 in the block that Vietnamese takes its vowels with tone marks from.
_LATIN = [
    chr(code)
    for code in range(0x41, 0x1EFA)
    if unicodedata.category(chr(code)) in {"Lu", "Ll"} and "LATIN" in unicodedata.name(chr(code), "")
]
UPPER = "".join(letter for letter in _LATIN if letter.isupper())
LOWER = "".join(letter for letter in _LATIN if letter.islower())
