"""Statuses and stages in words, each with the colour of its mark; the colour never says anything alone."""

from django.utils.translation import gettext_lazy as _

from tongket.actions.register.tasks import Status
from tongket.reading.evidence import Stage
from tongket.web.desk.board.words import Mark

STATUSES: dict[Status, Mark] = {
    Status.OPEN: Mark(_("Chưa làm"), ""),
    Status.UNDER_WAY: Mark(_("Đang làm"), "accent"),
    Status.DONE: Mark(_("Đã xong"), "good"),
    Status.DROPPED: Mark(_("Thôi không làm"), ""),
}
OVERDUE = Mark(_("Quá hạn"), "bad")

STAGES: dict[Stage, Mark] = {
    Stage.STUDIED: Mark(_("Đã học tập, quán triệt"), "accent"),
    Stage.PLANNED: Mark(_("Đã có kế hoạch"), "accent"),
    Stage.REPORTED: Mark(_("Đã báo cáo kết quả"), "good"),
    Stage.DONE: Mark(_("Đã hoàn thành"), "good"),
}
NOTHING_YET = Mark(_("Chưa thấy trong báo cáo"), "")
VERDICTS = {"confirmed": Mark(_("đã xác nhận"), "good"), "refused": Mark(_("không đúng"), "bad")}
