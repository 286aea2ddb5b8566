"""Files that are whole or not there: written beside their place, moved into it when complete."""

from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from gettext import gettext as _
from io import TextIOWrapper
from pathlib import Path
from typing import TextIO

from tongket.cli.writing_bytes import whole_bytes
from tongket.terms.errors import TongketError


@contextmanager
def whole_file(path: Path) -> Iterator[TextIO]:
    """Open `path` for writing UTF-8; it appears, or replaces its forerunner, only when the block ends well.

    Raises:
        TongketError: The file cannot be written there.
    """
    with whole_bytes(path) as raw:
        file = TextIOWrapper(raw, encoding="utf-8", newline="\n")
        yield file
        file.detach()


def make_folder(path: Path) -> None:
    """Make a folder with all above it; one that is there already is welcome.

    Raises:
        TongketError: It cannot be made, or a file stands in its place.
    """
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as fault:
        raise TongketError(_("Không tạo được thư mục {path}: {why}.").format(path=path, why=fault.strerror)) from fault


def file_names(stems: Sequence[str], ending: str) -> list[str]:
    """Return one file name a stem, all different, also where a file system does not tell capitals.

    A stem that stands alone keeps its name; of several that clash, the first keeps it and the others get
    `-2`, `-3`. The same stems in the same order give the same names.
    """
    lone = {stem for stem, count in Counter(stem.casefold() for stem in stems).items() if count == 1}
    used: set[str] = set(lone)
    return [f"{stem if stem.casefold() in lone else _unused(stem, used)}{ending}" for stem in stems]


def _unused(stem: str, used: set[str]) -> str:
    name, count = stem, 1
    while name.casefold() in used:
        count += 1
        name = f"{stem}-{count}"
    used.add(name.casefold())
    return name
