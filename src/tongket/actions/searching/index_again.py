"""Keep the index of the search: put documents in as they come in, and make all of it anew."""

import json
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime

from django.db import transaction

from tongket.actions.searching.passages import RECORD_ROWS, RecordRow, passages_of
from tongket.ledger.entries import add, rows_of
from tongket.ledger.holding import latest
from tongket.ledger.passages import clear_passages, indexed_readings, put_passages
from tongket.terms.tables import FormRow, ReadingRow, Row


def add_and_index(rows: Iterable[Row], *, at: datetime) -> None:
    """Add rows as `ledger.entries.add` does, and in the same transaction put the readings among them into the index."""
    added = list(rows)
    with transaction.atomic():
        add(added, at=at)
        for reading in latest(row for row in added if isinstance(row, ReadingRow)):
            index_reading(reading)


def index_reading(reading: ReadingRow) -> None:
    """Put a reading into the index, in place of an earlier one of its document."""
    forms = rows_of(FormRow, id=reading.id)
    text = str(json.loads(forms[0].form)["document"].get("text", "")) if forms else ""
    records: list[RecordRow] = [row for kind in RECORD_ROWS for row in rows_of(kind, reading=reading.id)]
    put_passages(passages_of(reading, text, records))


def index_again(told: Callable[[int, int], None] = lambda _done, _of: None) -> int:
    """Make the index anew out of the readings that hold; return how many there are.

    Args:
        told: Called after each with how many are done, and of how many.
    """
    clear_passages()
    return _index(_latest(), told)


def index_missing() -> int:
    """Put in what is not in the index: what a ledger of an earlier version holds. Return how many readings came in."""
    there = indexed_readings()
    return _index([row for row in _latest() if row.id not in there], lambda _done, _of: None)


def _index(readings: Sequence[ReadingRow], told: Callable[[int, int], None]) -> int:
    for done, reading in enumerate(readings, 1):
        index_reading(reading)
        told(done, len(readings))
    return len(readings)


def _latest() -> list[ReadingRow]:
    return latest(rows_of(ReadingRow))
