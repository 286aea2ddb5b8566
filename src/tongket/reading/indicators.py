"""Which of the profile's indicators a figure is, or why it is none: transparent rules, no scores.

A figure counts for a period when it stands in a table or in a sentence that is neither task nor limitation nor on
the meeting itself, and is neither a target, a change against another time, a running total, a figure of another org
or period, nor part of a figure beside it. Of the indicators whose noun begins its noun the longest wins; then the
one whose needed word stands nearest: in its clause, its sentence, the sentence before, the headings above. Where two
are left it is neither, but of a percent's part and base: "5.916/6.000 đảng viên" is both in this order, a lone
figure is the part.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

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
_PART = re.compile(r"(?<!\w)(?:trong đó|bao gồm|gồm|riêng|cụ thể)(?!\w)[^.]*$")
# A year that belongs to the name of a directive, a programme or a day tells no period of the work.
_NAME_OF_OTHER = re.compile(
    r"(?<!\w)(?:nghị quyết|chỉ thị|kết luận|quyết định|kế hoạch|chương trình|đề án|hướng dẫn|luật|thông báo|ngày|sinh)"
    r"(?!\w)[^,;.]*$"
)
_OTHER_COLUMN = re.compile(
    r"(?<!\w)(?:so sánh|so với|cùng kỳ|kế hoạch|chỉ tiêu giao|tăng|giảm|lũy kế|tỷ lệ|tỉ lệ)(?!\w)|%"
)
_ORDINAL_COLUMN = re.compile(r"(?:^|/ )(?:s?tt|số tt|số thứ tự)\.?$")
_COUNT_WORD = re.compile(r"^(?:tổng )?số (?:lượng )?")
_MEETING = re.compile(
    r"^(?:(?:đến|cùng|về|tới)\s+)?(?:dự|tham dự|chủ trì|nhân dịp|tại hội nghị|phát biểu|quang cảnh|ảnh|hội nghị)(?!\w)"
    r"|(?<!\w)(?:hội nghị|buổi làm việc) (?:tổng kết|sơ kết|giao ban)(?!\w)"
)
_TOTAL_ROW = re.compile(r"^(?:[^|]*\|)?\s*(?:tổng cộng|tổng số|tổng|cộng)(?!\w)")
# Nothing that reports count comes near: it is a broken number, and beyond what a total can hold exactly.
_BEYOND = Decimal(10) ** 18
# How many of the contexts are the figure's own sentence: its clause and the whole of it.
_OWN_SENTENCE = 2
_CLAUSE_END = re.compile(r"[;]|\.(?=\s)")


@dataclass(frozen=True, slots=True)
class Circumstance:
    """What is known of the document a figure stands in: its org's and period's own words are not another's."""

    period: Period
    own_orgs: frozenset[str]
    names: OrgNames


@dataclass(frozen=True, slots=True)
class Reckoned:
    """What a figure is: an indicator, or the reason in Vietnamese why it is none."""

    indicator: str = ""
    reason: str = ""


def reckon(figures: Sequence[FigureRow], indicators: Sequence[Indicator], about: Circumstance) -> list[Reckoned]:
    """Return for every figure of one document what it is, in their order.

    Args:
        figures: Of one document.
        indicators: Of the profile.
        about: Whose document it is and for which period.
    """
    first = [
        _reckoned(figure, _words_after(figure, figures), _fraction_place(place, figures), indicators, about)
        for place, figure in enumerate(figures)
    ]
    for place in _rows_under_a_total(figures):
        first[place] = Reckoned(reason="một dòng của bảng có dòng tổng")
    by_indicator: dict[str, list[int]] = {}
    for place, each in enumerate(first):
        if each.indicator:
            by_indicator.setdefault(each.indicator, []).append(place)
    for places in by_indicator.values():
        for place, reason in _parts([figures[place] for place in places]):
            first[places[place]] = Reckoned(reason=reason)
    return first


def _words_after(figure: FigureRow, figures: Sequence[FigureRow]) -> str:
    """Return the figure with the words up to the next figure of its clause: what follows a figure describes it."""
    if figure.in_cell or figure.at < 0:
        return figure.sentence
    ends = [
        other.at for other in figures if other.sentence == figure.sentence and other.at >= figure.at + len(figure.quote)
    ]
    stop = _CLAUSE_END.search(figure.sentence, figure.at + len(figure.quote))
    return figure.sentence[figure.at : min([*ends, stop.start() if stop else len(figure.sentence)])]


def _fraction_place(place: int, figures: Sequence[FigureRow]) -> int:
    """Return 1 for the whole of a fraction (`109` of `106/109 nhiệm vụ`), 0 for its part and for any other figure."""
    return int(place > 0 and _same_place(figures[place], figures[place - 1]))


def _reckoned(
    figure: FigureRow, after: str, fraction_place: int, indicators: Sequence[Indicator], about: Circumstance
) -> Reckoned:
    best = _best(figure, after, indicators)
    if not best:
        return Reckoned(reason="không thuộc chỉ tiêu nào của hồ sơ")
    found = best[0] if len(best) == 1 else _of_fraction(best, indicators, fraction_place)
    if found is None:
        return Reckoned(reason="có thể thuộc nhiều chỉ tiêu: " + ", ".join(each.name for each in best))
    reason = (
        _too_large(figure) or _no_result(figure) or _no_figure_of_its_own(figure, found) or _of_another(figure, about)
    )
    return Reckoned(reason=reason) if reason else Reckoned(found.id)


def _of_fraction(best: Sequence[Indicator], indicators: Sequence[Indicator], place: int) -> Indicator | None:
    """Tell a percent's part from its base where nothing but the order does."""
    ids = {each.id for each in best}
    for percent in indicators:
        if percent.part and percent.base and ids == {percent.part, percent.base}:
            asked = percent.base if place else percent.part
            return next(each for each in best if each.id == asked)
    return None


def _best(figure: FigureRow, after: str, indicators: Iterable[Indicator]) -> list[Indicator]:
    """Return the indicators whose noun and words fit best; several where nothing tells them apart."""
    contexts = _contexts(figure)
    ranked: list[tuple[tuple[int, int, int], Indicator]] = []
    for indicator in indicators:
        if indicator.kind is not FigureKind(figure.kind) or _has_any(indicator.refuses, fold(after)):
            continue
        length = _noun_length(indicator, figure)
        # Without a noun to hold on to, headings and other sentences would draw in figures of anything.
        rank = _nearest(indicator.needs, contexts if indicator.nouns else contexts[:_OWN_SENTENCE])
        if length is not None and rank is not None and (length or indicator.needs):
            ranked.append(((-length, rank, _distance(indicator.needs, figure)), indicator))
    least = min((key for key, _ in ranked), default=None)
    return [indicator for key, indicator in ranked if key == least]


def _contexts(figure: FigureRow) -> list[str]:
    """Return the words around a figure from near to far, folded."""
    prose = [_clause(figure), figure.sentence, figure.before]
    near = [figure.sentence, figure.column] if figure.in_cell else prose
    return [fold(text) for text in (*near, *reversed(figure.headings.split("\n")))]


def _clause(figure: FigureRow) -> str:
    start, end = max(figure.at, 0), max(figure.at, 0) + len(figure.quote)
    sentence = figure.sentence
    begin = max((hit.end() for hit in _CLAUSE_END.finditer(sentence, 0, start)), default=0)
    stop = _CLAUSE_END.search(sentence, end)
    return sentence[begin : stop.start() if stop else len(sentence)]


def _noun_length(indicator: Indicator, figure: FigureRow) -> int | None:
    """Return the length of the longest noun of `indicator` that begins the figure's; None where none does."""
    if not indicator.nouns:
        return 0
    nouns = [fold(" ".join(figure.noun.split()))]
    if figure.in_cell:
        cells = (*figure.sentence.split("|"), *figure.column.split("/"))
        nouns += [_COUNT_WORD.sub("", fold(cell.strip())) for cell in cells]
    lengths = [len(noun) for noun in map(fold, indicator.nouns) if any(_begins(each, noun) for each in nouns)]
    return max(lengths, default=None)


def _begins(text: str, noun: str) -> bool:
    return text.startswith(noun) and not text[len(noun) : len(noun) + 1].isalnum()


def _nearest(words: Sequence[str], contexts: Sequence[str]) -> int | None:
    if not words:
        return len(contexts)
    return next((place for place, text in enumerate(contexts) if _has_any(words, text)), None)


def _has_any(words: Sequence[str], key: str) -> bool:
    return bool(words) and _any_of(tuple(words)).search(key) is not None


def _distance(words: Sequence[str], figure: FigureRow) -> int:
    """Return how many characters lie between the figure and the nearest of `words` in its sentence."""
    if not words or figure.at < 0:
        return len(figure.sentence)
    end = figure.at + len(figure.quote)
    gaps = [
        0 if hit.start() < end and figure.at < hit.end() else max(figure.at - hit.end(), hit.start() - end)
        for hit in _any_of(tuple(words)).finditer(fold(figure.sentence))
    ]
    return min(gaps, default=len(figure.sentence))


@lru_cache(maxsize=512)
def _any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(r"(?<!\w)(?:" + "|".join(re.escape(fold(word)) for word in words) + r")(?!\w)")


def _too_large(figure: FigureRow) -> str:
    values = [value for value in (figure.low, figure.high) if value is not None]
    return "số lớn bất thường" if any(abs(value) >= _BEYOND for value in values) else ""


def _no_result(figure: FigureRow) -> str:
    if figure.in_cell:
        return _no_column_of_results(fold(figure.column))
    if figure.said_in == StatementKind.RESULT or (not figure.said_in and not _of_the_meeting(figure)):
        return ""
    if figure.said_in == StatementKind.TASK:
        return "nêu trong nhiệm vụ, không phải kết quả"
    return "nêu trong hạn chế" if figure.said_in == StatementKind.LIMITATION else "nói về chính cuộc họp"


def _no_column_of_results(column: str) -> str:
    if _ORDINAL_COLUMN.search(column):
        return "số thứ tự"
    return "cột so sánh hoặc kế hoạch" if _OTHER_COLUMN.search(column) else ""


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


def _parts(figures: Sequence[FigureRow]) -> list[tuple[int, str]]:
    """Return which of several figures of one indicator in one document are parts of another of them."""
    if len({(figure.low, figure.high) for figure in figures}) == 1:
        return []
    said_to_be = [place for place, figure in enumerate(figures) if _is_part(figure)]
    if 0 < len(said_to_be) < len(figures):
        return [(place, "một phần của số đã nêu") for place in said_to_be]
    wholes = [place for place in range(len(figures)) if _fraction_place(place, figures)]
    if wholes:
        return [(place, "mẫu số: tổng số phải làm") for place in wholes]
    return [(place, "một phần của số đã nêu") for place in _adding_up(figures)]


def _is_part(figure: FigureRow) -> bool:
    return not figure.in_cell and bool(_PART.search(fold(figure.sentence[: max(figure.at, 0)])))


def _rows_under_a_total(figures: Sequence[FigureRow]) -> list[int]:
    """Return the places of the figures in tables whose columns end in a total: each is part of that one."""
    totalled = {
        (figure.headings, figure.column)
        for figure in figures
        if figure.in_cell and _TOTAL_ROW.search(fold(figure.sentence))
    }
    return [
        place
        for place, figure in enumerate(figures)
        if figure.in_cell
        and (figure.headings, figure.column) in totalled
        and not _TOTAL_ROW.search(fold(figure.sentence))
    ]


def _same_place(figure: FigureRow, other: FigureRow) -> bool:
    return (figure.start, figure.end) == (other.start, other.end)


def _adding_up(figures: Sequence[FigureRow]) -> list[int]:
    """Return the places of the figures that add up to the largest of them, exact ones only."""
    lows = [figure.low for figure in figures]
    values = [low for low in lows if low is not None]
    if len(values) != len(figures) or not all(figure.quantity.exact for figure in figures):
        return []
    largest = max(values)
    parts = [place for place, value in enumerate(values) if value != largest]
    return parts if len(parts) > 1 and sum(values[place] for place in parts) == largest else []
