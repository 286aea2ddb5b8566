"""Doubts: what a person should look at in a reading."""

from dataclasses import replace

import pytest

from tongket.document.plain import document_from_text
from tongket.reading import read
from tongket.terms.document import Document
from tongket.terms.finding import Finding, Severity
from tongket.terms.records import Reading

LONG = (
    "Nơi đây mây trắng quanh năm phủ kín những mái nhà sàn, con suối nhỏ chảy qua bản rồi đổ ra dòng sông lớn, "
    "lũ trẻ chơi đùa dưới gốc đa già bên sân đình"
)


def codes(reading: Reading) -> list[str]:
    """Return the codes of the findings."""
    return [finding.code for finding in reading.findings]


def test_a_text_that_is_told_in_full_raises_no_doubt() -> None:
    """Event, day and org told, every paragraph read: nothing to look at."""
    text = (
        "Huyện Nậm Thử tổng kết công tác năm 2023\n"
        "Sáng 12/12, Huyện ủy Nậm Thử tổ chức hội nghị tổng kết công tác năm 2023.\n"
        "Trong năm, toàn huyện đã trồng được 40 ha rừng.\n"
    )
    assert codes(read(text)) == []


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Toàn xã đã trồng được 40 ha ngô vụ đông.\n", "NO-EVENT"),
        ("Nậm Thử gặp mặt trí thức đầu xuân\nHuyện ủy Nậm Thử tổ chức hội nghị gặp mặt trí thức.\n", "DAY-NOT-TOLD"),
        (
            "Nậm Thử gặp mặt trí thức đầu xuân\nSáng 12/12/2023, hội nghị gặp mặt trí thức được tổ chức.\n",
            "ORG-NOT-TOLD",
        ),
        (
            f"Nậm Thử gặp mặt trí thức đầu xuân\nSáng 12/12/2023, Huyện ủy Nậm Thử tổ chức hội nghị gặp mặt.\n{LONG}\n",
            "NOT-UNDERSTOOD",
        ),
    ],
)
def test_what_is_not_told_is_noted(text: str, code: str) -> None:
    """Each want has its own note; none is an error of the document."""
    found = [finding for finding in read(text).findings if finding.code == code]
    assert [finding.severity for finding in found] == [Severity.NOTE]


def test_a_document_without_an_article_is_noted_once() -> None:
    """Where there is no body nothing else is asked for."""
    empty = Document("trống", "", (), "txt", "0" * 64)
    assert codes(read(empty)) == ["NO-ARTICLE"]


def test_the_note_points_at_its_place() -> None:
    """A want of the event points at the sentence that introduces it, a paragraph not understood at itself."""
    sentence = "Huyện ủy Nậm Thử tổ chức hội nghị gặp mặt trí thức."
    reading = read(f"Nậm Thử gặp mặt trí thức đầu xuân\n{sentence}\n{LONG}\n")
    places = {finding.code: finding.span.of(reading.text) for finding in reading.findings if finding.span}
    assert places == {"DAY-NOT-TOLD": sentence, "NOT-UNDERSTOOD": LONG}


def test_short_lines_need_not_be_understood() -> None:
    """Headlines and captions in which nothing is read raise no doubt."""
    text = "Xã vui họp mặt\nSáng 12/12/2023, Huyện ủy Nậm Thử tổ chức hội nghị gặp mặt.\nBản Mẫu mùa hoa ban nở\n"
    assert codes(read(text)) == []


def test_findings_of_the_file_come_first() -> None:
    """What was wrong with the file is handed on before what is doubtful in its text."""
    fault = Finding("FILE-DAMAGED", Severity.WARNING, "Tệp hỏng một phần.")
    broken = replace(document_from_text("Toàn xã đã trồng được 40 ha ngô vụ đông.\n"), findings=(fault,))
    assert codes(read(broken)) == ["FILE-DAMAGED", "NO-EVENT"]
