"""How far a sentence shows that a directive was carried out: studied, planned, reported. By plain words (`data/`).

A sentence shows the furthest stage it has words for; one about what is still ahead shows none.
"""

import re
from enum import StrEnum
from functools import cache

from tongket.reading.cues import phrases
from tongket.reading.keyed import fold

_MARK = re.compile(r"[^\w]+")


class Stage(StrEnum):
    """How far an org is with a directive or a task."""

    STUDIED = "studied"
    PLANNED = "planned"
    REPORTED = "reported"
    DONE = "done"  # only a person says so


ORDER = tuple(Stage)
"""From the first stage to the last."""


def stage_of(sentence: str) -> Stage | None:
    """Return the stage that a sentence shows, None where it shows none.

    Args:
        sentence: One that cites the directive.
    """
    words = _worded(sentence)
    if _has(words, "ahead"):
        return None
    if _has(words, "reported"):
        return Stage.REPORTED
    if _has(words, "issues") and _has(words, "paper"):
        return Stage.PLANNED
    return Stage.STUDIED if _has(words, "studied") else None


def says_replaces(between: str) -> bool:
    """Tell whether the words between two citations say that the first takes the place of the second."""
    return _has(_worded(between), "replaces")


def _worded(text: str) -> str:
    return f" {_MARK.sub(' ', fold(text)).strip()} "


def _has(words: str, tag: str) -> bool:
    return any(f" {phrase} " in words for phrase in _tagged(tag))


@cache
def _tagged(tag: str) -> tuple[str, ...]:
    return tuple(phrase for phrase, tags in phrases("evidence.txt").items() if tag in tags)
