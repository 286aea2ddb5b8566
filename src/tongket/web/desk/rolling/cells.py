"""The cells of a roll-up as HTML: written here and not by a template, since a page holds a thousand of them."""

from collections.abc import Iterator
from urllib.parse import urlencode

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from tongket.actions.pivoting.pivot import Cell, Grid, Head
from tongket.terms.columns import Certainty

_SIGNS = {
    Certainty.EXACT: ("exact", "●"),
    Certainty.APPORTIONED: ("apportioned", "◐"),
    Certainty.NOT_DERIVABLE: ("underivable", "○"),
}


def rows_of(grid: Grid, address: str, query: str) -> Iterator[tuple[Head, SafeString]]:
    """Yield each row's head with its cells; a figure leads to its parts.

    Args:
        grid: The table.
        address: Of the page of parts.
        query: The question, as it stands in the address.
    """
    says = {
        Certainty.EXACT: _("chính xác"),
        Certainty.APPORTIONED: _("chia theo tỷ lệ"),
        Certainty.NOT_DERIVABLE: _("không suy ra được"),
    }
    for row, cells in grid.rows:
        pairs = zip(grid.columns, cells, strict=True)
        yield (
            row,
            format_html_join("", "{}", ((_cell(cell, column, says, f"{address}?{query}"),) for column, cell in pairs)),
        )


def _cell(cell: Cell, column: Head, says: dict[Certainty, str], address: str) -> SafeString:
    if not cell.told:
        return format_html('<td class="figure none" data-label="{}">{}</td>', column.name, cell.text)
    at = urlencode({"at_org": cell.org, "at_indicator": cell.indicator, "at_period": cell.period})
    mark, sign = _SIGNS[cell.certainty]
    link = f"{address}&{at}"
    return format_html(
        '<td class="figure" data-label="{}"><a class="{}" href="{}"><span aria-hidden="true">{}</span>'
        '<span class="unseen">{}: </span> {}</a>{}</td>',
        column.name,
        mark,
        link,
        sign,
        says[cell.certainty],
        cell.short,
        _beside(cell),
    )


def _beside(cell: Cell) -> SafeString:
    """Return what stands below a figure: its basis, what the org itself told, that documents disagree."""
    told = []
    own, difference = (text.removesuffix(f" {cell.measure}") for text in (cell.own, cell.difference))
    if cell.certainty is Certainty.APPORTIONED and cell.basis:
        told.append(("soft", _("chia theo {basis}").format(basis=cell.basis)))
    if cell.own and cell.difference:
        told.append(("apart", _("tự báo cáo {own}, lệch {difference}").format(own=own, difference=difference)))
    elif cell.own:
        told.append(("soft", _("tự báo cáo {own}").format(own=own)))
    if cell.conflict:
        told.append(("apart", "▲ " + _("văn bản nêu khác nhau")))
    return format_html_join("", '<small class="{}">{}</small>', told)
