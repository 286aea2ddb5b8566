"""A version of a review as a file: Word and PDF in the official layout, and one page with its sources."""

from tongket.actions.drafting.drafted_review import drafted_review
from tongket.actions.drafting.pdf import pdf_of
from tongket.actions.handed_out import HandedOut
from tongket.review.page import write_page
from tongket.review.word import write_docx
from tongket.terms.errors import TongketError
from tongket.terms.work import DraftRow


def review_file(version: DraftRow, ending: str) -> HandedOut:
    """Return a version as a file.

    Args:
        version: Of a draft.
        ending: `docx`; `pdf`, laid out by LibreOffice; `html`, every figure with its sources behind a click.

    Raises:
        TongketError: As `drafted_review` and `pdf_of`; the ending is another.
    """
    content = drafted_review(version)
    name = f"bao-cao-{version.org}-{version.period}.{ending}"
    if ending == "html":
        return HandedOut(name, write_page(content).encode())
    if ending == "docx":
        return HandedOut(name, write_docx(content))
    if ending == "pdf":
        return HandedOut(name, pdf_of(write_docx(content)))
    message = f"Báo cáo không tải được dưới dạng “{ending}”: hãy chọn docx, pdf hoặc html."
    raise TongketError(message)
