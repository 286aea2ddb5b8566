"""A review as plain values, for programs: the same figures and ids as in the document."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from tongket.actions.composing.basis import Report
from tongket.actions.composing.lines import Line, Shown
from tongket.actions.take_in import TakenIn
from tongket.actions.write_review import Review
from tongket.review.content import Paragraph, StatementLine


def summary(made: Review, taken: Iterable[TakenIn]) -> dict[str, Any]:
    """Return what a review says, as values that JSON can hold; orgs by id and by name.

    Numbers are integers where they are whole, texts of a decimal number elsewhere, None where a bound is open.
    """
    basis, content = made.basis, made.content
    return {
        "org": basis.asked.org,
        "period": str(basis.asked.period),
        "reported": [place.org for place in basis.covered if basis.owed_by(place)],
        "missing": [place.org for place in basis.missing],
        "lines": [_line(line) for line in made.lines],
        "limitations": [_statement(line) for line in content.limitations],
        "tasks": [_statement(line) for line in content.tasks],
        "doubts": [
            {"code": each.code, "about": each.about, "message": each.message} for each in content.annexes.doubts
        ],
        "loose_figures": [
            {"text": each.text, "org": each.org, "id": each.target} for each in content.annexes.loose_figures
        ],
        "unread": [{"document": each.name, "reason": each.reason} for each in content.annexes.unread],
        "documents": [_report(report, made) for report in basis.within.values()],
        "files": [_file(each) for each in taken],
    }


def _line(line: Line) -> dict[str, Any]:
    return {
        "indicator": line.indicator.id,
        "total": _shown(line.total) if line.total else None,
        "own": _shown(line.own) if line.own else None,
        "rests_on": line.rests_on,
        "owed": line.owed,
        "by_org": {org: _shown(shown) for org, shown in line.by_org.items()},
    }


def _shown(shown: Shown) -> dict[str, Any]:
    return {
        "low": _number(shown.quantity.low),
        "high": _number(shown.quantity.high),
        "approx": shown.quantity.approx,
        "conflict": shown.conflict,
        "text": shown.text,
        "id": shown.target,
    }


def _number(value: Decimal | None) -> int | str | None:
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else f"{value:f}"


def _statement(line: Paragraph | StatementLine) -> dict[str, Any]:
    if isinstance(line, Paragraph):
        text = "".join(run.text for run in line.runs)
        return {"text": text, "org": "", "id": None, "came_back_from": None, "earlier": None}
    return {
        "text": "".join(run.text for run in line.runs),
        "org": line.org,
        "id": line.target,
        "came_back_from": line.came_back_from,
        "earlier": line.earlier,
    }


def _report(report: Report, made: Review) -> dict[str, Any]:
    return {
        "name": report.document.name,
        "sha256": report.document.id,
        "org": report.org or None,
        "period": str(report.period) if report.period else None,
        "added": report.document.id in made.basis.adding,
    }


def _file(taken: TakenIn) -> dict[str, Any]:
    return {
        "file": str(taken.file),
        "sha256": taken.document,
        "known_as": taken.known_as or None,
        "findings": [
            {"code": each.code, "severity": each.severity, "line": each.line, "message": each.message}
            for each in taken.findings
        ],
    }
