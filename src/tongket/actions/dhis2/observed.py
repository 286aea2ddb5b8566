"""What the values of a DHIS2 file are by a profile: indicator, org, period; what cannot be matched is a finding."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tongket.actions.dhis2.identifiers import Identifiers, sole_categories
from tongket.actions.dhis2.periods import period_of_code
from tongket.actions.dhis2.values import DataValue, DataValueSet, read_values
from tongket.actions.entries import finding_row
from tongket.ledger.entries import rows_of
from tongket.ledger.names import entry_id
from tongket.reading.form import reading_from_json
from tongket.terms.finding import Finding, Severity
from tongket.terms.profile import Profile
from tongket.terms.tables import AttributionRow, FigureRow, FormRow, ObservationRow, ReadingRow, Row

EXCHANGE = "+dhis2/1"
"""Behind the reader's version: the reading took the file as DHIS2's `dataValueSets`."""


@dataclass(frozen=True, slots=True)
class _Told:
    """What a value is; `code` and `subject` of the finding where something of it is not known."""

    indicator: str = ""
    org: str = ""
    period: str = ""
    reason: str = ""
    code: str = ""
    subject: str = ""


def is_exchange(row: ReadingRow) -> bool:
    """Tell whether a reading took its file as DHIS2's `dataValueSets`."""
    return row.reader.endswith(EXCHANGE)


def rows_of_exchange(row: ReadingRow, profile: Profile, mapping: str, replaces: str) -> list[Row]:
    """Return the attribution, observations and findings of a DHIS2 file by a profile; meanings as in `attribute`."""
    values = read_values(reading_from_json(rows_of(FormRow, id=row.id)[0].form).text)
    ids, sole = Identifiers(profile), sole_categories(values)
    told = {each.told: _told(each, ids, sole) for each in values.values}
    figures = rows_of(FigureRow, reading=row.id)
    observations = []
    for figure in figures:
        each = told[figure.start, figure.end]  # type: ignore[index] # a span is a pair
        observations.append(
            ObservationRow(
                entry_id("B", mapping, figure.id), mapping, figure.id, row.document,
                each.indicator, each.org, each.period, each.reason,
            )
        )  # fmt: skip
    findings = [finding_row(each, row.id, row.document, mapping) for each in _findings(told.values())]
    return [_attribution(row, mapping, replaces, values, told.values()), *observations, *findings]


def _attribution(
    row: ReadingRow, mapping: str, replaces: str, values: DataValueSet, told: Iterable[_Told]
) -> AttributionRow:
    """Say whose the file is where all of its values are of one org and period."""
    pairs = {(each.org, each.period) for each in told if each.org and each.period}
    org, period = pairs.pop() if len(pairs) == 1 else ("", "")
    basis = ("orgUnit" if org else "", "period" if period else "")
    return AttributionRow(
        entry_id("W", mapping, row.id), mapping, row.id, row.document,
        org, basis[0], period, basis[1], values.complete, replaces,
    )  # fmt: skip


def _told(value: DataValue, ids: Identifiers, sole: frozenset[str]) -> _Told:
    period = period_of_code(value.period)
    if period is None:
        return _Told(reason=f"không đọc được kỳ “{value.period}”", code="PERIOD-UNKNOWN", subject=value.period)
    indicator, org = ids.indicator_of(value, sole), ids.org_of(value.their_org, period)
    at = str(period)
    if not indicator:
        named = f"{value.element}.{value.category}" if value.category else value.element
        reason = f"phần tử dữ liệu “{named}” chưa ghép với chỉ tiêu nào"
        return _Told("", org, at, reason, "DATA-ELEMENT-UNKNOWN", named)
    if not org:
        why = "không tồn tại trong kỳ này" if ids.knows_their_org(value.their_org) else "chưa ghép với đơn vị nào"
        return _Told("", "", at, f"“{value.their_org}” {why}", "ORG-UNIT-UNKNOWN", value.their_org)
    reason = "DHIS2 ghi là đã xóa" if value.deleted else ""
    return _Told("" if reason else indicator, org, at, reason)


_MESSAGES = {
    "PERIOD-UNKNOWN": "Kỳ “{subject}” không phải tháng, quý, nửa năm hay năm của DHIS2: "
    "{count} giá trị không được cộng.",
    "DATA-ELEMENT-UNKNOWN": "Phần tử dữ liệu “{subject}” chưa ghép với chỉ tiêu nào: {count} giá trị không được cộng. "
    "Hãy thêm vào [dhis2.elements] của hồ sơ.",
    "ORG-UNIT-UNKNOWN": "Đơn vị “{subject}” của DHIS2 chưa ghép với đơn vị nào còn tồn tại trong kỳ: {count} giá trị "
    "không được cộng. Hãy thêm vào [dhis2.orgs] của hồ sơ.",
}


def _findings(told: Iterable[_Told]) -> Iterator[Finding]:
    """Tell each thing that is not known once, with how many values it keeps out."""
    counts: dict[tuple[str, str], int] = {}
    for each in told:
        if each.code:
            counts[each.code, each.subject] = counts.get((each.code, each.subject), 0) + 1
    for (code, subject), count in counts.items():
        yield Finding(code, Severity.WARNING, _MESSAGES[code].format(subject=subject, count=count))
