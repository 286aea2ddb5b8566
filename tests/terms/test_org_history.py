"""Histories of orgs: what cannot be is refused and says why; what can be is followed day by day."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tongket.terms.errors import TongketError
from tongket.terms.org_history import check_history, settled
from tongket.terms.orgs import ChangeKind, Org, OrgChange, Share

DAY = date(2025, 7, 1)
EVE = date(2025, 6, 30)
NGAN = Org("ngan", "tỉnh Ngàn", "tỉnh")


def _commune(name: str, parent: str | None = "ngan", start: date = date.min, end: date = date.max) -> Org:
    return Org(name, f"xã {name}", "xã", parent=parent, valid_from=start, valid_to=end)


def _split(*shares: Share, basis: str = "dân số") -> OrgChange:
    return OrgChange(ChangeKind.SPLIT, DAY, ("van",), ("khe", "sim"), "NQ thử", shares, basis)


OLD, NEW = _commune("van", end=DAY), (_commune("khe", start=DAY), _commune("sim", start=DAY))


def test_a_split_a_merger_and_a_renaming_are_histories() -> None:
    """Parts that sum to 1, parts unknown, two into one, a new name, one that gives a part and stays: accepted."""
    gave = OrgChange(ChangeKind.SPLIT, DAY, ("sim",), ("sim", "khe"), "NQ thử")
    merged = OrgChange(ChangeKind.MERGE, DAY, ("a", "b"), ("c",), "NQ thử")
    renamed = OrgChange(ChangeKind.RENAME, DAY, ("d",), ("d",), "NQ thử")
    shares = (Share("van", "khe", Decimal("0.35")), Share("van", "sim", Decimal("0.65")))
    check_history([NGAN, OLD, *NEW], [_split(*shares)])
    check_history([NGAN, OLD, *NEW], [_split(basis="")])
    check_history([NGAN, _commune("sim"), NEW[0]], [gave])
    check_history([_commune("a", None, end=DAY), _commune("b", None, end=DAY), _commune("c", None, DAY)], [merged])
    check_history([NGAN, _commune("d", end=DAY), replace(_commune("d", start=DAY), name="xã mới")], [renamed])


def test_two_rows_of_one_org_may_follow_but_not_overlap() -> None:
    """On no day does an org have two names or two parents."""
    moved = [NGAN, Org("khac", "tỉnh Khác", "tỉnh"), _commune("a", end=DAY), _commune("a", "khac", EVE)]
    with pytest.raises(TongketError, match="chồng nhau từ 2025-06-30, lại thuộc cả “ngan” và “khac”"):
        check_history(moved, [])
    check_history([*moved[:3], _commune("a", "khac", DAY)], [])


def test_a_row_that_ends_before_it_begins_is_refused() -> None:
    """A row of facts is true on at least one day."""
    with pytest.raises(TongketError, match="không sau"):
        check_history([NGAN, _commune("a", start=DAY, end=DAY)], [])


@given(st.integers(1, 12))
def test_a_circle_of_any_length_is_refused(length: int) -> None:
    """However long the way round, and though it holds from one day on only."""
    names = [f"o{number}" for number in range(length)]
    free = [_commune(name, None, end=DAY) for name in names]
    bound = [_commune(name, above, DAY) for name, above in zip(names, names[1:] + names[:1], strict=True)]
    check_history(free, [])
    with pytest.raises(TongketError, match="thành vòng: o"):
        check_history([*free, *bound], [])


def test_a_parent_nobody_knows_is_refused() -> None:
    """A parent is one of the orgs."""
    with pytest.raises(TongketError, match="không có “ngan”"):
        check_history([_commune("a")], [])


@given(st.integers(1, 5000), st.integers(1, 5000))
def test_a_child_stands_only_while_its_parent_does(ended: int, more: int) -> None:
    """One day too long is refused, and the message names the day from which a parent is missing."""
    end = date(2000, 1, 1) + timedelta(ended)
    parent = replace(NGAN, valid_to=end)
    check_history([parent, _commune("a", end=end)], [])
    with pytest.raises(TongketError, match=f"cấp trên mới từ {end}"):
        check_history([parent, _commune("a", end=end + timedelta(more))], [])
    with pytest.raises(TongketError, match="hôm đó không có “ngan”"):
        check_history([replace(NGAN, valid_from=end), _commune("a", start=end - timedelta(more))], [])


@given(st.lists(st.integers(1, 400), min_size=1, max_size=5))
def test_a_child_follows_a_parent_that_became_another_as_often_as_it_did(gaps: list[int]) -> None:
    """Merged into one: the child's row is cut on those days, without a gap, each piece under whoever stood then."""
    days = [date(2000, 1, 1) + timedelta(sum(gaps[: place + 1])) for place in range(len(gaps))]
    starts, ends = [date.min, *days], [*days, date.max]
    parents = [
        Org(f"p{place}", "tỉnh", "tỉnh", valid_from=start, valid_to=end)
        for place, (start, end) in enumerate(zip(starts, ends, strict=True))
    ]
    changes = [
        OrgChange(ChangeKind.MERGE, day, (f"p{place}",), (f"p{place + 1}",), "NQ") for place, day in enumerate(days)
    ]
    orgs = [*parents, _commune("a", "p0")]
    check_history(orgs, changes)
    pieces = [row for row in settled(orgs, changes) if row.id == "a"]
    assert [(row.parent, row.valid_from, row.valid_to) for row in pieces] == [
        (parent.id, parent.valid_from, parent.valid_to) for parent in parents
    ]
    assert settled(settled(orgs, changes), changes) == settled(orgs, changes)


@pytest.mark.parametrize("kind", [ChangeKind.SPLIT, ChangeKind.ABOLISH])
def test_a_parent_split_or_abolished_hands_nobody_on(kind: ChangeKind) -> None:
    """Nobody can know which of two new parents a child went to: it must be said."""
    targets = ("khe", "sim") if kind is ChangeKind.SPLIT else ()
    change = OrgChange(kind, DAY, ("van",), targets, "NQ")
    orgs = [NGAN, OLD, *NEW, _commune("thon", "van")]
    with pytest.raises(TongketError, match="không rõ đơn vị nào kế tục"):
        check_history(orgs, [change])
    check_history([*orgs[:-1], _commune("thon", "van", end=DAY), _commune("thon", "sim", DAY)], [change])


@given(st.lists(st.decimals(min_value="0.0001", max_value=1, places=4), min_size=2, max_size=2))
def test_shares_of_one_source_sum_to_one_exactly(parts: list[Decimal]) -> None:
    """To the last digit: a part that goes nowhere or is told twice is refused with the sum."""
    shares = (Share("van", "khe", parts[0]), Share("van", "sim", parts[1]))
    if sum(parts) == 1:
        check_history([NGAN, OLD, *NEW], [_split(*shares)])
    else:
        with pytest.raises(TongketError, match=f"cộng lại là {sum(parts)}, phải đúng bằng 1"):
            check_history([NGAN, OLD, *NEW], [_split(*shares)])
    made_whole = (replace(shares[0], share=1 - parts[1] / 2), replace(shares[1], share=parts[1] / 2))
    check_history([NGAN, OLD, *NEW], [_split(*made_whole)])


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (_split(Share("van", "khe", Decimal(1)), basis=""), "share_basis"),
        (_split(Share("van", "khe", Decimal(2)), Share("van", "sim", Decimal(-1))), "lớn hơn 0, không quá 1"),
        (_split(*[Share("van", "khe", Decimal("0.5"))] * 2), "phải có một lần"),
        (_split(Share("sim", "khe", Decimal(1))), "không thuộc thay đổi này"),
        (replace(_split(), targets=("khe", "nao")), "“nao” không có vào ngày 2025-07-01"),
        (replace(_split(), sources=("khe",), targets=("sim",)), "“khe” không có vào ngày 2025-06-30"),
        (OrgChange(ChangeKind.ABOLISH, DAY, ("ngan",), (), "NQ"), "vẫn còn hiệu lực"),
    ],
)
def test_a_change_that_cannot_be_says_what_is_wrong(change: OrgChange, told: str) -> None:
    """Shares without a basis, out of bounds, twice or of others; orgs that did not stand; one that goes on standing."""
    with pytest.raises(TongketError, match=told):
        check_history([NGAN, OLD, *NEW], [change])


def test_nobody_leaves_twice_on_one_day() -> None:
    """Figures would be carried over twice: the two changes are one."""
    merged = OrgChange(ChangeKind.MERGE, DAY, ("van",), ("khe",), "NQ")
    with pytest.raises(TongketError, match="“van” có hai thay đổi trong ngày 2025-07-01"):
        check_history([NGAN, OLD, *NEW], [_split(), merged])
