"""Reviews as files: Word, PDF, and a page with its sources."""

from django.http import HttpRequest, HttpResponse
from ninja import Router

from tongket.actions.drafting.review_file import review_file
from tongket.terms.roles import Verb
from tongket.web.api.asking import period_in_path
from tongket.web.api.operations import operation
from tongket.web.api.reviews import standing_in_path
from tongket.web.api.shapes import DOCX, PDF, answers, gives
from tongket.web.desk.attachment import attachment
from tongket.web.desk.routes import org_in_path

router = Router(tags=["reviews"])


@router.get("/reviews/{org}/{period}/review.docx", response=answers(None), openapi_extra=gives(DOCX))
@operation(Verb.SEE, org_in_path)
def review_word(request: HttpRequest, org: str, period: str) -> HttpResponse:  # noqa: ARG001 - the gate has looked at it
    """Give the review in the official layout."""
    return _file(org, period, "docx")


@router.get("/reviews/{org}/{period}/review.pdf", response=answers(None), openapi_extra=gives(PDF))
@operation(Verb.SEE, org_in_path)
def review_pdf(request: HttpRequest, org: str, period: str) -> HttpResponse:  # noqa: ARG001 - as above
    """Give the review as PDF, laid out by LibreOffice."""
    return _file(org, period, "pdf")


@router.get("/reviews/{org}/{period}/review.html", response=answers(None), openapi_extra=gives("text/html"))
@operation(Verb.SEE, org_in_path)
def review_page(request: HttpRequest, org: str, period: str) -> HttpResponse:  # noqa: ARG001 - as above
    """Give the review as one page, every figure with its sources behind a click."""
    return _file(org, period, "html")


def _file(org: str, period: str, ending: str) -> HttpResponse:
    return attachment(review_file(standing_in_path(org, period_in_path(period)).version, ending))
