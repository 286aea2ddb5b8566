"""The answer of a roll-up as rows: of a table on the screen, of a file, of JSON."""

from collections.abc import Iterator
from decimal import Decimal
from gettext import gettext as _
from typing import Any

from tongket.actions.pivoting.wording import own_text, total_text
from tongket.actions.roll_up import Line, Rolled
from tongket.review.wording import bounded, figure
from tongket.rollup.answers import Counts, Part
from tongket.terms.columns import Certainty
from tongket.terms.quantity import Quantity

NUMBERS = ("low", "high", "own_low", "own_high", "difference_low", "difference_high")
"""The columns of a file that are exact decimals; the others are texts, and counts."""


def file_row(line: Line) -> dict[str, Any]:
    """Return a line as the row of a file: exact decimals, empty where open, and the same in words."""
    quantity = line.quantity or Quantity(None, None)
    own = line.own.quantity if line.own else Quantity(None, None)
    return {
        "period": str(line.period),
        "org": line.org,
        "org_name": line.name,
        "indicator": line.indicator.id,
        "indicator_name": line.indicator.name,
        "measure": line.indicator.measure,
        "low": quantity.low,
        "high": quantity.high,
        "approx": quantity.approx,
        "text": total_text(line),
        "certainty": str(line.certainty),
        "basis": line.basis,
        "conflict": line.conflict,
        "orgs": line.orgs,
        "owed": line.owed,
        "own_low": own.low,
        "own_high": own.high,
        "own_text": own_text(line),
        "difference_low": line.difference.low,
        "difference_high": line.difference.high,
    }


def json_row(line: Line, rolled: Rolled) -> dict[str, Any]:
    """Return a line for a program; decimals are texts, so that none is lost."""
    row = {name: str(value) if isinstance(value, Decimal) else value for name, value in file_row(line).items()}
    if line.parts:
        row["parts"] = [_json_part(part, rolled) for part in line.parts]
    return row


def counts_row(org: str, period: str, counts: Counts) -> dict[str, Any]:
    """Return what became of reports for a program."""
    names = ("owed", "reported", "late", "undated", "excused", "missing")
    return {"org": org, "period": period, **{name: getattr(counts, name) for name in names}}


def part_lines(line: Line, rolled: Rolled) -> Iterator[str]:
    """Yield the parts of a line, each with what documents said and the ids that lead to the sentences."""
    for part in line.parts:
        told = figure(part.told, line.indicator.measure, line.indicator.kind)
        share = ""
        if part.certainty is Certainty.APPORTIONED and part.share is not None:
            share = _(" × {share} ({basis}) = {part}").format(
                share=bounded(_only(part.share)), basis=part.basis, part=bounded(part.went_in)
            )
        elif part.certainty is Certainty.NOT_DERIVABLE:
            share = _(" (không rõ phần)")
        name = rolled.names.get(part.org, part.org)
        yield f"    {name}, {part.period.label}: {told}{share}"
        for saying in part.sayings:
            said = figure(saying.quantity, line.indicator.measure, line.indicator.kind)
            yield f"      {said}  {rolled.facts.documents.get(saying.document, saying.document)}  {saying.figure}"


def counts_line(name: str, period: str, counts: Counts) -> str:
    """Write what became of the reports owed by the orgs below one."""
    text = _("{name}, {period}: {reported}/{owed} đơn vị đã báo cáo").format(
        name=name, period=period, reported=counts.reported, owed=counts.owed
    )
    words = (
        (_("chậm {count}"), counts.late),
        (_("miễn {count}"), counts.excused),
        (_("thiếu {count}"), counts.missing),
    )
    return text + "".join(", " + word.format(count=count) for word, count in words if count)


def _json_part(part: Part, rolled: Rolled) -> dict[str, Any]:
    return {
        "org": part.org,
        "period": str(part.period),
        "low": _plain(part.told.low),
        "high": _plain(part.told.high),
        "approx": part.told.approx,
        "share": _plain(part.share),
        "certainty": str(part.certainty),
        "basis": part.basis,
        "conflict": part.conflict,
        "figures": [
            {
                "id": saying.figure,
                "document": rolled.facts.documents.get(saying.document, saying.document),
                "low": _plain(saying.quantity.low),
                "high": _plain(saying.quantity.high),
                "sentence": rolled.facts.figures[saying.figure].sentence,
            }
            for saying in part.sayings
        ],
    }


def _plain(value: Decimal | None) -> str | None:
    return None if value is None else f"{value:f}"


def _only(value: Decimal) -> Quantity:
    return Quantity(value, value)
