"""Let a form that was sent before tell nothing more: a later one of the same report takes its place.

The document stays; a reading without records takes the place of the one that holds.
"""

from dataclasses import replace

from tongket.actions.attribute import latest_readings_of
from tongket.ledger.entries import rows_of
from tongket.ledger.names import entry_id
from tongket.reading.form import reading_from_json, reading_to_json
from tongket.terms.tables import FormRow, ReadingRow, Row

RETIRED = "+retired-"
"""Stands in the version of the reader where a document tells nothing more."""


def retired(document: str, by: str) -> list[Row]:
    """Return the rows that retire a document; none where it is retired already.

    Args:
        document: Its id.
        by: Id of the document that takes its place.
    """
    rows: list[Row] = []
    for last in latest_readings_of(document):
        if not is_retired(last.reader):
            version = last.reader.partition("+")[0]
            reader = f"{version}{RETIRED}{entry_id('L', last.id, by)}"
            plain = reading_from_json(rows_of(FormRow, id=last.id)[0].form)
            empty = replace(
                plain, reader=reader, events=(), officials=(), directives=(), figures=(), statements=(), awards=()
            )
            reading = entry_id("R", document, reader)
            rows += [ReadingRow(reading, document, reader, last.id)]
            rows += [FormRow(reading, reading_to_json(empty, with_text=True))]
    return rows


def is_retired(reader: str) -> bool:
    """Tell from the version of its reader whether a reading is of a retired document."""
    return RETIRED in reader
