"""Documents that were read by several versions of the reader."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tongket.actions.entries import rows_of_reading
from tongket.actions.explain import explain
from tongket.actions.list_documents import list_documents
from tongket.actions.take_in import take_in
from tongket.actions.write_review import write_review
from tongket.document.files import read_file
from tongket.ledger.entries import add, rows_of
from tongket.reading import read
from tongket.terms.period import Period
from tongket.terms.profile import Profile
from tongket.terms.tables import ReadingRow

NOW = datetime(2026, 1, 5, 8, 30, tzinfo=UTC)


def _read_by(reader: str, file: Path, replaces: str = "") -> str:
    """Enter a reading of `file` as another version of the reader would have; return its id."""
    document = read_file(file)
    rows = rows_of_reading(document, 0, replace(read(document), reader=reader), replaces)
    add(rows, at=NOW)
    return next(row.id for row in rows if isinstance(row, ReadingRow))


@pytest.mark.usefixtures("ledger")
def test_a_document_that_was_read_again_counts_once(folder: Path, profile: Profile) -> None:
    """A reading takes the place of the one before; one whose file is gone still counts with the old."""
    first = _read_by("cũ 1", folder / "khe-sim-2024.txt")
    _read_by("cũ 2", folder / "khe-sim-2024.txt", first)
    _read_by("cũ 1", folder / "tinh-2024.txt")
    take_in(folder / "khe-sim-2024.txt", NOW)
    assert len(rows_of(ReadingRow)) == 4
    review = write_review(profile, "van-loc", Period.parse("2024"), NOW)
    line = next(line for line in review.lines if line.indicator.id == "lop")
    assert line.total is not None
    assert line.total.target.startswith("T-")
    assert [(part.id[:1], part.text) for part in explain(line.total.target).steps] == [("F", "12 lớp"), ("F", "30 lớp")]
    assert len(list_documents()) == 2
