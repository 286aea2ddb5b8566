"""Figures on which documents disagree: one org, one indicator, one period, several numbers that cannot all be true."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tongket.actions.people.gate import Person, require
from tongket.actions.people.office import Office, office
from tongket.actions.pivoting.kept import kept, rests_on
from tongket.actions.pivoting.parts import Sentence, sentence_of
from tongket.actions.rolling.facts import Facts, facts
from tongket.actions.rolling.within import Within, writings_within
from tongket.review.wording import figure
from tongket.rollup.cells import Told
from tongket.rollup.combine import combine
from tongket.terms.period import Period
from tongket.terms.profile import Indicator
from tongket.terms.roles import Verb


@dataclass(frozen=True, slots=True)
class Conflict:
    """One figure with all that documents say of it; `org_name` is the newest name."""

    org: str
    org_name: str
    indicator: Indicator
    period: Period
    sentences: tuple[Sentence, ...]


def conflicts(person: Person, org: str, period: Period | None = None) -> list[Conflict]:
    """Return the conflicts of an org and of all below it, the latest period first.

    Args:
        person: Who asks.
        org: Org id.
        period: Only of this period and those within it; None for all.

    Raises:
        NotAllowedError: They may not see the org.
    """
    require(person, Verb.SEE, org)
    place = office()
    question = ("conflicts", place.entry, org, period)
    return kept(question, rests_on(place, org), lambda: _found(place, org, period))


def _found(place: Office, org: str, asked: Period | None) -> list[Conflict]:
    inside = frozenset(place.tree(org))
    periods = None if asked is None else writings_within(asked)
    known = facts(place.profile, None, Within(None if org == place.top else inside, periods))
    told = ((key, each) for key, each in known.tellings.items() if key[0] in inside)
    found = [
        _conflict(place, known, one, period, group)
        for (one, indicator), each in told
        for period, group in _by_period(each)
        if place.profile.indicator(indicator)
        and (asked is None or asked.contains(period))
        and combine([telling.quantity for telling in group]).conflict
    ]
    found.sort(key=lambda each: (each.org_name, each.indicator.name))
    return sorted(found, key=lambda each: (each.period.last, each.period.first), reverse=True)


def _by_period(told: Iterable[Told]) -> Iterator[tuple[Period, list[Told]]]:
    groups: dict[Period, list[Told]] = defaultdict(list)
    for each in told:
        groups[each.period].append(each)
    return ((period, group) for period, group in groups.items() if len(group) > 1)


def _conflict(place: Office, known: Facts, org: str, period: Period, group: list[Told]) -> Conflict:
    indicator = place.profile.indicator(group[0].indicator)
    assert indicator is not None  # noqa: S101 - only those of the profile are asked
    sentences = (
        sentence_of(known, each.figure, each.document, figure(each.quantity, indicator.measure, indicator.kind))
        for each in sorted(group, key=lambda each: each.figure)
    )
    return Conflict(org, place.names.get(org, org), indicator, period, tuple(sentences))
