"""Every sample reads, or says what is wrong with it; what is beside the article is not read."""

import importlib.util
import shutil
from pathlib import Path
from typing import Any

import pytest

from tongket.document.files import read_file
from tongket.reading.reader import read
from tongket.terms.records import Reading

# Names and numbers that stand only in the teasers, menus and footers of the sample pages.
BESIDE_NAMES = {"Bàn Văn Phúc", "Phùng Hữu Cảnh", "Bùi Khương Ninh", "Lò Minh Quyền", "Chu Mạnh Sách"}
BESIDE_NUMBERS = {25000, 180, 126_000_000_000, 9000, 215, 95_000, 38_000_000_000, 1377, 2206, 3_905_118}
# Finding by the name it has in the lists of what is expected; the scan needs Tesseract with its Vietnamese model.
SCAN = "scan_20231218_0001.pdf"


def _has_tesseract() -> bool:
    return shutil.which("tesseract") is not None and importlib.util.find_spec("PIL") is not None


@pytest.fixture(scope="module")
def readings(reports: Path) -> dict[str, Reading]:
    """Every sample, read, by its path below `reports`."""
    paths = sorted(path for path in reports.rglob("*") if path.is_file())
    return {path.relative_to(reports).as_posix(): read(read_file(path)) for path in paths}


def test_every_sample_has_text_or_a_finding(readings: dict[str, Reading]) -> None:
    """No sample is silently empty."""
    silent = [name for name, reading in readings.items() if not reading.text.strip() and not reading.findings]
    assert not silent


def test_every_span_lies_within_its_text(readings: dict[str, Reading]) -> None:
    """Each figure's and statement's span is a piece of the text that is not blank."""
    for name, reading in readings.items():
        for record in (*reading.figures, *reading.statements, *reading.awards, *reading.events):
            assert record.span.of(reading.text).strip(), name


def test_the_findings_that_must_be_told_are_told(
    readings: dict[str, Reading], by_hand: dict[str, dict[str, Any]]
) -> None:
    """A cut file, an empty one, a picture, an old encoding, a wrong date and a wrong sum each give their finding."""
    for expected in by_hand.values():
        for document in expected["documents"]:
            # Whose report it is is told by the mapping, not by the reading.
            wanted = set(document.get("findings", [])) - {"ORG-NOT-TOLD", "OCR-USED"}
            assert wanted <= {each.code for each in readings[document["file"]].findings}, document["file"]


def test_nothing_is_read_from_beside_the_article(readings: dict[str, Reading]) -> None:
    """Names and numbers of teasers, menus, counters and footers are in no record."""
    for name, reading in readings.items():
        assert not BESIDE_NAMES & {each.name for each in reading.officials}, name
        numbers = {int(each.quantity.low) for each in reading.figures if each.quantity.low is not None}
        assert not BESIDE_NUMBERS & numbers, name


@pytest.mark.skipif(not _has_tesseract(), reason="no Tesseract: apt-get install tesseract-ocr-vie")
def test_a_scan_is_read_through_its_picture(readings: dict[str, Reading]) -> None:
    """The figures of a scanned report are those a person sees on the paper."""
    reading = next(reading for name, reading in readings.items() if name.endswith(SCAN))
    assert {11, 3270, 5, 298, 14} <= {each.quantity.low for each in reading.figures}
