"""What roles, verbs and the standing of an org are called on the pages."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from tongket.terms.roles import Role, Verb

ROLES: Mapping[str, str | Promise] = {
    Role.READER: _("người xem"),
    Role.REPORTER: _("người báo cáo"),
    Role.SYNTHESISER: _("người tổng hợp"),
    Role.LEADER: _("lãnh đạo"),
    Role.ADMINISTRATOR: _("người quản trị"),
}
ROLE_HELP: Mapping[str, str | Promise] = {
    Role.READER: _("xem số liệu, văn bản của đơn vị và cấp dưới"),
    Role.REPORTER: _("nạp văn bản, rà số liệu, nộp báo cáo của đơn vị"),
    Role.SYNTHESISER: _("như người báo cáo; thêm: duyệt cấp dưới, xử lý số liệu vênh, giao nhiệm vụ, soạn báo cáo"),
    Role.LEADER: _("duyệt cấp dưới, giao nhiệm vụ, phê duyệt và công bố báo cáo"),
    Role.ADMINISTRATOR: _("người dùng, vai trò, đơn vị, nhật ký của đơn vị và cấp dưới"),
}
VERBS: Mapping[str, str | Promise] = {
    Verb.ENTER: _("tài khoản của mình"),
    Verb.SEE: _("xem"),
    Verb.SEE_PUBLISHED: _("xem bản công bố"),
    Verb.TAKE_IN: _("nạp văn bản"),
    Verb.JUDGE: _("rà bản ghi"),
    Verb.SUBMIT: _("nộp báo cáo"),
    Verb.APPROVE: _("duyệt cấp dưới"),
    Verb.DECIDE: _("xử lý số liệu vênh"),
    Verb.ASSIGN: _("giao nhiệm vụ"),
    Verb.ANSWER: _("trả lời nhiệm vụ"),
    Verb.DRAFT: _("soạn báo cáo"),
    Verb.PUBLISH: _("phê duyệt, công bố"),
    Verb.ADMINISTER: _("quản trị"),
    Verb.KEEP: _("giữ hệ thống"),
}
