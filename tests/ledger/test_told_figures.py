"""What figures tell comes as columns out of both databases, as it stands in their rows."""

from collections.abc import Iterable
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from tongket.ledger.entries import add
from tongket.ledger.told_figures import TOLD, told_figures
from tongket.terms.tables import FigureRow, ObservationRow

AT = datetime(2025, 3, 3, tzinfo=UTC)
MAPPING, OTHER = "M-aaaaaaaaaaaa", "M-bbbbbbbbbbbb"
# Org ids come from profiles: any words may stand in them.
ODD = 'xã "An", \\ lẻ'


def _told(reading: str, mapping: str, rows: Iterable[dict[str, Any]]) -> None:
    for at, row in enumerate(rows):
        figure = f"F-{reading}{mapping[2]}{at}"
        add([_figure(figure, reading, row), _observation(figure, mapping, row)], at=AT)


def _figure(name: str, reading: str, row: dict[str, Any]) -> FigureRow:
    return FigureRow(
        id=name, reading=reading, document=f"d-{reading}", kind="count", low=row["low"], high=row["high"],
        approx=row["approx"], noun="lớp", start=0, end=2, quote="12", sentence="12 lớp", at=0, before="", headings="",
        in_cell=False, column="", said_in="result", page=0, line=1,
    )  # fmt: skip


def _observation(figure: str, mapping: str, row: dict[str, Any]) -> ObservationRow:
    name = f"B-{figure}"
    return ObservationRow(
        name, mapping, figure, "d", row["indicator"], row["org"], row["period"], "", row.get("scope", ""), ""
    )


def _row(low: str | None, high: str | None, **more: object) -> dict[str, Any]:
    bounds = {"low": low and Decimal(low), "high": high and Decimal(high), "approx": False}
    return {**bounds, "indicator": "lop", "org": "an", "period": "2024", **more}


def test_nothing_told_is_no_row(ledger: Path | str) -> None:
    """A ledger without figures has the columns and no row."""
    del ledger
    assert told_figures(MAPPING, ["L-a"], None, None).schema == TOLD
    assert told_figures(MAPPING, [], None, None).num_rows == 0


def test_bounds_scopes_and_odd_ids_come_as_they_are(ledger: Path | str) -> None:
    """Open sides are null, texts that say nothing are empty, and no character of an id divides fields."""
    del ledger
    told = [_row("12", "12"), _row("600.5", None, approx=True, scope="own"), _row(None, "7", org=ODD, period="2024-H1")]
    _told("L-a", MAPPING, told)
    found = told_figures(MAPPING, ["L-a"], None, None)
    assert found.schema == TOLD
    shown = sorted((row["org"], row["low"], row["high"], row["approx"], row["scope"]) for row in found.to_pylist())
    assert shown == [("an", "12", "12", False, ""), ("an", "600.5", None, True, "own"), (ODD, None, "7", False, "")]


def test_only_what_is_asked_for_comes(ledger: Path | str) -> None:
    """Of the readings, the mapping, the periods and the indicators asked, and nothing that counts for nothing."""
    del ledger
    _told("L-a", MAPPING, [_row("1", "1"), _row("2", "2", period="2023"), _row("3", "3", indicator="")])
    _told("L-a", OTHER, [_row("4", "4")])
    _told("L-b", MAPPING, [_row("5", "5"), _row("6", "6", indicator="nguoi"), _row("7", "7", org="")])
    found = told_figures(MAPPING, ["L-a", "L-b"], {"2024"}, {"lop"})
    assert sorted(found["low"].to_pylist()) == ["1", "5"]
    assert sorted(told_figures(MAPPING, ["L-b"], None, None)["low"].to_pylist()) == ["5", "6"]
