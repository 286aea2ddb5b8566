"""What operations give and take in common: refusals, pages of lists, bounds, texts and days within limits."""

from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Annotated, Any, Generic, TypeVar

from ninja import Field, Schema
from pydantic import AfterValidator, AwareDatetime, StringConstraints

from tongket.actions.explain import Step
from tongket.actions.handed_out import KINDS
from tongket.terms.quantity import Quantity

Item = TypeVar("Item")
Row = TypeVar("Row")
DOCX, PDF, PNG, XLSX = (KINDS[each] for each in ("docx", "pdf", "png", "xlsx"))
"""Content types of files."""

MOST = 100
"""So many items are on a page at most."""
# Further on nobody pages; databases count to 2^63 only.
_FARTHEST = 1_000_000_000
# Reports are on years of this stretch; with room on both sides for a year before and a day after.
YEARS = range(1900, 2200)

Name = Annotated[str, StringConstraints(max_length=150)]
"""An id, a name, a key."""
Line = Annotated[str, StringConstraints(max_length=2_000)]
"""A reason, a search, a title."""
Text = Annotated[str, StringConstraints(max_length=20_000)]
"""A comment, a letter, a paragraph."""
Amount = Annotated[Decimal, Field(max_digits=20, decimal_places=6)]
"""A bound of a figure."""


def _day(day: date) -> date:
    if day.year not in YEARS:
        message = f"years from {YEARS.start} to {YEARS.stop - 1} only"
        raise ValueError(message)
    return day


def _moment(moment: datetime) -> datetime:
    _day(moment)
    return moment.astimezone(UTC)


Day = Annotated[date, AfterValidator(_day)]
Moment = Annotated[AwareDatetime, AfterValidator(_moment)]
"""With its time zone."""
Year = Annotated[int, Field(ge=YEARS.start, lt=YEARS.stop)]


class Refusal(Schema):
    """Why something was not done, and what to do."""

    message: str


class Fault(Schema):
    """What is wrong with one thing that was sent."""

    where: str
    what: str


class Misshapen(Refusal):
    """What was sent has not the shape that is asked for."""

    faults: list[Fault]


class Window(Schema):
    """Which part of a list."""

    offset: int = Field(0, ge=0, le=_FARTHEST)
    limit: int = Field(MOST, ge=1, le=MOST)


class Listed(Schema, Generic[Item]):
    """A part of a list; `total` is how many there are in all."""

    total: int
    items: list[Item]


class Bounds(Schema):
    """A number with its bounds: `low` and `high` as texts of decimals, null where open."""

    low: str | None
    high: str | None
    approx: bool


class WayBack(Schema):
    """What a figure rests on, down to the sentences."""

    id: str
    label: str
    text: str
    document: str
    sentence: str
    page: int
    line: int
    cell: str
    beside: bool
    conflict: bool
    steps: "list[WayBack]"


def answers(shape: Any, status: int = 200) -> dict[int, Any]:  # noqa: ANN401 - as django-ninja takes it
    """Return what an operation may answer: what it gives where all is well, and every refusal.

    Args:
        shape: What it gives; None for nothing.
        status: Where all is well.
    """
    refusals: dict[int, Any] = dict.fromkeys((400, 401, 403, 404, 409), Refusal)
    return {status: shape, **refusals, 422: Misshapen}


def gives(kind: str) -> dict[str, Any]:
    """Return what the description says of an operation that gives a file.

    Args:
        kind: Its content type.
    """
    content = {kind: {"schema": {"type": "string", "format": "binary"}}}
    return {"responses": {200: {"description": "OK", "content": content}}}


def part(found: Sequence[Row], window: Window, shown: Callable[[Row], Item]) -> Listed[Item]:
    """Return the part of a list that is asked for.

    Args:
        found: The whole.
        window: Which part.
        shown: Puts one into the shape that is given.
    """
    here = found[window.offset : window.offset + window.limit]
    return Listed(total=len(found), items=[shown(each) for each in here])


def bounds(quantity: Quantity) -> Bounds:
    """Return a quantity as JSON has it."""
    return Bounds(low=_text(quantity.low), high=_text(quantity.high), approx=quantity.approx)


def way_back(step: Step) -> WayBack:
    """Return a step with all below it."""
    return WayBack(
        id=step.id,
        label=step.label,
        text=step.text,
        document=step.document,
        sentence=step.sentence,
        page=step.page,
        line=step.line,
        cell=step.cell,
        beside=step.beside,
        conflict=step.conflict,
        steps=[way_back(each) for each in step.steps],
    )


def _text(value: Decimal | None) -> str | None:
    return None if value is None else f"{value:f}"
