"""What became of an org on another day: a tree of the changes it went through, forward or backward in time.

The rule, told with examples in `docs/rollup.md`:

- merged, renamed, moved, abolished with a successor: all of it went there;
- split with shares: so much to each; without shares its parts are not known, only the whole is;
- abolished without a successor, or gone without a word: what it did stays within the org above it, and only there;
- backward everything is turned round: a part of a split comes wholly from the org that was split, the result of a
  merger from its sources in parts nobody knows.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from decimal import Decimal
from itertools import groupby, pairwise

from tongket.rollup.versions import Version, Versions
from tongket.terms.columns import SHARE_PLACES
from tongket.terms.orgs import OrgChange
from tongket.terms.quantity import rounded

NOBODY = ""
"""The org of what belongs to nothing any more."""

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Heir:
    """An org that something became, with the part of the whole that it is.

    Attributes:
        org: Org id.
        width: Its part of the whole that began; of several heirs whose parts are not known each has their sum.
        inside: Whether it only lies within `org` and has no org of its own any more.
        heirs: What it became in turn; empty where it stands on the day asked for.
        told: Whether the parts of `heirs` are known.
        basis: What they were measured by.
    """

    org: str
    width: Decimal
    inside: bool = False
    heirs: "tuple[Heir, ...]" = ()
    told: bool = True
    basis: str = ""

    def ends(self) -> "tuple[Heir, ...]":
        """Return who stands on the day asked for."""
        return tuple(end for heir in self.heirs for end in heir.ends()) if self.heirs else (self,)


@dataclass(frozen=True, slots=True)
class _Part:
    org: str
    share: Decimal | None
    """None where not known."""


@dataclass(frozen=True, slots=True)
class _Step:
    """What happened to an org on a day; no parts where it ended without a successor."""

    day: date
    parts: tuple[_Part, ...]
    basis: str = ""


@dataclass
class Carrying:
    """Follows orgs to one day.

    Attributes:
        versions: Of all orgs.
        day: The map to which everything is carried.
    """

    versions: Versions
    day: date
    _ahead: Mapping[str, list[_Step]] = field(init=False, repr=False)
    _back: Mapping[str, list[_Step]] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Sort the changes by who was in them."""
        self._ahead = _steps(self.versions.changes, back=False)
        self._back = _steps(self.versions.changes, back=True)

    def of(self, version: Version) -> Heir:
        """Return what became of a version; what belongs to nothing that stands on that day has no org: `NOBODY`."""
        if version.valid_on(self.day):
            return Heir(version.org, Decimal(1))
        forward = version.valid_to <= self.day
        since = version.valid_to if forward else version.valid_from
        return self._follow(Heir(version.org, Decimal(1)), since, forward=forward)

    def _follow(self, at: Heir, since: date, *, forward: bool) -> Heir:
        step = self._next(at.org, since) if forward else self._before(at.org, since)
        if step is None:
            return at
        if not step.parts:
            stood = self.versions.on(at.org, step.day - _DAY if forward else step.day)
            lies_in = Heir((stood.parent if stood else None) or NOBODY, at.width, inside=True)
            return lies_in if lies_in.org == NOBODY else self._follow(lies_in, step.day, forward=forward)
        # Where in an org something lay that has no org of its own, the shares of the whole do not tell.
        told = len(step.parts) == 1 or (not at.inside and all(part.share is not None for part in step.parts))
        widths = _widths(at.width, step.parts) if told else [at.width] * len(step.parts)
        # What happens to an heir on the very day it came to be is told of it as it was before.
        after = step.day + _DAY if forward else step.day - _DAY
        starts = [Heir(part.org, width, at.inside) for part, width in zip(step.parts, widths, strict=True)]
        heirs = tuple(self._follow(start, after, forward=forward) for start in starts)
        return replace(at, heirs=heirs, told=told, basis=step.basis)

    def _next(self, org: str, since: date) -> _Step | None:
        """Return the first thing that happened to an org from `since` on to the day asked for."""
        changed = next((step for step in self._ahead.get(org, ()) if since <= step.day <= self.day), None)
        ends = [each.valid_to for each in self.versions.by_org[org] if since <= each.valid_to <= self.day]
        gone = [end for end in ends if self.versions.on(org, end) is None]
        if changed and (not gone or changed.day <= gone[0]):
            return changed
        return _Step(gone[0], ()) if gone else None

    def _before(self, org: str, since: date) -> _Step | None:
        """Return the last thing that happened to an org after the day asked for, up to `since`."""
        changed = next((step for step in reversed(self._back.get(org, ())) if self.day < step.day <= since), None)
        begins = [each.valid_from for each in self.versions.by_org[org] if self.day < each.valid_from <= since]
        new = [begin for begin in begins if self.versions.on(org, begin - _DAY) is None]
        if changed and (not new or changed.day >= new[-1]):
            return changed
        return _Step(new[-1], ()) if new else None


def _steps(changes: Iterable[OrgChange], *, back: bool) -> Mapping[str, list[_Step]]:
    """Return what happened to each org in the order of time; what leaves an org as it is, is left out."""
    found: dict[str, list[_Step]] = defaultdict(list)
    for change in sorted(changes, key=lambda each: each.date):
        for org in change.targets if back else change.sources:
            parts = _sources_of(org, change) if back else _targets_of(org, change)
            if [part.org for part in parts] != [org]:
                found[org].append(_Step(change.date, parts, change.share_basis))
    return {org: _one_a_day(steps) for org, steps in found.items()} if back else found


def _one_a_day(steps: Iterable[_Step]) -> list[_Step]:
    """Join what made one org on one day: a commune made of whole communes and of parts of others came from them all."""
    return [_joined(list(same_day)) for _, same_day in groupby(steps, key=lambda step: step.day)]


def _joined(steps: Sequence[_Step]) -> _Step:
    if len(steps) == 1:
        return steps[0]
    sources = dict.fromkeys(part.org for step in steps for part in step.parts)
    if len(sources) == 1:
        return steps[0]
    return _Step(steps[0].day, tuple(_Part(org, None) for org in sources))


def _targets_of(source: str, change: OrgChange) -> tuple[_Part, ...]:
    shares = {each.target: each.share for each in change.shares if each.source == source}
    if shares:
        return tuple(_Part(target, shares[target]) for target in change.targets if target in shares)
    if len(change.targets) == 1:
        return (_Part(change.targets[0], Decimal(1)),)
    return tuple(_Part(target, None) for target in change.targets)


def _sources_of(target: str, change: OrgChange) -> tuple[_Part, ...]:
    giving = [source for source in change.sources if target in {part.org for part in _targets_of(source, change)}]
    if len(giving) == 1:
        return (_Part(giving[0], Decimal(1)),)
    return tuple(_Part(source, None) for source in giving)


def _widths(width: Decimal, parts: tuple[_Part, ...]) -> list[Decimal]:
    """Divide a width by the shares of its parts so that the parts, each rounded, are the whole again."""
    marks, sofar = [Decimal(0)], Decimal(0)
    for part in parts:
        sofar += part.share or Decimal(0)
        marks.append(rounded(width * sofar, SHARE_PLACES))
    return [after - before for before, after in pairwise(marks)]
