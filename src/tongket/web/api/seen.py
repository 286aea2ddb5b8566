"""What a roll-up can be asked for, the chart of one indicator, and what is seen as a file."""

from dataclasses import replace
from decimal import Decimal
from typing import Any, Literal

from django.http import HttpRequest, HttpResponse
from ninja import Query, Router, Schema

from tongket.actions.people.office import office
from tongket.actions.pivoting.files import drawing, file_seen
from tongket.actions.pivoting.pivot import Pivot
from tongket.actions.pivoting.sides import levels_below, periods_told
from tongket.review.charts import specification
from tongket.review.content import Bar
from tongket.terms.roles import Verb
from tongket.web.api.asking import asking
from tongket.web.api.operations import nowhere, operation
from tongket.web.api.rollup import Question
from tongket.web.api.shapes import DOCX, PNG, XLSX, Name, answers, gives
from tongket.web.desk.attachment import attachment
from tongket.web.desk.routes import org_in_path

router = Router(tags=["roll-up"])
Side = Literal["org", "indicator", "period"]


class LaidOut(Question):
    """What is asked, and which side stands in rows and which in columns; for each of the third there is a table."""

    rows: Side = "indicator"
    columns: Side = "org"

    def about(self, org: str) -> Pivot:
        """Return the question about an org, laid out so."""
        return replace(super().about(org), rows=self.rows, columns=self.columns)


class Drawn(Question):
    """What is asked; `drawn` is the indicator of the chart, the first one told where empty."""

    drawn: Name = ""


class IndicatorNamed(Schema):
    """An indicator as it is called, and what one of it is."""

    id: str
    name: str
    measure: str


class Choices(Schema):
    """What can be asked about an org.

    Attributes:
        periods: For which reports came of it and of those below, the latest first.
        levels: That stand, or stood, below it, the highest first.
        indicators: Of the profile, in its order.
    """

    periods: list[str]
    levels: list[str]
    indicators: list[IndicatorNamed]


class BarShown(Schema):
    """A bar: sure up to `low`, possible up to `high`; `series` is the period where several are asked for."""

    label: str
    series: str
    text: str
    low: str | None
    high: str | None


class ChartShown(Schema):
    """A chart: its bars, and the Vega-Lite specification that draws them."""

    title: str
    bars: list[BarShown]
    specification: dict[str, Any]


@router.get("/orgs/{org}/rollup/choices", response=answers(Choices))
@operation(Verb.SEE, org_in_path)
def choices(request: HttpRequest, org: str) -> Choices:  # noqa: ARG001 - the gate has looked at it
    """Tell which periods, levels and indicators there are to ask a roll-up for."""
    place = office()
    return Choices(
        periods=[str(each) for each in periods_told(place, org)],
        levels=levels_below(place, org),
        indicators=[IndicatorNamed.from_orm(each) for each in place.profile.indicators],
    )


@router.get("/orgs/{org}/rollup/chart", response=answers(ChartShown))
@operation(Verb.SEE, org_in_path)
def chart(request: HttpRequest, org: str, question: Query[Drawn]) -> ChartShown:
    """Give the chart of one indicator over the orgs."""
    found = drawing(asking(request).person, question.about(org), question.drawn)
    if found is None:
        raise nowhere(question.drawn)
    told = specification(found, {}) if found.bars else {}
    return ChartShown(title=found.title, bars=[_bar(each) for each in found.bars], specification=told)


@router.get("/orgs/{org}/rollup.xlsx", response=answers(None), openapi_extra=gives(XLSX))
@operation(Verb.SEE, org_in_path)
def as_sheet(request: HttpRequest, org: str, question: Query[LaidOut]) -> HttpResponse:
    """Give the tables of all orgs of a question as an Excel file."""
    return attachment(file_seen(asking(request).person, question.about(org), "xlsx"))


@router.get("/orgs/{org}/rollup.csv", response=answers(None), openapi_extra=gives("text/csv"))
@operation(Verb.SEE, org_in_path)
def as_csv(request: HttpRequest, org: str, question: Query[LaidOut]) -> HttpResponse:
    """Give a line a figure."""
    return attachment(file_seen(asking(request).person, question.about(org), "csv"))


@router.get("/orgs/{org}/rollup.docx", response=answers(None), openapi_extra=gives(DOCX))
@operation(Verb.SEE, org_in_path)
def as_word(request: HttpRequest, org: str, question: Query[LaidOut]) -> HttpResponse:
    """Give the tables of all orgs of a question as a Word file."""
    return attachment(file_seen(asking(request).person, question.about(org), "docx"))


@router.get("/orgs/{org}/rollup.png", response=answers(None), openapi_extra=gives(PNG))
@operation(Verb.SEE, org_in_path)
def as_picture(request: HttpRequest, org: str, question: Query[Drawn]) -> HttpResponse:
    """Give the chart as a picture."""
    return attachment(file_seen(asking(request).person, question.about(org), "png", question.drawn))


def _bar(bar: Bar) -> BarShown:
    return BarShown(label=bar.label, series=bar.series, text=bar.text, low=_text(bar.low), high=_text(bar.high))


def _text(value: Decimal | None) -> str | None:
    return None if value is None else f"{value:f}"
