"""What one worker of many does: paths in, rows out, a file at a time, so that memory holds one reading.

No file stops the others: what is wrong with it is in the findings of its reading, as everywhere. A fault of this
software on one of a million files is told in that file's row (`fault`), and the rest are read.
"""

import os
from collections.abc import Iterable, Iterator
from typing import Any

import pyarrow as pa

from tongket.document.files import read_file
from tongket.reading import READER, read
from tongket.reading.arrow import SCHEMAS, rows_of
from tongket.reading.form import reading_to_json
from tongket.terms.document import Document
from tongket.terms.errors import TongketError
from tongket.terms.finding import Severity

# A path is bytes: file names are not always UTF-8.
PATHS = pa.schema([("number", pa.int64()), ("file", pa.binary())])
READINGS = pa.schema(
    [
        ("number", pa.int64()),
        ("path", pa.string()),
        ("sha256", pa.string()),
        ("pages", pa.int32()),
        ("failed", pa.bool_()),
        ("reading", pa.string()),
        ("fault", pa.string()),
    ]
)
# A reading with its records beside it: one pass over the files, however many tables are made of it.
WHOLE = pa.schema([*READINGS, *((name, pa.list_(pa.struct(list(columns)))) for name, columns in SCHEMAS.items())])


def read_paths(batches: Iterable[pa.RecordBatch], *, reader: str, with_text: bool) -> Iterator[pa.RecordBatch]:
    """Read files.

    Args:
        batches: Of `PATHS`.
        reader: Version that the asking machine has.
        with_text: Carry the documents' text in the JSON.

    Yields:
        Batches of `WHOLE`, a row a file, in their order.

    Raises:
        TongketError: This machine has another version, which would read otherwise.
    """
    if reader != READER:
        message = (
            f"Máy này có bộ đọc {READER}, máy giao việc có {reader}: kết quả sẽ khác nhau. "
            "Hãy cài cùng một phiên bản tongket trên mọi máy."
        )
        raise TongketError(message)
    for batch in batches:
        for number, file in zip(*map(pa.Array.to_pylist, batch.columns), strict=True):
            yield _read(number, os.fsdecode(file), with_text=with_text)


def _read(number: int, path: str, *, with_text: bool) -> pa.RecordBatch:
    try:
        return _batch({"number": number, "path": path, **_understood(path, with_text=with_text)})
    except Exception as fault:  # noqa: BLE001 - one file of a million; what it did to us is told in its row
        told = f"{type(fault).__name__}: {fault}"
        shown = {"path": path, "fault": told}
        return _batch({"number": number, "failed": True, "pages": 0, **{key: _clean(shown[key]) for key in shown}})


def _understood(path: str, *, with_text: bool) -> dict[str, Any]:
    document = read_file(path)
    reading = read(document)
    return {
        "sha256": reading.sha256,
        "pages": _pages(document),
        "failed": any(finding.severity is Severity.ERROR for finding in reading.findings),
        "reading": reading_to_json(reading, with_text=with_text),
        **rows_of(reading),
    }


def _pages(document: Document) -> int:
    return max((line.origin.page or 1 for line in document.lines), default=1)


def _batch(row: dict[str, Any]) -> pa.RecordBatch:
    return pa.RecordBatch.from_pylist([row], schema=WHOLE)


def _clean(text: str) -> str:
    """Show bytes that are no letters as a question mark, so that the row can be written."""
    return text.encode("utf-8", "replace").decode("utf-8")
