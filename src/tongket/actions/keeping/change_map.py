"""Change the map of the office: see what a change does before it is done, then do it."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from tongket.actions.keeping.map_change import ChangeOrder, Redrawn, ended, redraw
from tongket.actions.people.gate import Actor, enter, require
from tongket.actions.people.keep_profile import profile_row
from tongket.actions.people.list_people import people_at
from tongket.actions.people.office import office, profile_entry
from tongket.actions.roll_up import Line, roll_up
from tongket.actions.rolling.asked import Asked
from tongket.actions.rolling.places import Where
from tongket.ledger.entries import last_recorded, rows_of
from tongket.ledger.holding import holding
from tongket.ledger.org_facts import change_rows, org_of, org_row
from tongket.terms.columns import Certainty
from tongket.terms.errors import StaleError, TongketError
from tongket.terms.orgs import ChangeKind, Org
from tongket.terms.period import Period
from tongket.terms.profile import Profile
from tongket.terms.profile_form import profile_from_text
from tongket.terms.roles import Verb
from tongket.terms.tables import OrgChangeRow, OrgRow, Row, WithdrawalRow

_DAY = timedelta(days=1)
_SOURCE = "bàn làm việc"
_IN_WORDS = {
    ChangeKind.MERGE: "nhập",
    ChangeKind.SPLIT: "chia",
    ChangeKind.RENAME: "đổi tên",
    ChangeKind.MOVE: "chuyển",
    ChangeKind.OPEN: "lập",
    ChangeKind.ABOLISH: "giải thể",
}


@dataclass(frozen=True, slots=True)
class Counted:
    """A number before a change and after it; `of`: for duties the kind of report."""

    what: str
    before: int
    after: int
    of: str = ""


@dataclass(frozen=True, slots=True)
class Effect:
    """What a change does.

    Attributes:
        redrawn: The map after it.
        gone: Rows, as on the day before, of orgs that no longer stand.
        fresh: Rows of orgs that begin.
        altered: Rows before and after of orgs that go on under another name or parent.
        levels: How many orgs of each level whose number changes.
        duties: How many orgs owe each report whose number changes.
        without_duty: Levels of new orgs from which no report is owed.
        totals: How many totals of the year before are of each certainty, seen on the new map.
        people: Who acts for an org that will be gone, and needs a role at another.
        version: Of the map: who orders gives it back, so that nobody's change is passed over.
    """

    redrawn: Redrawn
    gone: tuple[Org, ...]
    fresh: tuple[Org, ...]
    altered: tuple[tuple[Org, Org], ...]
    levels: tuple[Counted, ...]
    duties: tuple[Counted, ...]
    without_duty: tuple[str, ...]
    totals: tuple[Counted, ...]
    people: tuple[tuple[str, str], ...]
    version: str


def see_change(actor: Actor, order: ChangeOrder) -> Effect:
    """Return what a change would do; nothing is entered.

    Raises:
        NotAllowedError: The actor does not administer an org in it.
        TongketError: The order is not whole, or the history could not be.
    """
    profile = office().profile
    redrawn = redraw(profile.orgs, profile.changes, order)
    _require_all(actor, order, redrawn)
    before = {row.id: row for row in profile.orgs if row.valid_on(order.day - _DAY)}
    after = {row.id: row for row in redrawn.orgs if row.valid_on(order.day)}
    gone = tuple(row for org, row in before.items() if org not in after)
    fresh = tuple(row for org, row in after.items() if org not in before)
    altered = tuple(
        (before[org], row)
        for org, row in after.items()
        if org in before and (before[org].name, before[org].parent) != (row.name, row.parent)
    )
    owing = {duty.level for duty in profile.duties}
    return Effect(
        redrawn,
        gone,
        fresh,
        altered,
        _levels(before.values(), after.values()),
        _duties(profile, before.values(), after.values()),
        tuple(sorted({row.level for row in fresh} - owing)),
        _totals(profile, redrawn, order, (*gone, *fresh, *(row for _, row in altered))),
        tuple((each.name, row.name) for row in gone for each in people_at([row.id]) if each.grants),
        map_version(),
    )


def change_map(actor: Actor, order: ChangeOrder, version: str) -> Redrawn:
    """Enter a change of the map.

    An office with a map of its own in the profile gets another version of the profile; one that hangs on the map of
    the country gets entries of that map.

    Args:
        actor: Who administers every org in it.
        order: The change.
        version: Of the map that the actor saw.

    Raises:
        NotAllowedError: The actor does not administer an org in it.
        StaleError: The map was changed meanwhile.
        TongketError: As `redraw`.
    """
    if version != map_version():
        message = "Bản đồ đơn vị vừa được người khác thay đổi. Hãy xem lại tác động trên bản mới rồi ghi."
        raise StaleError(message)
    profile = office().profile
    redrawn = redraw(profile.orgs, profile.changes, order)
    _require_all(actor, order, redrawn)
    own = _own_profile()
    rows = _into_profile(actor, own, order, redrawn) if own.map is None else _into_ledger(own, order, redrawn)
    org = next(iter(order.sources), redrawn.begins[0].parent if redrawn.begins else "") or office().top
    enter(actor, Verb.ADMINISTER, org, rows, _told(order, redrawn))
    return redrawn


def map_version() -> str:
    """Return what tells one state of the map from every other."""
    if _own_profile().map is None:
        return office().entry
    return f"{office().entry}.{last_recorded(OrgRow, OrgChangeRow, WithdrawalRow)}"


def _own_profile() -> Profile:
    """Return the profile as it was written, without the orgs of the map it hangs on."""
    entry = profile_entry()
    return profile_from_text(entry.text) if entry else office().profile


def _into_profile(actor: Actor, own: Profile, order: ChangeOrder, redrawn: Redrawn) -> list[Row]:
    orgs = (*ended(own.orgs, redrawn.ends, order.day), *redrawn.begins)
    drawn = replace(own, orgs=orgs, changes=(*own.changes, redrawn.change))
    return [profile_row(drawn, actor.person.name, office().entry)]


def _into_ledger(own: Profile, order: ChangeOrder, redrawn: Redrawn) -> list[Row]:
    apart = {row.id for row in own.orgs} & {*redrawn.ends, *order.sources}
    if apart:
        message = f"“{min(apart)}” là đơn vị riêng của hồ sơ, không có trên bản đồ: hãy sửa trong mục Hồ sơ."
        raise TongketError(message)
    held = holding(rows_of(OrgRow, org=list(redrawn.ends)), rows_of(WithdrawalRow))
    day = (order.day - _DAY).isoformat()
    ending = [row for row in held if row.valid_from <= day < row.valid_to]
    closed = [org_row(_closed(row, order.day), _SOURCE, row.id) for row in ending]
    begun = [org_row(row, _SOURCE) for row in redrawn.begins]
    return [*closed, *begun, *change_rows(redrawn.change, _SOURCE)]


def _closed(row: OrgRow, day: date) -> Org:
    return replace(org_of(row), valid_to=day)


def _require_all(actor: Actor, order: ChangeOrder, redrawn: Redrawn) -> None:
    """Let only those change orgs who administer them and those they come under."""
    known = office().names
    parents = {row.parent for row in redrawn.begins if row.parent}
    for org in sorted({*order.sources, *(target.org for target in order.targets if target.org), *parents}):
        if org in known:
            require(actor.person, Verb.ADMINISTER, org)
    if not order.sources and not parents:
        require(actor.person, Verb.KEEP, office().top)


def _told(order: ChangeOrder, redrawn: Redrawn) -> str:
    names = office().names | {row.id: row.name for row in redrawn.begins}
    sources = ", ".join(names[org] for org in order.sources) or "–"
    targets = ", ".join(names.get(org, org) for org in redrawn.change.targets) or "–"
    return f"{_IN_WORDS[order.kind]} đơn vị từ {order.day:%d/%m/%Y}: {sources} → {targets}; {order.basis.strip()}"


def _levels(before: Iterable[Org], after: Iterable[Org]) -> tuple[Counted, ...]:
    old, new = Counter(row.level for row in before), Counter(row.level for row in after)
    return tuple(Counted(level, old[level], new[level]) for level in sorted({*old, *new}) if old[level] != new[level])


def _duties(profile: Profile, before: Iterable[Org], after: Iterable[Org]) -> tuple[Counted, ...]:
    old, new = Counter(row.level for row in before), Counter(row.level for row in after)
    return tuple(
        Counted(duty.level, old[duty.level], new[duty.level], duty.report.value)
        for duty in profile.duties
        if old[duty.level] != new[duty.level]
    )


def _totals(profile: Profile, redrawn: Redrawn, order: ChangeOrder, touched: Iterable[Org]) -> tuple[Counted, ...]:
    """Count the totals of the year before by certainty, under whoever stands over the change, on either map."""
    over = sorted({row.parent for row in touched if row.parent})
    if order.kind in {ChangeKind.RENAME, ChangeKind.OPEN} or not over:
        return ()
    year = Period.parse(str(order.day.year - 1))
    changed = replace(profile, orgs=redrawn.orgs, changes=redrawn.changes)
    # On the old map the day before is asked for: on the day itself the new one holds.
    old = _by_certainty(profile, over, year, order.day - _DAY)
    new = _by_certainty(changed, over, year, order.day)
    return tuple(Counted(each.value, old[each], new[each]) for each in Certainty)


def _by_certainty(profile: Profile, over: Iterable[str], year: Period, day: date) -> Counter[Certainty]:
    standing = {row.id for row in profile.orgs if row.valid_on(day)}
    found: list[Line] = []
    for org in over:
        if org in standing:
            found += roll_up(profile, Asked(Where(org, day=day, each=True), (year,))).lines
    return Counter(line.certainty for line in found if line.total or line.own or line.percent)
