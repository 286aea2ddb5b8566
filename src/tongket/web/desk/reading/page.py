"""The page of a document: the text with its marks, and its records beside it."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from tongket.actions.inbox.list_inbox import item_of
from tongket.actions.judging.accept_sure import sure_records
from tongket.actions.judging.records import ReadDocument, read_document
from tongket.actions.judging.undo_sure import Press, press_named
from tongket.actions.people.gate import may
from tongket.actions.people.office import office
from tongket.ledger.entries import rows_of
from tongket.terms.finding import Severity
from tongket.terms.roles import Verb
from tongket.terms.work import InboxRow, OriginalRow
from tongket.web.desk.inbox.shown import period_label, shown
from tongket.web.desk.reading.card import cards
from tongket.web.desk.reading.markup import text_html
from tongket.web.desk.reading.parts import Part, part_with, parts_of
from tongket.web.desk.reading.shown import grouped
from tongket.web.desk.reading.whose import inbox_of, inbox_org
from tongket.web.desk.routes import DeskRequest, not_found, route


@require_safe
@route(Verb.SEE, inbox_of(Verb.SEE))
def document(request: DeskRequest, *, document: str) -> HttpResponse:
    """Show a document and what was read in it."""
    found = read_document(document)
    if found is None:
        return _not_read(request, document)
    parts = parts_of(found)
    part = _part(request, parts)
    org = inbox_org(request, document, Verb.SEE)
    may_judge = may(request.person, Verb.JUDGE, inbox_org(request, document))
    groups = grouped(found, part.records)
    context = {
        "document": found,
        "name": found.row.name,
        "stretches": parts,
        "part": part,
        "as_pictures": found.row.format == "pdf" and request.GET.get("view") == "pages",
        "pages": sorted({line.origin.page for line in part.lines if line.origin.page}),
        "next_doubts": next((each.number for each in parts[part.number :] if each.waiting), 0),
        "last_doubts": next((each.number for each in reversed(parts[: part.number - 1]) if each.waiting), 0),
        "groups": [(group, cards(group.records, may_judge=may_judge)) for group in groups],
        "may_judge": may_judge,
        "press": _press(request, found) if may_judge else None,
        "judged": sum(record.spoken for record in found.records),
        "waiting": sum(record.waits for record in found.records),
        "sure": len(sure_records(found)),
        "has_original": _has_original(document),
        **_whose(found, org),
    }
    if not context["as_pictures"]:
        context["text"] = text_html(found, part.lines, found.records)
    return render(request, "desk/reading/document.html", context)


def _press(request: DeskRequest, found: ReadDocument) -> Press | None:
    """Return what the person accepted with one key just now, while any of it can be taken back."""
    first = request.GET.get("press", "")
    press = press_named(found, first) if first else None
    return press if press and press.untouched and press.by == request.person.name else None


def _part(request: DeskRequest, parts: list[Part]) -> Part:
    told = request.GET.get("part", "")
    entry = request.GET.get("record", "")
    number = int(told) if told.isascii() and told.isdigit() and len(told) < 6 else part_with(parts, entry)  # noqa: PLR2004
    return parts[min(max(number, 1), len(parts)) - 1]


def _whose(found: ReadDocument, org: str) -> dict[str, object]:
    item = item_of(found.row.id, [org])
    told, names = found.attribution, office().names
    return {
        "item": shown(item, names) if item else None,
        "org_name": names.get(told.org, told.org) if told else "",
        "org_basis": told.org_basis if told else "",
        "period": period_label(told.period) if told else "",
        "period_basis": told.period_basis if told else "",
        "inbox_name": names.get(org, org),
        "findings": [each for each in found.findings if each.severity != Severity.NOTE],
        "notes": [each for each in found.findings if each.severity == Severity.NOTE],
    }


def _has_original(document: str) -> bool:
    return bool(rows_of(OriginalRow, id=document))


def _not_read(request: DeskRequest, document: str) -> HttpResponse:
    items = rows_of(InboxRow, document=document)
    if not items:
        raise not_found(document)
    told = gettext("Văn bản này chưa được đọc. Trang sẽ tự mở khi đọc xong.")
    return render(request, "desk/reading/waiting.html", {"name": items[0].name, "message": told})
