"""A record as it stands in the list beside the text: in the page, and for HTMX to put in place of the one before."""

from collections.abc import Iterable
from functools import lru_cache

from django.http import HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from tongket.actions.judging.records import Record
from tongket.web.desk.reading.shown import ShownRecord, newest_word, shown_records
from tongket.web.desk.routes import DeskRequest

_TEMPLATE = "desk/reading/record.html"
# Cards kept, about 2 kB each: of the documents that a hundred people read.
_CARDS = 10_000


def cards(records: Iterable[ShownRecord], *, may_judge: bool) -> SafeString:
    """Return records as they stand in the page.

    Args:
        records: In words.
        may_judge: Whether who looks may accept and reject.
    """
    language = get_language() or ""
    return mark_safe("".join(_card(each, language, may_judge=may_judge) for each in records))  # noqa: S308 - written by the template


@lru_cache(maxsize=_CARDS)
def _card(record: ShownRecord, _language: str, *, may_judge: bool) -> str:
    # All that the card shows is in its key: a page of a hundred cards takes half as long.
    return render_to_string(_TEMPLATE, {"each": record, "may_judge": may_judge})


def card(request: DeskRequest, record: Record, *, stale: str = "") -> HttpResponse:
    """Return a record's place in the list.

    Args:
        request: Who asks.
        record: As it stands now.
        stale: Why what the person wanted was not done; empty where it was.
    """
    shown = shown_records(None, [record])[0]
    context = {"each": shown, "may_judge": True, "stale": stale, "newest": newest_word(record)}
    return render(request, _TEMPLATE, context)
