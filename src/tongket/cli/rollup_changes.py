"""What changed between two periods, as lines of a screen and as rows of JSON."""

from collections.abc import Iterator, Sequence
from gettext import gettext as _
from typing import Any

from tongket.actions.compare_periods import Compared
from tongket.review.wording import UNKNOWN, bounded, number
from tongket.terms.period import Period
from tongket.terms.quantity import Quantity, rounded

_NONE = "–"
_SIDES = ("before", "carried", "after", "by_map", "by_work")


def compared_lines(compared: Sequence[Compared], against: str) -> Iterator[str]:
    """Yield a line an indicator under a heading an org."""
    org = ""
    for each in compared:
        if each.org != org:
            org = each.org
            heading = _("{name}, so với {period}").format(name=each.name, period=Period.parse(against).label)
            yield "\n" + heading
        change, kind = each.change, each.indicator.kind
        before, after = (
            _NONE if side is None else bounded(side, kind, summed=True) for side in (change.before, change.after)
        )
        line = _("  {name}: {before} → {after}; do bản đồ {by_map}; do công việc {by_work}")
        yield line.format(
            name=each.indicator.name,
            before=before,
            after=after,
            by_map=_signed(change.by_map),
            by_work=_signed(change.by_work),
        )


def compared_row(each: Compared) -> dict[str, Any]:
    """Return one for a program; decimals are texts, null where open or not there."""
    row: dict[str, Any] = {"org": each.org, "org_name": each.name, "indicator": each.indicator.id}
    for side in _SIDES:
        quantity = getattr(each.change, side) or Quantity(None, None)
        for bound in ("low", "high"):
            value = getattr(quantity, bound)
            row[f"{side}_{bound}"] = None if value is None else f"{value:f}"
    return {**row, "certainty": str(each.change.certainty)}


def _signed(difference: Quantity) -> str:
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
