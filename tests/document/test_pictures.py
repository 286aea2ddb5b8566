"""Pages of a PDF become pictures in a process of their own, whatever the file is."""

import struct
import zlib

from tongket.document.pictures import page_picture


def one_page(width: int = 200, height: int = 100) -> bytes:
    """Return a PDF of one page with a black square in its lower left corner."""
    drawing = b"0 0 0 rg 0 0 50 50 re f"
    parts = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %d %d] /Contents 4 0 R >>" % (width, height),
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(drawing), drawing),
    ]
    file, places = b"%PDF-1.4\n", []
    for number, part in enumerate(parts, 1):
        places.append(len(file))
        file += b"%d 0 obj\n%s\nendobj\n" % (number, part)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return file + b"xref\n0 5\n0000000000 65535 f \n%strailer\n<< /Size 5 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (
        table,
        len(file),
    )


def test_page_is_drawn_as_png() -> None:
    """The picture has the page's shape, is white where nothing stands and black where the square is."""
    picture = page_picture(one_page(), 1)
    assert picture is not None
    assert picture.startswith(b"\x89PNG")
    width, height = struct.unpack(">II", picture[16:24])
    assert abs(width / height - 2) < 0.02
    size = struct.unpack(">I", picture[33:37])[0]
    dots = zlib.decompress(picture[41 : 41 + size])
    assert len(dots) == height * (1 + 3 * width)
    assert dots[1:4] == b"\xff\xff\xff"
    assert dots[(height - 1) * (1 + 3 * width) + 1 :][:3] == b"\0\0\0"


def test_poster_is_drawn_smaller() -> None:
    """A page of 14,400 by 14,400 points, the largest there is, gives no more than 16 million dots."""
    picture = page_picture(one_page(14_400, 14_400), 1)
    assert picture is not None
    width, height = struct.unpack(">II", picture[16:24])
    assert width * height <= 16_100_000


def test_what_cannot_be_drawn_is_none() -> None:
    """A page that is not there, and a file that is no PDF, give no picture and no error."""
    assert page_picture(one_page(), 2) is None
    assert page_picture(b"%PDF-1.4 no more", 1) is None
