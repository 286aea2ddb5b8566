"""PDF: the text layer with its places on the page, put together to paragraphs and tables; scans through OCR."""

import ctypes
import re
import time
from collections.abc import Iterator
from typing import NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

from tongket.document.draft import Draft, Source
from tongket.document.faults import fault
from tongket.document.legacy import font_table, is_of_today, to_unicode
from tongket.document.ocr import Recogniser
from tongket.document.outline import look_of
from tongket.document.printed import WIDE_GAP, Printed, paragraphs
from tongket.document.printed_tables import PrintedTable, tables_of_page
from tongket.document.refusal import RefusalError
from tongket.terms.document import Document, LineKind, Origin

# A page with fewer letters than this and a picture over so much of it is a scan.
_FEW_LETTERS = 25
_PICTURE_SHARE = 0.4
# Private and broken characters beyond this share: the fonts do not say what their signs mean.
_MOST_UNKNOWN = 0.2
_LEAST_CHARACTERS = 40
# The part of the file's time after which no further page is begun.
_TIME_SHARE = 0.85
_PROPERTIES = {"Title": "title", "Author": "author", "CreationDate": "created"}
# Days are written D:YYYYMMDD and on (ISO 32000-1, 7.9.4).
_MOMENT = re.compile(r"D:(\d{4})(\d{2})(\d{2})")
_NO_SIGNS = {"\ufffe": "", "\u0002": "", "\ufeff": "", "\0": ""}
_FONT_NAME_BYTES = 128


class _Page(NamedTuple):
    pieces: list[Printed]
    scanned: bool
    unknown: bool


def read_pdf(data: bytes, source: Source) -> Document:
    """Read a PDF.

    Args:
        data: Its bytes.
        source: Its name, hash and bounds.

    Returns:
        The document; page numbers and running heads are marked as no part of the article.

    Raises:
        RefusalError: It cannot be opened.
    """
    began = time.monotonic()
    limits = source.limits
    draft = Draft(source, "pdf")
    file = _open(data)
    try:
        count = len(file)
        for key, name in _PROPERTIES.items():
            draft.properties[name] = _told(file.get_metadata_value(key))
        pieces: list[Printed] = []
        scans: list[int] = []
        done = 0
        for index in range(min(count, limits.max_pages)):
            if time.monotonic() - began > limits.seconds * _TIME_SHARE:
                break
            page = _read_page(file, index, draft)
            pieces.extend(page.pieces)
            if page.scanned:
                scans.append(index)
            elif page.unknown:
                draft.find("PDF-GLYPHS-UNKNOWN", page=index + 1)
            done = index + 1
        if done < count:
            draft.find("TOO-MANY-PAGES", pages=count, limit=done)
        if scans:
            spent = time.monotonic() - began
            pieces.extend(Recogniser(draft, min(limits.ocr_seconds, limits.seconds - spent - 1)).read(file, scans))
    finally:
        file.close()
    _add(draft, sorted(pieces, key=lambda piece: piece.page))
    return draft.finish()


def _told(value: str) -> str:
    """Return a property as a person would write it; programs put their own words where nobody told it."""
    if value in ("(anonymous)", "(unspecified)", "untitled"):
        return ""
    match = _MOMENT.match(value)
    return "-".join(match.groups()) if match else value


def _open(data: bytes) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise RefusalError(fault("FILE-ENCRYPTED", form="PDF")) from error
        raise RefusalError(fault("FILE-CUT-OFF", form="PDF", reason="không mở được")) from error


def _read_page(file: pypdfium2.PdfDocument, index: int, draft: Draft) -> _Page:
    try:
        page = file[index]
        words = page.get_textpage()
    except pypdfium2.PdfiumError:
        draft.find("FILE-DAMAGED", form="PDF", reason=f"trang {index + 1}")
        return _Page([], scanned=False, unknown=False)
    try:
        pieces = list(_pieces(words, index + 1, page.get_height(), draft))
        text = "".join(piece.text for piece in pieces)
        letters = sum(char.isalnum() for char in text)
        strange = sum(char == "\ufffd" or "\ue000" <= char <= "\uf8ff" for char in text)
        unknown = len(text) >= _LEAST_CHARACTERS and strange > _MOST_UNKNOWN * len(text)
        scanned = (letters < _FEW_LETTERS or unknown) and _is_picture(page)
        return _Page([] if scanned else pieces, scanned, unknown)
    finally:
        words.close()
        page.close()


def _is_picture(page: pypdfium2.PdfPage) -> bool:
    """Tell whether one picture covers much of a page."""
    whole = page.get_width() * page.get_height()
    for held in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=3):
        left, bottom, right, top = held.get_bounds()
        if (right - left) * (top - bottom) > _PICTURE_SHARE * whole:
            return True
    return False


def _pieces(words: pypdfium2.PdfTextPage, number: int, height: float, draft: Draft) -> Iterator[Printed]:
    """Yield the pieces of a page's lines in the order of its content."""
    text = words.get_text_range()
    if len(text) != words.count_chars():
        # Signs outside the basic plane are two characters to PDFium; without them places would be wrong.
        text = "".join(_char(words, place) for place in range(words.count_chars()))
    boxes = _Boxes(words)
    start = 0
    for line in text.splitlines(keepends=True):
        for begin, end in _split(line, start, boxes):
            piece = _piece(text, begin, end, boxes)
            if piece:
                shown = _from_font(piece[0], words, begin, draft)
                left, bottom, right, top, size = piece[1]
                yield Printed(shown, left, right, bottom, top, size, number, height)
        start += len(line)


def _char(words: pypdfium2.PdfTextPage, place: int) -> str:
    code = pdfium.FPDFText_GetUnicode(words, place)
    return chr(code) if code < 0xD800 or 0xDFFF < code < 0x10000 else "\ufffd"  # noqa: PLR2004 (surrogates)


class _Boxes:
    """Boxes and sizes of a page's characters."""

    def __init__(self, words: pypdfium2.PdfTextPage) -> None:
        self._words = words
        self._edges = [ctypes.c_double() for _ in range(4)]
        self._pointers = [ctypes.byref(edge) for edge in self._edges]

    def box(self, place: int) -> tuple[float, float, float, float]:
        """Return left, bottom, right and top of one character."""
        left, right, bottom, top = self._pointers
        pdfium.FPDFText_GetCharBox(self._words, place, left, right, bottom, top)
        return self._edges[0].value, self._edges[2].value, self._edges[1].value, self._edges[3].value

    def size(self, place: int) -> float:
        """Return the size of one letter, as it stands on the page."""
        size = float(pdfium.FPDFText_GetFontSize(self._words, place))
        _, bottom, _, top = self.box(place)
        # Some writers set letters of one point and scale them: then the box tells.
        return size if size > 2 else max(1.0, (top - bottom) * 1.4)  # noqa: PLR2004 (no print is smaller)


def _split(line: str, start: int, boxes: _Boxes) -> Iterator[tuple[int, int]]:
    """Yield the stretches of a line that stand together; a list number stays with its words."""
    begin, last_right, size = start, None, 0.0
    for offset, char in enumerate(line):
        if char.isspace() or char in _NO_SIGNS:
            continue
        left, _, right, _ = boxes.box(start + offset)
        if last_right is None:
            size = boxes.size(start + offset)
        elif left - last_right > WIDE_GAP * size and not look_of(line[begin - start : offset] + "x").number:
            yield begin, start + offset
            begin = start + offset
        last_right = right
    yield begin, start + len(line)


def _piece(
    text: str, begin: int, end: int, boxes: _Boxes
) -> tuple[str, tuple[float, float, float, float, float]] | None:
    shown = [place for place in range(begin, end) if not text[place].isspace() and text[place] not in _NO_SIGNS]
    if not shown:
        return None
    words = " ".join("".join(_NO_SIGNS.get(char, char) for char in text[begin:end]).split())
    first, last = boxes.box(shown[0]), boxes.box(shown[-1])
    tall = [boxes.box(place) for place in shown[:8]]
    size = boxes.size(shown[0])
    bottom = min(box[1] for box in tall)
    return words, (first[0], bottom, max(last[2], first[0]), max(bottom, *(box[3] for box in tall)), size)


def _from_font(text: str, words: pypdfium2.PdfTextPage, place: int, draft: Draft) -> str:
    """Bring a piece that is set in a font of before Unicode to Unicode."""
    name = ctypes.create_string_buffer(_FONT_NAME_BYTES)
    pdfium.FPDFText_GetFontInfo(words, place, name, _FONT_NAME_BYTES, None)
    found = font_table(name.value.decode("utf-8", "replace"))
    if found is None or is_of_today(text) or (text.isascii() and not found.capitals):
        return text
    draft.was_legacy(found.table)
    return to_unicode(text, found.table, capitals=found.capitals)


def _add(draft: Draft, pieces: list[Printed]) -> None:
    """Add the pieces to the draft: tables cell by cell at the place of their first piece, the rest as paragraphs."""
    starts: dict[int, PrintedTable] = {}
    taken: set[int] = set()
    by_page: dict[int, list[Printed]] = {}
    for piece in pieces:
        by_page.setdefault(piece.page, []).append(piece)
    for held in by_page.values():
        for table in tables_of_page(held):
            members = {id(piece) for piece in table.pieces}
            starts[next(id(piece) for piece in held if id(piece) in members)] = table
            taken |= members
    number = 0
    flow: list[Printed] = []
    for piece in pieces:
        begun = starts.get(id(piece))
        if begun:
            _add_paragraphs(draft, flow)
            flow = []
            number += 1
            for row, column, parts in begun.cells:
                origin = Origin(page=piece.page, table=number, row=row, column=column)
                draft.add(" ".join(part.text for part in parts), LineKind.CELL, origin=origin)
        elif id(piece) not in taken:
            flow.append(piece)
    _add_paragraphs(draft, flow)


def _add_paragraphs(draft: Draft, flow: list[Printed]) -> None:
    for paragraph in paragraphs(flow):
        draft.add(paragraph.text, origin=Origin(page=paragraph.pieces[0].page), article=paragraph.article)
