"""The text of a draft's paragraph: words, and figures that lead to their entry as `[[T-abc…|trên 1.250 hội nghị]]`.

What a person sees is a link; what is kept, sent and compared is this text, so that nothing of a link gets lost on the
way through a form. Two square brackets that open no link are plain words.
"""

import re
from collections.abc import Iterable

from tongket.review.content import FigureRun, Run, TextRun

_LINK = re.compile(r"\[\[(?P<target>[A-Z]{1,2}-[a-z2-7]{12})\|(?P<words>[^\[\]|]+)\]\]")


def text_of(runs: Iterable[Run]) -> str:
    """Return running text with its links written out."""
    return "".join(_linked(run) if isinstance(run, FigureRun) else run.text for run in runs)


def runs_of(text: str) -> tuple[Run, ...]:
    """Return running text with its links as runs of their own; `text_of` of them is the text again."""
    found: list[Run] = []
    at = 0
    for link in _LINK.finditer(text):
        if link.start() > at:
            found.append(TextRun(text[at : link.start()]))
        found.append(FigureRun(link["words"], link["target"]))
        at = link.end()
    if at < len(text):
        found.append(TextRun(text[at:]))
    return tuple(found)


def plain(text: str) -> str:
    """Return what a reader sees of a text."""
    return _LINK.sub(lambda link: link["words"], text)


def targets_of(text: str) -> list[str]:
    """Return the ids that a text leads to, in its order."""
    return [link["target"] for link in _LINK.finditer(text)]


def relinked(text: str, target: str, other: str, words: str) -> str:
    """Return a text in which every link to one entry leads to another and shows its words."""
    return _LINK.sub(lambda link: f"[[{other}|{words}]]" if link["target"] == target else link[0], text)


def _linked(run: FigureRun) -> str:
    words = re.sub(r"[\[\]|]", " ", run.text)
    return f"[[{run.target}|{words}]]" if words.strip() else words
