"""`tongket take-in` and `tongket export dhis2` from the shell: what is shown, written, kept and refused."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from document.made import ods
from document.sheets import Shown, workbook
from tongket.cli.main import tongket

PROFILE = """
name = "Tuyên giáo tỉnh Vạn Lộc"
style = "party"
[[orgs]]
id = "van-loc"
name = "tỉnh Vạn Lộc"
level = "tỉnh"
[[orgs]]
id = "khe-sim"
name = "huyện Khe Sim"
level = "huyện"
parent = "van-loc"
code = "101"
[[orgs]]
id = "thuy-an"
name = "thị xã Thủy An"
level = "thị xã"
parent = "van-loc"
code = "102"
[[themes]]
id = "t"
title = "Lý luận chính trị"
[[indicators]]
id = "lop"
name = "Lớp bồi dưỡng"
theme = "t"
measure = "lớp"
nouns = ["lớp"]
code = "LOP"
[[indicators]]
id = "hoc-vien"
name = "Học viên"
theme = "t"
measure = "người"
nouns = ["học viên"]
code = "HV"
"""
ROWS: list[list[Shown]] = [
    ["BIỂU SỐ LIỆU NĂM 2024"],
    ["TT", "Đơn vị", "Lớp bồi dưỡng", "Người học các lớp"],
    [1, "Huyện Khe Sim", 12, "trên 640"],
    [2, "Thị xã Thủy An", 9, 310],
    ["Tổng cộng", None, 21, "trên 950"],
]


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a profile and a sheet, in which the commands run."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "profile.toml").write_text(PROFILE, encoding="utf-8")
    (tmp_path / "bieu.xlsx").write_bytes(workbook({"Biểu 1": ROWS}))
    return tmp_path


def _run(*words: str) -> Result:
    return CliRunner().invoke(tongket, [*words, "--ledger", "a.ledger"])


def test_a_sheet_is_proposed_corrected_and_given_back(office: Path) -> None:
    """First nothing is mapped and the proposal is written; the file a person corrects is taken as it is said."""
    first = _run("take-in", "bieu.xlsx")
    assert first.exit_code == 0
    assert "CHƯA CHẮC" in first.stdout or "KHÔNG RÕ" in first.stdout
    file = office / "bieu.mapping.toml"
    proposed = file.read_text(encoding="utf-8")
    assert 'C = { words = "Lớp bồi dưỡng", indicator = "lop" }' in proposed
    file.write_text(
        proposed.replace('words = "Người học các lớp"', 'words = "Người học các lớp", indicator = "hoc-vien"'),
        encoding="utf-8",
    )
    given_back = _run("take-in", "bieu.xlsx", "--mapping", "bieu.mapping.toml")
    assert given_back.exit_code == 0
    assert "bieu.xlsx: ghép được 4/6 số liệu." in given_back.stdout
    assert "2 số không cộng: số tổng của bảng" in given_back.stdout


def test_what_a_person_wrote_is_left_as_it_is(office: Path) -> None:
    """An existing mapping is never overwritten; `--yes` takes it."""
    (office / "bieu.mapping.toml").write_text('form = "tongket-mapping/1"\nsha256 = ""\n', encoding="utf-8")
    _run("take-in", "bieu.xlsx")
    assert (office / "bieu.mapping.toml").read_text(encoding="utf-8") == 'form = "tongket-mapping/1"\nsha256 = ""\n'
    refused = _run("take-in", "bieu.xlsx", "--yes")
    assert refused.exit_code == 2
    assert "không có cột nào giống" in refused.stderr


def test_a_sheet_of_opendocument_is_taken_in_as_one_of_excel(office: Path) -> None:
    """The same table gives the same proposal and figures; an old .xls is told what to be saved as."""
    (office / "bieu.xlsx").unlink()
    rows = "".join(f"<table:table-row>{''.join(map(_ods_cell, row))}</table:table-row>" for row in ROWS)
    (office / "bieu.ods").write_bytes(ods(f'<table:table table:name="Biểu 1">{rows}</table:table>'))
    (told,) = json.loads(_run("take-in", "bieu.ods", "--yes", "--json").stdout)
    assert (told["accepted"], told["figures"], told["counted"]) == (True, 6, 2)
    (office / "cu.xls").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "Workbook".encode("utf-16-le"))
    old = _run("take-in", "cu.xls")
    assert old.exit_code == 1
    assert "lưu thành .xlsx" in old.stderr + old.stdout


def _ods_cell(shown: Shown) -> str:
    if shown is None:
        return "<table:table-cell/>"
    number = "" if isinstance(shown, str) else f' office:value-type="float" office:value="{shown}"'
    return f"<table:table-cell{number}><text:p>{shown}</text:p></table:table-cell>"


def test_yes_takes_what_is_sure_and_tells_programs(office: Path) -> None:
    """The sure column counts, the doubtful one stays out with its reason; all of it as JSON."""
    done = _run("take-in", ".", "--yes", "--json")
    (told,) = json.loads(done.stdout)
    assert (told["accepted"], told["figures"], told["counted"]) == (True, 6, 2)
    assert [line["how"] for line in told["proposal"] if line["line"] in ("C", "D")] == ["sure", "unknown"]
    assert not (office / "bieu.mapping.toml").exists()


def test_figures_go_out_and_come_in_again(office: Path) -> None:
    """By codes, with bounds, through a file into another ledger."""
    (office / "bieu.xlsx").write_bytes(
        workbook({"Biểu 1": [[*row[:3], "x"] if row[0] == "TT" else row for row in ROWS]})
    )
    _run("take-in", "bieu.xlsx", "--yes")
    out = _run("export", "dhis2", "--org", "van-loc", "--below", "--period", "2024", "--codes")
    assert out.exit_code == 0
    written = json.loads((office / "values.json").read_text(encoding="utf-8"))
    assert written == {
        "idScheme": "CODE",
        "period": "2024",
        "dataValues": [
            {"dataElement": "LOP", "period": "2024", "orgUnit": "101", "value": "12"},
            {"dataElement": "LOP", "period": "2024", "orgUnit": "102", "value": "9"},
        ],
    }
    back = CliRunner().invoke(tongket, ["take-in", "values.json", "--ledger", "b.ledger"])
    assert "values.json: ghép được 2/2 số liệu." in back.stdout


def test_a_mapping_that_cannot_be_read_is_a_fault_of_the_caller(office: Path) -> None:
    """A missing file and a broken one are told with what to do; the exit status is 2."""
    missing = _run("take-in", "bieu.xlsx", "--mapping", "khong-co.toml")
    (office / "hong.toml").write_text("form =", encoding="utf-8")
    broken = _run("take-in", "bieu.xlsx", "--mapping", "hong.toml")
    assert (missing.exit_code, broken.exit_code) == (2, 2)
    assert "khong-co.toml" in missing.stderr
    assert "hong.toml" in broken.stderr
