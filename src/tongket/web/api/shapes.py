"""What operations give and take in common."""

from decimal import Decimal

from ninja import Schema

from tongket.actions.explain import Step
from tongket.terms.quantity import Quantity


class Refusal(Schema):
    """Why something was not done, and what to do."""

    message: str


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
