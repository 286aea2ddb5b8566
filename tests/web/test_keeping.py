"""The map, the profile and the log: seen before it is done, refused where it cannot be, every version kept."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from tongket.actions.keeping.audit import ActsAsked, acts, acts_as_csv
from tongket.actions.keeping.change_map import change_map, map_version, see_change
from tongket.actions.keeping.health import health
from tongket.actions.keeping.map_change import ChangeOrder, Target
from tongket.actions.keeping.profile_versions import differences, versions, what_is_wrong
from tongket.actions.now import now
from tongket.actions.people.gate import Actor, NotAllowedError, person_named
from tongket.actions.people.keep_profile import keep_profile
from tongket.actions.people.office import office, profile_entry
from tongket.ledger.entries import rows_of
from tongket.terms.errors import TongketError
from tongket.terms.orgs import ChangeKind
from tongket.terms.roles import Role
from tongket.terms.work import ProfileRow
from web.conftest import PROFILE, Desk

DAY = date(2025, 7, 1)
MERGER = ChangeOrder(
    ChangeKind.MERGE, DAY, "Nghị quyết số 12/NQ-HĐND", ("xa-mot", "xa-hai"), (Target("xã An Phú", "xã", "huyen-mot"),)
)


def _keeper(desk: Desk, org: str = "tinh") -> Actor:
    return Actor(desk.actor(f"giu-{org}", org, Role.ADMINISTRATOR).person, now())


def test_merger_shows_what_it_does_before_it_is_done(desk: Desk) -> None:
    """Two communes become one: who is gone, who follows, who owes less; entered only when it is ordered."""
    actor = _keeper(desk, "huyen-mot")
    desk.actor("mai", "xa-mot", Role.REPORTER)
    effect = see_change(actor, MERGER)
    assert {row.id for row in effect.gone} == {"xa-mot", "xa-hai"}
    assert [row.name for row in effect.fresh] == ["xã An Phú"]
    assert [(old.id, old.parent, new.parent) for old, new in effect.altered] == [("thon", "xa-mot", "xa-an-phu")]
    assert [(each.what, each.before, each.after) for each in effect.levels] == [("xã", 2, 1)]
    assert [(each.of, each.what, each.before, each.after) for each in effect.duties] == [("year", "xã", 2, 1)]
    assert effect.people == (("mai", "xã An Hòa"),)
    assert "xa-an-phu" not in office().names
    change_map(actor, MERGER, effect.version)
    place = office()
    assert {row.id for row in place.rows_on(DAY)} == {"tinh", "huyen-mot", "huyen-hai", "xa-an-phu", "thon"}
    assert place.profile.changes[0].basis == "Nghị quyết số 12/NQ-HĐND"
    with pytest.raises(TongketError, match="vừa được người khác thay đổi"):
        change_map(actor, MERGER, effect.version)


def test_split_needs_shares_of_all_or_none_that_sum_to_one(desk: Desk) -> None:
    """Shares with what they were measured by; half of them, or more than the whole, is refused with its reason."""
    actor = _keeper(desk)

    def order(first: str | None, second: str | None) -> ChangeOrder:
        targets = tuple(
            Target(name, "xã", "huyen-mot", share=Decimal(share) if share else None)
            for name, share in (("xã An Đông", first), ("xã An Tây", second))
        )
        return ChangeOrder(ChangeKind.SPLIT, DAY, "Nghị quyết số 13", ("xa-hai",), targets, "dân số")

    for first, second, reason in (("0.6", None, "mọi đơn vị"), ("0.6", "0.6", "phải đúng bằng 1")):
        with pytest.raises(TongketError, match=reason):
            see_change(actor, order(first, second))
    effect = see_change(actor, order("0.6", "0.4"))
    change_map(actor, order("0.6", "0.4"), effect.version)
    change = office().profile.changes[0]
    assert [(each.target, each.share) for each in change.shares] == [
        ("xa-an-dong", Decimal("0.6")),
        ("xa-an-tay", Decimal("0.4")),
    ]
    assert change.share_basis == "dân số"


def test_impossible_histories_are_refused_and_nothing_is_entered(desk: Desk) -> None:
    """No circle of parents, no child without its parent, no change without its basis, none over orgs of others."""
    actor, before = _keeper(desk), map_version()
    impossible = [
        ChangeOrder(ChangeKind.MOVE, DAY, "NQ 1", ("huyen-mot",), (Target("", "", "thon", "huyen-mot"),)),
        ChangeOrder(ChangeKind.ABOLISH, DAY, "NQ 1", ("huyen-mot",), ()),
        ChangeOrder(ChangeKind.RENAME, DAY, " ", ("xa-mot",), (Target("xã An Mới", org="xa-mot"),)),
        ChangeOrder(ChangeKind.MERGE, DAY, "NQ 1", ("xa-mot",), (Target("xã An Mới", "xã"),)),
        ChangeOrder(ChangeKind.OPEN, DAY, "NQ 1", (), (Target("xã An Mới", ""),)),
        ChangeOrder(ChangeKind.RENAME, DAY, "NQ 1", ("khong-co",), (Target("x", org="khong-co"),)),
    ]
    for order in impossible:
        with pytest.raises(TongketError):
            see_change(actor, order)
        with pytest.raises(TongketError):
            change_map(actor, order, before)
    with pytest.raises(NotAllowedError):
        see_change(_keeper(desk, "huyen-hai"), MERGER)
    assert map_version() == before


def test_rename_move_open_and_abolish(desk: Desk) -> None:
    """Each kind makes a history that holds, one after the other."""
    actor = _keeper(desk)
    orders = (
        ChangeOrder(ChangeKind.RENAME, DAY, "NQ 1", ("xa-mot",), (Target("phường An Hòa", org="xa-mot"),)),
        ChangeOrder(ChangeKind.MOVE, DAY, "NQ 2", ("xa-hai",), (Target("", "", "huyen-hai", "xa-hai"),)),
        ChangeOrder(ChangeKind.OPEN, DAY, "NQ 3", (), (Target("xã Mới", "xã", "huyen-hai"),)),
        ChangeOrder(ChangeKind.ABOLISH, date(2025, 8, 1), "NQ 4", ("thon",), ()),
    )
    for order in orders:
        change_map(actor, order, see_change(actor, order).version)
    rows = {row.id: row for row in office().rows_on(date(2025, 8, 1))}
    assert rows["xa-mot"].name == "phường An Hòa"
    assert rows["xa-hai"].parent == "huyen-hai"
    assert rows["xa-moi"].level == "xã"
    assert "thon" not in rows
    assert len(rows_of(ProfileRow)) == 5


def test_profile_keeps_its_versions_and_refuses_what_cannot_be(desk: Desk) -> None:
    """A stale version is refused; what is wrong is told with its line; the desk is never left without a keeper."""
    actor = _keeper(desk)
    held = profile_entry()
    assert held is not None
    longer = PROFILE.replace('name = "Đảng viên tham gia học tập"', 'name = "Đảng viên học tập"')
    kept = keep_profile(actor, longer, held.id)
    with pytest.raises(TongketError, match="vừa được người khác"):
        keep_profile(actor, PROFILE.replace("Lam Giang", "Lam Hà"), held.id)
    assert [each.row.id for each in versions(10)] == [kept.id, held.id]
    changed = [line for line in differences(held.text, kept.text) if line[0] in "+-"]
    assert changed == ['-name = "Đảng viên tham gia học tập"', '+name = "Đảng viên học tập"']
    broken = what_is_wrong(PROFILE.replace("[[themes]]", "[[themes]"))
    assert broken is not None
    assert broken.line == PROFILE.splitlines().index("[[themes]]") + 1
    unknown = what_is_wrong(PROFILE.replace('theme = "hoc-tap"', 'theme = "khac"', 1))
    assert unknown is not None
    assert unknown.line == PROFILE.splitlines().index('id = "hoi-nghi"') + 1
    assert what_is_wrong(longer) is None
    with pytest.raises(TongketError, match="đơn vị đứng đầu khác"):
        keep_profile(actor, PROFILE.replace('"tinh"', '"tinh-khac"'), kept.id)


def test_log_shows_each_administrator_their_own_orgs(desk: Desk) -> None:
    """Newest first, filtered by who, org, verb and entry; as CSV no cell is a formula."""
    top, below = _keeper(desk), _keeper(desk, "huyen-hai")
    change_map(top, MERGER, map_version())
    newest = acts(top.person, ActsAsked(), 2)
    assert newest[0][1].told.startswith("nhập đơn vị từ 01/07/2025: xã An Hòa, xã An Bình → xã An Phú")
    assert {row.org for _, row in acts(below.person, ActsAsked(), 100)} == {"huyen-hai"}
    assert acts(below.person, ActsAsked(org="tinh"), 100) == []
    assert [row.by for _, row in acts(top.person, ActsAsked(by="giu-tinh"), 100)] == ["giu-tinh"]
    rename = ChangeOrder(ChangeKind.RENAME, DAY, "NQ", ("huyen-hai",), (Target("=1+1", org="huyen-hai"),))
    change_map(top, rename, map_version())
    lines = "".join(acts_as_csv(top.person, ActsAsked())).splitlines()
    assert lines[0].startswith("\ufeffLúc,")
    assert len(lines) == 1 + len(acts(top.person, ActsAsked(), 100))
    assert not any(cell.startswith("=") for line in lines for cell in line.split(","))


def test_health_tells_what_is_missing(desk: Desk, tmp_path: Path) -> None:
    """Without a backup it says so and how to make one; versions and sizes are told."""
    assert desk.file.exists()
    found = {sign.name: sign for sign in health(now(), tmp_path).signs}
    assert not found["Bản sao lưu gần nhất"].well
    assert "tongket backup" in found["Bản sao lưu gần nhất"].mend
    assert found["Tiến trình làm việc nền"].well
    assert "tongket" in dict(health(now(), tmp_path).versions)
    assert person_named("").grants == ()
