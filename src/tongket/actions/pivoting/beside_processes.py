"""Answers that one process made, for the others that serve the same desk: in the database, which they share.

`tongket serve` with several workers names the desk it opens (`TONGKET_SERVED`): another start, perhaps of another
version, never finds what this one wrote. Whether an answer still holds is for its reader to say (`kept.py`).
"""

import hashlib
import zlib
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from datetime import datetime
from time import monotonic, sleep
from typing import Generic, TypeVar

from django.conf import settings
from django.core.cache import caches

Answer = TypeVar("Answer")

# Texts of pages: the quickest way to make one a tenth of its size.
_LEVEL = 1
_CACHE = "answers"
_AT_IT = "-making"
# Longer than any answer takes; who was killed while making one is waited for no longer.
_LONGEST_SECONDS = 60
_FIRST_LOOK_SECONDS, _MOST_BETWEEN_LOOKS = 0.02, 0.3


@dataclass(frozen=True, slots=True)
class Form(Generic[Answer]):
    """How an answer is written as text, and read again."""

    write: Callable[[Answer], str]
    read: Callable[[str], Answer]


def found_beside(
    question: Hashable, holds: Callable[[datetime], bool], form: Form[Answer]
) -> tuple[datetime, Answer] | None:
    """Return what a process of this desk made of a question, with the last moment that was recorded then.

    Where another one is at it, this waits. None means that the caller is now the one who makes it, and has to say
    when it is done (`done_beside`).

    Args:
        question: As in `kept.kept`.
        holds: Tells of a moment whether answers of then still hold.
        form: How the answer is written.
    """
    if not is_shared():
        return None
    key, until, pause = _key(question), monotonic() + _LONGEST_SECONDS, _FIRST_LOOK_SECONDS
    while monotonic() < until:
        found = caches[_CACHE].get(key)
        if found is not None and holds(since := datetime.fromisoformat(found[0])):
            return since, form.read(zlib.decompress(found[1]).decode())
        if caches[_CACHE].add(key + _AT_IT, "", _LONGEST_SECONDS):
            return None
        sleep(pause)
        # Many who wait, each asking twenty times a second, would take a tenth of a processor from who works it out.
        pause = min(pause * 1.5, _MOST_BETWEEN_LOOKS)
    return None


def tell_beside(question: Hashable, since: datetime, answer: Answer, form: Form[Answer]) -> None:
    """Let the other processes find an answer, made when `since` was the last moment recorded."""
    if is_shared():
        told = zlib.compress(form.write(answer).encode(), _LEVEL)
        caches[_CACHE].set(_key(question), (since.isoformat(), told))


def done_beside(question: Hashable) -> None:
    """Let another process make the answer, where this one did not or it no longer holds."""
    if is_shared():
        caches[_CACHE].delete(_key(question) + _AT_IT)


def is_shared() -> bool:
    """Tell whether several processes serve this desk."""
    return _CACHE in getattr(settings, "CACHES", {})


def _key(question: Hashable) -> str:
    return hashlib.sha256(repr(question).encode()).hexdigest()
