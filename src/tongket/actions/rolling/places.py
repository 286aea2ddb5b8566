"""Which ways a question goes: under which orgs what is added, and whose figures."""

from dataclasses import dataclass
from datetime import date

from tongket.rollup.versions import Versions
from tongket.rollup.ways import Way, ways_as_was, ways_on
from tongket.terms.errors import TongketError
from tongket.terms.period import Period


@dataclass(frozen=True, slots=True)
class Where:
    """Under whom and on which map.

    Attributes:
        org: Org id: whose whole is asked for.
        level: One total for each org of this level under it; empty for one of its own.
        of_level: Whose figures are added: those of orgs of this level; empty for those right below.
        day: As it is on this day; None for as it was.
        each: One total of its own and, without a level, one for each org right below it.
        only: Of all these only the totals of these orgs, as a page shows them; None for all.
    """

    org: str
    level: str = ""
    of_level: str = ""
    day: date | None = None
    each: bool = False
    only: frozenset[str] | None = None


def ways_to(versions: Versions, where: Where) -> list[Way]:
    """Return the ways to the orgs asked for: with steps 0 for their own figures, more for those that are added.

    Raises:
        TongketError: There is no such org, or it does not stand on that day; no org of that level stands under it.
    """
    _check_org(versions, where)
    ways = _as_was(versions, where.org) if where.day is None else _as_is(versions, where.org, where.day)
    asked = _asked(versions, where)
    found = [way for way in ways if (where.level and way.level == where.level) or way.ancestor in asked]
    if where.level and not found:
        levels = ", ".join(sorted({way.level for way in ways}))
        message = f"Dưới “{where.org}” không có cấp “{where.level}”. Hãy chọn một trong: {levels}."
        raise TongketError(message)
    shown = found if where.only is None else [way for way in found if way.ancestor in where.only]
    return [way for way in shown if _is_added(way, versions, where.of_level)]


def name_of(versions: Versions, org: str, where: Where, period: Period) -> str:
    """Return what an org is called on the map asked for."""
    version = versions.at_end_of(org, period) if where.day is None else versions.on(org, where.day)
    return (version or versions.by_org[org][-1]).name


def _asked(versions: Versions, where: Where) -> frozenset[str]:
    """Return the orgs that are asked for by name, not by their level."""
    if where.each and not where.level:
        right_below = {
            each.org
            for each in versions.all
            if each.parent == where.org and (where.day is None or each.valid_on(where.day))
        }
        return frozenset({where.org, *right_below})
    return frozenset({where.org} if where.each or not where.level else ())


def _is_added(way: Way, versions: Versions, of_level: str) -> bool:
    if not of_level:
        return way.steps <= 1
    return way.steps == 0 or versions.all[way.version].level == of_level


def _as_was(versions: Versions, org: str) -> list[Way]:
    """Return the ways that go no higher than `org`, of what stood under it."""
    ways = list(ways_as_was(versions))
    up_to = {way.version: way.steps for way in ways if way.ancestor == org}
    return [way for way in ways if way.steps <= up_to.get(way.version, -1)]


def _as_is(versions: Versions, org: str, day: date) -> list[Way]:
    standing = [version for version in versions.all if version.valid_on(day)]
    under = {each.org for each in standing if org in {above.org for above in versions.chain(each)}}
    return [way for way in ways_on(versions, day) if way.ancestor in under]


def _check_org(versions: Versions, where: Where) -> None:
    if where.org not in versions.by_org:
        known = ", ".join(list(versions.by_org)[:20])
        message = f"Hồ sơ (profile) không có đơn vị “{where.org}”. Hãy chọn một trong: {known}."
        raise TongketError(message)
    if where.day is not None and versions.on(where.org, where.day) is None:
        message = (
            f"Ngày {where.day:%d/%m/%Y} không có đơn vị “{where.org}”. Hãy hỏi theo bản đồ khi đó (was), hoặc hỏi "
            "đơn vị kế tục nó."
        )
        raise TongketError(message)
