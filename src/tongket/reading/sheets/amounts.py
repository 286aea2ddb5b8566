"""The number of a cell with its bounds: `1.234,5`, `trên 150`, `gần 1.300 lượt`, `từ 3 đến 4`, `ước 300`, `97,5%`."""

import re
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from tongket.reading.figures.context import FigureLists, figure_lists, read_bounds, words_before
from tongket.reading.figures.numbers import Amount, read_amount, tidy
from tongket.reading.keyed import fold
from tongket.terms.quantity import Quantity

# What a note behind a number may say of it: "300 (ước)", "150 (ước đạt)".
_ROUGH_NOTE = re.compile(r"(?:^|\s)\(?(?:số )?(?:ước tính|ước đạt|ước thực hiện|ước|khoảng|tạm tính)\)?$")
_SIGNS = (
    (re.compile(r"^(?:>=?|≥)\s*"), "trên "),
    (re.compile(r"^(?:<=?|≤)\s*"), "dưới "),
    (re.compile(r"^(?:~|≈)\s*"), "khoảng "),
)
_FROM = "từ "
# Right behind a number these make it a date, a fraction or a place in an outline.
_GOES_ON = frozenset("/.,:-")
_JOINT = re.compile(r" ?(?:-|đến|tới) ?")
# Words behind a number that only repeat what is counted: no more than these, and no further digits among them.
_MEASURE = re.compile(r"[^\d]{0,40}")
_SHEET_DECIMAL = re.compile(r"-?[0-9]+\.(?:[0-9]{1,2}|[0-9]{4,})")


class CellAmount(NamedTuple):
    """What a cell tells: the number with its bounds, the words behind it, whether a percent sign stands there."""

    quantity: Quantity
    words: str
    percent: bool


# Every cell is looked at several times on the way from layout to figures.
@lru_cache(maxsize=1 << 16)
def read_cell(text: str) -> CellAmount | None:
    """Return the number of a cell, None where it holds none or something else beside it.

    Args:
        text: What the cell shows; numbers in Vietnamese writing, as `document` shows the numbers of a sheet.
    """
    key = fold(" ".join(text.split()))
    if _SHEET_DECIMAL.fullmatch(key):  # of foreign habit: no group of thousands has one, two or four digits
        value = Decimal(key)
        return CellAmount(Quantity(value, value), "", percent=False) if value >= 0 else None
    for sign, word in _SIGNS:
        key = sign.sub(word, key)
    at = next((place for place, char in enumerate(key) if char.isascii() and char.isdigit()), -1)
    ranged = at >= 0 and key[:at].endswith(_FROM)
    lead = _lead(key, at - len(_FROM) if ranged else at, figure_lists()) if at >= 0 else None
    amount = read_amount(key, at) if lead is not None else None
    if lead is None or amount is None:
        return None
    between = _between(key, amount, rough=lead[2])
    return between or (None if ranged else _bounded(key, amount, lead))


def is_number(text: str) -> bool:
    """Tell whether a cell holds a number and at most its bounds or its measure."""
    return read_cell(text) is not None


def _lead(key: str, at: int, lists: FigureLists) -> tuple[bool, bool, bool] | None:
    """Return whether the words before the number open it below, above, or call it rough; None for other words."""
    if not key[:at].strip():
        return False, False, False
    # A range has its own "từ" between these words and its number; they end where it begins.
    bounds = read_bounds(words_before(key, at, 0, lists), at, lists)
    alone = bounds.taken and not key[: bounds.start].strip()
    return (bounds.low_open, bounds.high_open, bounds.approx) if alone else None


def _between(key: str, first: Amount, *, rough: bool) -> CellAmount | None:
    joint = _JOINT.match(key, first.end)
    second = read_amount(key, joint.end()) if joint and key[joint.end() : joint.end() + 1].isdigit() else None
    if second is None:
        return None
    low = first.times(second.scale) if second.scaled and not first.scaled else first
    tail = _tail(key, second.end)
    if tail is None or low.value > second.value:
        return None
    words, percent, note = tail
    return CellAmount(Quantity(low.value, second.value, rough or note), words, percent)


def _bounded(key: str, amount: Amount, lead: tuple[bool, bool, bool]) -> CellAmount | None:
    tail = _tail(key, amount.end)
    if tail is None:
        return None
    words, percent, note = tail
    low_open, high_open, rough = lead
    value = tidy(amount.value)
    quantity = Quantity(None if low_open else value, None if high_open else value, rough or note)
    return CellAmount(quantity, words, percent)


def _tail(key: str, end: int) -> tuple[str, bool, bool] | None:
    """Return the words behind a number, whether a percent sign leads them, whether a note calls it rough."""
    if key[end : end + 1] in _GOES_ON:
        return None
    rest = key[end:].strip()
    percent = rest.startswith("%")
    words = _ROUGH_NOTE.sub("", rest.removeprefix("%")).strip()
    return (words, percent, words != rest.removeprefix("%").strip()) if _MEASURE.fullmatch(words) else None
