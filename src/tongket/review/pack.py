"""A zip archive that is the same whenever it is written."""

import io
import zipfile
from collections.abc import Iterable

_NEVER = (1980, 1, 1, 0, 0, 0)  # the first day a zip archive can tell


def packed(members: Iterable[tuple[str, bytes]]) -> bytes:
    """Write members in their order, with no day, owner or system that would differ between two writings.

    Members are stored, not compressed: two builds of zlib compress the same text to different bytes, and a
    review must come out the same years later on another machine.
    """
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in members:
            entry = zipfile.ZipInfo(name, _NEVER)
            entry.compress_type = zipfile.ZIP_STORED
            entry.create_system = 0
            archive.writestr(entry, content)
    return buffer.getvalue()


def repacked(archive: bytes) -> bytes:
    """Write an archive again, its members in their order and the rest as in `packed`."""
    with zipfile.ZipFile(io.BytesIO(archive)) as opened:
        return packed([(name, opened.read(name)) for name in opened.namelist()])
