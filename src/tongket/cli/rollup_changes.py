"""What changed between two periods, as lines of a screen and as rows of JSON."""

from collections.abc import Iterator, Sequence
from gettext import gettext as _
from typing import Any

from tongket.actions.compare_periods import Compared
from tongket.actions.pivoting.wording import signed
from tongket.review.wording import bounded
from tongket.terms.period import Period
from tongket.terms.quantity import Quantity

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
            by_map=signed(change.by_map),
            by_work=signed(change.by_work),
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
