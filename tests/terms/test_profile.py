"""Profiles: what a TOML file tells is what the code knows, and what is wrong is named with its place."""

import tomllib
from datetime import date
from decimal import Decimal

import pytest

from tongket.terms.errors import TongketError
from tongket.terms.orgs import ChangeKind, Share
from tongket.terms.period import Period
from tongket.terms.profile import OverOrgs, OverTime, Profile, ReportKind, Style
from tongket.terms.profile_form import profile_from_mapping
from tongket.terms.records import FigureKind

WHOLE = """
name = "Tuyên giáo tỉnh Vạn Lộc"
style = "state"
[office]
issuer = "Ban Tuyên giáo"
parent = "Tỉnh ủy Vạn Lộc"
[[office.renamed]]
valid_from = 2025-03-01
issuer = "Ban Tuyên giáo và Dân vận"
[[orgs]]
id = "van-loc"
name = "tỉnh Vạn Lộc"
level = "tỉnh"
[[orgs]]
id = "khe-sim"
name = "huyện Khe Sim"
aliases = ["Khe Sim"]
level = "huyện"
code = "00712"
parent = "van-loc"
valid_to = 2025-07-01
[[changes]]
kind = "merge"
date = 2025-07-01
from = ["khe-sim"]
to = ["van-loc"]
basis = "Nghị quyết thử"
share_basis = "đảng viên"
shares = [{ from = "khe-sim", to = "van-loc", share = 1.0 }]
[[themes]]
id = "hoc-tap"
title = "Học tập"
cues = ["quán triệt"]
[[indicators]]
id = "hoi-nghi"
name = "Hội nghị"
theme = "hoc-tap"
measure = "hội nghị"
nouns = ["hội nghị"]
[[indicators]]
id = "ty-le"
name = "Tỷ lệ"
theme = "hoc-tap"
measure = "%"
kind = "percent"
[[duties]]
level = "huyện"
report = "half"
due = "trước ngày 20/6"
"""


def _profile(text: str) -> Profile:
    return profile_from_mapping(tomllib.loads(text))


def test_a_whole_profile_is_read() -> None:
    """Every table of the file is in the profile, with the defaults that the form promises."""
    profile = _profile(WHOLE)
    assert profile.style is Style.STATE
    assert [org.id for org in profile.orgs] == ["van-loc", "khe-sim"]
    assert profile.changes[0].kind is ChangeKind.MERGE
    assert profile.changes[0].shares == (Share("khe-sim", "van-loc", Decimal(1)),)
    assert profile.changes[0].share_basis == "đảng viên"
    assert [org.code for org in profile.orgs] == ["", "00712"]
    assert profile.duties[0].report is ReportKind.HALF
    assert (profile.indicators[0].over_orgs, profile.indicators[0].over_time) == (OverOrgs.SUM, OverTime.SUM)
    assert (profile.indicators[1].kind, profile.indicators[1].over_orgs) == (FigureKind.PERCENT, OverOrgs.NONE)


def test_a_renamed_office_keeps_what_did_not_change() -> None:
    """From the day of the new name the issuer is the new one, its parent body still the old."""
    profile = _profile(WHOLE)
    assert profile.heading_on(date(2025, 2, 28)).issuer == "Ban Tuyên giáo"
    assert profile.heading_on(date(2025, 3, 1)).issuer == "Ban Tuyên giáo và Dân vận"
    assert profile.heading_on(date(2025, 3, 1)).parent == "Tỉnh ủy Vạn Lộc"


def test_a_row_of_facts_is_true_from_its_first_day_to_the_day_before_its_end() -> None:
    """A district that ended on 1 July was there on 30 June and not the day after."""
    khe_sim = _profile(WHOLE).orgs[1]
    assert khe_sim.valid_on(date(2025, 6, 30))
    assert not khe_sim.valid_on(date(2025, 7, 1))
    assert khe_sim.valid_in(Period.parse("2025"))
    assert not khe_sim.valid_in(Period.parse("2025-H2"))


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('level = "tỉnh"', 'level = "tỉnh"\nunit = "x"', r"\[orgs\] van-loc.*unit"),
        ('parent = "van-loc"', 'parent = "van-lac"', r"\[orgs\] khe-sim.*van-lac"),
        ('theme = "hoc-tap"\nmeasure = "hội nghị"', 'theme = "x"\nmeasure = "hội nghị"', r"\[indicators\] hoi-nghi.*x"),
        ('kind = "percent"', 'kind = "percent"\nover_orgs = "sum"', "không bao giờ được cộng"),
        ('kind = "percent"', 'kind = "share"', "count, percent, money"),
        ("valid_to = 2025-07-01", 'valid_to = "2025-07-01"', "không có dấu nháy"),
        ('id = "ty-le"', 'id = "hoi-nghi"', "hai lần"),
        ('report = "half"', "", "month, quarter, half, year"),
        ('name = "huyện Khe Sim"', 'name = ""', r"khe-sim.*name"),
        ('id = "khe-sim"', 'id = "van-loc"', "chồng nhau"),
        ('report = "half"', 'report = "half"\nindicators = ["x"]', r"\[duties\] huyện half.*x"),
        ('report = "half"', 'report = "half"\ndue_on = { day = 32 }', r"\[due_on\].*từ 1 đến 31"),
        ('report = "half"', 'report = "half"\ndue_on = 20', "bảng TOML"),
        ('report = "half"', 'report = "half"\ngrace = -1', "từ 0 đến 366"),
        ("share = 1.0", "share = 0.9", "cộng lại là 0.9"),
        ("share = 1.0", 'share = "1"', r"\[shares\] thứ 1.*0.6"),
        ("share = 1.0", "part = 1.0", r"\[shares\] thứ 1.*part"),
    ],
)
def test_what_is_wrong_is_named_with_its_place(old: str, new: str, told: str) -> None:
    """The message names the table, the row and what it cannot be."""
    assert old in WHOLE
    with pytest.raises(TongketError, match=told):
        _profile(WHOLE.replace(old, new, 1))


@pytest.mark.parametrize(
    "text", ["name = 5", 'name = "x"\norgs = 3', 'name = "x"\noffice = 3', 'name = "x"\norgs = [3]']
)
def test_a_file_of_another_shape_is_refused(text: str) -> None:
    """Tables that are no tables are the caller's fault, never a traceback."""
    with pytest.raises(TongketError, match="Hồ sơ"):
        _profile(text)
