"""How numbers, bounds, days and kinds are written in an official report.

Numbers take `.` between groups of three digits and `,` before decimals. Bounds are written as people write
them: `trên 21.500`, `gần 1.300`, `khoảng 500`, `từ 300 đến 400`.
"""

from datetime import date
from decimal import Decimal

from tongket.terms.quantity import Quantity, rounded
from tongket.terms.records import EventKind, FigureKind

PERCENT_PLACES = 2
"""Reports give shares with at most two decimals (`99,16%`)."""

UNKNOWN = "chưa xác định"
"""A number open on both sides: some orgs gave only a lowest, others only a highest value."""

_LAST_PADDED_MONTH = 2  # Nghị định 30/2020: days under 10 and months 1 and 2 take a leading zero, other months none
_LAST_PADDED_DAY = 9

_MONEY_WORDS = (
    (Decimal(10**9), Decimal(10**6), "tỷ đồng"),
    (Decimal(10**6), Decimal(10**3), "triệu đồng"),
)  # largest first: (from here on, only whole multiples of this, the word)

_EVENT_KINDS = {
    EventKind.REVIEW: "hội nghị sơ kết, tổng kết",
    EventKind.BRIEFING: "hội nghị giao ban, thông tin",
    EventKind.INSPECTION: "kiểm tra, giám sát, làm việc với cơ sở",
    EventKind.STUDY: "hội nghị học tập, quán triệt",
    EventKind.TRAINING: "lớp tập huấn, bồi dưỡng",
    EventKind.WORKSHOP: "hội thảo, tọa đàm",
    EventKind.CONTEST: "cuộc thi, hội thi",
    EventKind.CEREMONY: "lễ kỷ niệm, gặp mặt",
    EventKind.CONGRESS: "đại hội",
    EventKind.OTHER: "hoạt động khác",
}


def number(value: Decimal) -> str:
    """Write a number with Vietnamese marks, without zeros behind the last decimal that says something."""
    whole, _, decimals = f"{value:,f}".partition(".")
    decimals = decimals.rstrip("0")
    text = whole.replace(",", ".") + ("," + decimals if decimals else "")
    return "0" if text == "-0" else text


def money(value: Decimal) -> str:
    """Write an amount in đồng, in tỷ or triệu where that loses nothing."""
    for least, step, word in _MONEY_WORDS:
        if abs(value) >= least and value % step == 0:
            return f"{number(value / least)} {word}"
    return f"{number(value)} đồng"


def bounded(quantity: Quantity, kind: FigureKind = FigureKind.COUNT, *, summed: bool = False) -> str:
    """Write a number with its bounds, without its measure.

    Args:
        quantity: The bounds; percents in percent, money in đồng.
        kind: What the figure is, which says how its value is written.
        summed: True for a total of several figures: open below it is `dưới`, since a sum of figures that are
            each "near" their bound may be far from the sum of the bounds.
    """
    low, high = quantity.low, quantity.high
    if low is not None and high is not None:
        return _closed(_value(low, kind), _value(high, kind), approx=quantity.approx)
    about = "ước " if quantity.approx else ""
    if low is not None:
        return f"{about}trên {_value(low, kind)}"
    if high is not None:
        return f"{about}{'dưới' if summed else 'gần'} {_value(high, kind)}"
    return UNKNOWN


def figure(quantity: Quantity, measure: str = "", kind: FigureKind = FigureKind.COUNT, *, summed: bool = False) -> str:
    """Write a number with its bounds and, for a count, its measure: `trên 21.500 lượt`, `97,5%`."""
    text = bounded(quantity, kind, summed=summed)
    counted = measure and kind is FigureKind.COUNT and text != UNKNOWN
    return f"{text} {measure}" if counted else text


def _closed(low: str, high: str, *, approx: bool) -> str:
    if low == high:
        return f"khoảng {low}" if approx else low
    return f"{'khoảng ' if approx else ''}từ {low} đến {high}"


def _value(value: Decimal, kind: FigureKind) -> str:
    if kind is FigureKind.PERCENT:
        return number(rounded(value, PERCENT_PLACES)) + "%"
    return money(value) if kind is FigureKind.MONEY else number(value)


def date_line(place: str, issued: date | None) -> str:
    """Write the date line of a heading; dots stand where the day is to be written in by hand."""
    if issued is None:
        return f"{place}, ngày … tháng … năm …"
    day = f"{issued.day:02d}" if issued.day <= _LAST_PADDED_DAY else str(issued.day)
    month = f"{issued.month:02d}" if issued.month <= _LAST_PADDED_MONTH else str(issued.month)
    return f"{place}, ngày {day} tháng {month} năm {issued.year}"


def day(iso: str | None) -> str:
    """Write an ISO date, month or year as reports do: `27/12/2023`, `tháng 12/2023`, `năm 2023`; empty for None."""
    parts = (iso or "").split("-")
    if not parts[0]:
        return ""
    if len(parts) == 1:
        return f"năm {parts[0]}"
    shown = [str(int(part)) for part in reversed(parts[1:])]
    return ("tháng " if len(shown) == 1 else "") + "/".join([*shown, parts[0]])


def event_kind(kind: EventKind) -> str:
    """Name a kind of event."""
    return _EVENT_KINDS[kind]
