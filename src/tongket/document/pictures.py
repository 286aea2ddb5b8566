"""Pages of a PDF as pictures, drawn in a process of its own: `python -m tongket.document.pictures`.

A PDF is drawn by native code that a hostile file can bring down: only the process falls that draws it.
"""

import contextlib
import json
import struct
import subprocess
import sys
import zlib

import pypdfium2

_MIB = 1024 * 1024
_MEMORY = 512 * _MIB
_SECONDS = 10
# 110 dots an inch: print of 9 points can be read, and a page weighs 100 to 300 KB.
_SCALE = 110 / 72
# A page that is a poster is drawn smaller: 16 million dots are 48 MB.
_MOST_DOTS = 16_000_000
_COLOURS = 2  # of PNG: red, green, blue


def page_picture(data: bytes, page: int) -> bytes | None:
    """Return a page of a PDF as PNG; None where it cannot be drawn within bounds, or there is no such page.

    Args:
        data: The file's bytes.
        page: From 1.
    """
    command = [sys.executable, "-m", "tongket.document.pictures"]
    question = json.dumps({"page": page}).encode("ascii") + b"\n" + data
    try:
        done = subprocess.run(command, input=question, capture_output=True, check=False, timeout=_SECONDS)  # noqa: S603 (fixed arguments)
    except subprocess.TimeoutExpired:
        return None
    return done.stdout if done.returncode == 0 and done.stdout else None


def main() -> int:
    """Answer one question; return the exit status, 1 where there is no such page."""
    page = json.loads(sys.stdin.buffer.readline())["page"]
    data = sys.stdin.buffer.read()
    _bound()
    try:
        picture = _drawn(data, page)
    except (pypdfium2.PdfiumError, MemoryError):
        return 1
    sys.stdout.buffer.write(picture)
    return 0 if picture else 1


def _drawn(data: bytes, page: int) -> bytes:
    file = pypdfium2.PdfDocument(data)
    if not 1 <= page <= len(file):
        return b""
    sheet = file[page - 1]
    dots = sheet.get_width() * sheet.get_height()
    scale = min(_SCALE, (_MOST_DOTS / dots) ** 0.5) if dots > 0 else _SCALE
    bitmap = sheet.render(scale=scale, rev_byteorder=True, prefer_bgrx=False)
    return _png(bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride, bitmap.n_channels)


def _png(dots: bytes, width: int, height: int, stride: int, channels: int) -> bytes:
    """Write a picture as PNG (ISO/IEC 15948)."""
    rows = (_row(dots[at * stride : at * stride + width * channels], channels) for at in range(height))
    body = zlib.compress(b"".join(b"\0" + row for row in rows), 6)
    head = struct.pack(">IIBBBBB", width, height, 8, _COLOURS, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", head) + _chunk(b"IDAT", body) + _chunk(b"IEND", b"")


def _row(dots: bytes, channels: int) -> bytes:
    """Return the red, green and blue of each dot of a row."""
    if channels == 3:  # noqa: PLR2004 - nothing else beside them
        return dots
    if channels == 1:
        return bytes(each for dot in dots for each in (dot, dot, dot))
    row = bytearray(len(dots) // channels * 3)
    for place in range(3):
        row[place::3] = dots[place::channels]
    return bytes(row)


def _chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def _bound() -> None:
    """Let the system bound this process, where it can (not on Windows)."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource  # noqa: PLC0415 (there is none on Windows)

        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (_SECONDS, _SECONDS))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    sys.exit(main())
