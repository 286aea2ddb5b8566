"""Whether two sentences say the same thing in other words: how many of the shorter one's telling syllables are shared.

Transparent on purpose: a person can count it. Syllables that any sentence of a report may hold (`data/plain_words.txt`)
tell nothing; marks, capitals and habits of tone marks make no difference.
"""

import re
from functools import cache, lru_cache
from importlib.resources import files

from tongket.reading.keyed import fold

# Of the shorter sentence's telling syllables so many must be shared, and at least so many of them: two short
# sentences that share "chi bộ" have little in common. Set by hand on sentences of our own (`tests/reading`).
_SHARE = 0.6
_LEAST = 5
_SYLLABLE = re.compile(r"[^\W\d_]+")


def likeness(one: str, other: str) -> float:
    """Return the share of the shorter sentence's telling syllables that the other has too, from 0 to 1."""
    left, right = _telling(one), _telling(other)
    shorter = min(len(left), len(right))
    return len(left & right) / shorter if shorter else 0.0


def alike(one: str, other: str) -> bool:
    """Tell whether the two say the same: at least 60 % of the shorter one's telling syllables, at least 5 of them."""
    shared = len(_telling(one) & _telling(other))
    return shared >= _LEAST and likeness(one, other) >= _SHARE


@lru_cache(maxsize=4096)
def _telling(sentence: str) -> frozenset[str]:
    return frozenset(_SYLLABLE.findall(fold(sentence))) - _plain_words()


@cache
def _plain_words() -> frozenset[str]:
    text = files("tongket.reading.data").joinpath("plain_words.txt").read_text(encoding="utf-8")
    return frozenset(text.split("\n", 1)[1].split())
