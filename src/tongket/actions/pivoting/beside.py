"""Beside a roll-up: what changed against an earlier period, and what stands apart from an org's own history."""

from collections.abc import Iterable
from dataclasses import dataclass

from tongket.actions.compare_periods import Compared, compare_periods
from tongket.actions.find_outliers import Outlier, find_outliers
from tongket.actions.people.gate import Person, require
from tongket.actions.people.office import office
from tongket.actions.pivoting.kept import kept, rests_on
from tongket.actions.pivoting.pivot import Pivot
from tongket.actions.pivoting.wording import NONE, signed
from tongket.actions.rolling.asked import Asked
from tongket.actions.rolling.places import Where
from tongket.ledger.entries import rows_of
from tongket.review.wording import bounded
from tongket.terms.columns import Certainty
from tongket.terms.period import Period
from tongket.terms.roles import Verb
from tongket.terms.tables import FigureRow


@dataclass(frozen=True, slots=True)
class ChangeSeen:
    """How one indicator of one org changed, in words; `more` where it surely grew, `less` where it surely fell."""

    org: str
    name: str
    indicator: str
    indicator_name: str
    before: str
    after: str
    by_map: str
    by_work: str
    certainty: Certainty
    more: bool
    less: bool


def changes(person: Person, asked: Pivot, earlier: Period) -> list[ChangeSeen]:
    """Return what changed from an earlier period to the last one asked for.

    Raises:
        NotAllowedError: They may not see the org.
        TongketError: As `compare_periods`.
    """
    require(person, Verb.SEE, asked.org)
    place = office()
    where = Where(asked.org, asked.level, asked.of_level, each=True)
    question = Asked(where, asked.periods[-1:], asked.indicators, asked.known_at)
    found = kept(
        ("changes", place.entry, question, earlier),
        rests_on(place, asked.org),
        lambda: compare_periods(place.profile, question, earlier),
    )
    return [_seen(each) for each in found]


def outliers(person: Person, org: str) -> list[Outlier]:
    """Return the figures of an org and of those right below it that stand far from their own history.

    Raises:
        NotAllowedError: They may not see the org.
    """
    require(person, Verb.SEE, org)
    place = office()
    return kept(("outliers", place.entry, org), rests_on(place, org), lambda: find_outliers(place.profile, Where(org)))


def documents_of(figures: Iterable[str]) -> dict[str, str]:
    """Return the document of each figure, by their ids."""
    return {row.id: row.document for row in rows_of(FigureRow, id=list(figures))}


def _seen(each: Compared) -> ChangeSeen:
    change, kind = each.change, each.indicator.kind
    before, after = (
        NONE if side is None else bounded(side, kind, summed=True) for side in (change.before, change.after)
    )
    low, high = change.by_work.low, change.by_work.high
    return ChangeSeen(
        each.org,
        each.name,
        each.indicator.id,
        each.indicator.name,
        before,
        after,
        signed(change.by_map),
        signed(change.by_work),
        change.certainty,
        low is not None and low > 0,
        high is not None and high < 0,
    )
