"""What a history of orgs cannot be, and how a row of facts follows a parent that became another.

A history is refused where it is impossible: a circle of parents, a child that stands on a day on which its parent
does not, two rows of one org on the same day, an org that a change took away and that still stands, shares that do
not sum to 1. Refused is refused whole: half a map would add up wrongly and nobody would see it.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise
from typing import NoReturn

from tongket.terms.errors import TongketError
from tongket.terms.orgs import ChangeKind, Org, OrgChange

_DAY = timedelta(days=1)
_TAKING_AWAY = frozenset({ChangeKind.MERGE, ChangeKind.SPLIT, ChangeKind.ABOLISH})


def check_history(orgs: Sequence[Org], changes: Sequence[OrgChange]) -> None:
    """Check that the rows of facts and the changes of the map can be true together.

    Args:
        orgs: Rows of facts; one whose parent became another is followed (`settled`).
        changes: Of the map.

    Raises:
        TongketError: Two rows of one org overlap; a parent is not known; a child stands without its parent, which
            has no single successor; parents run in a circle; a change names an org that did not stand, or takes
            away one that goes on standing; the shares of a source do not sum to 1.
    """
    stretches = _stretches(orgs)
    for change in changes:
        _check_change(change, stretches)
    _check_leaving(changes)
    rows = settled(orgs, changes)
    for row in rows:
        _check_parent(row, stretches)
    _check_circles(rows)


def settled(orgs: Iterable[Org], changes: Iterable[OrgChange]) -> tuple[Org, ...]:
    """Return the rows with each cut where its parent became another, the rest of it under that successor.

    A parent that was merged or renamed into one org hands its children on to it; one that was split into several
    or abolished does not, since nobody can know who went where.
    """
    rows = tuple(orgs)
    heirs = _heirs(changes)
    if not heirs:
        return rows
    stretches = _stretches(rows)
    return tuple(piece for row in rows for piece in _followed(row, stretches, heirs))


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Days on which an org stood without a gap: `[first, end)`."""

    first: date
    end: date

    def stood_on(self, day: date) -> bool:
        return self.first <= day < self.end


_Stretches = dict[str, list[_Stretch]]


def _stretches(orgs: Iterable[Org]) -> _Stretches:
    """Return by org id when it stood, refusing rows that overlap."""
    by_id: dict[str, list[Org]] = defaultdict(list)
    for org in orgs:
        if org.valid_from >= org.valid_to:
            _refuse(f"đơn vị “{org.id}”: ngày hết hiệu lực {org.valid_to} không sau ngày bắt đầu {org.valid_from}")
        by_id[org.id].append(org)
    return {name: _joined(name, sorted(rows, key=lambda row: row.valid_from)) for name, rows in by_id.items()}


def _joined(name: str, rows: list[Org]) -> list[_Stretch]:
    for earlier, later in pairwise(rows):
        if later.valid_from < earlier.valid_to:
            parents = earlier.parent != later.parent
            what = f", lại thuộc cả “{earlier.parent}” và “{later.parent}”" if parents else ""
            _refuse(f"hai dòng của đơn vị “{name}” có thời gian hiệu lực chồng nhau từ {later.valid_from}{what}")
    found: list[_Stretch] = []
    for row in rows:
        goes_on = found and found[-1].end == row.valid_from
        found.append(_Stretch(found.pop().first if goes_on else row.valid_from, row.valid_to))
    return found


def _heirs(changes: Iterable[OrgChange]) -> dict[tuple[str, date], str]:
    """Return the one org that an org became, by org id and day."""
    heirs: dict[tuple[str, date], str] = {}
    for change in changes:
        if len(change.targets) == 1 and change.kind is not ChangeKind.ABOLISH:
            heirs |= {(source, change.date): change.targets[0] for source in change.sources}
    return heirs


def _followed(row: Org, stretches: _Stretches, heirs: dict[tuple[str, date], str]) -> Iterator[Org]:
    while row.parent is not None:
        end = next((each.end for each in stretches.get(row.parent, ()) if each.stood_on(row.valid_from)), date.max)
        heir = heirs.get((row.parent, end))
        if end >= row.valid_to or heir in (None, row.parent):
            break
        yield replace(row, valid_to=end)
        row = replace(row, valid_from=end, parent=heir)
    yield row


def _check_parent(row: Org, stretches: _Stretches) -> None:
    if row.parent is None:
        return
    if row.parent not in stretches:
        _refuse(f"đơn vị “{row.id}” thuộc “{row.parent}”, mà không có “{row.parent}”")
    around = [each for each in stretches[row.parent] if each.stood_on(row.valid_from)]
    if not around:
        _refuse(f"đơn vị “{row.id}” thuộc “{row.parent}” từ {row.valid_from}, mà hôm đó không có “{row.parent}”")
    end = around[0].end
    if end < row.valid_to:
        _refuse(
            f"đơn vị “{row.id}” còn thuộc “{row.parent}” sau ngày {end - _DAY} là ngày cuối của “{row.parent}”, "
            f"mà không rõ đơn vị nào kế tục; hãy ghi cấp trên mới từ {end}"
        )


def _check_circles(rows: Sequence[Org]) -> None:
    """Walk up from every org on each day on which a row begins: a circle can only begin on such a day."""
    for day in sorted({row.valid_from for row in rows}):
        parents = {row.id: row.parent for row in rows if row.valid_on(day)}
        clear: set[str] = set()
        for start in parents:
            way: dict[str, None] = {}
            at: str | None = start
            while at is not None and at not in clear and at not in way:
                way[at] = None
                at = parents.get(at)
            if at in way:
                circle = [*list(way)[list(way).index(at) :], at]
                _refuse(f"từ {day} các đơn vị thuộc nhau thành vòng: {' → '.join(str(each) for each in circle)}")
            clear |= set(way)


def _check_change(change: OrgChange, stretches: _Stretches) -> None:
    where = f"thay đổi “{change.kind}” ngày {change.date}"
    before = change.date - _DAY if change.date > date.min else change.date
    for source in change.sources:
        if not _stood(source, before, stretches):
            _refuse(f"{where}: “{source}” không có vào ngày {before}")
        taken_away = change.kind in _TAKING_AWAY and source not in change.targets
        if taken_away and _stood(source, change.date, stretches):
            _refuse(f"{where}: “{source}” không còn, mà các dòng của nó vẫn còn hiệu lực; hãy ghi “valid_to”")
    for target in change.targets:
        if not _stood(target, change.date, stretches):
            _refuse(f"{where}: “{target}” không có vào ngày {change.date}")
    _check_shares(change, where)


def _check_shares(change: OrgChange, where: str) -> None:
    if change.shares and not change.share_basis:
        _refuse(f"{where}: có tỷ lệ chia mà không nói tính theo gì (“share_basis”), ví dụ dân số")
    ways = [(each.source, each.target) for each in change.shares]
    for each in change.shares:
        if each.source not in change.sources or each.target not in change.targets:
            _refuse(f"{where}: tỷ lệ từ “{each.source}” sang “{each.target}” không thuộc thay đổi này")
        if not 0 < each.share <= 1 or ways.count((each.source, each.target)) > 1:
            _refuse(f"{where}: tỷ lệ từ “{each.source}” sang “{each.target}” phải có một lần, lớn hơn 0, không quá 1")
    for source in dict.fromkeys(each.source for each in change.shares):
        whole = sum(each.share for each in change.shares if each.source == source)
        if whole != 1:
            _refuse(f"{where}: các tỷ lệ của “{source}” cộng lại là {whole}, phải đúng bằng 1")


def _check_leaving(changes: Iterable[OrgChange]) -> None:
    """Refuse an org that leaves twice on one day: its figures would be carried over twice."""
    left: set[tuple[str, date]] = set()
    for change in changes:
        leaving = {(source, change.date) for source in change.sources if change.kind in _TAKING_AWAY}
        if twice := sorted(left & leaving):
            _refuse(f"đơn vị “{twice[0][0]}” có hai thay đổi trong ngày {twice[0][1]}; hãy gộp thành một")
        left |= leaving


def _stood(org: str, day: date, stretches: _Stretches) -> bool:
    return any(each.stood_on(day) for each in stretches.get(org, ()))


def _refuse(what: str) -> NoReturn:
    message = f"Lịch sử đơn vị không thể có: {what}."
    raise TongketError(message)
