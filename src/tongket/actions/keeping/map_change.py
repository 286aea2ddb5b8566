"""A change of the map as a person orders it, and the rows of facts it makes: nothing is entered here."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from typing import NoReturn

from tongket.reading.keyed import fold
from tongket.reading.period_words import without_marks
from tongket.terms.errors import TongketError
from tongket.terms.org_history import check_history, settled
from tongket.terms.orgs import ChangeKind, Org, OrgChange, Share

_DAY = timedelta(days=1)
_NO_LETTER = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Target:
    """Who is there after a change.

    Attributes:
        name: As it is called from that day on; empty for unchanged.
        level: Of a new org.
        parent: Org id; empty for the parent of the first source.
        org: Id of one that stood before and goes on; empty for a new org.
        aliases: Of a new org: other names, and the bodies that report for it.
        share: Which part of a split source goes here; None where nobody knows.
    """

    name: str
    level: str = ""
    parent: str = ""
    org: str = ""
    aliases: tuple[str, ...] = ()
    share: Decimal | None = None


@dataclass(frozen=True, slots=True)
class ChangeOrder:
    """What is to happen to orgs on a day, by its legal basis."""

    kind: ChangeKind
    day: date
    basis: str
    sources: tuple[str, ...]
    targets: tuple[Target, ...]
    share_basis: str = ""


@dataclass(frozen=True, slots=True)
class Redrawn:
    """What an order makes of a map.

    Attributes:
        ends: Ids of the orgs whose row ends on the day.
        begins: Rows that begin on it.
        change: The change itself.
        orgs: All rows after it, settled.
        changes: All changes after it.
    """

    ends: tuple[str, ...]
    begins: tuple[Org, ...]
    change: OrgChange
    orgs: tuple[Org, ...]
    changes: tuple[OrgChange, ...]


def redraw(orgs: Sequence[Org], changes: Sequence[OrgChange], order: ChangeOrder) -> Redrawn:
    """Return what the map becomes by an order.

    Raises:
        TongketError: The order is not whole, or the history could not be (`terms.org_history.check_history`).
    """
    _check(order)
    before = {row.id: row for row in orgs if row.valid_on(order.day - _DAY)}
    for source in order.sources:
        _check_source(source, orgs, before, order.day)
    begins = _begins(order, before, {row.id for row in orgs})
    staying = {row.id for row in begins}
    gone = order.kind in {ChangeKind.MERGE, ChangeKind.SPLIT, ChangeKind.ABOLISH}
    kept = {target.org for target in order.targets if target.org}
    ends = tuple(source for source in order.sources if source in staying or (gone and source not in kept))
    change = _change(order, begins)
    drawn = (*ended(orgs, ends, order.day), *begins)
    check_history(drawn, (*changes, change))
    return Redrawn(ends, begins, change, settled(drawn, (*changes, change)), (*changes, change))


def ended(orgs: Iterable[Org], ends: Iterable[str], day: date) -> tuple[Org, ...]:
    """Return rows with those of some orgs ended that are true on the day before."""
    ending = set(ends)
    return tuple(replace(row, valid_to=day) if row.id in ending and row.valid_on(day - _DAY) else row for row in orgs)


def _check(order: ChangeOrder) -> None:
    few, many = {ChangeKind.OPEN: (0, 0), ChangeKind.MERGE: (2, 500)}.get(order.kind, (1, 1))
    least, most = {ChangeKind.SPLIT: (2, 50), ChangeKind.ABOLISH: (0, 0)}.get(order.kind, (1, 1))
    if not order.basis.strip():
        _refuse("chưa ghi căn cứ pháp lý, ví dụ: Nghị quyết số …/NQ-UBTVQH15")
    if not few <= len(order.sources) <= many:
        _refuse(f"cần chọn {'ít nhất hai' if few > 1 else 'đúng một' if few else 'không'} đơn vị trước khi thay đổi")
    if not least <= len(order.targets) <= most:
        _refuse(f"cần ghi {'ít nhất hai' if least > 1 else 'đúng một' if least else 'không'} đơn vị sau khi thay đổi")
    for target in order.targets:
        if not target.org and not (target.name.strip() and target.level.strip()):
            _refuse("mỗi đơn vị mới cần có tên đầy đủ và cấp")
    told = [target.share is not None for target in order.targets]
    if order.kind is ChangeKind.SPLIT and any(told) and not all(told):
        _refuse("đã ghi tỷ lệ thì ghi cho mọi đơn vị sau khi chia, cộng lại bằng 1; không biết thì để trống tất cả")


def _check_source(source: str, orgs: Sequence[Org], before: dict[str, Org], day: date) -> None:
    if source not in before:
        _refuse(f"“{source}” không có vào ngày {day - _DAY:%d/%m/%Y}")
    if later := [row for row in orgs if row.id == source and row.valid_from >= day]:
        _refuse(f"“{later[0].name}” đã có thay đổi ghi cho ngày {later[0].valid_from:%d/%m/%Y}, từ ngày này trở đi")


def _begins(order: ChangeOrder, before: dict[str, Org], ids: set[str]) -> tuple[Org, ...]:
    """Return the rows that begin: of new orgs, and of those that go on under another name or parent."""
    first = before[order.sources[0]] if order.sources else None
    found: list[Org] = []
    for target in order.targets:
        old = before.get(target.org)
        if target.org and old is None:
            _refuse(f"“{target.org}” không có vào ngày {order.day - _DAY:%d/%m/%Y}")
        parent = target.parent or (old.parent if old else first.parent if first else None)
        if old is None:
            name = target.name.strip()
            new = Org(
                id=_new_id(name, ids, order.day),
                name=name,
                level=target.level.strip(),
                aliases=target.aliases,
                parent=parent,
                kind=first.kind if first else "",
                valid_from=order.day,
            )
            ids.add(new.id)
            found.append(new)
        else:
            after = replace(old, name=target.name.strip() or old.name, parent=parent)
            if after != old:
                found.append(replace(after, valid_from=order.day))
    return tuple(found)


def _change(order: ChangeOrder, begins: Sequence[Org]) -> OrgChange:
    fresh = iter([row.id for row in begins if row.id not in {target.org for target in order.targets}])
    targets = tuple(target.org or next(fresh) for target in order.targets)
    shares: tuple[Share, ...] = ()
    if order.kind is ChangeKind.SPLIT:
        shares = tuple(
            Share(order.sources[0], org, target.share)
            for org, target in zip(targets, order.targets, strict=True)
            if target.share is not None
        )
    basis = order.share_basis.strip() if shares else ""
    return OrgChange(order.kind, order.day, order.sources, targets, order.basis.strip(), shares, basis)


def _new_id(name: str, taken: set[str], day: date) -> str:
    """Return an id for a new org: its name in plain letters, with the year where that is taken."""
    plain = _NO_LETTER.sub("-", without_marks(fold(name))).strip("-") or "don-vi"
    tried = [plain, f"{plain}-{day.year}", *(f"{plain}-{day.year}-{number}" for number in range(2, 1000))]
    return next(each for each in tried if each not in taken)


def _refuse(what: str) -> NoReturn:
    message = f"Chưa ghi được thay đổi: {what}."
    raise TongketError(message)
