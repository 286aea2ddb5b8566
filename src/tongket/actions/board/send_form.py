"""Send a form that was filled in: a document of the ledger, every figure in its cell; an earlier one is retired."""

import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from django.db import transaction

from tongket.actions.attribute import attribute_document, latest_readings_of
from tongket.actions.board.filled import Filled, filled
from tongket.actions.board.form_page import VIA, forms_sent
from tongket.actions.board.form_sheet import Form
from tongket.actions.board.retire import is_retired, retired
from tongket.actions.board.steps import steps_of
from tongket.actions.board.words import report_name
from tongket.actions.people.gate import Actor, enter, require
from tongket.actions.people.office import office
from tongket.actions.take_in_table import Sheet, open_sheet, take_in_sheet
from tongket.document.files import read_bytes
from tongket.document.limits import ReadLimits
from tongket.ledger.entries import add, rows_of
from tongket.ledger.names import entry_id
from tongket.terms.errors import TongketError
from tongket.terms.roles import Verb
from tongket.terms.steps import CLOSED
from tongket.terms.work import InboxRow, OriginalRow

if TYPE_CHECKING:
    from tongket.terms.tables import Row

MOST_BYTES = 1024 * 1024
"""A form with a thousand indicators is a tenth of this; what is larger is no form."""
_LIMITS = ReadLimits(max_bytes=MOST_BYTES, max_unpacked=16 * 1024 * 1024, in_process_bytes=0)
_LONGEST_NAME = 120


@dataclass
class FormFaultError(TongketError):
    """A form was not taken: what is wrong with the whole and with its cells; `values` keeps what stands in them."""

    fault: str
    values: dict[str, str] = field(default_factory=dict)
    wrong: dict[str, str] = field(default_factory=dict)

    def __str__(self) -> str:
        """Return what is wrong."""
        return self.fault


def send_form(actor: Actor, form: Form, content: bytes, name: str) -> InboxRow:
    """Take in a form that was filled in.

    Args:
        actor: Who sends it, for the own org.
        form: As it was given out.
        content: Bytes of the sheet.
        name: File name of the sheet.

    Returns:
        The item of the inbox; the same form sent again changes nothing.

    Raises:
        NotAllowedError: The actor takes nothing in for that org.
        FormFaultError: A cell is no figure, or the sheet is no form of this report; nothing is entered.
        TongketError: The report is approved; somebody else has just sent a form for it.
    """
    report = form.report
    require(actor.person, Verb.TAKE_IN, report.org)
    what = f"{report_name(report.report, report.period)} của {form.org}"
    taken = steps_of(report)
    if taken and taken[-1].step in CLOSED:
        _refuse(what, "đã được duyệt nên không sửa số liệu được; hãy nhờ cấp trên mở lại")
    if len(content) > MOST_BYTES:
        msg = f"Tệp lớn hơn 1 MB nên không phải biểu số liệu: hãy đưa “{name}” vào mục Văn bản đến."
        raise FormFaultError(msg)
    told = _told(form, content, name)
    with tempfile.TemporaryDirectory() as folder, transaction.atomic():
        file = Path(folder) / _plain_name(name)
        file.write_bytes(content)
        return _enter(actor, form, file, told, what)


def _told(form: Form, content: bytes, name: str) -> Filled:
    told = filled(read_bytes(content, name, _LIMITS), form)
    if told.fault or told.wrong:
        fault = told.fault or f"Có {len(told.wrong)} chỉ tiêu ghi chưa đúng; chưa có gì được ghi vào sổ."
        raise FormFaultError(fault, dict(told.values), dict(told.wrong))
    return told


def _enter(actor: Actor, form: Form, file: Path, told: Filled, what: str) -> InboxRow:
    profile, sent = office().profile, forms_sent(form.report)
    sheet = open_sheet(file, profile)
    if sheet is None or told.mapping is None:
        msg = "Biểu chưa có số liệu nào: hãy điền ít nhất một chỉ tiêu."
        raise FormFaultError(msg, dict(told.values))
    document = sheet.document.source_sha256
    if sent and sent[-1].row.document == document and _stands(document):
        return sent[-1].row
    take_in_sheet(file, Sheet(sheet.document, sheet.plain, sheet.proposal), told.mapping, profile, actor.at)
    before = {each.row.document for each in sent} - {document}
    add((row for each in sorted(before) for row in retired(each, document)), at=actor.at)
    item = _item(actor, form, document, file.name, len(sent))
    rows: list[Row] = [item, OriginalRow(document, file.read_bytes())]
    enter(actor, Verb.TAKE_IN, form.report.org, rows, f"gửi biểu số liệu ({len(told.values)} chỉ tiêu) cho {what}")
    # Of two who send at once both would be the next one: the database keeps the first.
    if rows_of(InboxRow, id=item.id)[0].document != document:
        _refuse(what, "người khác vừa gửi biểu của kỳ này; hãy mở lại biểu để xem số vừa gửi")
    for each in (*sorted(before), document):
        attribute_document(each, profile, actor.at)
    return item


def _stands(document: str) -> bool:
    return not any(is_retired(row.reader) for row in latest_readings_of(document))


def _item(actor: Actor, form: Form, document: str, name: str, earlier: int) -> InboxRow:
    batch = form.report.name
    return InboxRow(entry_id("BX", VIA, batch, earlier), batch, document, name, form.report.org, VIA, actor.person.name)


def _plain_name(name: str) -> str:
    """Return a file name that is no path and ends as sheets do."""
    words = name.replace("\\", "/").rsplit("/", 1)[-1].replace("\0", "").strip(". ")
    return (words.removesuffix(".xlsx")[:_LONGEST_NAME] or "bieu-so-lieu") + ".xlsx"


def _refuse(what: str, why: str) -> NoReturn:
    message = f"{what[:1].upper()}{what[1:]}: {why}."
    raise TongketError(message)
