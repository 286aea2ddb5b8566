"""Packed files (DOCX, XLSX, ODT, ODS): parts by name, unpacked under bounds, their XML without DTD and entities."""

import io
import zipfile
import zlib
from collections.abc import Iterator

from lxml import etree

from tongket.document.faults import fault
from tongket.document.limits import ReadLimits
from tongket.document.refusal import RefusalError

# In the parts that say which part is meant by an id (ECMA-376 part 2).
RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
# A part under this size may be packed as tightly as it likes: style sheets of one repeated line are.
_SMALL_PART = 1024 * 1024
# An office file has tens of parts, with every picture of a long report a few hundred.
_MOST_PARTS = 20_000
# libxml2 parses no deeper; a table in a table in a table takes some twenty levels.
_DEEPEST = 256
_CENTRAL_ENTRY = b"PK\x01\x02"
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    ValueError,
    OSError,
    NotImplementedError,
    RuntimeError,
    OverflowError,
)
# What Python's zipfile and zlib say, and what it means.
_REASONS = {
    "not a zip file": "thiếu phần cuối của tệp",
    "Bad CRC": "nội dung sai mã kiểm tra",
    "Error -": "nội dung nén hỏng",
    "Truncated": "nội dung bị cụt",
    "Bad magic number": "mục lục tệp sai chỗ",
    "Overlapped": "các phần chồng lên nhau",
}
# ISO 29500 strict files name the same elements in other namespaces.
_STRICT = (
    (
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    ),
    (b"http://purl.oclc.org/ooxml/spreadsheetml/main", b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
)


class Packed:
    """The parts of one packed file."""

    def __init__(self, data: bytes, form: str, limits: ReadLimits) -> None:
        """Open the file's directory; no part is unpacked yet.

        Args:
            data: Its bytes.
            form: Name of its format, for findings.
            limits: Bounds of unpacking.

        Raises:
            RefusalError: The directory cannot be read or lists too many parts.
        """
        if data.count(_CENTRAL_ENTRY) > _MOST_PARTS:
            raise RefusalError(fault("ZIP-BOMB", reason=f"hơn {_MOST_PARTS} phần"))
        try:
            self._file = zipfile.ZipFile(io.BytesIO(data))
            self._parts = {entry.filename: entry for entry in self._file.infolist()}
        except _BROKEN as error:
            raise RefusalError(fault("FILE-CUT-OFF", form=form, reason=_why(error))) from error
        self._form = form
        self._limits = limits
        self._unpacked = 0

    @property
    def names(self) -> tuple[str, ...]:
        """The parts as they are named."""
        return tuple(self._parts)

    @property
    def locked(self) -> bool:
        """Whether any part is encrypted."""
        return any(entry.flag_bits & 1 for entry in self._parts.values())

    @property
    def weight(self) -> int:
        """How many bytes all its XML parts say they unpack to."""
        return sum(entry.file_size for name, entry in self._parts.items() if name.endswith((".xml", ".rels")))

    def read(self, name: str) -> bytes | None:
        """Unpack one part; None where there is none of this name.

        Raises:
            RefusalError: The part is broken, or unpacks to more than the bounds allow.
        """
        entry = self._parts.get(name)
        if entry is None:
            return None
        limits = self._limits
        ratio = entry.file_size / max(1, entry.compress_size)
        if entry.file_size > _SMALL_PART and ratio > limits.max_ratio:
            raise RefusalError(fault("ZIP-BOMB", reason=f"{name}: gấp {ratio:.0f} lần"))
        self._unpacked += entry.file_size
        if self._unpacked > limits.max_unpacked:
            raise RefusalError(fault("ZIP-BOMB", reason=f"hơn {limits.max_unpacked // _SMALL_PART} MB"))
        if entry.compress_type not in _METHODS:
            raise RefusalError(fault("FILE-CUT-OFF", form=self._form, reason=f"{name}: cách nén {entry.compress_type}"))
        try:
            return self._file.read(entry)
        except _BROKEN as error:
            raise RefusalError(fault("FILE-CUT-OFF", form=self._form, reason=f"{name}: {_why(error)}")) from error

    def tree(self, name: str) -> etree._Element | None:
        """Unpack and parse one XML part; None where there is none of this name.

        Raises:
            RefusalError: As for `read`; or the part is no XML, nests too deep, or declares a DTD.
        """
        data = self.read(name)
        return None if data is None else parse_xml(data, name, self._form)

    def elements(self, name: str, *tags: str) -> Iterator[etree._Element]:
        """Yield the elements of some names in an XML part, each forgotten when the next one comes; nothing without it.

        Raises:
            RefusalError: As for `tree`.
        """
        data = self.read(name)
        if data is None:
            return
        found = etree.iterparse(
            io.BytesIO(_prepared(data)),
            tag=tags,
            resolve_entities=False,
            load_dtd=False,
            no_network=True,
            remove_comments=True,
            remove_pis=True,
        )
        try:
            for _, element in found:
                yield element
                element.clear()
                while element.getprevious() is not None:
                    del element.getparent()[0]
        except etree.XMLSyntaxError as error:
            raise _refusal(error, name, self._form) from error


def parse_xml(data: bytes, name: str, form: str) -> etree._Element:
    """Parse one XML part.

    Args:
        data: Its bytes.
        name: Its name, for findings.
        form: The file's format, for findings.

    Raises:
        RefusalError: It is no XML, nests too deep, or declares a DTD (no office program writes one; entities that
            multiply and entities that fetch files need one).
    """
    data = _prepared(data)
    parser = etree.XMLParser(
        resolve_entities=False, load_dtd=False, no_network=True, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise _refusal(error, name, form) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise RefusalError(fault("XML-ENTITIES"))
    return root


def _prepared(data: bytes) -> bytes:
    """Refuse a part that declares a DTD before any of it is parsed, and name strict files' elements as usual."""
    if any("<!DOCTYPE".encode(encoding) in data for encoding in ("ascii", "utf-16-le", "utf-16-be")):
        raise RefusalError(fault("XML-ENTITIES"))
    for strict, usual in _STRICT:
        data = data.replace(strict, usual)
    return data


def _refusal(error: etree.XMLSyntaxError, name: str, form: str) -> RefusalError:
    """Return what a parser's error means; an unknown one is for want of memory."""
    said = (error.msg or "").lower()
    if said == "unknown error" or "allocat" in said or "memory" in said:
        return RefusalError(fault("FILE-TOO-COSTLY"))
    if "depth" in said:
        return RefusalError(fault("NESTED-TOO-DEEP", limit=_DEEPEST))
    return RefusalError(fault("FILE-CUT-OFF", form=form, reason=f"{name}: XML hỏng ở dòng {error.lineno}"))


def _why(error: Exception) -> str:
    """Say in Vietnamese why a packed file does not open."""
    said = str(error)
    return next((words for start, words in _REASONS.items() if start in said), said[:120] or type(error).__name__)
