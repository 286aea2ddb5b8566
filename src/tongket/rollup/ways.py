"""Under which orgs the figures of every version are added: as it was, or as it is on a day (`terms.columns.WAYS`).

Ways are small (a row a version and org above it) and made anew when the map changes.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from tongket.rollup.carrying import Carrying, Heir
from tongket.rollup.versions import Version, Versions
from tongket.terms.columns import Certainty

_WHOLE = Decimal(1)


@dataclass(frozen=True, slots=True)
class Way:
    """A row of `terms.columns.WAYS`, which tells what each part means."""

    version: int
    ancestor: str
    level: str
    steps: int
    share: Decimal | None = _WHOLE
    certainty: Certainty = Certainty.EXACT
    basis: str = ""


def ways_as_was(versions: Versions) -> Iterator[Way]:
    """Yield the ways of the map of each figure's own time: every version counts wholly under all above it."""
    for version in versions.all:
        for steps, above in enumerate(versions.chain(version)):
            yield Way(version.number, above.org, above.level, steps)


def ways_on(versions: Versions, day: date) -> Iterator[Way]:
    """Yield the ways of the map of one day: every version carried over to the orgs of that day and all above them.

    A version that belongs to nothing that stands on that day has no way.
    """
    carrying = Carrying(versions, day)
    became = {version.number: carrying.of(version) for version in versions.all}
    for version in versions.all:
        heir = became[version.number]
        above = [became[each.number] for each in versions.chain(version)]
        steps = _steps(heir, above, versions, day)
        yield from _carried(version, heir, steps, versions, day)


def _carried(version: Version, heir: Heir, steps: Mapping[str, int], versions: Versions, day: date) -> Iterator[Way]:
    parts = _parts_under(heir, versions, day)
    for org, part in parts.items():
        standing = versions.on(org, day)
        if standing is not None:
            yield Way(version.number, org, standing.level, steps[org], part.share, part.certainty, part.basis)


@dataclass(frozen=True, slots=True)
class _Under:
    """How much of an heir lies under an org."""

    share: Decimal | None
    whole: bool
    bases: frozenset[str] = frozenset()

    @property
    def certainty(self) -> Certainty:
        if self.share is None:
            return Certainty.NOT_DERIVABLE
        return Certainty.EXACT if self.whole else Certainty.APPORTIONED

    @property
    def basis(self) -> str:
        return ", ".join(sorted(self.bases)) if self.certainty is Certainty.APPORTIONED else ""


def _parts_under(heir: Heir, versions: Versions, day: date) -> dict[str, _Under]:
    """Return by org of `day` how much of an heir lies under it; an heir that lies wholly under one is whole there.

    So a province stays exact over a commune that was split within it, whether or not anybody knows the shares.
    """
    if not heir.heirs:
        return {org: _Under(heir.width, whole=True) for org in _orgs_above(heir.org, versions, day)}
    below = [_parts_under(each, versions, day) for each in heir.heirs]
    orgs = dict.fromkeys(org for each in below for org in each)
    return {org: _joined(heir, [each.get(org) for each in below]) for org in orgs}


def _joined(heir: Heir, parts: Iterable[_Under | None]) -> _Under:
    """Put the parts of an heir that lie under one org together; None for one that does not."""
    found = list(parts)
    if all(part is not None and part.whole for part in found):
        return _Under(heir.width, whole=True)
    there = [part for part in found if part is not None]
    shares = [part.share for part in there]
    if not heir.told or None in shares:
        return _Under(None, whole=False)
    bases = frozenset({heir.basis} if len(found) > 1 else ()).union(*(part.bases for part in there))
    return _Under(sum((share for share in shares if share is not None), Decimal(0)), whole=False, bases=bases)


def _steps(heir: Heir, above: Iterable[Heir], versions: Versions, day: date) -> dict[str, int]:
    """Return how far above a version each org stood when the figures were reported.

    An org that was none of those above it then is counted by the map of `day`.
    """
    found: dict[str, int] = {}
    for steps, each in enumerate(above):
        for end in each.ends():
            if not end.inside:
                found.setdefault(end.org, steps)
    for end in heir.ends():
        for steps, org in enumerate(_orgs_above(end.org, versions, day), int(end.inside)):
            found.setdefault(org, steps)
    return found


def _orgs_above(org: str, versions: Versions, day: date) -> tuple[str, ...]:
    standing = versions.on(org, day)
    return tuple(each.org for each in versions.chain(standing)) if standing else ()
