"""Scanned pages: drawn by PDFium, read by the system's Tesseract with its Vietnamese model."""

import os
import shutil
import subprocess
import time
from collections.abc import Iterator, Sequence

import pypdfium2

from tongket.document.draft import Draft
from tongket.document.printed import WIDE_GAP, Printed

_PROGRAM = "tesseract"
_MODEL = "vie"
INSTALL = "sudo apt-get install tesseract-ocr tesseract-ocr-vie"
# Tesseract reads best at about 300 dots an inch; at 200 it mistakes a few more capitals and takes a third of the time,
# which a file of more than a few pages needs.
_DOTS, _FEWER_DOTS = 300, 200
_FEW_PAGES = 4
_POINTS = 72
# A page drawn larger than this is a poster or an attack: it is drawn smaller.
_MOST_DOTS = 16_000_000
# Below this mean confidence figures must be checked against the picture.
_UNSURE = 70
# A sign of less confidence that is neither letter nor digit is a spot on the paper.
_SPECK = 60
# Letters of a line are of another size than those of its page where its words are so much taller or lower: marks
# above and below letters make the heights of words differ.
_LARGER = 1.6
# Columns of Tesseract's TSV: level, page, block, paragraph, line, word, left, top, width, height, confidence, text.
_COLUMNS = 12
_WORD_LEVEL = "5"


class Recogniser:
    """Reads the scanned pages of one file within a time."""

    def __init__(self, draft: Draft, seconds: float) -> None:
        """Begin.

        Args:
            draft: Takes the findings.
            seconds: How long it may take for all pages.
        """
        self._draft = draft
        self._seconds = seconds
        self._until = time.monotonic() + seconds

    def read(self, file: pypdfium2.PdfDocument, pages: Sequence[int]) -> list[Printed]:
        """Read pages of a file.

        Args:
            file: The open file.
            pages: Their places, from 0.

        Returns:
            The printed lines of all pages that could be read in time; findings say what could not.
        """
        missing = missing_part()
        if missing:
            self._draft.find("OCR-NEEDED", pages=len(pages), missing=missing, remedy=INSTALL)
            return []
        found: list[Printed] = []
        done = 0
        dots = _DOTS if len(pages) <= _FEW_PAGES else _FEWER_DOTS
        for index in pages[: self._draft.source.limits.ocr_pages]:
            lines = self._read_page(file, index, dots)
            if lines is None:
                break
            found.extend(lines)
            done += 1
        if done:
            self._draft.find("OCR-USED", pages=done)
        if done < len(pages):
            self._draft.find("OCR-OUT-OF-TIME", done=done, pages=len(pages), seconds=round(self._seconds))
        return found

    def _read_page(self, file: pypdfium2.PdfDocument, index: int, dots: int) -> list[Printed] | None:
        left = self._until - time.monotonic()
        if left <= 0:
            return None
        page = file[index]
        scale = min(dots / _POINTS, (_MOST_DOTS / max(1.0, page.get_width() * page.get_height())) ** 0.5)
        height = page.get_height()
        picture = _draw(page, scale)
        page.close()
        left = self._until - time.monotonic()
        table = _recognise(picture, max(left, 0.1), dots)
        if table is None:
            return None
        lines = list(_lines(table, index + 1, height, scale))
        self._judge(table, index + 1)
        return lines

    def _judge(self, table: str, number: int) -> None:
        sure = [float(row[10]) for row in _words(table)]
        mean = sum(sure) / len(sure) if sure else 0
        if sure and mean < _UNSURE:
            self._draft.find("OCR-UNSURE", page=number, confidence=round(mean))


def missing_part() -> str:
    """Return what is missing for recognising scans, as a person calls it; empty where nothing is."""
    program = shutil.which(_PROGRAM)
    if program is None:
        return "chương trình Tesseract"
    listed = subprocess.run([program, "--list-langs"], capture_output=True, text=True, check=False, timeout=10)  # noqa: S603 (fixed arguments)
    return "" if _MODEL in (listed.stdout + listed.stderr).split() else "mô hình tiếng Việt của Tesseract"


def _draw(page: pypdfium2.PdfPage, scale: float) -> bytes:
    """Draw a page in grey, as the PGM picture that Tesseract reads."""
    bitmap = page.render(scale=scale, grayscale=True)
    rows = memoryview(bitmap.buffer).cast("B")
    body = b"".join(
        bytes(rows[line * bitmap.stride : line * bitmap.stride + bitmap.width]) for line in range(bitmap.height)
    )
    header = f"P5 {bitmap.width} {bitmap.height} 255\n".encode("ascii")
    bitmap.close()
    return header + body


def _recognise(picture: bytes, seconds: float, dots: int) -> str | None:
    """Return Tesseract's table of words; None where it did not end in time."""
    program = shutil.which(_PROGRAM) or _PROGRAM
    command = [program, "-", "-", "-l", _MODEL, "--dpi", str(dots), "--psm", "3", "tsv"]
    # One thread a page: several hinder one another, and other files are read beside this one.
    settings = {**os.environ, "OMP_THREAD_LIMIT": "1"}
    try:
        done = subprocess.run(command, input=picture, capture_output=True, check=False, timeout=seconds, env=settings)  # noqa: S603 (fixed arguments)
    except subprocess.TimeoutExpired:
        return None
    return done.stdout.decode("utf-8", "replace")


def _words(table: str) -> Iterator[list[str]]:
    for row in table.splitlines():
        parts = row.split("\t")
        if len(parts) == _COLUMNS and parts[0] == _WORD_LEVEL and not _is_speck(parts):
            yield parts


def _is_speck(word: list[str]) -> bool:
    """Tell whether a word is a spot on the paper: no letter or digit, and hardly sure."""
    text = word[11].strip()
    return not text or (float(word[10]) < _SPECK and not any(char.isalnum() for char in text))


def _lines(table: str, number: int, height: float, scale: float) -> Iterator[Printed]:
    held: dict[tuple[str, ...], list[list[str]]] = {}
    for word in _words(table):
        held.setdefault(tuple(word[1:5]), []).append(word)
    usual = _letter_size([int(word[9]) / scale for words in held.values() for word in words])
    for words in held.values():
        boxes = [[int(edge) / scale for edge in word[6:10]] for word in words]
        own = _letter_size([box[3] for box in boxes])
        size = usual if usual / _LARGER < own < usual * _LARGER else own
        for begin, end in _together(boxes, size):
            part = boxes[begin:end]
            yield Printed(
                text=" ".join(word[11].strip() for word in words[begin:end]),
                left=part[0][0],
                right=part[-1][0] + part[-1][2],
                bottom=height - max(box[1] + box[3] for box in part),
                top=height - min(box[1] for box in part),
                size=size,
                page=number,
                height=height,
            )


def _together(boxes: list[list[float]], size: float) -> Iterator[tuple[int, int]]:
    """Yield the stretches of a line whose words stand together: two columns are read as one line."""
    begin = 0
    for place in range(1, len(boxes)):
        if boxes[place][0] - boxes[place - 1][0] - boxes[place - 1][2] > WIDE_GAP * size:
            yield begin, place
            begin = place
    yield begin, len(boxes)


def _letter_size(heights: list[float]) -> float:
    """Guess the size of letters from the heights of words."""
    return max(4.0, sorted(heights)[len(heights) // 2]) if heights else 4.0
