"""A binary file that is whole or not there, as `writing.whole_file` does for text."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from gettext import gettext as _
from pathlib import Path
from typing import BinaryIO

from tongket.terms.errors import TongketError


@contextmanager
def whole_bytes(path: Path) -> Iterator[BinaryIO]:
    """Open `path` for writing; it appears, or replaces its forerunner, only when the block ends well.

    Raises:
        TongketError: The file cannot be written there.
    """
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with part.open("wb") as file:
            yield file
        part.replace(path)
    except OSError as fault:
        raise TongketError(_("Không ghi được tệp {path}: {why}.").format(path=path, why=fault.strerror)) from fault
    finally:
        part.unlink(missing_ok=True)
