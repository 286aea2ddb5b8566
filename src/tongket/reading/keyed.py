"""The key of a text: the same length, folded so that one pattern meets every way of writing a word.

`uỷ` and `ủy`, `Ðảng` and `Đảng`, a no-break space and a space, `–` and `-`, `“` and `"` are one in the key,
and it is in lower case. Because the key is as long as the text, a match in the key is a span of the text.
"""

import re

# The tone mark of an open oa, oe, uy stands on the first vowel in the old habit, on the second in the new.
# Both are school usage: Quyết định 1989/QĐ-BGDĐT prefers the new one, most offices write the old one.
_TONES = {
    "oà": "òa", "oá": "óa", "oả": "ỏa", "oã": "õa", "oạ": "ọa",
    "oè": "òe", "oé": "óe", "oẻ": "ỏe", "oẽ": "õe", "oẹ": "ọe",
    "uỳ": "ùy", "uý": "úy", "uỷ": "ủy", "uỹ": "ũy", "uỵ": "ụy",
}  # fmt: skip
_NEW_HABIT = re.compile("(?<!q)(?:o[àáảãạèéẻẽẹ]|u[ỳýỷỹỵ])")
_SAME = str.maketrans({
    "\u00a0": " ", "\t": " ", "\u2009": " ", "\u202f": " ", "\u200b": " ", "\ufeff": " ", "\u00ad": "-",
    "‐": "-", "‑": "-", "‒": "-", "–": "-", "—": "-", "−": "-",
    "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "`": "'",
    "ð": "đ", "…": "…",
})  # fmt: skip
_STRANGE = re.compile("[\u00a0\t\u2009\u202f\u200b\ufeff\u00ad‐‑‒–—−“”„«»‘’`ð]")


def fold(text: str) -> str:
    """Return the key of `text`, which is exactly as long.

    Letters whose lower case is longer than themselves (`İ`) stay as they are.
    """
    key = text.lower()
    if len(key) != len(text):
        key = "".join(low if len(low := char.lower()) == 1 else char for char in text)
    if _STRANGE.search(key):
        key = key.translate(_SAME)
    return _NEW_HABIT.sub(_old_habit, key)


def _old_habit(match: re.Match[str]) -> str:
    end = match.end()
    follower = match.string[end : end + 1]
    return match.group() if follower.isalpha() else _TONES[match.group()]
