"""Why a figure that an indicator fits is still none of its org's results in the period.

Every reason is a phrase in Vietnamese that stands beside the figure in the review's annex.
"""

import re
from dataclasses import dataclass
from decimal import Decimal

from tongket.reading.keyed import fold
from tongket.reading.org_names import OrgNames
from tongket.reading.period_words import named_periods
from tongket.terms.period import Period
from tongket.terms.profile import Indicator, OverTime
from tongket.terms.records import FigureKind, StatementKind
from tongket.terms.tables import FigureRow

# Right before a figure (no comma between): it tells by how much something changed, not how much it is.
_CHANGE = re.compile(
    r"(?<!\w)(?:(?:tăng|giảm|hụt)(?!\s+(?:cường|tốc|nghèo|thiểu|trưởng|gia))|nhiều hơn|ít hơn|thêm|vượt|chênh)"
    r"(?!\w)[^,;.()]{0,40}$"
)
_REACHED = re.compile(r"(?<!\w)(?:lên|còn|đạt)(?!\w)[^,;.()]{0,20}$")
_AGAINST = re.compile(r"(?<!\w)(?:so với|so cùng|cùng kỳ|năm trước|năm ngoái)(?!\w)[^,;.]*$")
_RUNNING = re.compile(
    r"(?<!\w)(?:nâng tổng số|lũy kế|tổng số đến nay|từ đầu nhiệm kỳ|từ trước đến nay|hiện có|đến nay có)(?!\w)[^,;.]*$"
)
_TARGET = re.compile(r"(?<!\w)(?:kế hoạch(?: là)?|chỉ tiêu(?: giao)?|dự kiến|phấn đấu|mục tiêu)(?!\w)[^,;.]{0,20}$")
# A year that belongs to the name of a directive, a programme or a day tells no period of the work.
_NAME_OF_OTHER = re.compile(
    r"(?<!\w)(?:nghị quyết|chỉ thị|kết luận|quyết định|kế hoạch|chương trình|đề án|hướng dẫn|luật|thông báo|ngày|sinh)"
    r"(?!\w)[^,;.]*$"
)
_OTHER_COLUMN = re.compile(r"(?<!\w)(?:so sánh|so với|cùng kỳ|kế hoạch|chỉ tiêu giao|tăng|giảm|lũy kế)(?!\w)")
_SHARE_COLUMN = re.compile(r"(?<!\w)(?:tỷ lệ|tỉ lệ)(?!\w)|%")
_ORDINAL_COLUMN = re.compile(r"(?:^|/ )(?:s?tt|số tt|số thứ tự)\.?$")
_MEETING = re.compile(
    r"^(?:(?:đến|cùng|về|tới)\s+)?(?:dự|tham dự|chủ trì|nhân dịp|tại hội nghị|phát biểu|quang cảnh|ảnh|hội nghị)(?!\w)"
    r"|(?<!\w)(?:hội nghị|buổi làm việc) (?:tổng kết|sơ kết|giao ban)(?!\w)"
)
# Nothing that reports count comes near: it is a broken number, and beyond what a total can hold exactly.
_BEYOND = Decimal(10) ** 18


@dataclass(frozen=True, slots=True)
class Circumstance:
    """What is known of the document a figure stands in: its org's and period's own words are not another's."""

    period: Period
    own_orgs: frozenset[str]
    names: OrgNames


def reason_against(figure: FigureRow, indicator: Indicator, about: Circumstance) -> str:
    """Return why `figure` does not count for `indicator`; empty where it does."""
    return (
        _too_large(figure)
        or _no_result(figure)
        or _no_figure_of_its_own(figure, indicator)
        or _of_another(figure, about)
    )


def _too_large(figure: FigureRow) -> str:
    values = [value for value in (figure.low, figure.high) if value is not None]
    return "số lớn bất thường" if any(abs(value) >= _BEYOND for value in values) else ""


def _no_result(figure: FigureRow) -> str:
    if figure.in_cell:
        return no_column_of_results(fold(figure.column), figure.kind)
    if figure.said_in == StatementKind.RESULT or (not figure.said_in and not _of_the_meeting(figure)):
        return ""
    if figure.said_in == StatementKind.TASK:
        return "nêu trong nhiệm vụ, không phải kết quả"
    return "nêu trong hạn chế" if figure.said_in == StatementKind.LIMITATION else "nói về chính cuộc họp"


def no_column_of_results(column: str, kind: str) -> str:
    """Return why the figures of a column, by its folded heads, are no results; empty where they are.

    Args:
        column: Its heads.
        kind: Of its figures, a word of `FigureKind`.
    """
    if _ORDINAL_COLUMN.search(column):
        return "số thứ tự"
    if _OTHER_COLUMN.search(column) or (kind != FigureKind.PERCENT and _SHARE_COLUMN.search(column)):
        return "cột so sánh hoặc kế hoạch"
    return ""


def _of_the_meeting(figure: FigureRow) -> bool:
    """Tell whether a sentence that is no statement is on the meeting itself: who came, what it was, a caption.

    Other sentences that tell no result in so many words still report what was done ("tổ chức 9 hội nghị …").
    """
    key = fold(figure.sentence)
    return not key.endswith((".", ";", "…", ":")) or bool(_MEETING.search(key))


def _no_figure_of_its_own(figure: FigureRow, indicator: Indicator) -> str:
    if figure.in_cell or figure.at < 0:
        return ""
    before = fold(figure.sentence[: figure.at])
    if (_CHANGE.search(before) and not _REACHED.search(before)) or _AGAINST.search(before):
        return "số so sánh tăng, giảm"
    if _TARGET.search(before):
        return "số kế hoạch"
    if indicator.over_time is not OverTime.LAST and _RUNNING.search(before):
        return "số lũy kế hoặc hiện có"
    return ""


def _of_another(figure: FigureRow, about: Circumstance) -> str:
    before = figure.sentence[: max(figure.at, 0)]
    for named in about.names.named_in(before):
        if not named.orgs & about.own_orgs:
            return f"nói về đơn vị khác: {named.words}"
    other = _other_period(figure, about.period)
    return f"nói về kỳ khác: {other.label}" if other else ""


def _other_period(figure: FigureRow, period: Period) -> Period | None:
    """Return the period a figure's own words give it where that is not the report's."""
    text = figure.column if figure.in_cell else figure.sentence[: max(figure.at, 0)]
    told = [
        named.period
        for named in named_periods(text, period.first.year)
        if not _NAME_OF_OTHER.search(fold(text[: named.span.start]))
    ]
    return told[-1] if told and not told[-1].contains(period) else None
