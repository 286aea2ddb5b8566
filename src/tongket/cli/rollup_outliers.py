"""Figures far from their org's own history, as lines of a screen and as rows of JSON."""

from collections.abc import Iterator, Sequence
from gettext import gettext as _
from typing import Any

from tongket.actions.find_outliers import Outlier
from tongket.review.wording import number


def outlier_lines(found: Sequence[Outlier]) -> Iterator[str]:
    """Yield a line a figure, with the entry that `tongket why` takes."""
    if found:
        yield "\n" + _("Lệch xa số của chính đơn vị ở các kỳ khác (cần người xem lại):")
    for each in found:
        line = _("  {name}, {period}, {indicator}: {value}; thường khoảng {median} ({periods} kỳ) {figures}")
        yield line.format(
            name=each.name,
            period=each.period.label,
            indicator=each.indicator.name,
            value=number(each.value),
            median=number(each.median),
            periods=each.periods,
            figures=" ".join(each.figures),
        )


def outlier_row(each: Outlier) -> dict[str, Any]:
    """Return one for a program; decimals are texts."""
    return {
        "org": each.org,
        "org_name": each.name,
        "period": str(each.period),
        "indicator": each.indicator.id,
        "value": f"{each.value:f}",
        "median": f"{each.median:f}",
        "periods": each.periods,
        "figures": list(each.figures),
    }
