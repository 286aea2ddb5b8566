"""The form of an org without a computer person: typed, or filled in offline; every figure leads to its cell."""

import io
import re
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client

from tongket.actions.board.report_page import read_report
from tongket.actions.board.steps import ReportOf
from tongket.actions.explain import explain
from tongket.actions.now import today
from tongket.document.files import read_bytes
from tongket.ledger.entries import rows_of
from tongket.terms.period import Period
from tongket.terms.roles import Role
from tongket.terms.work import InboxRow, OriginalRow
from web.conftest import Desk

REPORT = "/board/xa-mot/year/2024/"
# LibreOffice may be there without its spreadsheets.
_CALC = Path(shutil.which("soffice") or "none").resolve().with_name("libsclo.so")
ASKED = ReportOf("xa-mot", "year", Period.parse("2024"))


@pytest.fixture
def reporter(desk: Desk) -> Client:
    """Somebody who reports for the commune."""
    return desk.person("mai", "xa-mot", Role.REPORTER)


def typed(**fields: str) -> dict[str, str]:
    """Return what a browser sends: `hoi_nghi="over 12"` or `hoi_nghi="between 3 4"`."""
    sent = {}
    for name, value in fields.items():
        bound, low, *high = value.split(" ")
        entry = name.replace("_", "-")
        sent |= {f"bound-{entry}": bound, f"low-{entry}": low, f"high-{entry}": high[0] if high else ""}
    return sent


def told() -> list[str]:
    """Return the figures of the report as people read them."""
    page = read_report(ASKED, today())
    assert page is not None
    return [each.text for each in page.figures]


def test_typed_figures_keep_their_bounds_and_lead_to_their_cells(reporter: Client) -> None:
    """What is typed stands in the report with its bounds, and each figure leads to its cell of a kept document."""
    assert reporter.post(REPORT + "form", typed(hoi_nghi="exact 12", dang_vien="over 1.250")).status_code == 302
    assert told() == ["12 hội nghị", "trên 1.250 người"]
    page = read_report(ASKED, today())
    assert page is not None
    assert [explain(each.entry).cell for each in page.figures] == ["Biểu số liệu!D6", "Biểu số liệu!D7"]
    (item,) = rows_of(InboxRow, org="xa-mot")
    assert item.via == "form"
    assert rows_of(OriginalRow, id=item.document)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("under 300", "gần 300 người"),
        ("about 500", "khoảng 500 người"),
        ("between 300 400", "từ 300 đến 400 người"),
        ("exact 1250", "1.250 người"),
    ],
)
def test_every_bound_arrives(reporter: Client, value: str, text: str) -> None:
    """Each way to say how exactly a figure is known arrives as it was meant."""
    reporter.post(REPORT + "form", typed(dang_vien=value))
    assert told() == [text]


def test_sending_twice_replaces(reporter: Client) -> None:
    """A second form takes the first one's place, and the same figures a third time do not come back doubled."""
    reporter.post(REPORT + "form", typed(hoi_nghi="exact 12", dang_vien="exact 40"))
    reporter.post(REPORT + "form", typed(hoi_nghi="exact 14"))
    assert told() == ["14 hội nghị"]
    reporter.post(REPORT + "form", typed(hoi_nghi="exact 12", dang_vien="exact 40"))
    assert told() == ["12 hội nghị", "40 người"]
    page = read_report(ASKED, today())
    assert page is not None
    assert len(page.cell.came) == 1


def test_faults_stand_beside_their_fields_and_nothing_is_lost(reporter: Client) -> None:
    """A field that is no number says how to mend it; the others keep what was typed; nothing is entered."""
    page = reporter.post(REPORT + "form", typed(hoi_nghi="exact mười", dang_vien="between 400 300")).content.decode()
    assert "không hiểu “mười”" in page
    assert "hãy đổi chỗ hai số" in page
    assert 'value="mười"' in page
    assert 'value="400"' in page
    assert rows_of(InboxRow) == []
    assert "ít nhất một chỉ tiêu" in reporter.post(REPORT + "form", typed()).content.decode()


def test_form_comes_back_from_excel(reporter: Client) -> None:
    """The downloaded form, filled in with a number and with words, is taken with its cells."""
    book = reporter.get(REPORT + "form.xlsx").content
    assert b"<sheetProtection" in _sheet(book)
    assert "Hội nghị học tập, quán triệt" in read_bytes(book, "bieu.xlsx").text
    assert _upload(reporter, _filled(book, D6="15", D7="gần 1.300")).status_code == 302
    assert told() == ["15 hội nghị", "gần 1.300 người"]
    assert 'value="1.300"' in reporter.get(REPORT + "form").content.decode()


@pytest.mark.skipif(not _CALC.exists(), reason="no LibreOffice Calc: apt-get install libreoffice-calc")
def test_form_comes_back_from_libreoffice(reporter: Client, tmp_path: Path) -> None:
    """Saved by another program than ours, with its own styles, strings and hidden sheets, it is taken just as well."""
    book = _filled(reporter.get(REPORT + "form.xlsx").content, D6="15", D7="gần 1.300")
    saved = _saved_by_libreoffice(book, tmp_path)
    assert b"sharedStrings" in saved
    assert saved != book
    assert _upload(reporter, saved).status_code == 302
    assert told() == ["15 hội nghị", "gần 1.300 người"]
    page = read_report(ASKED, today())
    assert page is not None
    assert [explain(each.entry).cell for each in page.figures] == ["Biểu số liệu!D6", "Biểu số liệu!D7"]
    other = REPORT.replace("2024", "2023")
    refused = reporter.post(f"{other}form/upload", {"file": SimpleUploadedFile("bieu.xlsx", saved)})
    assert "của đơn vị hoặc kỳ khác" in refused.content.decode()


def _saved_by_libreoffice(book: bytes, folder: Path) -> bytes:
    """Return a workbook as LibreOffice Calc saves it after opening it."""
    (folder / "bieu.xlsx").write_bytes(book)
    (folder / "saved").mkdir()
    own = f"-env:UserInstallation=file://{folder}/profile"
    asked = ["soffice", own, "--headless", "--convert-to", "xlsx", "--outdir", str(folder / "saved"), "bieu.xlsx"]
    subprocess.run(asked, cwd=folder, check=True, capture_output=True, timeout=120)
    return (folder / "saved" / "bieu.xlsx").read_bytes()


def test_form_of_another_report_is_refused(desk: Desk, reporter: Client) -> None:
    """The form of one org cannot be sent for another, nor that of another year."""
    beside = desk.person("hoa", "xa-hai", Role.REPORTER)
    strange = (beside, "/board/xa-hai/year/2024/form.xlsx"), (reporter, "/board/xa-mot/year/2023/form.xlsx")
    for client, address in strange:
        book = _filled(client.get(address).content, D6="3")
        assert "của đơn vị hoặc kỳ khác" in _upload(reporter, book).content.decode()
    assert rows_of(InboxRow) == []


def test_faulty_excel_says_which_cell_and_keeps_the_rest(reporter: Client) -> None:
    """A cell that is no figure is named beside its field; the good ones stand in the page to go on with."""
    book = _filled(reporter.get(REPORT + "form.xlsx").content, D6="rất nhiều", D7="70")
    page = _upload(reporter, book).content.decode()
    assert "không hiểu “rất nhiều”" in page
    assert 'value="70"' in page
    bad = SimpleUploadedFile("bieu.xlsx", b"not a workbook")
    assert "không phải biểu" in reporter.post(REPORT + "form/upload", {"file": bad}).content.decode()
    assert "Hãy chọn tệp" in reporter.post(REPORT + "form/upload").content.decode()


def test_approved_report_takes_no_form(desk: Desk, reporter: Client) -> None:
    """Sent and handed in with one button; once approved, figures stay as they are."""
    assert reporter.post(REPORT + "form", typed(hoi_nghi="exact 9") | {"then": "submit"}).status_code == 302
    page = read_report(ASKED, today())
    assert page is not None
    above = desk.person("lan", "huyen-mot", Role.LEADER)
    above.post(REPORT + "settle", {"step": "approved", "seen": page.steps[-1].row.id})
    assert "mở lại" in reporter.post(REPORT + "form", typed(hoi_nghi="exact 10")).content.decode()
    assert told() == ["9 hội nghị"]


_SHEET = "xl/worksheets/sheet1.xml"


def _sheet(book: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(book)) as file:
        return file.read(_SHEET)


def _filled(book: bytes, **cells: str) -> bytes:
    """Return a workbook with some of its empty cells filled in, as Excel would: numbers as such, words in the cell."""
    sheet = _sheet(book).decode()
    for place, text in cells.items():
        value = f"><v>{text}</v></c>" if text.isdigit() else f' t="inlineStr"><is><t>{text}</t></is></c>'
        sheet, count = re.subn(rf'(<c r="{place}" s="\d+")/>', rf"\g<1>{value}", sheet)
        assert count == 1
    held = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(book)) as old, zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, sheet if name == _SHEET else old.read(name))
    return held.getvalue()


def _upload(client: Client, book: bytes) -> HttpResponse:
    answer = client.post(REPORT + "form/upload", {"file": SimpleUploadedFile("bieu.xlsx", book)})
    assert isinstance(answer, HttpResponse)
    return answer
