"""Say in English what an action refused: found again in the catalogue by the words around its gaps.

Actions know no language but Vietnamese, and what they say is kept in jobs and logs as well; so a message is translated
only where a person is about to read it. `tests/web/test_refusals.py` walks over all messages in the source.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from gettext import GNUTranslations
from pathlib import Path

from django.utils.translation import get_language

_CATALOGUE = Path(__file__).parent / "locale" / "en" / "LC_MESSAGES" / "django.mo"
GAP = "{}"
# Fewer letters around a gap would be met by any words: such a message is no sentence of ours.
_LETTERS = 8
# Nobody reads a longer one; to look for gaps in it could take long.
_LONGEST = 4000
# How an action says of what it speaks before it says why: `Báo cáo năm 2024 của xã An Hòa: …`.
_OF_WHAT = re.compile(r"(.{1,300}?: )(.+?)(\.?)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A message with gaps: what it begins with, what meets it, and how it is said in English."""

    begin: str
    pattern: re.Pattern[str]
    english: str

    def said(self, message: str) -> str | None:
        """Return the message in English; None where it is another."""
        hit = self.pattern.fullmatch(message) if message.startswith(self.begin) else None
        return None if hit is None else _filled(self.english, [in_english(each) for each in hit.groups()])


def spoken(error: object) -> str:
    """Return a message in the language of the page: in English where that is spoken and its English is known.

    Args:
        error: What was raised, or its message.
    """
    message = str(error)
    return in_english(message) if get_language() == "en" else message


def in_english(message: str) -> str:
    """Return a message in English, and as it is where it is none of ours."""
    if not message or len(message) > _LONGEST:
        return message
    return _known(message) or _behind_its_subject(message) or message


def _known(message: str) -> str | None:
    whole, sentences = _catalogue()
    if message in whole:
        return whole[message]
    return next((said for each in sentences if (said := each.said(message)) is not None), None)


def _behind_its_subject(message: str) -> str | None:
    hit = _OF_WHAT.fullmatch(message)
    said = _known(hit[2]) if hit else None
    return f"{hit[1]}{said}{hit[3]}" if hit and said is not None else None


def _filled(english: str, words: Sequence[str]) -> str:
    left = iter(words)
    fill: Callable[[re.Match[str]], str] = lambda _gap: next(left)  # noqa: E731 - with its type
    return re.sub(re.escape(GAP), fill, english)


@lru_cache(maxsize=1)
def _catalogue() -> tuple[dict[str, str], list[_Sentence]]:
    """Return the messages without gaps, and those with some: of two that fit, the one with more words of its own."""
    with _CATALOGUE.open("rb") as file:
        known: dict[str, str] = GNUTranslations(file)._catalog  # type: ignore[attr-defined] # noqa: SLF001 - it has no other way to tell them all
    known.pop("", None)
    sentences = [_sentence(each, english) for each, english in known.items() if GAP in each and _told_apart(each)]
    whole = {each: english for each, english in known.items() if GAP not in each}
    return whole, sorted(sentences, key=lambda each: -len(each.pattern.pattern))


def _told_apart(message: str) -> bool:
    return sum(letter.isalpha() for letter in message) >= _LETTERS


def _sentence(message: str, english: str) -> _Sentence:
    around = message.split(GAP)
    return _Sentence(around[0], re.compile("(.*?)".join(map(re.escape, around)), re.DOTALL), english)
