"""What the figures of a sheet or of a DHIS2 file are by a profile: told by their mapping or ids, not by words."""

from collections.abc import Iterable

from tongket.actions.dhis2.observed import is_exchange, rows_of_exchange
from tongket.actions.sheet_rows import mapping_of_reading
from tongket.ledger.entries import rows_of
from tongket.ledger.names import entry_id
from tongket.reading.sheets.observing import CellPlace, observe
from tongket.terms.profile import Profile
from tongket.terms.sheet_mapping import SheetMapping
from tongket.terms.tables import AttributionRow, CellRow, FigureRow, ObservationRow, ReadingRow, Row

_BASIS = "bảng ghép"


def rows_of_tables(row: ReadingRow, profile: Profile, mapping: str, replaces: str) -> list[Row] | None:
    """Return the attribution and observations of a reading of tables; None where words have to tell.

    Args:
        row: The reading.
        profile: Whose orgs and indicators are meant.
        mapping: Id of what this profile makes of readings.
        replaces: Id of the attribution of an earlier reading or mapping; empty for a first.
    """
    if is_exchange(row):
        return rows_of_exchange(row, profile, mapping, replaces)
    sheet = mapping_of_reading(row.id)
    if sheet is None:
        return None
    basis = (_BASIS if sheet.org else "", _BASIS if sheet.period else "")
    attribution = AttributionRow(
        entry_id("W", mapping, row.id), mapping, row.id, row.document,
        sheet.org, basis[0], sheet.period, basis[1], "", replaces,
    )  # fmt: skip
    return [attribution, *_observations(row, profile, mapping, sheet)]


def _observations(row: ReadingRow, profile: Profile, mapping: str, sheet: SheetMapping) -> Iterable[ObservationRow]:
    figures = rows_of(FigureRow, reading=row.id)
    cells = {cell.id: cell for cell in rows_of(CellRow, document=row.document)}
    for figure in figures:
        cell = cells.get(figure.id)
        # Beside its tables a document may tell figures in sentences, of which a mapping says nothing.
        place = CellPlace(cell.sheet, cell.table, cell.row, cell.column) if cell else CellPlace("", 0, 0, 0)
        told = observe(sheet, figure, place, profile)
        name = entry_id("B", mapping, figure.id)
        yield ObservationRow(name, mapping, figure.id, row.document, told.indicator, told.org, told.period, told.reason)
