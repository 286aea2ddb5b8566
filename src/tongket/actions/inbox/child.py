"""Reads documents one after another in a process of its own: `python -m tongket.actions.inbox.child`.

A question comes in on standard input: a line of JSON (`size`, `name`, `replaces`, `seconds`, `memory`), then so many
bytes. The answer goes out on standard output: a line with its length, then the rows of the reading as JSON. The system
bounds memory and, question by question, the time of the processor; what a file does here it does to no other process.
"""

import contextlib
import json
import sys
from typing import Any

from tongket.actions.entries import rows_of_reading
from tongket.actions.inbox.lines import lines_row
from tongket.actions.inbox.row_wire import rows_to_json
from tongket.document.files import read_bytes
from tongket.ledger.names import entry_id
from tongket.reading import read


def main() -> int:
    """Answer questions until there are no more; return the exit status."""
    while head := sys.stdin.buffer.readline():
        asked = json.loads(head)
        _bound(asked)
        told = _told(sys.stdin.buffer.read(asked["size"]), asked)
        sys.stdout.buffer.write(b"%d\n" % len(told))
        sys.stdout.buffer.write(told)
        sys.stdout.buffer.flush()
    return 0


def _told(data: bytes, asked: dict[str, Any]) -> bytes:
    document = read_bytes(data, asked["name"])
    reading = read(document)
    rows = rows_of_reading(document, len(data), reading, asked["replaces"])
    name = entry_id("R", document.source_sha256, reading.reader)
    return rows_to_json([*rows, lines_row(document, name)])


def _bound(asked: dict[str, Any]) -> None:
    """Let the system bound memory and the time of this question, where it can (not on Windows)."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource  # noqa: PLC0415 (there is none on Windows)

        used = resource.getrusage(resource.RUSAGE_SELF)
        until = int(used.ru_utime + used.ru_stime + asked["seconds"]) + 1
        hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
        resource.setrlimit(resource.RLIMIT_CPU, (until, hard))
        resource.setrlimit(resource.RLIMIT_AS, (asked["memory"], asked["memory"]))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    sys.exit(main())
