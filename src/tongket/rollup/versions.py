"""Versions of orgs: stretches in which neither an org nor anything above it changes.

A figure carries the version of its org, so that the way up is found without comparing dates. Numbers are given by the
day from which a version holds, then by org id: a change of the map that comes later adds numbers at the end.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from itertools import pairwise

from tongket.terms.org_history import settled
from tongket.terms.orgs import Org, OrgChange
from tongket.terms.period import Period


@dataclass(frozen=True, slots=True)
class Version:
    """An org on `[valid_from, valid_to)`.

    Attributes:
        number: From 0.
        org: Org id.
        name: In that time.
        level: In that time.
        parent: Org id; None at the top.
        above: Number of the parent's version that holds all through it; None at the top.
        valid_from: Its first day.
        valid_to: The first day on which it no longer is.
    """

    number: int
    org: str
    name: str
    level: str
    parent: str | None
    above: int | None
    valid_from: date
    valid_to: date

    def valid_on(self, day: date) -> bool:
        """Tell whether it holds on `day`."""
        return self.valid_from <= day < self.valid_to


class Versions:
    """All versions of all orgs of a history.

    Args:
        orgs: Rows of facts that `terms.org_history.check_history` has let pass.
        changes: Of the map; an org begins a new version on the day of each of its changes.
    """

    def __init__(self, orgs: Iterable[Org], changes: Iterable[OrgChange] = ()) -> None:
        """Cut the rows of facts into versions and number them."""
        self.changes = tuple(changes)
        self._facts = _by_id(settled(tuple(orgs), self.changes))
        self._days = _days_of_change(self.changes)
        self._made: dict[str, list[_Piece]] = {}
        pieces = sorted(
            (piece for org in self._facts for piece in self._pieces(org)), key=lambda each: (each.first, each.row.id)
        )
        numbers = {(piece.row.id, piece.first): number for number, piece in enumerate(pieces)}
        self.all = tuple(_version(number, piece, numbers) for number, piece in enumerate(pieces))

    @cached_property
    def by_org(self) -> dict[str, tuple[Version, ...]]:
        """The versions of every org, oldest first."""
        found: dict[str, list[Version]] = defaultdict(list)
        for version in self.all:
            found[version.org].append(version)
        return {org: tuple(versions) for org, versions in found.items()}

    def on(self, org: str, day: date) -> Version | None:
        """Return the version of an org on a day, None where it did not stand."""
        return next((each for each in self.by_org.get(org, ()) if each.valid_on(day)), None)

    def at_end_of(self, org: str, period: Period) -> Version | None:
        """Return the version on the last day of a period on which the org stood; None where it stood on no day."""
        standing = [
            each for each in self.by_org.get(org, ()) if each.valid_from <= period.last and period.first < each.valid_to
        ]
        return standing[-1] if standing else None

    def chain(self, version: Version) -> tuple[Version, ...]:
        """Return a version and all above it, itself first."""
        found = [version]
        while found[-1].above is not None:
            found.append(self.all[found[-1].above])
        return tuple(found)

    def _pieces(self, org: str) -> "list[_Piece]":
        if org not in self._made:
            self._made[org] = [piece for row in self._facts[org] for piece in self._cut(row)]
        return self._made[org]

    def _cut(self, row: Org) -> "list[_Piece]":
        whole = _Piece(row, None, row.valid_from, row.valid_to)
        pieces = [whole] if row.parent is None else _under(whole, self._pieces(row.parent))
        days = self._days.get(row.id, ())
        return [part for piece in pieces for part in piece.cut(days)]


@dataclass(frozen=True, slots=True)
class _Piece:
    """A part of a row of facts; `above` is the day from which the parent's piece around it holds."""

    row: Org
    above: date | None
    first: date
    end: date

    def cut(self, days: Iterable[date]) -> "list[_Piece]":
        cuts = [self.first, *(day for day in days if self.first < day < self.end), self.end]
        return [replace(self, first=first, end=end) for first, end in pairwise(cuts)]


def _under(whole: _Piece, parents: Sequence[_Piece]) -> list[_Piece]:
    return [
        _Piece(whole.row, each.first, max(whole.first, each.first), min(whole.end, each.end))
        for each in parents
        if each.first < whole.end and whole.first < each.end
    ]


def _version(number: int, piece: _Piece, numbers: dict[tuple[str, date], int]) -> Version:
    row = piece.row
    above = None if row.parent is None or piece.above is None else numbers[row.parent, piece.above]
    return Version(number, row.id, row.name, row.level, row.parent, above, piece.first, piece.end)


def _by_id(orgs: Iterable[Org]) -> dict[str, list[Org]]:
    found: dict[str, list[Org]] = defaultdict(list)
    for org in sorted(orgs, key=lambda each: each.valid_from):
        found[org.id].append(org)
    return found


def _days_of_change(changes: Iterable[OrgChange]) -> dict[str, list[date]]:
    found: dict[str, set[date]] = defaultdict(set)
    for change in changes:
        for org in (*change.sources, *change.targets):
            found[org].add(change.date)
    return {org: sorted(days) for org, days in found.items()}
