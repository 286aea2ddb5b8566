"""Which of several figures of one document are parts of another of them, so that nothing is counted twice."""

import re
from collections.abc import Sequence

from tongket.reading.keyed import fold
from tongket.terms.tables import FigureRow

_PART = re.compile(r"(?<!\w)(?:trong đó|bao gồm|gồm|riêng|cụ thể)(?!\w)[^.]*$")
_TOTAL_ROW = re.compile(r"^(?:[^|]*\|)?\s*(?:tổng cộng|tổng số|tổng|cộng)(?!\w)")


def fraction_place(place: int, figures: Sequence[FigureRow]) -> int:
    """Return 1 for the whole of a fraction (`109` of `106/109 nhiệm vụ`), 0 for its part and for any other figure."""
    return int(place > 0 and _same_place(figures[place], figures[place - 1]))


def parts_of_one(figures: Sequence[FigureRow]) -> list[tuple[int, str]]:
    """Return which of several figures of one indicator in one document are parts of another of them."""
    if len({(figure.low, figure.high) for figure in figures}) == 1:
        return []
    said_to_be = [place for place, figure in enumerate(figures) if _is_part(figure)]
    if 0 < len(said_to_be) < len(figures):
        return [(place, "một phần của số đã nêu") for place in said_to_be]
    wholes = [place for place in range(len(figures)) if fraction_place(place, figures)]
    if wholes:
        return [(place, "mẫu số: tổng số phải làm") for place in wholes]
    return [(place, "một phần của số đã nêu") for place in _adding_up(figures)]


def rows_under_a_total(figures: Sequence[FigureRow]) -> list[int]:
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


def _is_part(figure: FigureRow) -> bool:
    return not figure.in_cell and bool(_PART.search(fold(figure.sentence[: max(figure.at, 0)])))
