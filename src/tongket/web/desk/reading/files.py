"""The original of a document, and pictures of its pages."""

from threading import BoundedSemaphore
from urllib.parse import quote

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from tongket.document.pictures import page_picture
from tongket.ledger.entries import rows_of
from tongket.terms.roles import Verb
from tongket.terms.tables import DocumentRow
from tongket.terms.work import InboxRow, OriginalRow
from tongket.web.desk.reading.whose import inbox_of
from tongket.web.desk.routes import DeskRequest, not_found, route

# A document never changes, and neither does the picture of a page; only for this browser, since it was guarded.
_KEPT = "private, max-age=86400, immutable"
# Pages are drawn two at a time: a page with fifty pictures leaves the processors to others.
_DRAWING = BoundedSemaphore(2)
_PDF = b"%PDF-"


@require_safe
@route(Verb.SEE, inbox_of(Verb.SEE))
def original(request: DeskRequest, *, document: str) -> HttpResponse:
    """Give the original to be kept as a file: never shown in the page, whatever it holds."""
    del request
    names = [row.name for row in rows_of(InboxRow, document=document)] or [
        row.name for row in rows_of(DocumentRow, id=document)
    ]
    response = HttpResponse(_bytes(document), content_type="application/octet-stream")
    response["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(names[0])}"
    response["X-Content-Type-Options"] = "nosniff"
    return response


@require_safe
@route(Verb.SEE, inbox_of(Verb.SEE))
def picture(request: DeskRequest, *, document: str, number: int) -> HttpResponse:
    """Give a page of a PDF as a picture."""
    del request
    return drawn_page(document, number)


def drawn_page(document: str, number: int) -> HttpResponse:
    """Return a page of a PDF as a picture.

    Raises:
        Http404: It cannot be drawn, or there is no such page.
    """
    content = _bytes(document)
    # No process is begun for what is no PDF; junk may stand before the mark, as readers of PDF allow.
    if _PDF not in content[:1024]:
        raise not_found(str(number))
    with _DRAWING:
        drawn = page_picture(content, number)
    if drawn is None:
        raise not_found(str(number))
    return HttpResponse(drawn, content_type="image/png", headers={"Cache-Control": _KEPT})


def _bytes(document: str) -> bytes:
    rows = rows_of(OriginalRow, id=document)
    if not rows:
        raise not_found(document)
    return bytes(rows[0].content)
