"""Figures as a form takes them: how exactly they are known, and one or two numbers."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from tongket.reading.sheets.amounts import read_cell
from tongket.review.wording import number
from tongket.terms.profile import Indicator
from tongket.terms.records import FigureKind


class Bound(StrEnum):
    """How exactly a figure is known."""

    EXACT = "exact"
    OVER = "over"
    UNDER = "under"
    ABOUT = "about"
    BETWEEN = "between"


_SAID = {Bound.EXACT: "{}", Bound.OVER: "trên {}", Bound.UNDER: "dưới {}", Bound.ABOUT: "khoảng {}"}


@dataclass(frozen=True, slots=True)
class Typed:
    """What stands in the fields of one indicator, as typed; `high` is only for a figure between two numbers."""

    bound: Bound = Bound.EXACT
    low: str = ""
    high: str = ""

    @property
    def empty(self) -> bool:
        """Whether nothing is told."""
        return not self.low.strip() and not self.high.strip()


def cells_of_typed(
    typed: Mapping[str, Typed], indicators: Iterable[Indicator]
) -> tuple[dict[str, str], dict[str, str]]:
    """Return what stands in the cells, and what is wrong, both by indicator id.

    Args:
        typed: By indicator id.
        indicators: Those of the form.
    """
    cells: dict[str, str] = {}
    wrong: dict[str, str] = {}
    for indicator in indicators:
        fields = typed.get(indicator.id, Typed())
        if fields.empty:
            continue
        numbers = [fields.low, fields.high] if fields.bound is Bound.BETWEEN else [fields.low]
        values = [_plain_number(each) for each in numbers]
        bad = _fault(fields, numbers, values)
        if bad:
            wrong[indicator.id] = bad
        else:
            cells[indicator.id] = _said(fields.bound, [each for each in values if each is not None], indicator)
    return cells, wrong


def typed_of_cell(text: str) -> Typed:
    """Return the fields that say what a cell says; a cell that holds no figure stands in the first as it is."""
    amount = read_cell(text) if text.strip() else None
    if amount is None:
        return Typed(low=text)
    low, high = amount.quantity.low, amount.quantity.high
    if low is None or high is None:
        return Typed(Bound.OVER if high is None else Bound.UNDER, number(low or high or Decimal(0)))
    if low != high:
        return Typed(Bound.BETWEEN, number(low), number(high))
    return Typed(Bound.ABOUT if amount.quantity.approx else Bound.EXACT, number(low))


def fault_of_cell(text: str) -> str:
    """Return what is wrong with a cell of a sheet; empty where it holds a figure."""
    return "" if read_cell(text) else f"không hiểu “{text[:60]}”; hãy ghi một số như 1.250, hoặc như “trên 150.000”"


def _plain_number(text: str) -> Decimal | None:
    """Return a number without bounds or words; None for anything else."""
    amount = read_cell(text.strip().removesuffix("%").strip())
    return amount.quantity.low if amount and amount.quantity.exact and not amount.words else None


def _fault(fields: Typed, numbers: list[str], values: list[Decimal | None]) -> str:
    for written, value in zip(numbers, values, strict=True):
        if not written.strip():
            return "còn thiếu một số: hãy ghi cả hai số “từ” và “đến”"
        if value is None:
            return f"không hiểu “{written.strip()[:60]}”; hãy chỉ ghi số, ví dụ 1.250 hoặc 12,5"
    low, *rest = (value for value in values if value is not None)
    if rest and rest[0] < low:
        return "số “từ” lớn hơn số “đến”: hãy đổi chỗ hai số"
    if fields.bound is not Bound.BETWEEN and fields.high.strip():
        return "có số “đến” nhưng mức ghi không phải “từ – đến”: hãy chọn lại mức ghi hoặc xóa số “đến”"
    return ""


def _said(bound: Bound, values: list[Decimal], indicator: Indicator) -> str:
    sign = "%" if indicator.kind is FigureKind.PERCENT else ""
    written = [number(value) + sign for value in values]
    return f"từ {number(values[0])} đến {written[1]}" if bound is Bound.BETWEEN else _SAID[bound].format(written[0])
