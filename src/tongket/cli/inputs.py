"""Which files were asked for: files, folders with all below them, patterns, `-` for what comes in by the pipe."""

import glob
import os
from collections.abc import Iterable, Iterator
from gettext import gettext as _
from pathlib import Path

from tongket.terms.errors import TongketError

STANDARD_INPUT = "-"
_PATTERN = frozenset("*?[")
# `~$` opens the name of the lock file that an office program leaves beside an open document.
_LEFTOVERS = (".", "~$")


def find_files(asked: Iterable[str]) -> list[str]:
    """Return the files that `asked` names, each once, in the order asked; within a folder by name.

    Hidden files and lock files of office programs are passed over inside folders.

    Raises:
        TongketError: A name is no file, no folder and no pattern that meets one; or a folder holds no file.
    """
    found: dict[str, None] = {}
    for name in asked:
        here = dict.fromkeys(_files_of(name))
        if not here:
            raise TongketError(_("Không có tệp nào ở `{name}`. Hãy kiểm tra lại đường dẫn.").format(name=name))
        found.update(here)
    return list(found)


def _files_of(name: str) -> Iterator[str]:
    if name == STANDARD_INPUT or Path(name).is_file():
        yield name
    elif Path(name).is_dir():
        yield from _files_below(name)
    elif _PATTERN & set(name):
        for hit in sorted(glob.glob(name, recursive=True)):  # noqa: PTH207 - Path.glob takes no absolute pattern
            yield from _files_of(hit)


def _files_below(folder: str) -> Iterator[str]:
    for here, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith(_LEFTOVERS))
        for name in sorted(files):
            if not name.startswith(_LEFTOVERS):
                yield str(Path(here) / name)
