"""A PDF of a Word file, made by LibreOffice: the one that lays it out as an office would print it."""

import shutil
import subprocess
import tempfile
from pathlib import Path

from tongket.terms.errors import TongketError

# A review of 60 pages takes 5 s on a laptop; what takes longer hangs.
_SECONDS = 120


def pdf_of(docx: bytes) -> bytes:
    """Return a Word file as PDF.

    Raises:
        TongketError: There is no LibreOffice on this machine, or it could not make the PDF.
    """
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        message = "Máy chủ chưa có LibreOffice để tạo PDF: cài bằng apt-get install libreoffice-writer, hoặc tải DOCX."
        raise TongketError(message)
    with tempfile.TemporaryDirectory(prefix="tongket-pdf-") as name:
        folder = Path(name)
        (folder / "review.docx").write_bytes(docx)
        # A profile of its own: two conversions at once would wait for one another in one profile, and fail.
        own = f"-env:UserInstallation={(folder / 'office').as_uri()}"
        command = [program, own, "--headless", "--convert-to", "pdf", "--outdir", name, str(folder / "review.docx")]
        try:
            subprocess.run(command, check=True, capture_output=True, timeout=_SECONDS)  # noqa: S603 - a fixed program, files of ours
            return (folder / "review.pdf").read_bytes()
        except (subprocess.SubprocessError, OSError) as error:
            message = f"LibreOffice không tạo được PDF ({error}). Hãy thử lại, hoặc tải DOCX rồi in ra PDF."
            raise TongketError(message) from error
