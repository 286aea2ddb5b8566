"""Decide what a roll-up leaves open: every decision is a correction of a figure with its reason, in the audit log."""

from tongket.actions.correct import Said, correction_row
from tongket.actions.deciding.conflicts import Conflict, conflicts
from tongket.actions.people.gate import Actor, enter, require
from tongket.actions.people.office import office
from tongket.actions.people.whose import whose_document
from tongket.ledger.entries import rows_of
from tongket.terms.errors import TongketError
from tongket.terms.period import Period
from tongket.terms.roles import Verb
from tongket.terms.tables import CorrectionRow, FigureRow


def choose(actor: Actor, org: str, conflict: tuple[str, Period], figure: str, reason: str) -> list[CorrectionRow]:
    """Let one of several disagreeing figures hold: the others count for nothing from now on, and stay to be read.

    Args:
        actor: Who decides, and when.
        org: Of which org the figure is.
        conflict: Indicator id and period.
        figure: Which of them holds.
        reason: Why.

    Raises:
        NotAllowedError: They may not decide for the org.
        TongketError: No reason is given; there is no such conflict any more, or it has no such figure; somebody else
            has just decided it.
    """
    require(actor.person, Verb.DECIDE, org)
    why = _reason(reason)
    found = _conflict(actor, org, *conflict)
    chosen = next((each for each in found.sentences if each.figure == figure), None)
    if chosen is None:
        message = "Hãy chọn một trong các số liệu đang khác nhau."
        raise TongketError(message)
    said = Said(f"chọn “{chosen.text}” ở “{chosen.name}”: {why}", indicator="")
    rows = [correction_row(each.figure, said).row for each in found.sentences if each is not chosen]
    told = f"chọn {chosen.text} cho {found.indicator.name}, {found.period.label}: {why}"
    enter(actor, Verb.DECIDE, org, rows, told)
    return rows


def assign_indicator(actor: Actor, org: str, figure: str, indicator: str, reason: str) -> CorrectionRow:
    """Say which indicator a figure is that fits none; empty for none at all, so that it is asked for no more.

    Raises:
        NotAllowedError: They may not decide for the org.
        TongketError: No reason is given; there is no such figure among the org's, or no such indicator; somebody else
            has just decided it.
    """
    require(actor.person, Verb.DECIDE, org)
    found = rows_of(FigureRow, id=figure)
    if not found or whose_document(found[0].document) != org:
        message = "Đơn vị này không có số liệu đó: có thể văn bản vừa được đọc lại. Hãy mở lại danh sách."
        raise TongketError(message)
    row = correction_row(figure, Said(_reason(reason), indicator=indicator)).row
    named = next((each.name for each in office().profile.indicators if each.id == indicator), "không chỉ tiêu nào")
    enter(actor, Verb.DECIDE, org, [row], f"xếp “{found[0].quote}” vào {named}: {reason.strip()}")
    return row


def _conflict(actor: Actor, org: str, indicator: str, period: Period) -> Conflict:
    for each in conflicts(actor.person, org, period):
        if (each.org, each.indicator.id, each.period) == (org, indicator, period):
            return each
    message = (
        "Chỗ khác nhau này không còn nữa: có người vừa quyết định hoặc số liệu vừa được sửa. Hãy xem lại danh sách."
    )
    raise TongketError(message)


def _reason(reason: str) -> str:
    if not reason.strip():
        message = "Cần nói lý do, để người xem sau hiểu vì sao chọn như vậy."
        raise TongketError(message)
    return " ".join(reason.split())
