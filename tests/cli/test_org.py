"""`tongket org` from the shell's side, over the map of the country."""

import csv
import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tongket.actions.open_ledger import close_ledger, open_ledger
from tongket.cli.main import tongket

PROFILE = """
name = "Tuyên giáo tỉnh"
[office]
issuer = "Ban Tuyên giáo"
[map]
under = ["vn.ha-nam"]
[[map.bodies]]
level = "huyện"
names = ["Ban Tuyên giáo {name}"]
[[themes]]
id = "ly-luan"
title = "Lý luận chính trị"
[[indicators]]
id = "lop"
name = "Lớp bồi dưỡng"
theme = "ly-luan"
measure = "lớp"
nouns = ["lớp"]
"""
REPORT = """Ban Tuyên giáo huyện Bình Lục tổng kết công tác tuyên giáo năm 2024

Năm 2024, huyện đã mở 14 lớp bồi dưỡng lý luận chính trị.
"""


def _call(*words: str) -> Result:
    return CliRunner().invoke(tongket, words)


@pytest.fixture(scope="module")
def imported(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Result]:
    """A ledger with the map of Viet Nam, and what the command said."""
    ledger = tmp_path_factory.mktemp("so-cai") / "a.ledger"
    return ledger, _call("org", "import", "vietnam", "--ledger", str(ledger))


@pytest.fixture
def ledger(imported: tuple[Path, Result]) -> str:
    """The ledger's path."""
    return str(imported[0])


def test_the_import_counts_and_lists_what_is_open(imported: tuple[Path, Result]) -> None:
    """The counts of both maps stand on the screen, every open point in a file beside the ledger."""
    file, said = imported
    assert said.exit_code == 0
    assert "Ngày 30/06/2025: 63 tỉnh, 696 huyện, 10035 xã." in said.output
    assert "Ngày 01/07/2025: 34 tỉnh, 3321 xã." in said.output
    with (file.parent / "vietnam-chua-ro.csv").open(encoding="utf-8", newline="") as lines:
        kinds = [row["loại"] for row in csv.DictReader(lines)]
    assert kinds.count("chia, chưa rõ tỷ lệ") > 400
    assert f"chia, chưa rõ tỷ lệ: {kinds.count('chia, chưa rõ tỷ lệ')}" in said.output


def test_importing_again_changes_nothing(ledger: str, tmp_path: Path) -> None:
    """The second import adds, replaces and withdraws nothing."""
    said = _call("org", "import", "vietnam", "--ledger", ledger, "--open-points", str(tmp_path / "open.csv"), "--json")
    done = json.loads(said.output)
    assert (done["added"], done["replaced"], done["withdrawn"]) == (0, 0, 0)
    assert (tmp_path / "open.csv").exists()


def test_show_tells_where_an_org_stands(ledger: str) -> None:
    """Name, level, code, the chain above it and how many stand below it, on the day asked."""
    said = _call("org", "show", "tinh lao cai", "--on", "30/6/2025", "--ledger", ledger)
    assert said.exit_code == 0
    lines = [line.strip() for line in said.output.splitlines()]
    assert lines[:4] == [
        "tỉnh Lào Cai (cấp tỉnh, mã 10)",
        "thuộc: Việt Nam",
        "hiệu lực: đến hết 30/06/2025",
        "ngay bên dưới: 9 huyện",
    ]


def test_show_lists_all_of_one_name(ledger: str) -> None:
    """Several of one name are all listed with who stands above them."""
    said = _call("org", "show", "Tân Thành", "--on", "2025-06-30", "--ledger", ledger, "--json")
    found = [json.loads(line) for line in said.output.splitlines()]
    assert len(found) > 10
    assert all(each["above"] for each in found)
    assert len({tuple(above["id"] for above in each["above"]) for each in found}) > 10


def test_show_of_an_org_that_is_gone_tells_when_it_was(ledger: str) -> None:
    """A name that nobody bears on the day is shown as it was at other times."""
    said = _call("org", "show", "Bến Nghé, Quận 1", "--on", "2025-07-01", "--ledger", ledger)
    assert said.exit_code == 0
    assert said.output.startswith("Ngày 01/07/2025 không có đơn vị nào tên “Bến Nghé, Quận 1”.")
    assert "hiệu lực: đến hết 30/06/2025" in said.output


def test_history_tells_from_what_into_what_and_why(ledger: str) -> None:
    """The facts and changes in order, each change with its legal basis."""
    said = _call("org", "history", "tỉnh Hà Nam", "--ledger", ledger)
    lines = [line.strip() for line in said.output.splitlines()]
    assert lines == [
        "tỉnh Hà Nam (cấp tỉnh, id vn.ha-nam)",
        "đến hết 30/06/2025: tỉnh Hà Nam, mã 35, thuộc Việt Nam",
        "01/07/2025 nhập: tỉnh Hà Nam, tỉnh Nam Định, tỉnh Ninh Bình → tỉnh Ninh Bình",
        "căn cứ: Nghị quyết số 202/2025/QH15 ngày 12/6/2025 của Quốc hội",
    ]


def test_history_of_an_org_that_was_renamed(ledger: str) -> None:
    """One org with two names is told once, the renaming between the two."""
    said = _call("org", "history", "thành phố Huế", "--ledger", ledger, "--json")
    (story,) = [json.loads(line) for line in said.output.splitlines()]
    assert [fact["name"] for fact in story["facts"]] == ["tỉnh Thừa Thiên Huế", "thành phố Huế"]
    assert [(change["kind"], change["date"]) for change in story["changes"]] == [("rename", "2025-01-01")]


def test_a_name_nobody_ever_had_is_misuse(ledger: str) -> None:
    """Exit status 2 and a message that says what to try."""
    said = _call("org", "show", "xã Không Đâu Có", "--ledger", ledger)
    assert said.exit_code == 2
    assert "Không có đơn vị nào tên “xã Không Đâu Có”" in said.output


def test_a_ledger_without_a_map_says_how_to_get_one(tmp_path: Path) -> None:
    """Asking an empty ledger is answered with the command that fills it."""
    empty = tmp_path / "b.ledger"
    open_ledger(empty)
    close_ledger()
    said = _call("org", "history", "Lào Cai", "--ledger", str(empty))
    assert said.exit_code == 2
    assert "tongket org import vietnam" in said.output


def test_a_review_over_the_map(ledger: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A profile that names a province of the map has its districts with their commissions, and sees who is missing."""
    shutil.copy(ledger, tmp_path / "a.ledger")
    (tmp_path / "bao-cao").mkdir()
    (tmp_path / "bao-cao" / "binh-luc.txt").write_text(REPORT, encoding="utf-8")
    (tmp_path / "profile.toml").write_text(PROFILE, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    said = _call("review", "bao-cao", "--org", "vn.ha-nam", "--period", "2024", "--ledger", "a.ledger")
    assert said.exit_code == 0, said.output
    assert "Lớp bồi dưỡng: 14 lớp (1/6 đơn vị)" in said.output
