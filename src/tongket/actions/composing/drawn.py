"""The charts of a review: under each theme its first total, org by org."""

from collections.abc import Iterable

from tongket.actions.composing.basis import Basis
from tongket.actions.composing.lines import Line, bar_of
from tongket.review.content import Bar, Chart

# Two bars are read as easily in a sentence.
_LEAST = 3


def charts(theme: str, lines: Iterable[Line], basis: Basis) -> tuple[Chart, ...]:
    """Return the charts of a theme: what each org gave for the first indicator that at least three of them gave.

    Args:
        theme: Theme id.
        lines: Every indicator of the review, in the order of the profile.
        basis: What the review rests on.
    """
    for line in lines:
        if line.indicator.theme == theme and line.total and len(line.by_org) >= _LEAST:
            return (Chart(_title(line), _bars(line, basis)),)
    return ()


def _title(line: Line) -> str:
    measure = f" ({line.indicator.measure})" if line.indicator.measure else ""
    return f"{line.indicator.name} theo đơn vị{measure}"


def _bars(line: Line, basis: Basis) -> tuple[Bar, ...]:
    measure = f" {line.indicator.measure}"
    names = dict.fromkeys((place.org, place.name) for place in basis.places if place.org in line.by_org)
    return tuple(bar_of(name, line.by_org[org], line.by_org[org].text.removesuffix(measure)) for org, name in names)
