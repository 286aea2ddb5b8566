"""Zip files that are the same bytes on every machine: parts in order, stored, all of one moment."""

import io
import zipfile

# The first moment a zip file can name.
_MOMENT = (1980, 1, 1, 0, 0, 0)


def zipped(parts: dict[str, str]) -> bytes:
    """Pack `parts` (path to XML text) as they stand.

    Stored and not deflated: two builds of zlib may deflate the same text to different bytes.
    """
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_STORED) as archive:
        for path, text in parts.items():
            info = zipfile.ZipInfo(path, _MOMENT)
            info.create_system = 3
            archive.writestr(info, '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' + text)
    return held.getvalue()
