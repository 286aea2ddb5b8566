"""A review as a file: Word and PDF in the official layout, and one page with its sources behind a click."""

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from tongket.actions.drafting.drafts import standing
from tongket.actions.drafting.review_file import review_file
from tongket.terms.roles import Verb
from tongket.web.desk.attachment import attachment
from tongket.web.desk.routes import DeskRequest, not_found, org_in_path, period_in_path, route


@require_safe
@route(Verb.SEE, org_in_path)
def word(_request: DeskRequest, *, org: str, period: str) -> HttpResponse:
    """Give the Word file."""
    return _file(org, period, "docx")


@require_safe
@route(Verb.SEE, org_in_path)
def pdf(_request: DeskRequest, *, org: str, period: str) -> HttpResponse:
    """Give the PDF, laid out by LibreOffice."""
    return _file(org, period, "pdf")


@require_safe
@route(Verb.SEE, org_in_path)
def page(_request: DeskRequest, *, org: str, period: str) -> HttpResponse:
    """Give the page as a file of its own."""
    return _file(org, period, "html")


def _file(org: str, period: str, ending: str) -> HttpResponse:
    found = standing(org, period_in_path(period))
    if found is None:
        raise not_found(org)
    return attachment(review_file(found.version, ending))
