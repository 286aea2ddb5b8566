"""Orgs in the ledger: what was entered holds until it is replaced or taken back, and an impossible map is refused."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest

from tongket.ledger.entries import add, org_facts, rows_of
from tongket.ledger.names import entry_id
from tongket.ledger.org_facts import change_rows, org_row
from tongket.terms.errors import TongketError
from tongket.terms.orgs import ChangeKind, Org, OrgChange, Share
from tongket.terms.tables import OrgChangeRow, OrgRow, OrgShareRow, WithdrawalRow

NOW = datetime(2026, 1, 5, 8, 30, tzinfo=UTC)
LATER = NOW + timedelta(hours=1)
DAY = date(2025, 7, 1)
NGAN = Org("ngan", "tỉnh Ngàn", "tỉnh", ("Tỉnh ủy Ngàn", "Ngàn"), kind="địa phương", code="07")
OLD = Org("van", "xã Vân", "xã", parent="ngan", valid_to=DAY)
KHE = Org("khe", "xã Khe", "xã", parent="ngan", valid_from=DAY)
SIM = Org("sim", "xã Sim", "xã", parent="ngan", valid_from=DAY)
SPLIT = OrgChange(
    ChangeKind.SPLIT,
    DAY,
    ("van",),
    ("khe", "sim"),
    "Nghị quyết thử",
    (Share("van", "khe", Decimal("0.35")), Share("van", "sim", Decimal("0.65"))),
    "dân số",
)
MAP = [*(org_row(org, "hồ sơ") for org in (NGAN, OLD, KHE, SIM)), *change_rows(SPLIT, "hồ sơ")]


def _withdrawal(entry: str) -> WithdrawalRow:
    return WithdrawalRow(entry_id("V", entry), entry, "nhập nhầm")


@pytest.mark.usefixtures("ledger")
def test_a_map_comes_back_as_it_was_entered() -> None:
    """Every fact, change and share, to the last digit; entering it again adds nothing."""
    add(MAP, at=NOW)
    add(MAP, at=LATER)
    facts = org_facts()
    assert set(facts.orgs) == {NGAN, OLD, KHE, SIM}
    assert facts.changes == (SPLIT,)
    assert len(rows_of(OrgRow)) == 4
    assert len(rows_of(OrgShareRow)) == 2


@pytest.mark.usefixtures("ledger")
def test_a_correction_takes_the_place_of_a_fact_and_leaves_it_in_the_ledger() -> None:
    """Asked as known before, the old name; asked now, the new one; taken back, the old one again."""
    add(MAP, at=NOW)
    better = org_row(replace(KHE, name="xã Khe Lớn"), "sửa tay", replaces=org_row(KHE, "hồ sơ").id)
    add([better], at=LATER)
    assert [org.name for org in org_facts().orgs if org.id == "khe"] == ["xã Khe Lớn"]
    assert [org.name for org in org_facts(NOW).orgs if org.id == "khe"] == ["xã Khe"]
    add([_withdrawal(better.id)], at=LATER + timedelta(1))
    assert [org.name for org in org_facts().orgs if org.id == "khe"] == ["xã Khe"]
    assert [org.name for org in org_facts(LATER).orgs if org.id == "khe"] == ["xã Khe Lớn"]
    add([replace(better, id="G-again", replaces=better.id)], at=LATER + timedelta(2))
    assert [org.name for org in org_facts().orgs if org.id == "khe"] == ["xã Khe Lớn"]
    assert len(rows_of(OrgRow)) == 6


@pytest.mark.usefixtures("ledger")
def test_what_another_has_replaced_is_not_replaced_again() -> None:
    """Of two who correct the same entry the second is told, and the first one's word stays."""
    add(MAP, at=NOW)
    entry = org_row(KHE, "hồ sơ").id
    add([org_row(replace(KHE, name="xã Khe Lớn"), "một người", entry)], at=LATER)
    with pytest.raises(TongketError, match="người khác thay trước"):
        add([org_row(replace(KHE, name="xã Khe Bé"), "người kia", entry)], at=LATER)
    assert [org.name for org in org_facts().orgs if org.id == "khe"] == ["xã Khe Lớn"]


@pytest.mark.usefixtures("ledger")
@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ([org_row(replace(NGAN, parent="khe", valid_from=DAY), "x", org_row(NGAN, "hồ sơ").id)], "vào|hôm đó|vòng"),
        ([org_row(Org("thon", "thôn Vân", "thôn", parent="van"), "x")], "không rõ đơn vị nào kế tục"),
        ([org_row(replace(KHE, parent=None, name="xã Khe"), "x")], "chồng nhau"),
        ([org_row(Org("a", "A", "xã", parent="b"), "x"), org_row(Org("b", "B", "xã", parent="a"), "x")], "thành vòng"),
        (change_rows(replace(SPLIT, sources=("khe",), shares=()), "x"), "“khe” không có vào ngày 2025-06-30"),
        ([row for row in change_rows(replace(SPLIT, basis="khác"), "x") if row.id[0] == "H"], "hai thay đổi"),
        ([_withdrawal(org_row(NGAN, "hồ sơ").id)], "không có “ngan”"),
    ],
    ids=["moved", "outlives", "overlaps", "circle", "before its time", "twice", "parent taken back"],
)
def test_an_impossible_map_is_refused_whole(rows: list[OrgRow | OrgChangeRow], told: str) -> None:
    """Nothing of what was to be added is in the ledger afterwards."""
    add(MAP, at=NOW)
    before = org_facts()
    with pytest.raises(TongketError, match=told):
        add([org_row(Org("xa", "xã Lành", "xã", parent="ngan"), "x"), *rows], at=LATER)
    assert org_facts() == before
    assert rows_of(OrgRow, org="xa") == []


@pytest.mark.usefixtures("ledger")
def test_shares_that_do_not_sum_to_one_are_refused() -> None:
    """A part of the people would be lost between two communes."""
    lost = replace(SPLIT, shares=(Share("van", "khe", Decimal("0.35")), Share("van", "sim", Decimal("0.6"))))
    with pytest.raises(TongketError, match=r"cộng lại là 0\.95"):
        add([*MAP[:4], *change_rows(lost, "hồ sơ")], at=NOW)
    assert rows_of(OrgRow) == rows_of(OrgChangeRow) == []
