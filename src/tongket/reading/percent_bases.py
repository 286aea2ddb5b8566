"""Of which figure a percent is told: "35/35 chi bộ (100%)", "đạt 98,5% so với 12.400 đảng viên".

Told by a fraction right before the percent that comes to it, or by words between the percent and a count after it.
Where part and whole come to another percent, nothing is told: one of the three was meant otherwise.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from tongket.reading.figure_parts import fraction_place
from tongket.reading.indicators import Reckoned
from tongket.reading.keyed import fold
from tongket.terms.profile import Indicator
from tongket.terms.records import FigureKind
from tongket.terms.tables import FigureRow

# Between a fraction and its percent: what is counted and who they are, no other figure and no end of a sentence.
_AFTER_FRACTION = re.compile(
    r"^[^;:.\d]{0,80}[(,]?\s*(?:(?:đạt|chiếm|bằng|tức|tỷ lệ|tỉ lệ|hoàn thành|là)\s+){0,3}\(?\s*$"
)
# Between a percent and the count that it is a part of.
_OF = re.compile(r"^\s*\)?\s*(?:(?:(?:so với|của|trên|trong)\s+)?(?:tổng số|trong số|tổng)|so với|trên)\s+\(?\s*$")
_NEAR = 120
# A fraction of equals is read as one figure, which is the part and the whole.
_ALL_OF = re.compile(r"^\s*(\d[\d.,]*)\s*/\s*\1(?!\d)")
_HUNDRED = 100


@dataclass(frozen=True, slots=True)
class Base:
    """What a percent is of, as places among the figures; `part` is None where only the whole is told."""

    whole: int
    part: int | None = None


def base_of(place: int, figures: Sequence[FigureRow]) -> Base | None:
    """Return the base of a percent; None for any other figure and where none is told.

    Where all of the whole is there ("35/35"), part and whole are one figure.

    Args:
        place: Of the percent among `figures`.
        figures: All of one document, in the order of its text; the part of a fraction before its whole.
    """
    percent = figures[place]
    if percent.kind != FigureKind.PERCENT or percent.in_cell or percent.at < 0:
        return None
    return _fraction_before(place, figures) or _count_after(place, figures)


def is_all_of(figure: FigureRow) -> bool:
    """Tell whether a figure is a fraction of equals ("35/35 chi bộ"): one figure that is the part and the whole."""
    return figure.quantity.exact and _ALL_OF.match(figure.quote) is not None


def _fraction_before(place: int, figures: Sequence[FigureRow]) -> Base | None:
    percent = figures[place]
    for whole in range(place - 1, -1, -1):
        other = figures[whole]
        if other.sentence != percent.sentence or other.at < 0 or percent.start - other.end > _NEAR:
            return None
        part = whole if is_all_of(other) else whole - fraction_place(whole, figures)
        if part < whole or is_all_of(other):
            between = fold(percent.sentence[other.at + len(other.quote) : percent.at])
            fits = _AFTER_FRACTION.match(between) and _comes_to(figures[part], other, percent)
            return Base(whole, part) if fits else None
    return None


def _count_after(place: int, figures: Sequence[FigureRow]) -> Base | None:
    percent = figures[place]
    if place + 1 == len(figures):
        return None
    other = figures[place + 1]
    if other.sentence != percent.sentence or other.kind != FigureKind.COUNT or other.at < percent.at:
        return None
    between = fold(percent.sentence[percent.at + len(percent.quote) : other.at])
    is_fraction = place + 2 < len(figures) and fraction_place(place + 2, figures)
    return Base(place + 1) if _OF.match(between) and not is_fraction else None


def _comes_to(part: FigureRow, whole: FigureRow, percent: FigureRow) -> bool:
    """Tell whether part and whole come to the percent as people round it, up or down."""
    low, of, told = part.low, whole.low, percent.low
    if low is None or not of or told is None or not (part.quantity.exact and whole.quantity.exact):
        return False
    exponent = told.as_tuple().exponent
    step = Decimal(1).scaleb(min(exponent, 0)) if isinstance(exponent, int) else Decimal(1)
    return abs(low * _HUNDRED / of - told) < step


def with_halves(
    known: Sequence[Reckoned], bases: Sequence[Base | None], indicators: Sequence[Indicator]
) -> list[Reckoned]:
    """Let the part and the whole that a percent names count for the part and the base of its indicator.

    Only where nothing else in the document does: the percent is then recomputed from both.

    Args:
        known: What each figure of a document is.
        bases: Of each figure, what it is a percent of.
        indicators: Of the profile.
    """
    by_id = {each.id: each for each in indicators}
    found = list(known)
    for place, base in enumerate(bases):
        percent = by_id.get(known[place].indicator)
        if base is None or base.part is None or percent is None or not (percent.part and percent.base):
            continue
        told = {each.indicator for each in found}
        # Of one figure that is both, the part is told here; whoever adds up finds the whole in it.
        for half, indicator in ((base.part, percent.part), (base.whole, percent.base)):
            if indicator not in told and not found[half].indicator:
                found[half] = Reckoned(indicator)
    return found
