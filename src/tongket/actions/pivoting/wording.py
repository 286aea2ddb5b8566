"""How a roll-up's answer is told in words: figures with their bounds, how they came over the map, what is missing."""

from collections.abc import Mapping
from gettext import gettext as _
from types import MappingProxyType

from tongket.actions.roll_up import Line
from tongket.review.wording import UNKNOWN, figure, number
from tongket.rollup.answers import Total
from tongket.terms.columns import Certainty
from tongket.terms.profile import Indicator
from tongket.terms.quantity import Quantity, rounded
from tongket.terms.records import FigureKind

CERTAINTIES: Mapping[Certainty, str] = MappingProxyType(
    {
        Certainty.EXACT: "chính xác",
        Certainty.APPORTIONED: "chia theo tỷ lệ",
        Certainty.NOT_DERIVABLE: "không suy ra được",
    }
)
NONE = "–"


def total_text(line: Line) -> str:
    """Write the figure over the orgs below as people write it; `–` where there is none."""
    quantity = line.quantity
    found = line.percent or line.total
    if found is not None and found.certainty is Certainty.NOT_DERIVABLE:
        return _(CERTAINTIES[Certainty.NOT_DERIVABLE])
    if quantity is None or found is None:
        return NONE
    return worded(quantity, found.certainty, line.indicator, summed=True)


def own_text(line: Line) -> str:
    """Write what the org itself told; `–` where it told nothing."""
    own = line.own
    if own is None:
        return NONE
    if own.certainty is Certainty.NOT_DERIVABLE:
        return _(CERTAINTIES[Certainty.NOT_DERIVABLE])
    return worded(own.quantity, own.certainty, line.indicator, summed=own.orgs > 1)


def note(line: Line) -> str:
    """Say what a reader must know of a line: how it came over the map, that documents disagree, what is missing."""
    found: list[str] = []
    if line.certainty is Certainty.APPORTIONED:
        found.append(_("chia theo {basis}").format(basis=line.basis))
    underived = _underived(line.total) + _underived(line.own)
    if underived:
        found.append(_("{count} số của đơn vị đã chia, không rõ tỷ lệ").format(count=underived))
    if line.conflict:
        found.append(_("các văn bản nêu khác nhau"))
    if is_apart(line.difference):
        found.append(_("số của chính đơn vị lệch {difference}").format(difference=difference_text(line)))
    return "; ".join(found)


def worded(quantity: Quantity, certainty: Certainty, indicator: Indicator, *, summed: bool) -> str:
    """Write a figure with its measure; of one that was apportioned whole numbers only, called rough."""
    shown = quantity
    if certainty is Certainty.APPORTIONED and indicator.kind is not FigureKind.PERCENT:
        # What was apportioned by shares is told in whole ones: more would look like a count.
        low, high = (None if each is None else rounded(each, 0) for each in (quantity.low, quantity.high))
        shown = Quantity(low, high, approx=True)
    return figure(shown, indicator.measure, indicator.kind, summed=summed)


def _underived(total: Total | None) -> int:
    return total.underived if total else 0


def is_apart(difference: Quantity) -> bool:
    """Tell whether an own figure lies surely above or below the total."""
    low, high = difference.low, difference.high
    return (low is not None and low > 0) or (high is not None and high < 0)


def difference_text(line: Line) -> str:
    """Write by how much the own figure lies above (+) or below (−) the total; for one that is apart."""
    low, high = line.difference.low, line.difference.high
    if low is not None and low > 0:
        return "+" + figure(Quantity(low, high), line.indicator.measure, line.indicator.kind)
    nearest, farthest = (None if each is None else -each for each in (high, low))
    return "−" + figure(Quantity(nearest, farthest), line.indicator.measure, line.indicator.kind)


def signed(difference: Quantity) -> str:
    """Write a difference: with its sign, or between which bounds it lies."""
    low, high = (None if each is None else rounded(each, 2) for each in (difference.low, difference.high))
    if low is None and high is None:
        return UNKNOWN
    told = [
        None if each is None else ("+" if each > 0 else "−" if each < 0 else "") + number(abs(each))
        for each in (low, high)
    ]
    if told[0] == told[1]:
        return str(told[0])
    if told[0] is None:
        return _("nhiều nhất {high}").format(high=told[1])
    if told[1] is None:
        return _("ít nhất {low}").format(low=told[0])
    return _("từ {low} đến {high}").format(low=told[0], high=told[1])
