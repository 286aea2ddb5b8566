"""The tables of a page of the roll-up as HTML, kept while they hold: they are the same for all who may see the org."""

import json
from collections.abc import Hashable
from dataclasses import asdict, dataclass

from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from tongket.actions.people.office import office
from tongket.actions.pivoting.beside_processes import Form
from tongket.actions.pivoting.kept import is_kept, kept, rests_on
from tongket.actions.pivoting.pivot import Pivot, answered
from tongket.web.desk.rolling.asked import Question
from tongket.web.desk.rolling.cells import rows_of


@dataclass(frozen=True, slots=True)
class Tables:
    """What is kept of a page: its tables as HTML, and how many orgs, pages and figures there are."""

    grids: SafeString
    orgs: int
    page: int
    pages: int
    part: int
    parts: int
    lines: int


def tables(asked: Question, question: Pivot) -> Tables:
    """Return the tables of a page; who may see them is the caller's to ask.

    Args:
        asked: As the address says.
        question: What of it is asked.

    Raises:
        TongketError: As `answered`.
    """
    return kept(*_named(asked, question), lambda: _made(asked, question), _FORM)


def are_kept(asked: Question, question: Pivot) -> bool:
    """Tell whether this process has the tables of a page and they hold."""
    return is_kept(*_named(asked, question))


def sides() -> list[tuple[str, str]]:
    """Return the three sides of a roll-up with their names."""
    return [("org", _("đơn vị")), ("indicator", _("chỉ tiêu")), ("period", _("kỳ"))]


def _named(asked: Question, question: Pivot) -> tuple[Hashable, frozenset[str]]:
    """Return what the tables are kept under, and of whose entries they are made."""
    place = office()
    told = ("page", place.entry, question, asked.page, asked.part, get_language(), asked.query())
    return told, rests_on(place, question.org)


_FORM: Form[Tables] = Form(
    lambda found: json.dumps(asdict(found)),
    lambda told: Tables(**{**(given := json.loads(told)), "grids": SafeString(given["grids"])}),
)


def _made(asked: Question, question: Pivot) -> Tables:
    found = answered(question, asked.page, asked.part)
    address = reverse("rollup-parts", kwargs={"org": question.org})
    grids = [(grid, rows_of(grid, address, asked.query())) for grid in found.grids]
    shown = {"grids": grids, "asked": asked, "sides": sides()}
    told = render_to_string("desk/rolling/grids.html", shown)
    return Tables(told, found.orgs, found.page, found.pages, found.part, found.parts, found.lines)
