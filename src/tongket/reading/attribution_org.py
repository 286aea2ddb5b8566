"""Whose report it is: sought in title and main event, then at the head of the page, then in the file name."""

from collections.abc import Iterator

from tongket.reading.attribution_page import main_event, parsed
from tongket.reading.org_names import NamedOrg, OrgNames, names_of
from tongket.terms.orgs import Org
from tongket.terms.period import Period
from tongket.terms.profile import Profile
from tongket.terms.records import Event, Reading


def org_among(reading: Reading, head: list[str], choices: tuple[tuple[Org, ...], ...]) -> tuple[str | None, str]:
    """Return the org id and the words that told it; None and the words that leave it open.

    Args:
        reading: The reading.
        head: The lines at the top of its page.
        choices: Rows of facts that may be meant, those to be tried first first.
    """
    told = [_org(reading, head, rows) for rows in choices]
    return next((each for each in told if each[0] is not None), told[0])


def rows_that_may_be_meant(profile: Profile, period: Period | None, day: str) -> tuple[tuple[Org, ...], ...]:
    """Return the rows of facts that may be meant: first those true at the end of the period, then all true in it."""
    asked = period or parsed(day[:7]) or parsed(day[:4])
    if asked is None:
        return (profile.orgs,)
    return (
        tuple(org for org in profile.orgs if org.valid_on(asked.last)),
        tuple(org for org in profile.orgs if org.valid_in(asked)),
    )


def _org(reading: Reading, head: list[str], rows: tuple[Org, ...]) -> tuple[str | None, str]:
    main = main_event(reading)
    names = names_of(rows)
    above = {org.id: org.parent for org in rows}
    title = reading.fields.title or ""
    strong = [title, (main.org if main else None) or "", (main.host if main else None) or ""]
    current: frozenset[str] = frozenset()
    basis: list[NamedOrg] = []
    places = [*((names.named_in(text), True) for text in strong), (_named_in_lines(head, rows), False)]
    for named, may_go_down in [*places, (names.named_in_file_name(reading.name), False)]:
        told = _lowest(_one_or_all(named), above)
        narrowed = _narrowed(current, told, above, may_go_down=may_go_down)
        if narrowed != current:
            current = narrowed
            basis = named
    words = "; ".join(sorted({each.words for each in basis}))
    if len(current) != 1 or _of_a_stranger(main, names, [each for named, _ in places for each in named]):
        return None, words
    return next(iter(current)), words


def _of_a_stranger(main: Event | None, names: OrgNames, named: list[NamedOrg]) -> bool:
    """Tell whether the event is of an org that the profile does not know, and no name here says of which place it is.

    "Ban Tuyên giáo Tỉnh ủy" on a page about another province is not ours.
    """
    stranger = main is not None and bool(main.org) and not names.named_in(main.org or "")
    return stranger and bool(named) and not any(each.names_a_place for each in named)


def _named_in_lines(head: list[str], rows: tuple[Org, ...]) -> list[NamedOrg]:
    return [named for line in head for named in names_of(rows).named_in(line)]


def _one_or_all(named: list[NamedOrg]) -> frozenset[str]:
    """Join what a place names; a name that leaves it open is settled by another that is among its orgs."""
    settled = {next(iter(each.orgs)) for each in named if len(each.orgs) == 1}
    open_names = [each.orgs for each in named if len(each.orgs) > 1]
    return frozenset(settled).union(*(orgs & settled or orgs for orgs in open_names))


def _lowest(orgs: frozenset[str], above: dict[str, str | None]) -> frozenset[str]:
    """Leave out orgs of which one below is named too: "huyện A, tỉnh B" means A."""
    return orgs - {parent for org in orgs for parent in _all_above(org, above)}


def _all_above(org: str, above: dict[str, str | None]) -> Iterator[str]:
    seen = {org}
    parent = above.get(org)
    while parent is not None and parent not in seen:
        yield parent
        seen.add(parent)
        parent = above.get(parent)


def _narrowed(
    current: frozenset[str], told: frozenset[str], above: dict[str, str | None], *, may_go_down: bool
) -> frozenset[str]:
    if not current or not told:
        return current or told
    if common := current & told:
        return common
    below = frozenset(org for org in told if current & set(_all_above(org, above)))
    return below if may_go_down and len(below) == 1 else current
