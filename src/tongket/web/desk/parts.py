"""The parts of the desk as they stand in its frame, in their order: title, the name of the first page, its verb."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from tongket.terms.roles import Verb


@dataclass(frozen=True, slots=True)
class PartOfDesk:
    """A part; `name` is that of its first route."""

    title: str | Promise
    name: str
    verb: Verb


# A part stands here as soon as its pages do.
PARTS: tuple[PartOfDesk, ...] = (
    PartOfDesk(gettext_lazy("Hôm nay"), "home", Verb.SEE),
    PartOfDesk(gettext_lazy("Hộp đến"), "inbox", Verb.SEE),
    PartOfDesk(gettext_lazy("Kỳ báo cáo"), "board", Verb.SEE),
    PartOfDesk(gettext_lazy("Nhiệm vụ"), "register", Verb.SEE),
    PartOfDesk(gettext_lazy("Tổng hợp"), "rollup", Verb.SEE),
    PartOfDesk(gettext_lazy("Báo cáo"), "drafts", Verb.SEE),
    PartOfDesk(gettext_lazy("Tìm kiếm"), "search", Verb.SEE),
    PartOfDesk(gettext_lazy("Quản trị"), "administration", Verb.ADMINISTER),
)
