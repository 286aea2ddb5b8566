"""The form of an org without a computer person: typed in the page, or downloaded, filled in offline and sent back."""

from collections.abc import Mapping

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from tongket.actions.board.form_page import form_of
from tongket.actions.board.form_sheet import Form, form_sheet
from tongket.actions.board.form_values import Bound, Typed, cells_of_typed, typed_of_cell
from tongket.actions.board.send_form import MOST_BYTES, FormFaultError, send_form
from tongket.actions.board.steps import ReportOf, steps_of
from tongket.actions.board.take_step import take_step
from tongket.actions.handed_out import HandedOut
from tongket.actions.now import now, today
from tongket.actions.people.gate import NotAllowedError, may
from tongket.terms.errors import TongketError
from tongket.terms.roles import Verb
from tongket.terms.steps import Step, may_follow
from tongket.web.desk.attachment import attachment
from tongket.web.desk.board.asked import report_asked
from tongket.web.desk.person import actor
from tongket.web.desk.refusals.spoken import spoken
from tongket.web.desk.routes import DeskRequest, not_found, org_in_path, route

BOUNDS = {
    Bound.EXACT: gettext_lazy("đúng bằng"),
    Bound.OVER: gettext_lazy("trên"),
    Bound.UNDER: gettext_lazy("dưới"),
    Bound.ABOUT: gettext_lazy("khoảng"),
    Bound.BETWEEN: gettext_lazy("từ – đến"),
}


@require_http_methods(["GET", "HEAD", "POST"])
@route(Verb.TAKE_IN, org_in_path)
def form_page(request: DeskRequest, org: str, report: str, period: str) -> HttpResponse:
    """Show the form with what was sent last; take what is typed."""
    form = _form(report_asked(org, report, period))
    if request.method != "POST":
        typed = {entry: typed_of_cell(text) for entry, text in form.values.items()}
        return _page(request, form, typed)
    typed = {each.id: _typed(request, each.id) for each in form.indicators}
    cells, wrong = cells_of_typed(typed, form.indicators)
    if wrong or not cells:
        empty = _("Biểu chưa có số liệu nào: hãy điền ít nhất một chỉ tiêu.")
        told = _("Có %(count)s chỉ tiêu ghi chưa đúng; chưa có gì được ghi vào sổ.") % {"count": len(wrong)}
        return _page(request, form, typed, told if wrong else empty, wrong)
    filled = Form(form.report, form.org, form.indicators, cells, form.number, form.at)
    return _sent(request, filled, form_sheet(filled), typed, filled.file_name)


@require_safe
@route(Verb.TAKE_IN, org_in_path)
def form_file(_request: DeskRequest, org: str, report: str, period: str) -> HttpResponse:
    """Give the form as an Excel file."""
    form = _form(report_asked(org, report, period))
    return attachment(HandedOut(form.file_name, form_sheet(form)))


@require_POST
@route(Verb.TAKE_IN, org_in_path)
def form_upload(request: DeskRequest, org: str, report: str, period: str) -> HttpResponse:
    """Take a form that was filled in offline."""
    form = _form(report_asked(org, report, period))
    typed = {entry: typed_of_cell(text) for entry, text in form.values.items()}
    file = request.FILES.get("file")
    if file is None or isinstance(file, list):
        return _page(request, form, typed, upload_error=_("Hãy chọn tệp Excel đã điền rồi gửi lại."))
    return _sent(request, form, file.read(MOST_BYTES + 1), typed, file.name or form.file_name, upload=True)


def _form(report: ReportOf) -> Form:
    form = form_of(report, today(), now())
    if form is None:
        raise not_found(report.name)
    return form


def _typed(request: DeskRequest, indicator: str) -> Typed:
    bound = request.POST.get(f"bound-{indicator}", "")
    low, high = (request.POST.get(f"{name}-{indicator}", "") for name in ("low", "high"))
    return Typed(Bound(bound) if bound in set(Bound) else Bound.EXACT, low, high)


def _sent(
    request: DeskRequest, form: Form, content: bytes, typed: Mapping[str, Typed], name: str, *, upload: bool = False
) -> HttpResponse:
    try:
        send_form(actor(request), form, content, name)
        if request.POST.get("then") == "submit":
            steps = steps_of(form.report)
            last = steps[-1] if steps else None
            if Step.SUBMITTED in may_follow(last.step if last else None):
                take_step(actor(request), form.report, Step.SUBMITTED, "", last.row.id if last else "")
    except NotAllowedError:
        raise
    except FormFaultError as error:
        kept = {entry: typed_of_cell(text) for entry, text in error.values.items()} or typed
        told = {"upload_error" if upload else "error": spoken(error)}
        return _page(request, form, kept, wrong=error.wrong, **told)
    except TongketError as error:
        return _page(request, form, typed, spoken(error))
    messages.success(request, _("Đã ghi số liệu vào sổ. Hãy xem lại các số dưới đây."))
    report = form.report
    return redirect("board-report", org=report.org, report=report.report, period=str(report.period))


def _page(
    request: DeskRequest,
    form: Form,
    typed: Mapping[str, Typed],
    error: str = "",
    wrong: Mapping[str, str] | None = None,
    upload_error: str = "",
) -> HttpResponse:
    faults = wrong or {}
    rows = [
        {"indicator": each, "typed": typed.get(each.id, Typed()), "wrong": faults.get(each.id, "")}
        for each in form.indicators
    ]
    report = form.report
    steps = steps_of(report)
    context = {
        "form": form,
        "rows": rows,
        "bounds": BOUNDS.items(),
        "error": error,
        "upload_error": upload_error,
        "address": {"org": report.org, "report": report.report, "period": str(report.period)},
        "may_submit": Step.SUBMITTED in may_follow(steps[-1].step if steps else None)
        and may(request.person, Verb.SUBMIT, report.org),
    }
    return render(request, "desk/board/form.html", context)
