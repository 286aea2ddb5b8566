"""The office that a desk serves: the profile that holds, hung on its map, and where its orgs stand to one another."""

from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property, lru_cache

from tongket.actions.hang_on_map import hang_on_map
from tongket.ledger.entries import ends_of_chains, last_recorded, rows_of
from tongket.ledger.holding import holding
from tongket.terms.errors import TongketError
from tongket.terms.orgs import Org
from tongket.terms.profile import Profile
from tongket.terms.profile_form import profile_from_text
from tongket.terms.roles import Stand
from tongket.terms.tables import OrgChangeRow, OrgRow, WithdrawalRow
from tongket.terms.work import ProfileRow


@dataclass(frozen=True)
class Office:
    """A desk's profile with all orgs of its map; `entry` is the id of the profile in the ledger."""

    entry: str
    profile: Profile

    @cached_property
    def names(self) -> dict[str, str]:
        """The newest name of every org, by org id."""
        rows = sorted(self.profile.orgs, key=lambda row: row.valid_from)
        return {row.id: row.name for row in rows}

    @cached_property
    def top(self) -> str:
        """The org that has none above it: the first of the profile."""
        return next(row.id for row in self.profile.orgs if row.parent is None)

    @cached_property
    def _parents(self) -> dict[str, frozenset[str]]:
        found: dict[str, set[str]] = defaultdict(set)
        for row in self.profile.orgs:
            found[row.id] |= {row.parent} if row.parent else set()
        return {org: frozenset(parents) for org, parents in found.items()}

    def above(self, org: str) -> frozenset[str]:
        """Return all orgs that ever stood above one."""
        found: set[str] = set()
        ahead = set(self._parents.get(org, ()))
        while ahead:
            found |= ahead
            ahead = {parent for each in ahead for parent in self._parents.get(each, ())} - found
        return frozenset(found)

    def stand(self, org: str, seen_from: str) -> Stand:
        """Return where an org stands, seen from another; whoever ever stood below is below."""
        if org == seen_from:
            return Stand.OWN
        if seen_from in self._parents.get(org, ()):
            return Stand.CHILD
        if seen_from in self.above(org):
            return Stand.BELOW
        return Stand.ABOVE if org in self.above(seen_from) else Stand.BESIDE

    def tree(self, org: str) -> list[str]:
        """Return an org and all that ever stood below it, in the order of the profile."""
        return [each for each in self.names if each == org or org in self.above(each)]

    def rows_on(self, day: date, under: str = "") -> list[Org]:
        """Return the rows true on a day, of one org and all below it where one is named."""
        inside = set(self.tree(under)) if under else set(self.names)
        return [row for row in self.profile.orgs if row.valid_on(day) and row.id in inside]


_ASKED: ContextVar[list[Office] | None] = ContextVar("asked", default=None)


@contextmanager
def ask_once() -> Iterator[None]:
    """Let `office()` ask the ledger once within: a page asks some ten times, and means the same office each time."""
    token = _ASKED.set([])
    try:
        yield
    finally:
        _ASKED.reset(token)


def ask_again() -> None:
    """Let the next `office()` ask the ledger: something was written that may have changed it."""
    asked = _ASKED.get()
    if asked is not None:
        asked.clear()


def office() -> Office:
    """Return the office of the ledger that is open.

    Raises:
        TongketError: The ledger has no profile yet.
    """
    asked = _ASKED.get()
    if asked:
        return asked[0]
    found = _held_office()
    if asked is not None:
        asked.append(found)
    return found


def _held_office() -> Office:
    entry = _held_entry()
    if not entry:
        message = "Sổ cái này chưa có hồ sơ: hãy mở bàn làm việc bằng `tongket serve --profile HỒ-SƠ.toml` một lần."
        raise TongketError(message)
    # Asked several times a page: only an office that hangs on the map has to know when that was changed last.
    on_map = _profile(entry).map is not None
    return _office(entry, last_recorded(OrgRow, OrgChangeRow, WithdrawalRow) if on_map else None)


def profile_entry() -> ProfileRow | None:
    """Return the profile that holds, None for a ledger without one."""
    entry = _held_entry()
    return rows_of(ProfileRow, id=entry)[0] if entry else None


def _held_entry() -> str:
    """Return the id of the profile that holds, empty for none."""
    ends = ends_of_chains(ProfileRow)
    if ends:
        return ends[-1]
    held = holding(rows_of(ProfileRow), rows_of(WithdrawalRow))
    return held[-1].id if held else ""


@lru_cache(maxsize=8)
def _profile(entry: str) -> Profile:
    """Return the profile of an entry, whose id tells its text."""
    return profile_from_text(rows_of(ProfileRow, id=entry)[0].text)


@lru_cache(maxsize=8)
def _office(entry: str, _map_known_at: datetime | None) -> Office:
    return Office(entry, hang_on_map(_profile(entry)))
