"""The door of the room: whatever a file is, a document comes back, and a finding says what is wrong with it."""
# ruff: noqa: E501 (what stands in one line of a file stands in one line here)

import io
import struct
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from document.made import W, codes, docx, odt, p, packed, pdf, xlsx
from document.sound import assert_sound
from tongket.document.files import read_bytes, read_file
from tongket.document.limits import ReadLimits
from tongket.terms.finding import Severity

_GOOD = docx(p("Huyện tổ chức 12 hội nghị."))
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


def _encrypted_pdf() -> bytes:
    """A PDF whose trailer names a standard security handler with a password that is not the empty one."""
    plain = pdf([(70.0, 700.0, "bí mật")])
    lock = b"<< /Filter /Standard /V 1 /R 2 /P -44 /O <" + b"41" * 32 + b"> /U <" + b"42" * 32 + b"> >>"
    return plain.replace(b"/Root 1 0 R", b"/Root 1 0 R /Encrypt " + lock + b" /ID [<00> <00>]")


def _locked_zip() -> bytes:
    """A packed file whose parts say that they are encrypted."""
    data = bytearray(_GOOD)
    data[6] |= 1
    place = data.index(b"PK\x01\x02")
    data[place + 8] |= 1
    return bytes(data)


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("rong.txt", b"", "FILE-EMPTY"),
        ("trang.txt", b" \n\n \t", "FILE-NO-TEXT"),
        ("trang.docx", docx(p("")), "FILE-NO-TEXT"),
        ("cut.docx", _GOOD[: len(_GOOD) // 2], "FILE-CUT-OFF"),
        ("cut.pdf", pdf([(70.0, 700.0, "Lời văn.")])[:100], "FILE-CUT-OFF"),
        ("khac.docx", packed({"word/document.xml": "<w:document"}), "FILE-CUT-OFF"),
        ("thieu.docx", packed({"word/document.xml": f"<w:document {W}/>"}), "FILE-CUT-OFF"),
        ("thieu.xlsx", packed({"xl/workbook.bin": "x"}), "FILE-CUT-OFF"),
        ("khoa.pdf", _encrypted_pdf(), "FILE-ENCRYPTED"),
        ("khoa.docx", _OLE + "EncryptedPackage".encode("utf-16-le"), "FILE-ENCRYPTED"),
        ("khoa.docx", _locked_zip(), "FILE-ENCRYPTED"),
        ("khoa.odt", packed({"content.xml": "x", "META-INF/manifest.xml": "<encryption-data/>"}), "FILE-ENCRYPTED"),
        ("cu.doc", _OLE + "WordDocument".encode("utf-16-le"), "FILE-WRONG-TYPE"),
        ("cu.xls", _OLE + "Workbook".encode("utf-16-le"), "FILE-WRONG-TYPE"),
        ("chay.exe", b"MZ\x90\0" + bytes(100), "FILE-WRONG-TYPE"),
        ("anh.jpg", b"\xff\xd8\xff\xe0" + bytes(100), "FILE-WRONG-TYPE"),
        ("anh.docx", b"\x89PNG\r\n\x1a\n" + bytes(100), "FILE-WRONG-TYPE"),
        ("nen.zip", packed({"a.txt": "x"}), "FILE-WRONG-TYPE"),
        ("chieu.pptx", packed({"ppt/presentation.xml": "x"}), "FILE-WRONG-TYPE"),
        ("thu.rtf", b"{\\rtf1 x}", "FILE-WRONG-TYPE"),
        ("la.bin", bytes(range(256)) * 8, "FILE-WRONG-TYPE"),
    ],
)
def test_a_file_that_cannot_be_read_says_why_and_what_to_do(name: str, data: bytes, code: str) -> None:
    """Empty, cut off, locked and foreign files give an empty document and an error in Vietnamese that names a remedy."""
    document = read_bytes(data, name)
    assert document.text.strip() == ""
    finding = next(finding for finding in document.findings if finding.code == code)
    assert finding.severity is Severity.ERROR
    assert "Hãy" in finding.message or "hãy" in finding.message
    assert len(document.source_sha256) == 64
    assert_sound(document)


@pytest.mark.parametrize(
    ("name", "data", "form"),
    [
        ("a.pdf", _GOOD, "docx"),
        ("a.docx", "Lời văn.".encode(), "txt"),
        ("a.txt", b"<!DOCTYPE html><html><p>x</p></html>", "html"),
        ("a.xlsx", odt("<text:p>x</text:p>"), "odt"),
        ("a.docx", xlsx({"A": "<row><c><v>1</v></c></row>"}), "xlsx"),
        ("a.html", pdf([(70.0, 700.0, "x")]), "pdf"),
    ],
)
def test_the_content_tells_the_format_not_the_name(name: str, data: bytes, form: str) -> None:
    """A file under a wrong ending is read as what it is, and a finding says so; without ending nothing is said."""
    document = read_bytes(data, name)
    assert (document.format, codes(document)) == (form, ["FORMAT-NOT-AS-NAMED"])
    assert codes(read_bytes(data, "a")) == []


def test_a_bomb_is_not_unpacked() -> None:
    """A part that unpacks a thousandfold is refused by its ratio, many parts by their sum, before they fill memory."""
    blank = b" " * 8_000_000
    bomb = packed({"word/document.xml": b"<w:document>" + blank})
    assert codes(read_bytes(bomb, "bom.docx")) == ["ZIP-BOMB"]
    sum_of_parts = docx(p("x"), styles="y" * 5000)
    assert codes(read_bytes(sum_of_parts, "bom.docx", ReadLimits(max_unpacked=2000))) == ["ZIP-BOMB"]


def test_a_directory_of_very_many_parts_is_not_opened() -> None:
    """A packed file that lists more parts than an office file can have is refused before its directory is read."""
    entry = b"PK\x01\x02" + bytes(42)
    data = b"PK\x03\x04" + entry * 30_000
    assert codes(read_bytes(data + b"PK\x05\x06" + bytes(18), "bom.docx"))[0] == "ZIP-BOMB"


@pytest.mark.parametrize(
    "head",
    [
        '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>',
        '<!DOCTYPE x SYSTEM "file:///etc/hostname">',
        '<!DOCTYPE x [<!ENTITY % a SYSTEM "http://example.invalid/a.dtd">%a;]>',
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_and_outside_definitions_are_refused(head: str, encoding: str) -> None:
    """No XML part may declare a DTD: neither entities that multiply nor such that fetch files are ever looked at."""
    part = f'<?xml version="1.0" encoding="{encoding}"?>{head}<w:document {W}><w:body>{p("&b;")}</w:body></w:document>'
    assert codes(read_bytes(packed({"word/document.xml": part.encode(encoding)}), "a.docx")) == ["XML-ENTITIES"]


def test_deep_nesting_is_refused() -> None:
    """A thousand tables in one another are not read."""
    inside = "<w:tbl><w:tr><w:tc>" * 1000 + p("x") + "</w:tc></w:tr></w:tbl>" * 1000
    assert codes(read_bytes(docx(inside), "sau.docx")) == ["NESTED-TOO-DEEP"]


def test_a_long_text_is_read_to_the_bound() -> None:
    """Beyond the most characters or lines a text is cut at a line end, and a finding says where."""
    text = "Một dòng.\n" * 50
    lines = read_bytes(text.encode(), "dai.txt", ReadLimits(max_lines=20))
    assert (len(lines.lines), codes(lines)) == (20, ["TOO-MANY-LINES"])
    characters = read_bytes(text.encode(), "dai.txt", ReadLimits(max_characters=95))
    assert (characters.text, codes(characters)) == ("Một dòng.\n" * 9, ["TEXT-TOO-LONG"])
    words = read_bytes(docx(p("Một dòng.") * 50), "dai.docx", ReadLimits(max_lines=20))
    assert (len(words.lines), codes(words)) == (20, ["TOO-MANY-LINES"])


def test_a_long_file_is_cut_before_it_is_decoded() -> None:
    """Of a text longer than may be decoded the head is read, whole letters in every encoding; a page is not read."""
    text = "Một dòng chữ Việt.\n" * 40
    for encoding in ("utf-8", "utf-16-le", "utf-16-be"):
        document = read_bytes(text.encode(encoding), "dai.txt", ReadLimits(max_text_bytes=333))
        assert "TEXT-TOO-LONG" in codes(document)
        assert set(document.text.split("\n")) == {"Một dòng chữ Việt."}
    assert codes(read_bytes(b"<html><p>" + b"x" * 500, "dai.html", ReadLimits(max_text_bytes=333))) == [
        "FILE-TOO-LARGE"
    ]


def test_a_file_over_the_bound_is_not_opened(tmp_path: Path) -> None:
    """A file that is too large gives a finding with its size, and its hash all the same."""
    place = tmp_path / "lon.txt"
    place.write_bytes(b"x" * 2_000_000)
    document = read_file(place, ReadLimits(max_bytes=1_000_000))
    assert (codes(document), document.name, len(document.source_sha256)) == (["FILE-TOO-LARGE"], "lon", 64)


def test_what_is_no_file_gives_a_finding(tmp_path: Path) -> None:
    """A folder, a missing file and a file in place of a folder are findings, so that a batch goes on."""
    (tmp_path / "a.txt").write_text("x")
    for place in (tmp_path, tmp_path / "thieu.txt", tmp_path / "a.txt" / "b.txt", "a\0b.txt"):
        assert codes(read_file(place)) == ["FILE-UNREADABLE"]


def test_a_worker_that_runs_out_of_time_or_memory_is_ended() -> None:
    """A file that takes a worker too long, or more memory than allowed, gives a finding and no more."""
    slow = read_bytes(pdf([(70.0, 700.0, "x")]), "cham.pdf", ReadLimits(seconds=0.01))
    assert codes(slow) == ["FILE-TOO-SLOW"]
    large = docx("".join(p(f"Dòng chữ thứ {number * number}.") for number in range(60_000)))
    costly = read_bytes(
        large, "nang.docx", ReadLimits(in_process_bytes=0, worker_memory=120 * 1024 * 1024, seconds=300)
    )
    assert codes(costly) == ["FILE-TOO-COSTLY"]


def test_a_worker_reads_as_the_calling_process_does() -> None:
    """Every format gives the same document, to the last span and finding, wherever it is read."""
    aside = ReadLimits(in_process_bytes=0)
    for data in (
        "I. KẾT QUẢ\n- 12 hội nghị.".encode("utf-16"),
        b"<html><title>t</title><ol><li>a</li></ol></html>",
        _GOOD,
        odt("<text:p>x</text:p>"),
        xlsx({"A": "<row><c><v>1</v></c></row>"}),
    ):
        assert read_bytes(data, "a.b", aside) == read_bytes(data, "a.b")


def test_the_caller_needs_no_pdf_library_for_a_text() -> None:
    """Reading a text starts no worker and imports neither PDFium nor an imaging library."""
    script = (
        "import sys; from tongket.document.files import read_bytes; read_bytes(b'x', 'a.txt');"
        "print(sorted(name for name in sys.modules if name in ('pypdfium2', 'PIL', 'numpy', 'django')))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_batch_goes_on_after_every_kind_of_fault(tmp_path: Path) -> None:
    """Good files between bad ones are read."""
    for number, data in enumerate([_GOOD, b"", b"MZ", _GOOD[:50], b"%PDF-", _GOOD]):
        (tmp_path / f"{number}.docx").write_bytes(data)
    read = [read_file(place) for place in sorted(tmp_path.iterdir())]
    assert [bool(document.text) for document in read] == [True, False, False, False, False, True]


def test_sizes_that_lie_are_not_believed() -> None:
    """A part that says it is small and unpacks to more is broken, not read past its word."""
    data = bytearray(packed({"word/document.xml": b"<w:document>" + b"x" * 100_000}))
    place = data.index(b"PK\x01\x02")
    data[place + 24 : place + 28] = struct.pack("<I", 50)
    assert codes(read_bytes(bytes(data), "doi.docx")) == ["FILE-CUT-OFF"]
    with zipfile.ZipFile(io.BytesIO(bytes(data))) as file:
        assert file.infolist()[0].file_size == 50
