"""The door of the room: a file or its bytes in, a document out, whatever the file is."""

import hashlib
import os
from pathlib import Path
from stat import S_ISREG

from tongket.document.aside import read_aside
from tongket.document.draft import Source
from tongket.document.faults import fault
from tongket.document.limits import DEFAULT_LIMITS, ReadLimits
from tongket.document.packed import Packed
from tongket.document.readers import READERS
from tongket.document.refusal import RefusalError
from tongket.document.signature import Kind, kind_of
from tongket.terms.document import Document
from tongket.terms.finding import Finding

_MIB = 1024 * 1024
# What unpacks before it is read.
_PACKED = frozenset(("docx", "odt", "ods", "xlsx"))
_TEXTS = frozenset(("txt", "html", "csv"))
# The one format that content cannot tell: prose has commas too. A text counts as it where its name promises it.
_BY_NAME = frozenset((".csv", ".tsv"))
_WIDE_HEAD = 4096
# libxml2 compares each attribute of an element with all before it: a longer tag is not parsed in this process.
_LONGEST_TAG = 16_384
# Endings that promise a format; other endings promise nothing.
_ENDINGS = {
    "txt": "txt", "text": "txt", "html": "html", "htm": "html", "xhtml": "html", "docx": "docx", "docm": "docx",
    "dotx": "docx", "pdf": "pdf", "xlsx": "xlsx", "xlsm": "xlsx", "odt": "odt", "ods": "ods", "csv": "csv",
    "tsv": "csv",
}  # fmt: skip


def read_file(path: str | os.PathLike[str], limits: ReadLimits = DEFAULT_LIMITS) -> Document:
    """Read one file.

    Args:
        path: Where it is.
        limits: Bounds of reading it.

    Returns:
        Its document. Whatever is wrong with the file is a finding of it; where nothing could be read its text is
        empty and one of the findings is an error.
    """
    place = Path(path)
    try:
        status = place.stat()
        if not S_ISREG(status.st_mode):
            return _unread(place.stem, "", [fault("FILE-UNREADABLE", reason="không phải tệp thường")])
        size = status.st_size
        if size > limits.max_bytes:
            return _unread(place.stem, _hash_of(place), [_too_large(size, limits.max_bytes)])
        data = place.read_bytes()
    except (FileNotFoundError, NotADirectoryError, ValueError):  # a name with a zero byte is no file's
        return _unread(place.stem, "", [fault("FILE-UNREADABLE", reason="không có tệp ấy")])
    except OSError as error:
        return _unread(place.stem, "", [fault("FILE-UNREADABLE", reason=error.strerror or type(error).__name__)])
    return read_bytes(data, place.name, limits)


def read_bytes(data: bytes, name: str = "", limits: ReadLimits = DEFAULT_LIMITS) -> Document:
    """Read the bytes of one file.

    Args:
        data: All of them.
        name: Its file name; the document is called by it without folder and ending.
        limits: Bounds of reading it.

    Returns:
        Its document, as from `read_file`.
    """
    stem, ending = os.path.splitext(os.path.basename(name))  # noqa: PTH119, PTH122 - a path costs as much as its text
    source = Source(stem, hashlib.sha256(data).hexdigest(), limits)
    if not data:
        return _unread(source.name, source.sha256, [fault("FILE-EMPTY")])
    if len(data) > limits.max_bytes:
        return _unread(source.name, source.sha256, [_too_large(len(data), limits.max_bytes)])
    try:
        kind = kind_of(data, limits)
        if kind.form == "txt" and ending.lower() in _BY_NAME:
            kind = Kind("csv")
        misnamed = _misnamed(ending, kind)
        if kind.fault:
            return _unread(source.name, source.sha256, [_stranger(kind), *misnamed])
        document = _read(data, kind.form, source)
    except RefusalError as refusal:
        return _unread(source.name, source.sha256, [refusal.finding])
    return _with(document, misnamed) if misnamed else document


def _read(data: bytes, form: str, source: Source) -> Document:
    """Read in this process what is small and read without native code that may fall; all else in a worker process."""
    if form in _TEXTS and len(data) > source.limits.max_text_bytes:
        if form == "html":
            raise RefusalError(_too_large(len(data), source.limits.max_text_bytes))
        return _with_cut(_read(_head(data, source.limits), form, source), source.limits)
    weight = Packed(data, form, source.limits).weight if form in _PACKED else len(data)
    small = form in READERS and weight <= source.limits.in_process_bytes
    if small and not (form == "html" and max(map(len, data.split(b">"))) > _LONGEST_TAG):
        return READERS[form](data, source)
    return read_aside(data, form, source)


def _head(data: bytes, limits: ReadLimits) -> bytes:
    """Return the start of a text, cut at a line end so that no letter is broken."""
    most = limits.max_text_bytes
    end = data.rfind(b"\n", 0, most)
    end = most if end <= 0 else end
    # The letters of UTF-16 have two bytes each, and half of those of plain text are zero.
    return data[: end - end % 2] if b"\0" in data[:_WIDE_HEAD] else data[:end]


def _with_cut(document: Document, limits: ReadLimits) -> Document:
    if any(finding.code in ("TEXT-TOO-LONG", "TOO-MANY-LINES") for finding in document.findings):
        return document
    return _with(document, [fault("TEXT-TOO-LONG", limit=f"{limits.max_text_bytes}")])


def _misnamed(ending: str, kind: Kind) -> list[Finding]:
    ending = ending.lstrip(".").lower()
    promised = _ENDINGS.get(ending)
    if promised is None or promised == kind.form or not kind.form:
        return []
    return [fault("FORMAT-NOT-AS-NAMED", ending=ending, form=kind.form)]


def _stranger(kind: Kind) -> Finding:
    return fault(kind.fault, form=kind.what, remedy=kind.remedy, reason=kind.remedy)


def _too_large(size: int, most: int) -> Finding:
    return fault("FILE-TOO-LARGE", size=-(-size // _MIB), limit=most // _MIB)


def _hash_of(place: Path) -> str:
    with place.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _unread(name: str, sha256: str, findings: list[Finding]) -> Document:
    return Document(name, "", (), "", sha256, tuple(findings))


def _with(document: Document, more: list[Finding]) -> Document:
    return Document(
        document.name,
        document.text,
        document.lines,
        document.format,
        document.source_sha256,
        (*more, *document.findings),
        document.properties,
    )
