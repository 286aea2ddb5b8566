"""The reports of a folder: which of its files are some, and taking them in one after the other."""

import sys
import time
from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path

from tongket.actions.take_in import TakenIn, take_in
from tongket.cli.inputs import find_files
from tongket.cli.progress import Progress

# What office programs and we ourselves leave in a folder of reports that is no report.
_NO_REPORTS = (".ledger", ".ledger-wal", ".ledger-shm", ".ledger-kept", ".ledger-kept-journal", ".part", ".toml")


def report_files(names: Iterable[str]) -> list[Path]:
    """Return the files that names, folders and patterns mean, without those that are no reports."""
    return [Path(name) for name in find_files(list(names)) if not name.lower().endswith(_NO_REPORTS)]


def take_in_folder(folder: Path, ours: Iterable[object], now: datetime) -> Iterator[TakenIn]:
    """Take in the reports of a folder and yield what became of each, with a bar that says how far it is.

    Args:
        folder: The folder.
        ours: What this very command reads or writes there besides; only paths count.
        now: When they are recorded.
    """
    written = {path.resolve() for path in ours if isinstance(path, Path)}
    reports = [file for file in report_files([str(folder)]) if file.resolve() not in written]
    progress = Progress(len(reports), sys.stderr, time.monotonic)
    for file in reports:
        yield take_in(file, now)
        progress.step(1)
    progress.clear()
