"""The forms a reading can be asked for in, and what goes into and comes out of the work on one file.

Apart from `taking.py`, which loads the reader: these are needed before a file is.
"""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path


class Form(StrEnum):
    """A form in which a reading can be asked for."""

    SCREEN = "screen"
    JSON = "json"
    PAGE = "page"


@dataclass(frozen=True)
class Asked:
    """What `tongket read` was asked, an option each.

    Attributes:
        files: Names of files and folders, patterns, `-`.
        lines: `--json`.
        folder: `--out`.
        html: `--html`.
        with_text: `--text`.
        jobs: `--jobs`.
        engine: `--engine`; None reads on this machine.
        master: `--master`.
        settings: `--setting`, each `KEY=VALUE`.
    """

    files: tuple[str, ...]
    lines: bool
    folder: Path | None
    html: Path | None
    with_text: bool
    jobs: int
    engine: str | None
    master: str
    settings: tuple[str, ...]


@dataclass(frozen=True)
class Job:
    """One file to read.

    Attributes:
        number: Its place among the files, from 1.
        path: Where it lies; `-` for what came in by the pipe.
        given: The bytes of what came in by the pipe, None for a file.
    """

    number: int
    path: str
    given: bytes | None = None


@dataclass(frozen=True)
class Wanted:
    """What to make of every reading.

    Attributes:
        forms: The forms asked for.
        with_text: Carry the text in the JSON.
        columns: How wide the terminal is.
    """

    forms: frozenset[Form]
    with_text: bool
    columns: int


@dataclass(frozen=True)
class Taken:
    """What came of one file: its forms ready to be written, its errors and warnings as lines."""

    forms: dict[Form, str]
    findings: tuple[str, ...]
    failed: bool
    pages: int
