"""`tongket review`, `why` and `ledger` from the shell's side."""

import json
from pathlib import Path
from zipfile import ZipFile

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
id = "suoi-lim"
name = "huyện Suối Lim"
aliases = ["Huyện ủy Suối Lim"]
level = "huyện"
parent = "doi-che"
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
REPORT = """Huyện ủy Suối Lim tổng kết công tác tuyên giáo năm 2024

Năm 2024, huyện đã mở 14 lớp bồi dưỡng lý luận chính trị.
"""


@pytest.fixture
def reports(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with one report, its profile in the folder above, which is where the command is called."""
    folder = tmp_path / "bao-cao"
    folder.mkdir()
    (folder / "suoi-lim.txt").write_text(REPORT, encoding="utf-8")
    (tmp_path / "profile.toml").write_text(PROFILE, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return folder


def _call(*words: str) -> Result:
    return CliRunner().invoke(tongket, words)


def _review(*more: str) -> Result:
    return _call("review", "bao-cao", "--org", "doi-che", "--period", "2024", *more)


def test_a_folder_becomes_a_review_beside_its_ledger(reports: Path) -> None:
    """The summary tells the figures and where everything lies; the profile of the folder above is found."""
    run = _review("-o", "tong-ket.docx", "--html", "tong-ket.html")
    assert run.exit_code == 0, run.output
    assert "14 lớp" in run.stdout
    assert "tong-ket.docx" in run.stdout
    assert ZipFile(reports.parent / "tong-ket.docx").testzip() is None
    assert "14 lớp" in (reports.parent / "tong-ket.html").read_text(encoding="utf-8")
    assert (reports.parent / "tong-ket.ledger").is_file()


def test_the_same_call_gives_the_same_bytes(reports: Path) -> None:
    """Running again with everything taken in writes the same review."""
    _review("-o", "a.docx")
    first = (reports.parent / "a.docx").read_bytes()
    assert _review("-o", "a.docx").exit_code == 0
    assert (reports.parent / "a.docx").read_bytes() == first


@pytest.mark.usefixtures("reports")
def test_the_way_back_leads_to_the_sentence() -> None:
    """An id that the review printed is asked for; the only ledger here is taken."""
    told = json.loads(_review("--json").stdout)
    total = told["lines"][0]["total"]
    assert (total["low"], total["high"]) == (14, 14)
    back = _call("why", total["id"])
    assert back.exit_code == 0, back.output
    assert "huyện Suối Lim" in back.stdout
    assert "đã mở »14 lớp bồi dưỡng lý luận chính trị«" in back.stdout
    assert "suoi-lim, dòng 3" in back.stdout
    assert json.loads(_call("why", total["id"], "--json").stdout)["steps"]


@pytest.mark.usefixtures("reports")
def test_the_ledger_is_listed() -> None:
    """A line a document for people, a JSON object a line for programs."""
    _review()
    listed = _call("ledger")
    assert "suoi-lim" in listed.stdout
    assert "1 văn bản" in listed.stdout
    assert json.loads(_call("ledger", "--json").stdout)["org"] == "suoi-lim"


@pytest.mark.usefixtures("reports")
@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("review", "bao-cao", "--org", "doi-che", "--period", "năm ngoái"), "2024-H1"),
        (("review", "bao-cao", "--org", "ha-lam", "--period", "2024"), "suoi-lim"),
        (("review", "bao-cao", "--org", "doi-che", "--period", "2024", "--profile", "x.toml"), "x.toml"),
        (("review", "bao-cao", "--org", "doi-che", "--period", "2024", "-o", "khong/co.docx"), "khong"),
        (("why", "T-abc"), "--ledger"),
        (("ledger", "--ledger", "x.ledger"), "x.ledger"),
    ],
)
def test_misuse_is_told_in_one_message(words: tuple[str, ...], told: str) -> None:
    """What is wrong and what to do, exit status 2, no traceback."""
    run = _call(*words)
    assert run.exit_code == 2
    assert told in run.output
    assert "Traceback" not in run.output


def test_an_error_in_a_file_is_exit_status_1_every_time(reports: Path) -> None:
    """The review is written all the same, and a second run does not hide the error."""
    (reports / "rong.txt").write_bytes(b"")
    for _ in range(2):
        run = _review()
        assert run.exit_code == 1
        assert "rong.txt:1: FILE-EMPTY" in run.stderr
    assert (reports.parent / "review.docx").is_file()


def test_what_the_command_wrote_is_no_report(reports: Path) -> None:
    """Output and ledger inside the folder of reports are not taken in the next time."""
    inside = str(reports / "review.docx")
    _review("-o", inside)
    told = json.loads(_review("-o", inside, "--json").stdout)
    assert [Path(each["file"]).name for each in told["files"]] == ["suoi-lim.txt"]


@pytest.mark.usefixtures("reports")
def test_a_folder_without_profile_says_where_to_put_it(tmp_path: Path) -> None:
    """Neither in the folder nor above it."""
    (tmp_path / "profile.toml").unlink()
    run = _review()
    assert run.exit_code == 2
    assert "profile.toml" in run.output


def test_the_layout_that_comes_along_can_be_copied_edited_and_used(tmp_path: Path) -> None:
    """What `tongket layout` writes is taken by `--layout`, and a file that is there stays as it was."""
    (tmp_path / "reports").mkdir()
    (tmp_path / "reports" / "suoi-lim.txt").write_text(REPORT, encoding="utf-8")
    (tmp_path / "profile.toml").write_text(PROFILE, encoding="utf-8")
    mine = tmp_path / "mau.docx"
    runner = CliRunner()
    assert runner.invoke(tongket, ["layout", str(mine), "--style", "state"]).exit_code == 0
    before = mine.read_bytes()
    again = runner.invoke(tongket, ["layout", str(mine)])
    assert again.exit_code == 2
    assert str(mine) in again.output
    assert mine.read_bytes() == before
    out = tmp_path / "review.docx"
    asked = ["review", str(tmp_path / "reports"), "--org", "doi-che", "--period", "2024", "-o", str(out)]
    assert runner.invoke(tongket, [*asked, "--layout", str(mine)]).exit_code == 0
    # The heading of the State's norm, although the profile asks for the Party's.
    assert "Độc lập" in ZipFile(out).read("word/document.xml").decode()
