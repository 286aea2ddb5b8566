"""What the columns of a table mean by their heads: indicators, orgs or periods; plans and comparisons are none."""

from dataclasses import replace

from tongket.reading.figure_reasons import no_column_of_results
from tongket.reading.keyed import fold
from tongket.reading.sheets.layout import words_of
from tongket.reading.sheets.matching import (
    WHOLE_YEAR,
    Match,
    bare,
    indicator_of,
    is_rough,
    kind_in,
    measure_in,
    org_of,
    period_of,
    scale_in,
    without_periods,
)
from tongket.reading.sheets.proposal import How, ProposedLine, Remark, Scene, remark_on
from tongket.terms.period import Period
from tongket.terms.sheet_mapping import LineRole, MappedLine

_BREAK = " / "
_ORG_TOLD = Match(sure=True, why="trùng tên đơn vị")
_FIGURES = Remark(How.SURE, "cột số liệu")
_TOTAL_COLUMN = Remark(How.OUT, "cột tổng: để đối chiếu với các cột khác, không cộng thêm")
_NO_HEAD = Remark(How.UNKNOWN, "cột không có tiêu đề")


def propose_columns(scene: Scene, *, rows_tell_indicators: bool, rows_tell_orgs: bool) -> list[ProposedLine]:
    """Return the columns that hold figures.

    Args:
        scene: The table with what it is read with.
        rows_tell_indicators: Then a head need not.
        rows_tell_orgs: Then no head is sought among the orgs.
    """
    found = [
        _column(scene, column, indicators=not rows_tell_indicators, orgs=not rows_tell_orgs)
        for column in scene.table.numbers
    ]
    across = any(each.line.org for each in found)
    return [_total(each) if across and _names_total(each) else each for each in found]


def _column(scene: Scene, column: int, *, indicators: bool, orgs: bool) -> ProposedLine:
    heads = scene.table.head_of(column)
    org = next((match for head in heads if orgs and (match := org_of(head, scene.orgs)).sure), None)
    left = [head for head in heads if not (orgs and org_of(head, scene.orgs).sure)]
    period = next((found for head in reversed(left) if (found := period_of(head, scene.year))), None)
    words = [rest for head in left if (rest := without_periods(head)) and not _only_period(head, scene.year)]
    measure = measure_in(" ".join(left)) or ("" if scene.table.measure else scene.measure)
    line = MappedLine(
        column,
        _BREAK.join(heads),
        org=org.told if org else "",
        period=_other(period, scene.period),
        scale=scale_in(measure),
        approx=any(is_rough(head) for head in left),
    )
    told = [_ORG_TOLD] if org else []
    if not indicators:
        return _of_values(line, words, told, alone=len(scene.table.numbers) == 1)
    match = indicator_of(tuple(words), measure, scene.title, scene.profile.indicators)
    reason = no_column_of_results(fold(line.words), kind_in(" ".join([measure, *words])).value)
    if reason and not match.sure:
        return ProposedLine(replace(line, role=LineRole.OUT, reason=reason), Remark(How.OUT, reason))
    if not words:
        return ProposedLine(line, _NO_HEAD)
    return ProposedLine(replace(line, indicator=match.told), remark_on([*told, match]))


def _of_values(line: MappedLine, words: list[str], told: list[Match], *, alone: bool) -> ProposedLine:
    """Judge a column where the rows say what is counted: it may only say for whom, for when, or that figures follow."""
    reason = no_column_of_results(fold(line.words), kind_in(line.words).value)
    if reason:
        return ProposedLine(replace(line, role=LineRole.OUT, reason=reason), Remark(How.OUT, reason))
    plain = all(fold(word).strip(" .:") in words_of("value") or _only_rough(word) for word in words)
    if plain or alone:
        return ProposedLine(line, remark_on(told) if told else _FIGURES)
    why = "không rõ cột này nêu gì: hãy điền org hoặc period, hoặc bỏ role"
    out = replace(line, role=LineRole.OUT, reason="không rõ cột này nêu gì")
    return ProposedLine(out, Remark(How.UNKNOWN, why))


def _only_rough(word: str) -> bool:
    return bare(word).removeprefix("ước").strip() in {"", *words_of("value")}


def _only_period(head: str, year: int | None) -> bool:
    """Tell whether a head names a period and nothing else ("Năm 2024", "Cả năm", "2024")."""
    rest = fold(without_periods(head)).strip(" .:()")
    return period_of(head, year) is not None and (rest in WHOLE_YEAR or not any(char.isalpha() for char in rest))


def _other(period: Period | None, whole: Period | None) -> str:
    return "" if period is None or period == whole else str(period)


def _names_total(each: ProposedLine) -> bool:
    words = {key for word in each.line.words.split(_BREAK) for key in (bare(word), fold(word).strip(" .:"))}
    return not each.line.org and not words.isdisjoint(words_of("total"))


def _total(each: ProposedLine) -> ProposedLine:
    return ProposedLine(replace(each.line, role=LineRole.TOTAL, reason=""), _TOTAL_COLUMN)
