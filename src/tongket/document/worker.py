"""Reads one file in a process of its own, under bounds that the system keeps: `python -m tongket.document.worker`.

A question (`wire.py`) comes in on standard input, the answer goes out on standard output. PDFs are always read here,
for they are read by native code that a hostile file can bring down; large files of other formats for their memory.
"""

import contextlib
import sys

from tongket.document.draft import Source
from tongket.document.pdf import read_pdf
from tongket.document.readers import READERS, Reader
from tongket.document.refusal import RefusalError
from tongket.document.wire import answer, asked
from tongket.terms.document import Document

# The process ends with this where its memory is used up.
OUT_OF_MEMORY = 3
_WORKER_READERS: dict[str, Reader] = {**READERS, "pdf": read_pdf}


def main() -> int:
    """Answer one question; return the exit status."""
    data, form, source = asked(sys.stdin.buffer)
    bound(source)
    try:
        told = answer(_read(data, form, source))
    except MemoryError:
        return OUT_OF_MEMORY
    sys.stdout.buffer.write(told)
    return 0


def bound(source: Source) -> None:
    """Let the system bound this process's memory and time, where it can (not on Windows)."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource  # noqa: PLC0415 (there is none on Windows)

        limits = source.limits
        resource.setrlimit(resource.RLIMIT_AS, (limits.worker_memory, limits.worker_memory))
        seconds = int(limits.seconds) + 1
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _read(data: bytes, form: str, source: Source) -> Document:
    try:
        return _WORKER_READERS[form](data, source)
    except RefusalError as refusal:
        return Document(source.name, "", (), form, source.sha256, (refusal.finding,))


if __name__ == "__main__":
    sys.exit(main())
