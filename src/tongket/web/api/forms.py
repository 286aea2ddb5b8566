"""The form of a report: its indicators with the figures that were given last, and to give them."""

from collections.abc import Mapping

from django.http import HttpRequest, HttpResponse
from ninja import File, Router, Schema
from ninja.files import UploadedFile

from tongket.actions.board.form_page import form_of
from tongket.actions.board.form_sheet import Form, form_sheet
from tongket.actions.board.form_values import Bound, Typed, cells_of_typed, typed_of_cell
from tongket.actions.board.send_form import MOST_BYTES, FormFaultError, send_form
from tongket.actions.handed_out import HandedOut
from tongket.actions.now import now, today
from tongket.terms.errors import TongketError
from tongket.terms.roles import Verb
from tongket.web.api.asking import asking
from tongket.web.api.operations import nowhere, operation
from tongket.web.api.reports import report_in_path
from tongket.web.api.shapes import XLSX, Name, answers, gives
from tongket.web.desk.attachment import attachment
from tongket.web.desk.person import actor
from tongket.web.desk.routes import org_in_path

router = Router(tags=["forms"])
_FORM = "/orgs/{org}/reports/{report}/{period}/form"


class Figure(Schema):
    """A figure as it is typed: `low` as people write it (`1.250`, `12,5`); `high` only for `between`."""

    bound: Bound = Bound.EXACT
    low: Name = ""
    high: Name = ""


class RowShown(Schema):
    """A row of the form."""

    indicator: str
    name: str
    measure: str
    figure: Figure


class FormShown(Schema):
    """The form; `number` counts the forms that were given for this report, from 1."""

    org: str
    report: str
    period: str
    number: int
    rows: list[RowShown]


class Filled(Schema):
    """The form filled in: figures by indicator id; what is left out is left empty."""

    figures: dict[Name, Figure]


@router.get(_FORM, response=answers(FormShown))
@operation(Verb.TAKE_IN, org_in_path)
def form(request: HttpRequest, org: str, report: str, period: str) -> FormShown:  # noqa: ARG001 - the gate has looked at it
    """Give the form with what was given last."""
    return _shown(_form(org, report, period))


@router.put(_FORM, response=answers(FormShown))
@operation(Verb.TAKE_IN, org_in_path)
def fill(request: HttpRequest, org: str, report: str, period: str, filled: Filled) -> FormShown:
    """Give all figures of a report; they take the place of those given before."""
    found = _form(org, report, period)
    unknown = filled.figures.keys() - {each.id for each in found.indicators}
    if unknown:
        message = f"Biểu không có chỉ tiêu {min(unknown)}: hãy xem các chỉ tiêu của biểu."
        raise TongketError(message)
    typed = {entry: Typed(each.bound, each.low, each.high) for entry, each in filled.figures.items()}
    cells, faults = cells_of_typed(typed, found.indicators)
    if faults or not cells:
        message = _told("Chưa có gì được ghi vào sổ", faults) if faults else "Biểu chưa có số liệu nào."
        raise TongketError(message)
    whole = Form(found.report, found.org, found.indicators, cells, found.number, found.at)
    _send(request, whole, form_sheet(whole), whole.file_name)
    return _shown(_form(org, report, period))


@router.get(_FORM + ".xlsx", response=answers(None), openapi_extra=gives(XLSX))
@operation(Verb.TAKE_IN, org_in_path)
def form_file(request: HttpRequest, org: str, report: str, period: str) -> HttpResponse:  # noqa: ARG001 - as above
    """Give the form as an Excel file, to be filled in offline."""
    found = _form(org, report, period)
    return attachment(HandedOut(found.file_name, form_sheet(found)))


@router.post(_FORM + ".xlsx", response=answers(FormShown))
@operation(Verb.TAKE_IN, org_in_path)
def form_upload(request: HttpRequest, org: str, report: str, period: str, file: File[UploadedFile]) -> FormShown:
    """Take a form that was filled in offline."""
    found = _form(org, report, period)
    _send(request, found, file.read(MOST_BYTES + 1), file.name or found.file_name)
    return _shown(_form(org, report, period))


def _form(org: str, report: str, period: str) -> Form:
    asked = report_in_path(org, report, period)
    found = form_of(asked, today(), now())
    if found is None:
        raise nowhere(period)
    return found


def _send(request: HttpRequest, form: Form, content: bytes, name: str) -> None:
    try:
        send_form(actor(asking(request)), form, content, name)
    except FormFaultError as error:
        raise TongketError(_told(str(error), error.wrong)) from error


def _told(what: str, faults: Mapping[str, str]) -> str:
    return "; ".join([what, *(f"{name}: {fault}" for name, fault in faults.items())])


def _shown(form: Form) -> FormShown:
    typed = {each.id: typed_of_cell(form.values.get(each.id, "")) for each in form.indicators}
    rows = [
        RowShown(
            indicator=each.id,
            name=each.name,
            measure=each.measure,
            figure=Figure(bound=typed[each.id].bound, low=typed[each.id].low, high=typed[each.id].high),
        )
        for each in form.indicators
    ]
    report = form.report
    return FormShown(org=report.org, report=report.report, period=str(report.period), number=form.number, rows=rows)
