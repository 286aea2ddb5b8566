"""The key of a text: the same length, folded so that one pattern meets every way of writing a word.

`uỷ` and `ủy`, `Ðảng` and `Đảng`, a no-break space and a space, `–` and `-`, `“` and `"` are one in the key, the full
stop in "T.Ư" is none, and it is in lower case. Because the key is as long as the text, a match in the key is a span of
the text.
"""

import re
from functools import lru_cache

# The tone mark of an open oa, oe, uy stands on the first vowel in the old habit, on the second in the new.
# Both are school usage: Quyết định 1989/QĐ-BGDĐT prefers the new one, most offices write the old one.
_TONES = {
    "oà": "òa", "oá": "óa", "oả": "ỏa", "oã": "õa", "oạ": "ọa",
    "oè": "òe", "oé": "óe", "oẻ": "ỏe", "oẽ": "õe", "oẹ": "ọe",
    "uỳ": "ùy", "uý": "úy", "uỷ": "ủy", "uỹ": "ũy", "uỵ": "ụy",
}  # fmt: skip
# Met at the vowel with the tone, of which there are fewer than of o and u.
_NEW_HABIT = re.compile(r"[àáảãạèéẻẽẹỳýỷỹỵ](?<=o[àáảãạèéẻẽẹ]|u[ỳýỷỹỵ])(?![^\W\d_])")
_SAME = (
    *((char, " ") for char in "\u00a0\t\u2009\u202f\u200b\ufeff"),
    *((char, "-") for char in "\u00ad‐‑‒–—−"),
    *((char, '"') for char in "“”„«»"),
    *((char, "'") for char in "‘’`"),
    ("ð", "đ"),
)
# "T.Ư" for Trung ương: its full stop ends nothing, so in the key it is none.
_CENTRE = re.compile(r"(?<!\w)t\.ư(?!\w)")
# A text's words come back again and again: the longest that are worth keeping, and how many.
_WORDS_LONG, _WORDS_KEPT = 80, 8192


def fold(text: str) -> str:
    """Return the key of `text`, which is exactly as long.

    Letters whose lower case is longer than themselves (`İ`) stay as they are.
    """
    return _fold_words(text) if len(text) < _WORDS_LONG else _fold(text)


def _fold(text: str) -> str:
    key = text.lower()
    if len(key) != len(text):
        key = "".join(low if len(low := char.lower()) == 1 else char for char in text)
    for char, same in _SAME:
        if char in key:
            key = key.replace(char, same)
    if "t.ư" in key:
        key = _CENTRE.sub("t·ư", key)
    return _in_old_habit(key)


_fold_words = lru_cache(maxsize=_WORDS_KEPT)(_fold)


def _in_old_habit(key: str) -> str:
    pieces: list[str] = []
    done = 0
    for match in _NEW_HABIT.finditer(key):
        at = match.start()
        # In "quý" the u belongs to the consonant.
        if at == 1 or key[at - 2] != "q":
            pieces += (key[done : at - 1], _TONES[key[at - 1 : at + 1]])
            done = at + 1
    return "".join((*pieces, key[done:])) if pieces else key
