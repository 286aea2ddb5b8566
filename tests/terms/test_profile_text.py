"""A profile as text: what was written is read back as the same profile."""

import tomllib
from dataclasses import replace
from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from tongket.terms.orgs import ChangeKind, Org, OrgChange, Share
from tongket.terms.profile import (
    Dhis2Ids,
    DueDay,
    Duty,
    Heading,
    Indicator,
    OverTime,
    Profile,
    ReportKind,
    Style,
    Theme,
)
from tongket.terms.profile_form import profile_from_mapping
from tongket.terms.profile_text import profile_text
from tongket.terms.records import FigureKind

DAY = date(2025, 7, 1)
PROFILE = Profile(
    name="Tuyên giáo tỉnh Vạn Lộc",
    style=Style.STATE,
    headings=(
        Heading("Ban Tuyên giáo", "Tỉnh ủy Vạn Lộc", recipients=("Lưu VP.", "Thường trực")),
        Heading("Ban Tuyên giáo và Dân vận", valid_from=date(2025, 3, 1)),
    ),
    orgs=(
        Org("van", "tỉnh Vạn", "tỉnh", code="001"),
        Org("a", "xã A", "xã", ("Đảng ủy xã A",), "van", "địa phương", valid_to=DAY),
        Org("b", "xã B", "xã", (), "van", "", DAY),
        Org("c", "xã C", "xã", (), "van", "", DAY, date(2030, 1, 1)),
    ),
    themes=(Theme("t", "Học tập", ("quán triệt",)),),
    indicators=(
        Indicator("i", "Hội nghị", "t", "hội nghị", over_time=OverTime.LAST, code="HN"),
        Indicator("p", "Tỷ lệ", "t", "%", FigureKind.PERCENT, part="i", base="i"),
    ),
    duties=(
        Duty("xã", ReportKind.HALF, "trước ngày 20/6"),
        Duty("xã", ReportKind.MONTH, "", DueDay(31, -1), 3, ("i",), 14),
    ),
    changes=(
        OrgChange(
            ChangeKind.SPLIT,
            DAY,
            ("a",),
            ("b", "c"),
            "Nghị quyết thử",
            (Share("a", "b", Decimal("0.12345678901234567890")), Share("a", "c", Decimal("0.8765432109876543211"))),
            "dân số",
        ),
    ),
    dhis2=Dhis2Ids("BfMAe6Itzgt", "", (("i", "fbfJHSPpUQD"),), (("van", "O6uvpzGd5pu"), ("a", "x y."))),
)


def _again(profile: Profile) -> Profile:
    return profile_from_mapping(tomllib.loads(profile_text(profile), parse_float=Decimal))


def test_every_part_of_a_profile_comes_back() -> None:
    """Headings that take values away, shares of twenty digits, what a percent is by default: nothing is lost."""
    percent = replace(PROFILE.indicators[1], over_orgs="none", over_time=OverTime.NONE)
    profile = replace(PROFILE, indicators=(PROFILE.indicators[0], percent))
    assert _again(profile) == profile


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1).filter(str.strip))
def test_any_words_come_back(words: str) -> None:
    """Quotes, backslashes, control characters, letters beyond the first plane."""
    profile = replace(PROFILE, name=words, indicators=PROFILE.indicators[:1])
    assert _again(profile) == profile
