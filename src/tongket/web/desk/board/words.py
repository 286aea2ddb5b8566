"""States and steps in words, each with the colour of its mark; the colour never says anything alone."""

from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from tongket.actions.board.states import State
from tongket.terms.profile import ReportKind
from tongket.terms.steps import Step


class Mark(NamedTuple):
    """A word and the class of its mark in the style sheet."""

    word: Promise
    colour: str


STATES: dict[State, Mark] = {
    State.LATE: Mark(_("Quá hạn"), "bad"),
    State.RETURNED: Mark(_("Bị trả lại"), "bad"),
    State.REOPENED: Mark(_("Được mở lại"), "warn"),
    State.DUE: Mark(_("Đến hạn"), "warn"),
    State.CAME: Mark(_("Có văn bản, chưa nộp"), "accent"),
    State.SUBMITTED: Mark(_("Đã nộp, chờ duyệt"), "accent"),
    State.APPROVED: Mark(_("Đã duyệt"), "good"),
    State.LOCKED: Mark(_("Đã khóa"), "good"),
    State.NOT_YET_DUE: Mark(_("Chưa đến hạn"), ""),
    State.EXCUSED: Mark(_("Được miễn"), ""),
}

STEPS: dict[Step, Mark] = {
    Step.SUBMITTED: Mark(_("Nộp"), "accent"),
    Step.RETURNED: Mark(_("Trả lại"), "bad"),
    Step.APPROVED: Mark(_("Duyệt"), "good"),
    Step.LOCKED: Mark(_("Khóa"), "good"),
    Step.PUBLISHED: Mark(_("Công bố"), "good"),
    Step.REOPENED: Mark(_("Mở lại"), "warn"),
}

KINDS: dict[ReportKind, Promise] = {
    ReportKind.MONTH: _("Tháng"),
    ReportKind.QUARTER: _("Quý"),
    ReportKind.HALF: _("6 tháng"),
    ReportKind.YEAR: _("Năm"),
}
