"""Figures that contradict each other: parts that miss their whole, a percent that does not fit its part and base.

The document is never corrected; each contradiction is a finding with the place it stands.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache

from tongket.reading.cues import phrases
from tongket.reading.figures.tables import Entry, Grid, entries, is_total, read_grids
from tongket.reading.page import Page
from tongket.terms.finding import Finding, Severity
from tongket.terms.quantity import rounded
from tongket.terms.records import Figure, FigureKind
from tongket.terms.span import Span

_HUNDRED = Decimal(100)
# As many decimals as reports give of a percent.
_PERCENT_PLACES = 2
# "38/40 xã có mô hình, đạt tỷ lệ 95%": no longer way lies between a fraction and its percent.
_PERCENT_NEAR = 60
# Between a whole and its first part, and between two parts.
_PART_NEAR = 40
# Parts of another noun than the whole are often no parts at all; so near the whole their sum is meant to be it.
_MEANT = Decimal("0.15")
# What ends the clause of a fraction: another clause, or the bracket it stands in.
_APART = re.compile(r"[.!?…\n;)]")
_BREAK = re.compile(r"[.!?…\n]")


def check_figures(page: Page, figures: tuple[Figure, ...]) -> tuple[Finding, ...]:
    """Find what does not add up.

    Args:
        page: The prepared document.
        figures: Its figures in order of their place, those of its tables among them.

    Returns:
        A finding for each contradiction, in order of its place.
    """
    found = [*_percents(page, figures), *_sums(page, figures)]
    found.extend(finding for grid in read_grids(page) for finding in _columns(grid))
    return tuple(sorted(found, key=lambda finding: finding.span or Span(0, 0)))


def _percents(page: Page, figures: Sequence[Figure]) -> Iterator[Finding]:
    """Compare a percent with the fraction it tells, before it ("12/20 vụ, đạt 60%") or in brackets after it."""
    for first, second, third in zip(figures, figures[1:], figures[2:], strict=False):
        if first.span == second.span and _tells(page, first, third):
            part, whole, percent = first, second, third
        elif second.span == third.span and _is_explained(page, first, second):
            percent, part, whole = first, second, third
        else:
            continue
        low, high, told = part.quantity.low, whole.quantity.low, percent.quantity.low
        if low is None or not high or told is None or not _exact(part, whole, percent):
            continue
        if not fits(low, high, told):
            right = rounded(low * _HUNDRED / high, _PERCENT_PLACES)
            fraction = f"{written(low)}/{written(high)}"
            message = f"{fraction} là {written(right)}%, văn bản ghi {written(told)}%: cần xem lại một trong ba số."
            span = Span(min(part.span.start, percent.span.start), max(part.span.end, percent.span.end))
            yield Finding("PERCENT-DOES-NOT-FIT", Severity.WARNING, message, span)


def _tells(page: Page, fraction: Figure, percent: Figure) -> bool:
    """Tell whether a percent after a fraction is its share: in the same clause, and no growth."""
    between = page.key[fraction.span.end : percent.span.start]
    if percent.kind is not FigureKind.PERCENT or len(between) > _PERCENT_NEAR or _APART.search(between):
        return False
    return not between.strip().endswith(_tagged("growth"))


def _is_explained(page: Page, percent: Figure, fraction: Figure) -> bool:
    """Tell whether the fraction stands in brackets right after the percent ("đạt 60% kế hoạch (12/20 vụ)")."""
    between = page.key[percent.span.end : fraction.span.start]
    if percent.kind is not FigureKind.PERCENT or len(between) > _PERCENT_NEAR or _APART.search(between):
        return False
    before = page.key[max(0, percent.span.start - _PERCENT_NEAR) : percent.span.start].rstrip()
    return between.rstrip().endswith("(") and not before.endswith(_tagged("growth"))


def fits(part: Decimal, whole: Decimal, percent: Decimal) -> bool:
    """Tell whether a printed percent fits: offices round it or cut it off, so its last digit may be one off."""
    exponent = percent.as_tuple().exponent
    step = Decimal(1).scaleb(min(exponent, 0)) if isinstance(exponent, int) else Decimal(1)
    return abs(part * _HUNDRED / whole - percent) < step


def _exact(*figures: Figure) -> bool:
    return all(figure.quantity.exact for figure in figures)


def _sums(page: Page, figures: Sequence[Figure]) -> Iterator[Finding]:
    """Add up the parts that a sentence gives of a whole."""
    for at, whole in enumerate(figures[:-2]):
        if whole.kind is FigureKind.PERCENT or not _exact(whole):
            continue
        cue = page.key[whole.span.end : figures[at + 1].span.start]
        if len(cue) > _PART_NEAR or _BREAK.search(cue):
            continue
        words = cue.strip(" ,:;(")
        everything = words.endswith(_tagged("all")) or cue.strip().endswith(("gồm:", ":"))
        if not everything and not words.endswith(_tagged("some")):
            continue
        parts = _parts(page, whole, figures[at + 1 :])
        if len(parts) > 1 and (finding := _sum_finding(whole, parts, everything=everything)):
            yield finding


def _parts(page: Page, whole: Figure, following: Sequence[Figure]) -> list[Figure]:
    """Return the figures that are listed right after one another, of the kind of the whole."""
    parts: list[Figure] = []
    end = following[0].span.start
    for figure in following:
        between = page.key[end : figure.span.start]
        if figure.kind is not whole.kind or not _exact(figure) or figure.span.start < end:
            break
        if len(between) > _PART_NEAR or _BREAK.search(between) or ")" in between:
            break
        parts.append(figure)
        end = figure.span.end
    return parts


def _sum_finding(whole: Figure, parts: Sequence[Figure], *, everything: bool) -> Finding | None:
    told = whole.quantity.low or Decimal(0)
    total = sum((part.quantity.low or Decimal(0) for part in parts), Decimal(0))
    alike = all(_first_word(part.noun) == _first_word(whole.noun) for part in parts)
    wrong = total != told if everything else total > told and alike
    if not wrong or not (alike or abs(total - told) <= told * _MEANT):
        return None
    added = " + ".join(written(part.quantity.low or Decimal(0)) for part in parts)
    message = f"Các phần {added} cộng lại là {written(total)}, văn bản ghi {written(told)}: cần xem lại."
    return Finding("PARTS-DO-NOT-ADD-UP", Severity.WARNING, message, Span(whole.span.start, parts[-1].span.end))


def _first_word(noun: str | None) -> str:
    return (noun or "").lower().partition(" ")[0].strip(",")


def _columns(grid: Grid) -> Iterator[Finding]:
    """Compare the total row of a table with the sum of the other rows, column by column."""
    by_column: dict[int, list[Entry]] = {}
    for entry in entries(grid):
        if entry.figure.kind is not FigureKind.PERCENT:
            by_column.setdefault(entry.column, []).append(entry)
    totals = [row for row in grid.rows() if is_total(grid, row)]
    if len(totals) != 1:
        return
    for column in by_column.values():
        whole = next((entry for entry in column if entry.row == totals[0]), None)
        parts = [entry.figure.quantity.low or Decimal(0) for entry in column if entry.row != totals[0]]
        told = whole.figure.quantity.low if whole else None
        # A total of fewer rows than all of them is a table of groups, which this cannot judge.
        if whole is None or told is None or len(parts) < 2 or sum(parts) == told:  # noqa: PLR2004 - one part is no sum
            continue
        if abs(sum(parts) - told) <= told * _MEANT:
            added = written(sum(parts, Decimal(0)))
            message = f"Các dòng của cột cộng lại là {added}, dòng tổng ghi {written(told)}: cần xem lại."
            yield Finding("COLUMN-DOES-NOT-ADD-UP", Severity.WARNING, message, whole.figure.span)


@cache
def _tagged(tag: str) -> tuple[str, ...]:
    return tuple(phrase for phrase, tags in phrases("arithmetic.txt").items() if tag in tags)


def written(value: Decimal) -> str:
    """Write a number as Vietnamese offices do: dots between thousands, a decimal comma."""
    whole, _, decimals = f"{value:,f}".partition(".")
    return whole.replace(",", ".") + (f",{decimals.rstrip('0')}" if decimals.rstrip("0") else "")
