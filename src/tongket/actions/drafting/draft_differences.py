"""What lies between two versions of a draft: paragraph by paragraph, word by word."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from tongket.actions.drafting.draft_form import Draft
from tongket.actions.drafting.draft_text import plain

_WORD = re.compile(r"\S+\s*")
KEPT, TAKEN, PUT = "kept", "taken", "put"


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that both versions have (`kept`), only the older (`taken`) or only the newer (`put`)."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Difference:
    """A paragraph that is not the same in both: the title of its section, and its words."""

    section: str
    block: str
    pieces: tuple[Piece, ...]


def differences(older: Draft, newer: Draft) -> list[Difference]:
    """Return every paragraph that differs, in the order of the newer version; those that are gone end their section."""
    before = older.blocks()
    after = newer.blocks()
    titles = {section.id: section.title for section in (*older.sections, *newer.sections)}
    found = []
    for name, title in titles.items():
        mine = [
            block.id for draft in (newer, older) for each in draft.sections if each.id == name for block in each.blocks
        ]
        for block in dict.fromkeys(mine):
            then = plain(before[block].text) if block in before else ""
            now = plain(after[block].text) if block in after else ""
            if then != now:
                found.append(Difference(title, block, tuple(_pieces(then, now))))
    return found


def _pieces(then: str, now: str) -> Iterator[Piece]:
    old, new = _WORD.findall(then), _WORD.findall(now)
    for kind, first, last, start, end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            yield Piece(KEPT, "".join(old[first:last]))
            continue
        if last > first:
            yield Piece(TAKEN, "".join(old[first:last]))
        if end > start:
            yield Piece(PUT, "".join(new[start:end]))
