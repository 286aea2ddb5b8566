"""Say whose report a document is and for which period."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from tongket.actions.inbox.tell import tell, telling_of
from tongket.actions.judging.records import read_document
from tongket.actions.people.office import office
from tongket.terms.errors import StaleError, TongketError
from tongket.terms.roles import Verb
from tongket.terms.work import TellingRow
from tongket.web.desk.inbox.orgs import org_named
from tongket.web.desk.inbox.shown import period_label
from tongket.web.desk.person import actor
from tongket.web.desk.reading.whose import inbox_of, inbox_org
from tongket.web.desk.routes import DeskRequest, not_found, route


@require_http_methods(["GET", "HEAD", "POST"])
@route(Verb.JUDGE, inbox_of(Verb.JUDGE))
def telling(request: DeskRequest, *, document: str) -> HttpResponse:
    """Show the form; enter what was said."""
    found = read_document(document)
    if found is None:
        raise not_found(document)
    now = telling_of(document)
    told = found.attribution
    context: dict[str, Any] = {
        "document_id": document,
        "name": found.row.name,
        "seen": now.id if now else "",
        "org_name": office().names.get(told.org, told.org) if told else "",
        "period": told.period if told else "",
        "reason": "",
        "now": None,
        "errors": {},
    }
    if request.method != "POST":
        return render(request, "desk/reading/telling.html", context)
    typed = {name: request.POST.get(name, "") for name in ("org_name", "period", "reason", "seen")}
    try:
        said = TellingRow(
            "", document, _org(typed["org_name"]), typed["period"].strip(), typed["reason"], "", typed["seen"]
        )  # fmt: skip
        row = tell(actor(request), inbox_org(request, document), said)
    except StaleError as error:
        newest = {"org": context["org_name"], "period": period_label(context["period"]), "by": now.by if now else ""}
        context |= typed | {"seen": context["seen"], "now": newest, "error": error}
        return render(request, "desk/reading/telling.html", context)
    except TongketError as error:
        return render(request, "desk/reading/telling.html", context | typed | {"error": error})
    told_so = gettext("Đã ghi: báo cáo của {org}, {period}.")
    messages.success(request, told_so.format(org=office().names[row.org], period=period_label(row.period)))
    return redirect("document", document=document)


def _org(name: str) -> str:
    org = org_named(name.strip())
    if not org:
        message = gettext("Không có đơn vị nào tên “{name}”. Hãy gõ vài chữ rồi chọn trong danh sách.")
        raise TongketError(message.format(name=name))
    return org
