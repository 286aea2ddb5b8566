"""What a cell's figure is by a mapping: indicator, org, period; or why it stays out of every total."""

from dataclasses import dataclass
from decimal import Decimal

from tongket.reading.sheets.applying import line_at
from tongket.terms.period import Period
from tongket.terms.profile import Profile
from tongket.terms.records import FigureKind
from tongket.terms.sheet_mapping import LineRole, MappedLine, MappedTable, SheetMapping
from tongket.terms.tables import FigureRow

# As in `figure_reasons`: nothing that reports count comes near.
_BEYOND = Decimal(10) ** 18


@dataclass(frozen=True, slots=True)
class Observed:
    """What a figure is; `indicator` is empty where a `reason`, in Vietnamese, keeps it out of every total."""

    indicator: str
    org: str
    period: str
    reason: str


@dataclass(frozen=True, slots=True)
class CellPlace:
    """Where a figure stands: sheet, table, row and column, as in `SheetFigure`."""

    sheet: str
    table: int
    row: int
    column: int


def observe(mapping: SheetMapping, figure: FigureRow, place: CellPlace, profile: Profile) -> Observed:
    """Return what a figure is by a mapping and a profile.

    Args:
        mapping: That the figure was read with.
        figure: As it is in the ledger.
        place: Its cell.
        profile: Whose orgs and indicators the mapping names.
    """
    tables = [each for each in mapping.tables if (each.sheet, each.table) == (place.sheet, place.table)]
    table = next((each for each in tables if line_at(each.rows, place.row)), None)
    row = line_at(table.rows, place.row) if table else None
    column = line_at(table.columns, place.column) if table else None
    if table is None or row is None or column is None:
        return Observed("", mapping.org, mapping.period, "dòng hoặc cột này không có trong bảng ghép")
    told = [_told(table, row, column, key) for key in ("indicator", "org", "period")]
    indicator, org, period = (value for value, _ in told)
    reason = _out(row, column, org) or next((why for _, why in told if why), "")
    reason = reason or _against(figure, profile, (indicator, org, period))
    return Observed("" if reason else indicator, org, period, reason)


def _told(table: MappedTable, row: MappedLine, column: MappedLine, key: str) -> tuple[str, str]:
    """Return the indicator, org or period of a cell, and why it is none where row and column tell two or nobody one."""
    by_column, by_row, whole = (str(getattr(each, key)) for each in (column, row, table))
    if by_column and by_row and by_column != by_row:
        return "", f"dòng và cột nêu hai {_NAMES[key]} khác nhau"
    found = by_column or by_row or whole
    where = "cột" if key == "indicator" and any(each.org for each in table.rows) else "dòng"
    words = column.words if where == "cột" else row.words
    missing = "chưa rõ kỳ báo cáo" if key == "period" else f"{where} “{words}” chưa ghép với {_NAMES[key]} nào"
    return found, "" if found else missing


_NAMES = {"indicator": "chỉ tiêu", "org": "đơn vị", "period": "kỳ"}


def _out(row: MappedLine, column: MappedLine, org: str) -> str:
    for line in (column, row):
        if line.role is LineRole.OUT or line.reason:
            return line.reason or "không phải kết quả"
        # A total that a person gave an org is that org's own figure.
        if line.role is LineRole.TOTAL and not (line.org and line.org == org):
            return "số tổng của bảng: để đối chiếu"
    return ""


def _against(figure: FigureRow, profile: Profile, told: tuple[str, str, str]) -> str:
    indicator_id, org_id, period_words = told
    indicator = profile.indicator(indicator_id)
    if indicator is None:
        return f"hồ sơ không có chỉ tiêu “{indicator_id}”"
    rows, period = profile.org_rows(org_id), Period.parse(period_words)
    if not rows:
        return f"hồ sơ không có đơn vị “{org_id}”"
    if not any(each.valid_in(period) for each in rows):
        return "đơn vị không tồn tại trong kỳ này"
    if figure.kind == FigureKind.PERCENT and indicator.kind is not FigureKind.PERCENT:
        return "là tỷ lệ phần trăm, chỉ tiêu thì không"
    values = [value for value in (figure.low, figure.high) if value is not None]
    return "số lớn bất thường" if any(abs(value) >= _BEYOND for value in values) else ""
