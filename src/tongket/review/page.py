"""The review as one page: self-contained, asking no host for anything, its sources behind a click."""

from importlib import resources

from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from tongket.review.content import ReviewContent
from tongket.review.layouts.norm import PARTY, STATE
from tongket.review.marks import PageMarks
from tongket.review.view import view
from tongket.review.view_annexes import ANNEX_TITLES
from tongket.terms.profile import Style

_NORMS = {Style.PARTY: PARTY, Style.STATE: STATE}


def write_page(content: ReviewContent) -> str:
    """Write a review as one HTML page; the same content gives the same text.

    Raises:
        TongketError: A figure leads nowhere.
    """
    shown = view(content, PageMarks())
    norm = _NORMS[content.heading.style]
    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=False)
    return environment.from_string(_shipped("page.html.j2")).render(
        shown,
        rows={name: shown.get(name, []) for name, _ in ANNEX_TITLES},
        style=content.heading.style.value,
        roman=norm.roman,
        arabic=norm.arabic,
        css=_own("page.css"),
        script=_own("page.js"),
    )


def _own(name: str) -> Markup:
    return Markup(_shipped(name))  # noqa: S704 -- our own file, holding nothing of a document


def _shipped(name: str) -> str:
    return resources.files("tongket.review.layouts").joinpath(name).read_text(encoding="utf-8")
