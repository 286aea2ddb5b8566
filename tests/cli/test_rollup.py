"""`tongket rollup` from the shell's side: a merged pair and a split commune, on the map of then and of now."""

import csv
import json
from decimal import Decimal
from pathlib import Path
from zipfile import ZipFile

import pyarrow.parquet as pq
import pytest
from click.testing import CliRunner, Result

from tongket.cli.main import tongket

PROFILE = """
name = "Tuyên giáo tỉnh Đồi Chè"
[office]
issuer = "Ban Tuyên giáo"
parent = "Tỉnh ủy Đồi Chè"
[[orgs]]
id = "doi-che"
name = "tỉnh Đồi Chè"
level = "tỉnh"
[[orgs]]
id = "khe-sim"
name = "xã Khe Sim"
level = "xã"
parent = "doi-che"
valid_to = 2025-07-01
[[orgs]]
id = "suoi-lim"
name = "xã Suối Lim"
level = "xã"
parent = "doi-che"
valid_to = 2025-07-01
[[orgs]]
id = "doi-cao"
name = "xã Đồi Cao"
level = "xã"
parent = "doi-che"
valid_to = 2025-07-01
[[orgs]]
id = "lim-sim"
name = "xã Lim Sim"
level = "xã"
parent = "doi-che"
valid_from = 2025-07-01
[[orgs]]
id = "cao-dong"
name = "xã Cao Đông"
level = "xã"
parent = "doi-che"
valid_from = 2025-07-01
[[orgs]]
id = "cao-tay"
name = "xã Cao Tây"
level = "xã"
parent = "doi-che"
valid_from = 2025-07-01
[[changes]]
kind = "merge"
date = 2025-07-01
from = ["khe-sim", "suoi-lim"]
to = ["lim-sim"]
basis = "Nghị quyết 1"
[[changes]]
kind = "split"
date = 2025-07-01
from = ["doi-cao"]
to = ["cao-dong", "cao-tay"]
basis = "Nghị quyết 1"
share_basis = "dân số"
shares = [ { from = "doi-cao", to = "cao-dong", share = 0.3 }, { from = "doi-cao", to = "cao-tay", share = 0.7 } ]
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
REPORTS = {"Khe Sim": "14", "Suối Lim": "trên 20", "Đồi Cao": "10"}


@pytest.fixture(autouse=True)
def reports(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Three reports of communes that are gone, with their profile, in the folder where the command is called."""
    folder = tmp_path / "bao-cao"
    folder.mkdir()
    for name, count in REPORTS.items():
        text = f"Xã {name} tổng kết công tác tuyên giáo năm 2024\n\nNăm 2024, xã đã mở {count} lớp bồi dưỡng lý luận.\n"
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    (tmp_path / "profile.toml").write_text(PROFILE, encoding="utf-8")
    monkeypatch.chdir(tmp_path)


def _rollup(*more: str) -> Result:
    return CliRunner().invoke(tongket, ("rollup", "bao-cao", "--org", "doi-che", "--period", "2024", *more))


def test_a_province_as_it_was_and_as_it_is() -> None:
    """The whole is the same and exact on both maps, open above as one commune wrote it."""
    for as_of in ("was", "2025-12-31"):
        done = _rollup("--as-of", as_of)
        assert done.exit_code == 0, done.output
        assert "Lớp bồi dưỡng: trên 44 lớp (3/3 đơn vị)\n" in done.output
        assert "3/3 đơn vị đã báo cáo" in done.output


def test_communes_of_today_have_what_their_forerunners_did() -> None:
    """The merged pair is added exactly, the split commune is divided by its shares, and both are said."""
    done = _rollup("--as-of", "2025-12-31", "--level", "xã", "--json")
    rows = {row["org"]: row for row in json.loads(done.output)["figures"]}
    assert {org: (row["own_low"], row["own_high"], row["certainty"], row["basis"]) for org, row in rows.items()} == {
        "lim-sim": ("34", None, "exact", ""),
        "cao-dong": ("3", "3", "apportioned", "dân số"),
        "cao-tay": ("7", "7", "apportioned", "dân số"),
    }
    shown = _rollup("--as-of", "2025-12-31", "--level", "xã").output
    assert "tự báo cáo: khoảng 3 lớp [chia theo dân số]" in shown
    assert "tự báo cáo: trên 34 lớp" in shown


def test_without_shares_a_split_commune_is_not_derivable(tmp_path: Path) -> None:
    """No number is made up, and the province keeps the whole."""
    lines = [line for line in PROFILE.splitlines() if not line.startswith(("share_basis", "shares"))]
    (tmp_path / "profile.toml").write_text("\n".join(lines), encoding="utf-8")
    shown = _rollup("--as-of", "2025-12-31", "--level", "xã").output
    assert "tự báo cáo: không suy ra được [1 số của đơn vị đã chia, không rõ tỷ lệ]" in shown
    assert "trên 44 lớp (3/3 đơn vị)" in _rollup("--as-of", "2025-12-31").output


def test_the_way_down_ends_at_the_sentence() -> None:
    """Every part names its document and the entry that `tongket why` shows."""
    (row,) = json.loads(_rollup("--drill", "--json").output)["figures"]
    found = {part["org"]: part["figures"][0] for part in row["parts"]}
    assert found["suoi-lim"]["sentence"] == "Năm 2024, xã đã mở trên 20 lớp bồi dưỡng lý luận."
    why = CliRunner().invoke(tongket, ["why", found["suoi-lim"]["id"], "--ledger", "rollup.ledger"])
    assert "»trên 20 lớp" in why.output


def test_an_answer_as_a_file_keeps_every_digit(tmp_path: Path) -> None:
    """CSV, XLSX and Parquet have the same rows; an open bound is empty."""
    for ending in ("csv", "xlsx", "parquet"):
        assert _rollup("-o", f"so.{ending}").exit_code == 0
    with (tmp_path / "so.csv").open(encoding="utf-8-sig", newline="") as file:
        (row,) = csv.DictReader(file)
    assert (row["low"], row["high"], row["text"], row["certainty"]) == ("44", "", "trên 44 lớp", "exact")
    (stored,) = pq.read_table(tmp_path / "so.parquet").to_pylist()
    assert (stored["low"], stored["high"], stored["owed"]) == (Decimal(44), None, 3)
    assert "xl/worksheets/sheet1.xml" in ZipFile(tmp_path / "so.xlsx").namelist()


def test_what_was_not_known_then_does_not_count() -> None:
    """Before anything was recorded there is nothing; from then on there is all."""
    assert "Không có số liệu nào." in _rollup("--known-at", "2001-01-01").output
    assert "trên 44 lớp" in _rollup("--known-at", "2999-01-01").output


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--as-of", "mai"), "--as-of"),
        (("--known-at", "mai"), "--known-at"),
        (("--level", "huyện"), "không có cấp “huyện”"),
        (("--indicator", "gì"), "không có chỉ tiêu “gì”"),
        (("-o", "so.doc"), "so.doc"),
        (("--org", "khe-sim", "--as-of", "2025-12-31"), "không có đơn vị “khe-sim”"),
    ],
)
def test_what_cannot_be_asked_is_refused(words: tuple[str, ...], said: str) -> None:
    """The message says what was wrong; the exit status is 2."""
    done = _rollup(*words)
    assert (done.exit_code, said in done.output) == (2, True), done.output


def test_a_change_is_divided_into_map_and_work() -> None:
    """The commune of today against its forerunners: the map brings what they did, the rest is work."""
    later = Path("bao-cao") / "lim-sim.txt"
    text = "Xã Lim Sim tổng kết công tác tuyên giáo năm 2026\n\nNăm 2026, xã đã mở 40 lớp bồi dưỡng lý luận.\n"
    later.write_text(text, encoding="utf-8")
    words = ("rollup", "bao-cao", "--org", "doi-che", "--period", "2026", "--against", "2024")
    done = CliRunner().invoke(tongket, words)
    assert "Lớp bồi dưỡng: trên 44 → 40; do bản đồ 0; do công việc nhiều nhất −4" in done.output
    (row,) = json.loads(CliRunner().invoke(tongket, (*words, "--json")).output)["changes"]
    assert (row["by_map_low"], row["by_work_high"], row["after_low"]) == (
        "0", "-4", "40",
    )  # fmt: skip
