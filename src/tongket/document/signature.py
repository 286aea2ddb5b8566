"""What a file is, told by its content and never by its name."""

import re
from typing import NamedTuple

from tongket.document.limits import ReadLimits
from tongket.document.packed import Packed

# A PDF may have up to a kilobyte of other bytes before its header (ISO 32000-1, annex H, implementation note 13).
_PDF_HEAD = 1024
_TEXT_HEAD = 4096
# Control characters that text does not have; a twentieth of them makes a file binary.
_CONTROLS = bytes((*range(9), *range(14, 32)))
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HTML = re.compile(
    rb"<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>]|<(?:div|table|article|section|p|h1|meta|title)(?:\s[^<>]*)?>",
    re.IGNORECASE,
)
_ODF_TYPE = "application/vnd.oasis.opendocument."
_SAVE_AS_WORD = "Hãy mở bằng Word hoặc LibreOffice rồi lưu thành .docx."
_SEND_TEXT = "Hãy gửi bản văn bản (.docx, .pdf, .html, .txt)."
# First bytes of what is sent by mistake: what it is, what to do.
_STRANGERS = (
    (b"MZ", "tệp chương trình (.exe)", "Không mở tệp này; hãy kiểm tra nguồn gửi."),
    (b"\x7fELF", "tệp chương trình", "Không mở tệp này; hãy kiểm tra nguồn gửi."),
    (b"\xff\xd8\xff", "ảnh JPEG", "Hãy đưa ảnh quét vào một tệp PDF để nhận dạng chữ."),
    (b"\x89PNG", "ảnh PNG", "Hãy đưa ảnh quét vào một tệp PDF để nhận dạng chữ."),
    (b"GIF8", "ảnh GIF", "Hãy đưa ảnh quét vào một tệp PDF để nhận dạng chữ."),
    (b"II*\0", "ảnh TIFF", "Hãy đưa ảnh quét vào một tệp PDF để nhận dạng chữ."),
    (b"MM\0*", "ảnh TIFF", "Hãy đưa ảnh quét vào một tệp PDF để nhận dạng chữ."),
    (b"RIFF", "ảnh, âm thanh hoặc phim (RIFF)", _SEND_TEXT),
    (b"{\\rtf", "văn bản RTF", _SAVE_AS_WORD),
    (b"Rar!", "tệp nén RAR", "Hãy giải nén rồi gửi từng tệp."),
    (b"7z\xbc\xaf", "tệp nén 7z", "Hãy giải nén rồi gửi từng tệp."),
    (b"\x1f\x8b", "tệp nén gzip", "Hãy giải nén rồi gửi từng tệp."),
    (b"BZh", "tệp nén bzip2", "Hãy giải nén rồi gửi từng tệp."),
    (b"\xfd7zXZ", "tệp nén xz", "Hãy giải nén rồi gửi từng tệp."),
    (b"SQLite format 3", "cơ sở dữ liệu SQLite", _SEND_TEXT),
    (b"ID3", "tệp âm thanh MP3", _SEND_TEXT),
)
_STRANGE_STARTS = tuple(start for start, _, _ in _STRANGERS)


class Kind(NamedTuple):
    """What a file is.

    Attributes:
        form: `txt`, `html`, `docx`, `pdf`, `xlsx`, `odt`, `ods`; empty where it is none of them.
        fault: Code of what speaks against reading it; empty where nothing does.
        what: For the fault: what it is.
        remedy: For the fault: what to do.
    """

    form: str
    fault: str = ""
    what: str = ""
    remedy: str = ""


def kind_of(data: bytes, limits: ReadLimits) -> Kind:
    """Tell what the bytes of a file are.

    Raises:
        RefusalError: It is packed, and its directory cannot or must not be read.
    """
    if b"%PDF-" in data[:_PDF_HEAD]:
        return Kind("pdf")
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")):
        return _zip_kind(data, limits)
    if data.startswith(_OLE):
        return _ole_kind(data)
    if data.startswith(_STRANGE_STARTS):
        what, remedy = next(told for start, *told in _STRANGERS if data.startswith(start))
        return Kind("", "FILE-WRONG-TYPE", what, remedy)
    return _text_kind(data)


def _zip_kind(data: bytes, limits: ReadLimits) -> Kind:
    packed = Packed(data, "nén (docx, xlsx, odt, ods)", limits)
    form = _packed_form(packed)
    if packed.locked:
        return Kind("", "FILE-ENCRYPTED", form or "nén ZIP")
    if form in ("docx", "xlsx", "odt", "ods"):
        return Kind(form)
    return Kind("", "FILE-WRONG-TYPE", form or "tệp nén ZIP", _SEND_TEXT if form else "Hãy giải nén rồi gửi từng tệp.")


def _packed_form(packed: Packed) -> str:
    """Tell the format of a packed file by its parts; a Vietnamese name where it is none that is read."""
    names = [name.lower() for name in packed.names]
    if any(name.startswith("word/document") and name.endswith(".xml") for name in names):
        return "docx"
    if any(name.startswith("xl/workbook") for name in names):
        return "xlsx"
    if any(name.startswith("ppt/") for name in names):
        return "trình chiếu PowerPoint"
    return _odf_form(packed) if "content.xml" in names else ""


def _odf_form(packed: Packed) -> str:
    told = b"" if packed.locked else packed.read("mimetype") or b""
    kind = told[:128].decode("ascii", "replace").strip()
    if kind.startswith(_ODF_TYPE + "text") or not kind.startswith(_ODF_TYPE):
        return "odt"
    return "ods" if kind.startswith(_ODF_TYPE + "spreadsheet") else "trình chiếu hoặc hình vẽ OpenDocument"


def _ole_kind(data: bytes) -> Kind:
    def has(name: str) -> bool:
        return name.encode("utf-16-le") in data

    if has("EncryptedPackage") or has("EncryptionInfo"):
        return Kind("", "FILE-ENCRYPTED", "Word hoặc Excel")
    if has("WordDocument"):
        return Kind("", "FILE-WRONG-TYPE", "văn bản Word đời cũ (.doc)", _SAVE_AS_WORD)
    if has("Workbook") or has("Book"):
        return Kind(
            "",
            "FILE-WRONG-TYPE",
            "bảng tính Excel đời cũ (.xls)",
            "Hãy mở bằng Excel hoặc LibreOffice rồi lưu thành .xlsx.",
        )
    return Kind("", "FILE-WRONG-TYPE", "tệp Office đời cũ", _SAVE_AS_WORD)


def _text_kind(data: bytes) -> Kind:
    head = data[:_TEXT_HEAD]
    zeros = head.count(0)
    if zeros:
        if not _is_wide(head):
            return Kind("", "FILE-WRONG-TYPE", "tệp nhị phân không rõ loại", _SEND_TEXT)
        head = head.replace(b"\0", b"")
    elif len(head) - len(head.translate(None, _CONTROLS)) > len(head) // 20:
        return Kind("", "FILE-WRONG-TYPE", "tệp nhị phân không rõ loại", _SEND_TEXT)
    start = head.lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    if b"<w:wordDocument" in head or b"<?mso-application" in head or b"<pkg:package" in head:
        return Kind("", "FILE-WRONG-TYPE", "văn bản Word XML", _SAVE_AS_WORD)
    if start[:13].lower() == b"mime-version:" and b"multipart/" in head:
        return Kind(
            "", "FILE-WRONG-TYPE", "trang web một tệp (.mht) hoặc thư điện tử", "Hãy lưu lại thành .html hoặc .docx."
        )
    if start.startswith(b"<") and _HTML.search(head):
        return Kind("html")
    return Kind("txt")


def _is_wide(head: bytes) -> bool:
    """Text in UTF-16 has zeros only at even or only at odd places, or says so by its mark."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff", b"\0\0\xfe\xff")):
        return True
    even, odd = head[0::2].count(0), head[1::2].count(0)
    return max(even, odd) > len(head) // 8 and min(even, odd) <= len(head) // 100
