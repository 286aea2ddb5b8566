"""A review as a file: Word and PDF in the official layout, and one page with its sources behind a click."""

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from tongket.actions.drafting.drafted_review import drafted_review
from tongket.actions.drafting.drafts import standing
from tongket.actions.drafting.pdf import pdf_of
from tongket.review.content import ReviewContent
from tongket.review.page import write_page
from tongket.review.word import write_docx
from tongket.terms.roles import Verb
from tongket.web.desk.routes import DeskRequest, not_found, org_in_path, period_in_path, route

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@require_safe
@route(Verb.SEE, org_in_path)
def word(_request: DeskRequest, *, org: str, period: str) -> HttpResponse:
    """Give the Word file."""
    return _file(write_docx(_content(org, period)), _WORD, f"bao-cao-{org}-{period}.docx")


@require_safe
@route(Verb.SEE, org_in_path)
def pdf(_request: DeskRequest, *, org: str, period: str) -> HttpResponse:
    """Give the PDF, laid out by LibreOffice."""
    return _file(pdf_of(write_docx(_content(org, period))), "application/pdf", f"bao-cao-{org}-{period}.pdf")


@require_safe
@route(Verb.SEE, org_in_path)
def page(_request: DeskRequest, *, org: str, period: str) -> HttpResponse:
    """Give the page as a file of its own."""
    written = write_page(_content(org, period)).encode()
    return _file(written, "text/html; charset=utf-8", f"bao-cao-{org}-{period}.html")


def _content(org: str, period: str) -> ReviewContent:
    found = standing(org, period_in_path(period))
    if found is None:
        raise not_found(org)
    return drafted_review(found.version)


def _file(content: bytes, kind: str, name: str) -> HttpResponse:
    return HttpResponse(content, content_type=kind, headers={"Content-Disposition": f'attachment; filename="{name}"'})
