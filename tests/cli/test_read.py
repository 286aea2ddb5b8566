"""`tongket read` as a person or a script meets it: what it prints, writes and answers with."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

NEWS = (
    "Ban Tuyên giáo Tỉnh ủy Nậm Sơn tổng kết công tác năm 2024\n\n"
    "Sáng 12/12/2024, Ban Tuyên giáo Tỉnh ủy Nậm Sơn tổ chức hội nghị tổng kết công tác tuyên giáo năm 2024. "
    "Trong năm, toàn ngành đã tổ chức 125 hội nghị với trên 45.300 lượt người tham dự.\n"
)
PROGRAM = [sys.executable, "-c", "from tongket.cli.main import main; main()"]


def run(*asked: str, given: str = "") -> subprocess.CompletedProcess[str]:
    """Run `tongket` with these words, `given` coming in by the pipe."""
    env = {**os.environ, "PYTHONIOENCODING": "utf-8"}
    return subprocess.run([*PROGRAM, *asked], input=given, capture_output=True, text=True, check=False, env=env)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three documents in two folders; two of them have the same name."""
    for name in ("b.txt", "xa/a.txt", "xa/b.txt"):
        path = tmp_path / "vao" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"{NEWS}\nVăn bản {name}.\n", encoding="utf-8")
    (tmp_path / "vao" / ".an").write_text("tệp ẩn", encoding="utf-8")
    return tmp_path / "vao"


def test_json_is_one_reading_a_line_in_the_order_of_the_files(folder: Path) -> None:
    """A folder gives one line a document, hidden files left out; the text comes only when asked for."""
    ran = run("read", "--json", str(folder))
    forms = [json.loads(line) for line in ran.stdout.splitlines()]
    assert [form["document"]["name"] for form in forms] == ["b", "a", "b"]
    assert {form["format"] for form in forms} == {"tongket-reading/1"}
    assert "text" not in forms[0]["document"]
    assert ran.returncode == 0


def test_every_quote_is_in_the_text(folder: Path) -> None:
    """With `--text` the spans lead into `document.text`, and a figure's span holds its number."""
    form = json.loads(run("read", "--json", "--text", str(folder / "b.txt")).stdout)
    quotes = [form["document"]["text"][slice(*figure["span"])] for figure in form["figures"]]
    assert any("125" in quote for quote in quotes)
    assert any("45.300" in quote for quote in quotes)


def test_several_processes_give_the_same_bytes(folder: Path) -> None:
    """The number of processes changes nothing in what is printed."""
    assert run("read", "--json", "--jobs", "2", str(folder)).stdout == run("read", "--json", str(folder)).stdout


def test_out_writes_one_file_a_document_under_different_names(folder: Path, tmp_path: Path) -> None:
    """Documents of the same name do not overwrite each other, and a second run gives the same files."""
    out = tmp_path / "ra"
    run("read", str(folder), "--out", str(out))
    first = {path.name: path.read_bytes() for path in out.iterdir()}
    run("read", str(folder), "--out", str(out))
    assert sorted(first) == ["a.json", "b-2.json", "b.json"]
    assert {path.name: path.read_bytes() for path in out.iterdir()} == first


def test_the_pipe_is_read(folder: Path) -> None:
    """`-` reads what comes in by the pipe, and gives what the file gives but for the name."""
    piped = json.loads(run("read", "--json", "-", given=(folder / "b.txt").read_text(encoding="utf-8")).stdout)
    filed = json.loads(run("read", "--json", str(folder / "b.txt")).stdout)
    assert piped["figures"] == filed["figures"]
    assert piped["document"]["sha256"] == filed["document"]["sha256"]


def test_patterns_meet_files(folder: Path) -> None:
    """A pattern that the shell did not resolve is resolved here."""
    assert len(run("read", "--json", str(folder / "**" / "*.txt")).stdout.splitlines()) == 3


def test_without_a_form_the_text_and_a_table_are_shown(folder: Path) -> None:
    """Where no form is asked for, the text stands above a table of what was found, without colours in a pipe."""
    shown = run("read", str(folder / "b.txt")).stdout
    assert "tổ chức hội nghị tổng kết công tác tuyên giáo năm 2024" in shown
    assert "≥ 45.300 lượt người" in shown
    assert "\x1b[" not in shown


def test_a_fault_of_the_data_is_a_finding_and_exit_1(folder: Path) -> None:
    """An empty file gives `file:line: CODE message` and status 1, and the rest is read."""
    (folder / "rong.txt").write_bytes(b"")
    ran = run("read", "--json", str(folder))
    assert f"{folder / 'rong.txt'}:1: FILE-EMPTY " in ran.stderr
    assert len(ran.stdout.splitlines()) == 4
    assert ran.returncode == 1


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        (["read"], "FILE"),
        (["read", "khong-co.txt"], "khong-co.txt"),
        (["read", "--jobs", "0", "x"], "--jobs"),
        (["doc"], "doc"),
    ],
)
def test_a_wrong_call_is_exit_2(asked: list[str], told: str) -> None:
    """The caller's fault gives one message that names it, and status 2."""
    ran = run(*asked)
    assert ran.returncode == 2
    assert told in ran.stderr
    assert "Traceback" not in ran.stderr


def test_a_place_that_cannot_be_written_is_exit_2(folder: Path) -> None:
    """A folder that cannot be made is told with its path."""
    ran = run("read", str(folder / "b.txt"), "--out", str(folder / "b.txt" / "duoi"))
    assert ran.returncode == 2
    assert str(folder / "b.txt") in ran.stderr


def test_ctrl_c_leaves_no_half_file(tmp_path: Path) -> None:
    """Stopped in the middle, the program says so, ends with 130 and leaves neither the page nor a part of it."""
    page = tmp_path / "ra.html"
    with subprocess.Popen(
        [*PROGRAM, "read", "-", "--html", str(page)], stdin=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as ran:
        for _ in range(600):
            if list(tmp_path.iterdir()):
                break
            time.sleep(0.05)
        begun = [path.name for path in tmp_path.iterdir()]
        ran.send_signal(signal.SIGINT)
        told = ran.communicate()[1]
    assert begun != []
    assert list(tmp_path.iterdir()) == []
    assert ran.returncode == 130
    assert "Traceback" not in told


def test_reading_needs_nothing_of_the_rest_of_the_line(folder: Path) -> None:
    """`tongket read` runs where the extras are not installed and loads none of them where they are."""
    blocked = ["django", "ibis", "duckdb", "pyarrow", "docx", "docxtpl", "numpy", "pandas", "PIL", "openpyxl"]
    code = f"import sys; sys.modules.update(dict.fromkeys({blocked})); from tongket.cli.main import main; main()"
    asked = [sys.executable, "-c", code, "read", "--json", str(folder)]
    ran = subprocess.run(asked, capture_output=True, text=True, check=False)
    assert len(ran.stdout.splitlines()) == 3
    assert ran.stderr == ""


@pytest.mark.parametrize("command", ["review", "ledger", "why"])
def test_a_missing_extra_is_named(command: str) -> None:
    """Where Django is missing, the commands that need it say what to install and end with 2."""
    code = "import sys; sys.modules['django'] = None; from tongket.cli.main import main; main()"
    asked = [sys.executable, "-c", code, command, "--help"]
    ran = subprocess.run(asked, capture_output=True, text=True, check=False)
    assert "tongket[review]" in ran.stderr
    assert "Traceback" not in ran.stderr
    assert ran.returncode == 2


def test_english_beside_vietnamese() -> None:
    """`--lang en` turns the whole help to English; without it, it is Vietnamese."""
    english, vietnamese = run("--lang", "en", "read", "--help").stdout, run("read", "--help").stdout
    assert "How many processes read at the same time." in english
    assert "Usage:" in english
    assert "Số tiến trình đọc cùng lúc." in vietnamese
    assert "Cách dùng:" in vietnamese


def test_version_is_told() -> None:
    """`--version` tells the name and the version."""
    assert run("--version").stdout.startswith("tongket 0.")
