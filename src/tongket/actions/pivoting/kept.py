"""Keep answers in this process until something that they rest on is recorded: never stale, seldom computed twice.

Every time an answer is asked for, what was recorded since the last time is looked up by its moment (an index); the orgs
of which it speaks are touched, and an answer that rests on a touched org is made anew. Two who ask the same at once
wait for one computation.
"""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from datetime import datetime
from functools import lru_cache
from threading import Lock
from typing import Any, TypeVar, cast

from django.db import connection

from tongket.actions.people.office import Office
from tongket.ledger.moments import last_moment
from tongket.ledger.touched import orgs_of, recorded_since

Answer = TypeVar("Answer")

# An answer of a province, or a page of it, is about 1 MB.
_MOST = 96


@dataclass
class _Kept:
    """An answer; `turn` is the turn in which its making began."""

    turn: int
    orgs: frozenset[str]
    answer: object


@dataclass
class _Ledger:
    """What is known of one ledger: a turn begins whenever something new is seen."""

    lock: Lock = field(default_factory=Lock)
    making: dict[Hashable, Lock] = field(default_factory=dict)
    answers: "OrderedDict[Hashable, _Kept]" = field(default_factory=OrderedDict)
    seen_until: datetime | None = None
    turn: int = 0
    all_touched: int = 0
    touched: dict[str, int] = field(default_factory=dict)


_LEDGERS: dict[str, _Ledger] = {}


def kept(question: Hashable, orgs: frozenset[str], make: Callable[[], Answer]) -> Answer:
    """Return the answer to a question: the one kept while it holds, else made now.

    Args:
        question: All that the answer depends on besides the ledger.
        orgs: Of whose entries it is made.
        make: Makes it.
    """
    ledger = _LEDGERS.setdefault(_name(), _Ledger())
    with ledger.lock:
        _look(ledger)
        found = _holding(ledger, question, orgs)
        if found:
            return cast("Answer", found.answer)
        making = ledger.making.setdefault(question, Lock())
    with making:
        with ledger.lock:
            _look(ledger)
            found, turn = _holding(ledger, question, orgs), ledger.turn
        if found is None:
            found = _Kept(turn, orgs, make())
            with ledger.lock:
                ledger.answers[question] = found
                while len(ledger.answers) > _MOST:
                    ledger.answers.popitem(last=False)
    with ledger.lock:
        ledger.making.pop(question, None)
    return cast("Answer", found.answer)


@lru_cache(maxsize=256)
def _related(_entry: str, office: "_ById", org: str) -> frozenset[str]:
    inside = set(office.office.tree(org))
    ahead = set(inside)
    while ahead:
        beside = {
            other
            for change in office.office.profile.changes
            if not ahead.isdisjoint((*change.sources, *change.targets))
            for other in (*change.sources, *change.targets)
        }
        ahead = beside - inside
        inside |= beside
    return frozenset(inside)


def rests_on(office: Office, org: str) -> frozenset[str]:
    """Return the orgs on whose entries an answer about one rests: all below it, and what those were and became."""
    return _related(office.entry, _ById(office), org)


class _ById:
    """An office as a key: the same object is the same office."""

    def __init__(self, office: Office) -> None:
        self.office = office

    def __hash__(self) -> int:
        return id(self.office)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _ById) and other.office is self.office


def _holding(ledger: _Ledger, question: Hashable, orgs: frozenset[str]) -> _Kept | None:
    found = ledger.answers.get(question)
    if found is None or found.turn < ledger.all_touched:
        return None
    if any(turn > found.turn and org in orgs for org, turn in ledger.touched.items()):
        return None
    ledger.answers.move_to_end(question)
    return found


def _look(ledger: _Ledger) -> None:
    """See what was recorded since the last look, and touch the orgs of which it speaks.

    Writers wait for one another and each is recorded after all before it (`ledger/moments.py`): nothing comes in late.
    """
    now = last_moment()
    if now == ledger.seen_until and ledger.turn:
        return
    ledger.turn += 1
    orgs = orgs_of(recorded_since(ledger.seen_until)) if ledger.seen_until else None
    if orgs is None:
        ledger.all_touched = ledger.turn
    else:
        ledger.touched |= dict.fromkeys(orgs, ledger.turn)
    ledger.seen_until = now


def _name() -> str:
    told: dict[str, Any] = connection.settings_dict
    return f"{told.get('HOST', '')}:{told.get('PORT', '')}/{told.get('NAME', '')}"
