"""Keep answers in this process until something that they rest on is recorded: never stale, seldom computed twice.

Every time an answer is asked for, what was recorded since the last time is looked up by its moment (an index); the orgs
of which it speaks are touched, and an answer that rests on a touched org is made anew. Two who ask the same at once
wait for one computation. Where several processes serve one desk, what one of them made the others find
(`beside_processes.py`).
"""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import lru_cache
from threading import Lock
from typing import Any, TypeVar, cast

from django.db import connection

from tongket.actions.people.office import Office
from tongket.actions.pivoting.beside_processes import Form, done_beside, found_beside, tell_beside
from tongket.ledger.moments import last_moment
from tongket.ledger.touched import orgs_of, recorded_since
from tongket.terms.same import Same

Answer = TypeVar("Answer")

# An answer of a province, or a page of it, is about 1 MB.
_MOST = 96
# The moment of a ledger in which nothing was recorded yet.
_NEVER = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class _Kept:
    """An answer; `since` is the last moment that was recorded when its making began."""

    since: datetime
    answer: object


@dataclass
class _Ledger:
    """What is known of one ledger; the moments are those at which it was seen that something was recorded.

    Attributes:
        lock: Held while any of it is looked at.
        making: A lock for each question that is being answered.
        answers: By question, the one asked longest ago first.
        seen_until: The last moment that was seen; None before the first look.
        all_touched: Answers from before say nothing.
        touched: By org, the same of answers that rest on it.
    """

    lock: Lock = field(default_factory=Lock)
    making: dict[Hashable, Lock] = field(default_factory=dict)
    answers: "OrderedDict[Hashable, _Kept]" = field(default_factory=OrderedDict)
    seen_until: datetime | None = None
    all_touched: datetime = _NEVER
    touched: dict[str, datetime] = field(default_factory=dict)


_LEDGERS: dict[str, _Ledger] = {}


def kept(
    question: Hashable, orgs: frozenset[str], make: Callable[[], Answer], form: Form[Answer] | None = None
) -> Answer:
    """Return the answer to a question: the one kept while it holds, else made now.

    Args:
        question: All that the answer depends on besides the ledger.
        orgs: Of whose entries it is made.
        make: Makes it.
        form: How it is written for the other processes that serve the desk; None where each makes its own.
    """
    ledger = _of_ledger()
    with ledger.lock:
        seen = _look(ledger)
        found = _holding(ledger, question, orgs)
        if found:
            return cast("Answer", found.answer)
        making = ledger.making.setdefault(question, Lock())
    with making:
        with ledger.lock:
            seen = _look(ledger)
            found = _holding(ledger, question, orgs)
        if found is None:
            found = _beside(ledger, question, orgs, form) or _Kept(seen, _made(question, seen, make, form))
            with ledger.lock:
                ledger.answers[question] = found
                while len(ledger.answers) > _MOST:
                    ledger.answers.popitem(last=False)
    with ledger.lock:
        ledger.making.pop(question, None)
    return cast("Answer", found.answer)


def is_kept(question: Hashable, orgs: frozenset[str]) -> bool:
    """Tell whether this process has an answer to a question that holds; takes what `kept` does."""
    ledger = _of_ledger()
    with ledger.lock:
        _look(ledger)
        return _holding(ledger, question, orgs) is not None


@lru_cache(maxsize=256)
def _related(same: Same[Office], org: str) -> frozenset[str]:
    place = same.it
    inside = set(place.tree(org))
    ahead = set(inside)
    while ahead:
        beside = {
            other
            for change in place.profile.changes
            if not ahead.isdisjoint((*change.sources, *change.targets))
            for other in (*change.sources, *change.targets)
        }
        ahead = beside - inside
        inside |= beside
    return frozenset(inside)


def rests_on(office: Office, org: str) -> frozenset[str]:
    """Return the orgs on whose entries an answer about one rests: all below it, and what those were and became."""
    return _related(Same(office), org)


def _holding(ledger: _Ledger, question: Hashable, orgs: frozenset[str]) -> _Kept | None:
    found = ledger.answers.get(question)
    if found is None or not _holds(ledger, found.since, orgs):
        return None
    ledger.answers.move_to_end(question)
    return found


def _beside(ledger: _Ledger, question: Hashable, orgs: frozenset[str], form: Form[Answer] | None) -> _Kept | None:
    """Return what another process made, where that holds."""
    if form is None:
        return None

    def holds(since: datetime) -> bool:
        with ledger.lock:
            return _holds(ledger, since, orgs)

    found = found_beside(question, holds, form)
    return _Kept(*found) if found else None


def _made(question: Hashable, seen: datetime, make: Callable[[], Answer], form: Form[Answer] | None) -> Answer:
    if form is None:
        return make()
    try:
        answer = make()
        tell_beside(question, seen, answer, form)
    finally:
        done_beside(question)
    return answer


def _holds(ledger: _Ledger, since: datetime, orgs: frozenset[str]) -> bool:
    if since < ledger.all_touched:
        return False
    return not any(moment > since and org in orgs for org, moment in ledger.touched.items())


def _look(ledger: _Ledger) -> datetime:
    """See what was recorded since the last look, and touch the orgs of which it speaks; return the last moment.

    Writers wait for one another and each is recorded after all before it (`ledger/moments.py`): nothing comes in late.
    """
    now = last_moment() or _NEVER
    if now == ledger.seen_until:
        return now
    orgs = None if ledger.seen_until is None else orgs_of(recorded_since(ledger.seen_until))
    if orgs is None:
        ledger.all_touched = now
    else:
        ledger.touched |= dict.fromkeys(orgs, now)
    ledger.seen_until = now
    return now


def _of_ledger() -> _Ledger:
    told: dict[str, Any] = connection.settings_dict
    name = f"{told.get('HOST', '')}:{told.get('PORT', '')}/{told.get('NAME', '')}"
    return _LEDGERS.setdefault(name, _Ledger())
