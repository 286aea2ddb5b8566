"""What people enter and take back, from the shell's side: corrections, excuses, facts about orgs, mappings."""

import json
import re
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tongket.actions.open_ledger import close_ledger, open_ledger
from tongket.cli.main import tongket
from tongket.ledger.entries import add
from tongket.ledger.org_facts import change_rows, org_row
from tongket.terms.orgs import ChangeKind, Org, OrgChange

PROFILE = """
name = "Tuyên giáo huyện Bãi Sậy"
[office]
issuer = "Ban Tuyên giáo"
parent = "Huyện ủy Bãi Sậy"
[[orgs]]
id = "bai-say"
name = "huyện Bãi Sậy"
level = "huyện"
[[orgs]]
id = "bau-sen"
name = "xã Bàu Sen"
level = "xã"
parent = "bai-say"
[[orgs]]
id = "cau-khe"
name = "xã Cầu Khê"
level = "xã"
parent = "bai-say"
[[themes]]
id = "ly-luan"
title = "Lý luận chính trị"
[[indicators]]
id = "lop"
name = "Lớp bồi dưỡng"
theme = "ly-luan"
measure = "lớp"
nouns = ["lớp"]
[[duties]]
level = "xã"
report = "year"
"""
REPORT = """Xã Bàu Sen tổng kết công tác tuyên giáo năm 2024

Năm 2024, toàn xã đã mở 7 lớp bồi dưỡng lý luận chính trị.
"""


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """A folder with a profile and one report of two owed, taken into a ledger."""
    (tmp_path / "profile.toml").write_text(PROFILE, encoding="utf-8")
    (tmp_path / "bau-sen-2024.txt").write_text(REPORT, encoding="utf-8")
    _tongket("take-in", str(tmp_path / "bau-sen-2024.txt"), "--ledger", str(tmp_path / "a.ledger"))
    return tmp_path


def _call(*words: str) -> Result:
    return CliRunner().invoke(tongket, words)


def _tongket(*words: str) -> str:
    done = _call(*words)
    assert done.exit_code == 0, done.output
    return done.output


def _counts(office: Path) -> dict[str, int]:
    ledger, profile = str(office / "a.ledger"), str(office / "profile.toml")
    asked = ("--ledger", ledger, "--profile", profile, "--org", "bai-say", "--period", "2024", "--json")
    (counts,) = json.loads(_tongket("rollup", *asked))["reports"]
    return {name: counts[name] for name in ("owed", "reported", "excused", "missing")}


def _excuse(office: Path, *more: str) -> str:
    asked = ("cau-khe", "--report", "year", "--period", "2024", "--reason", "mới sáp nhập")
    return _tongket("excuse", *asked, "--ledger", str(office / "a.ledger"), *more)


def test_an_org_is_excused_listed_and_owes_again(office: Path) -> None:
    """Excused it is not missing; taken back it is, and the list is empty."""
    ledger = ("--ledger", str(office / "a.ledger"))
    assert _counts(office) == {"owed": 2, "reported": 1, "excused": 0, "missing": 1}
    said = _excuse(office)
    entry = said.partition(":")[0]
    assert said == f"{entry}: cau-khe, báo cáo năm 2024 được miễn: mới sáp nhập\n"
    assert _excuse(office) == said
    assert _counts(office) == {"owed": 2, "reported": 1, "excused": 1, "missing": 0}
    assert _tongket("excuse", *ledger) == said
    assert json.loads(_tongket("excuse", "--json", *ledger))["id"] == entry
    assert said.strip() in _tongket("ledger", *ledger)
    assert f"đã rút lại miễn báo cáo {entry}: nhầm xã." in _tongket("take-back", entry, "--reason", "nhầm xã", *ledger)
    assert _tongket("excuse", *ledger) == "Không có miễn báo cáo nào.\n"
    assert _counts(office)["missing"] == 1


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("excuse", "cau-khe", "--report", "year"), "Cần nói đủ đơn vị"),
        (("excuse", "--reason", "x"), "Cần nói đủ đơn vị"),
        (("excuse", "khong-co", "--report", "year", "--period", "2024", "--reason", "x"), "không có đơn vị"),
        (("take-back", "K-khong-co", "--reason", "x"), "sổ cái không có mục"),
        (("take-back", "F-khong-co", "--reason", "x"), "C-… đính chính, K-… miễn báo cáo"),
    ],
)
def test_what_cannot_be_is_refused_with_what_to_do(office: Path, words: tuple[str, ...], told: str) -> None:
    """Half an excuse, an unknown org, an entry that is not there or that nobody entered: exit status 2."""
    done = _call(*words, "--ledger", str(office / "a.ledger"))
    assert done.exit_code == 2
    assert told in done.output


def test_a_correction_is_listed_and_taken_back(office: Path) -> None:
    """The same command takes it back; the figure that was read holds again."""
    ledger = ("--ledger", str(office / "a.ledger"))
    rollup = ("rollup", *ledger, "--profile", str(office / "profile.toml"), "--org", "bai-say", "--period", "2024")
    figure = re.search(r"F-\w+", _tongket(*rollup, "--drill"))
    assert figure is not None
    corrected = _tongket("correct", figure.group(), "--value", "9", "--reason", "xã gửi lại", *ledger)
    entry = corrected.partition(":")[0]
    assert f"Đính chính {entry}: lop, bau-sen, 2024: 9; lý do: xã gửi lại" in _tongket("ledger", *ledger)
    assert "Lớp bồi dưỡng: 9 lớp" in _tongket(*rollup)
    _tongket("take-back", entry, "--reason", "xã rút", *ledger)
    assert "Lớp bồi dưỡng: 7 lớp" in _tongket(*rollup)
    assert "Đính chính" not in _tongket("ledger", *ledger)


def test_a_fact_and_a_change_of_the_map_are_listed_and_taken_back(tmp_path: Path) -> None:
    """`org history --entries` tells the ids; what cannot be taken away alone is refused, in English where asked."""
    ledger = _map(tmp_path)
    told = _tongket("org", "history", "xã Lau Lách", "--entries", "--ledger", ledger)
    fact, change = (re.search(rf"{mark}-\w+", told) for mark in "GH")
    assert fact is not None
    assert change is not None
    refused = _call("--lang", "en", "take-back", fact.group(), "--reason", "x", "--ledger", ledger)
    assert refused.exit_code == 2
    said = _tongket("--lang", "en", "take-back", change.group(), "--reason", "not yet", "--ledger", ledger)
    assert f"took back the change of orgs {change.group()}: not yet." in said
    assert "took back the org fact" in _tongket(
        "--lang", "en", "take-back", fact.group(), "--reason", "x", "--ledger", ledger
    )
    assert "Lau Lách" not in _tongket("org", "show", "Bãi Sậy", "--ledger", ledger)


def _map(place: Path) -> str:
    """Write a map of a district and a commune that opened on a day into a ledger; return its file."""
    opened = date(2024, 1, 1)
    facts = [
        org_row(Org("bai-say", "huyện Bãi Sậy", "huyện"), "người nhập"),
        org_row(Org("lau-lach", "xã Lau Lách", "xã", parent="bai-say", valid_from=opened), "người nhập"),
        *change_rows(OrgChange(ChangeKind.OPEN, opened, (), ("lau-lach",), "Nghị quyết 2"), "người nhập"),
    ]
    open_ledger(place / "a.ledger")
    add(facts, at=datetime(2026, 1, 5, tzinfo=UTC))
    close_ledger()
    return str(place / "a.ledger")


def test_accepted_mappings_are_listed(office: Path) -> None:
    """`tongket ledger` tells of which sheet, how much of it counts and that it holds; `--mappings` gives them whole."""
    sheet = office / "bieu-2024.csv"
    sheet.write_text("Đơn vị,Lớp bồi dưỡng\nxã Bàu Sen,7\nxã Cầu Khê,4\n", encoding="utf-8")
    ledger = ("--ledger", str(office / "a.ledger"))
    _tongket("take-in", str(sheet), "--yes", *ledger)
    listed = _tongket("ledger", *ledger)
    assert re.search(r"Bảng ghép của bieu-2024: 1 bảng, 1 cột và 2 dòng được tính; nhận lúc \S+\n", listed)
    whole = _tongket("ledger", "--mappings", *ledger)
    assert whole.startswith("# Bảng ghép của bieu-2024")
    assert 'indicator = "lop"' in whole
