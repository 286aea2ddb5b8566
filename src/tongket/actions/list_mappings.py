"""The mappings of sheets that somebody accepted: of which document, since when, and whether figures rest on it now."""

from dataclasses import dataclass
from datetime import datetime

from tongket.actions.attribute import latest_readings
from tongket.ledger.entries import recorded, rows_of
from tongket.terms.sheet_mapping import SheetMapping
from tongket.terms.sheet_mapping_form import mapping_from_toml
from tongket.terms.tables import DocumentRow, SheetMappingRow


@dataclass(frozen=True, slots=True)
class Accepted:
    """A mapping that was accepted.

    Attributes:
        document: Name of the document.
        mapping: What its tables mean.
        text: The same as the text of its file.
        at: When it was accepted.
        holds: Whether the document is read by it now; False where a later mapping or reading took its place.
    """

    document: str
    mapping: SheetMapping
    text: str
    at: datetime
    holds: bool


def list_mappings() -> list[Accepted]:
    """Return every mapping accepted in the ledger that is open, the first one first."""
    names = {row.id: row.name for row in rows_of(DocumentRow)}
    latest = {row.id for row in latest_readings().values()}
    return [
        Accepted(names[row.document], mapping_from_toml(row.mapping, row.id), row.mapping, at, row.id in latest)
        for at, row in recorded(SheetMappingRow)
    ]
