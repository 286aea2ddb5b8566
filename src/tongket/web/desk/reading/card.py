"""One record as it stands in the list beside the text, for HTMX to put in place of the one before."""

from django.http import HttpResponse
from django.shortcuts import render

from tongket.actions.judging.records import Record
from tongket.web.desk.reading.shown import newest_word, shown_records
from tongket.web.desk.routes import DeskRequest


def card(request: DeskRequest, document: str, record: Record, *, stale: str = "") -> HttpResponse:
    """Return a record's place in the list.

    Args:
        request: Who asks.
        document: Id of its document.
        record: As it stands now.
        stale: Why what the person wanted was not done; empty where it was.
    """
    shown = shown_records(None, [record])[0]
    context = {"each": shown, "document_id": document, "may_judge": True, "stale": stale, "newest": newest_word(record)}
    return render(request, "desk/reading/record.html", context)
