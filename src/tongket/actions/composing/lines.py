"""What the figures of a review are before they are written: one line an indicator, and the words beside a total."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tongket.review.content import Bar, Part
from tongket.review.wording import figure
from tongket.rollup.cells import Share
from tongket.rollup.combine import combine
from tongket.terms.profile import Indicator
from tongket.terms.quantity import Quantity


@dataclass(frozen=True, slots=True)
class Shown:
    """A figure ready to be shown: as text, and the entry it leads to."""

    quantity: Quantity
    text: str
    target: str
    conflict: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """One indicator of the review.

    Attributes:
        indicator: Which.
        by_org: What each org below gave, by org id.
        own: What the org itself reports.
        total: Over the orgs below; None where nothing adds up.
        rests_on: How many orgs gave a figure.
        owed: How many owed one.
    """

    indicator: Indicator
    by_org: dict[str, Shown]
    own: Shown | None
    total: Shown | None
    rests_on: int
    owed: int


@dataclass(frozen=True, slots=True)
class Conflict:
    """Documents that disagree on one figure."""

    org: str
    indicator: Indicator
    share: Share


@dataclass(frozen=True, slots=True)
class Disagreement:
    """An org's own figure that cannot be the sum of those below it."""

    indicator: Indicator
    own: Shown
    total: Shown


@dataclass(frozen=True, slots=True)
class Made:
    """A total before it has its id."""

    indicator: Indicator
    kind: str
    label: str
    quantity: Quantity
    text: str
    parts: Sequence[Part]
    conflict: bool
    note: str = ""
    own: Shown | None = None


def text_of(quantity: Quantity, indicator: Indicator, *, summed: bool = False) -> str:
    """Write a quantity of an indicator; `summed` for one that was added up."""
    return figure(quantity, indicator.measure, indicator.kind, summed=summed)


def bar_of(label: str, shown: Shown, text: str, series: str = "") -> Bar:
    """Return a figure as a bar of a chart, with `text` beside it."""
    return Bar(label, text, shown.quantity.low, shown.quantity.high, shown.target, series)


def note_of_own(indicator: Indicator, own: Shown | None, total: Quantity) -> str:
    """Say how far an org's own figure lies from the sum of those below it."""
    if own is None or not combine([own.quantity, total]).conflict:
        return ""
    difference = _difference(own.quantity, total)
    apart = f": chênh {text_of(difference, indicator)}" if difference else ""
    return f"Số của chính đơn vị ({own.text}) khác số cộng{apart}."


def _difference(own: Quantity, total: Quantity) -> Quantity | None:
    if own.low is None or total.low is None or own.low != own.high or total.low != total.high:
        return None
    apart = abs(own.low - total.low)
    return Quantity(apart, apart, own.approx or total.approx)


def note_of_bounds(quantity: Quantity, parts: Iterable[tuple[str, Shown]]) -> str:
    """Say which parts leave a total without an upper or a lower end, so that a reader can ask them.

    Args:
        quantity: The total.
        parts: Whose they are, and what they gave.
    """
    told = list(parts)
    sides = (
        ("Không có cận dưới vì", quantity.low is None, [each for each in told if each[1].quantity.low is None]),
        ("Không có cận trên vì", quantity.high is None, [each for each in told if each[1].quantity.high is None]),
    )
    return " ".join(
        f"{why}: " + "; ".join(f"{name} nêu “{shown.text}”" for name, shown in opening) + "."
        for why, is_open, opening in sides
        if is_open and len(told) > 1
    )
