"""The cells of the board as HTML: written here and not by a template, since a board holds a thousand of them."""

from typing import TYPE_CHECKING
from urllib.parse import quote

from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from tongket.actions.board.board import Cell, Line
from tongket.actions.board.states import TO_REMIND
from tongket.web.desk.board.words import STATES

if TYPE_CHECKING:
    from tongket.terms.period import Period

# Stands in the place of an org's id where an address is asked for: no id of an org has this character.
_ANY = "\x1f"


class Cells:
    """Writes the cells of one board; what many of them share is put into words once.

    Args:
        mine: The orgs that whoever looks may remind.
        with_due: Whether a cell tells its day, where the board has no column for it.
    """

    def __init__(self, mine: set[str], *, with_due: bool) -> None:
        """Put into words what is in every cell."""
        self._mine, self._with_due = mine, with_due
        self._none = format_html(
            '<td class="owes-none"><span aria-hidden="true">–</span><span class="unseen">{}</span></td>',
            _("không phải báo cáo"),
        )
        self._marks = {state: (mark.colour, str(mark.word)) for state, mark in STATES.items()}
        self._periods: dict[Period, tuple[str, str, str]] = {}

    def line(self, line: Line) -> SafeString:
        """Return all cells of an org."""
        return format_html_join("", "{}", ((self.cell(cell, line.name),) for cell in line.cells))

    def cell(self, cell: Cell | None, name: str) -> SafeString:
        """Return one cell, with the name of its org for who does not see the table."""
        if cell is None:
            return self._none
        label, head, address = self._of_period(cell)
        colour, word = self._marks[cell.state]
        return format_html(
            '<td data-label="{}">{}<a class="chip {}" href="{}">{}<span class="unseen">: {}, {}</span></a>{}{}</td>',
            head,
            self._box(cell, name, label),
            colour,
            address.replace(_ANY, quote(cell.owed.org)),
            word,
            name,
            label,
            self._late(cell),
            self._due(cell),
        )

    def _of_period(self, cell: Cell) -> tuple[str, str, str]:
        """Return a period in words, the same with a capital, and the address of its reports without the org."""
        period = cell.owed.period
        if period not in self._periods:
            label = period.label
            address = reverse("board-report", args=[_ANY, cell.report.report, period])
            self._periods[period] = (label, label[:1].upper() + label[1:], address.replace(quote(_ANY), _ANY))
        return self._periods[period]

    def _box(self, cell: Cell, name: str, label: str) -> SafeString:
        if cell.owed.org not in self._mine or cell.state not in TO_REMIND:
            return mark_safe("")
        report = cell.report
        return format_html(
            '<input type="checkbox" name="report" value="{}" aria-label="{}">',
            f"{report.org}|{report.report}|{report.period}",
            _("Chọn để nhắc: {org}, {period}").format(org=name, period=label),
        )

    def _late(self, cell: Cell) -> SafeString:
        if cell.in_time is not False:
            return mark_safe("")
        return format_html('<span class="late-note">{}</span>', _("đến sau hạn"))

    def _due(self, cell: Cell) -> SafeString:
        due = cell.owed.due
        if due is None or not self._with_due:
            return mark_safe("")
        return format_html('<span class="due-note">{} {}/{}</span>', _("hạn"), f"{due.day:02}", f"{due.month:02}")
