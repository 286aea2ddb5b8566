"""A file that is handed out, as an answer: a browser keeps it under its name and never shows it in the page."""

from django.http import HttpResponse
from django.utils.http import content_disposition_header

from tongket.actions.handed_out import HandedOut


def attachment(file: HandedOut) -> HttpResponse:
    """Return a file as an answer."""
    answer = HttpResponse(file.content, content_type=file.kind)
    answer["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=file.name) or ""
    return answer
