"""The letters Vietnamese and the Highland languages are written with, for use inside character classes."""

import unicodedata

# Basic Latin to Latin Extended-A (č, ĭ, ñ, ŏ and ŭ of the Highlands), the horned vowels, and the block from which
# Vietnamese takes its vowels with tone marks. Every letter more makes each pattern slower to build.
_LATIN = [
    char
    for char in map(chr, (*range(0x41, 0x180), *map(ord, "ƠơƯư"), *range(0x1EA0, 0x1EFA)))
    if unicodedata.category(char) in {"Lu", "Ll"}
]
UPPER = "".join(letter for letter in _LATIN if letter.isupper())
LOWER = "".join(letter for letter in _LATIN if letter.islower())
