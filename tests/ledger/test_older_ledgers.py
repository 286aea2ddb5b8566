"""A ledger of an earlier version is brought to the newest form without losing a row."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import DatabaseError, connection

from tongket.actions.open_ledger import close_ledger, open_ledger
from tongket.ledger.entries import add, rows_of
from tongket.terms.tables import DocumentRow, PartRow


def test_rows_of_the_first_version_are_all_there_and_guarded(ledger: Path | str) -> None:
    """They count as known from the beginning; new ones from when they were recorded; none can be changed."""
    call_command("migrate", "ledger", "0002", verbosity=0, interactive=False)
    with connection.cursor() as cursor:
        for number in range(500):
            cursor.execute(
                "INSERT INTO document (id, name, format, size, readable) VALUES (%s, %s, 'txt', 12, %s)",
                [f"{number:064}", f"báo cáo {number}", True],
            )
        cursor.execute(
            "INSERT INTO part (id, total, place, part, label, text) VALUES ('P-1', 'T-1', 1, 'F-1', 'l', 't')"
        )
    close_ledger()
    open_ledger(ledger)
    add([DocumentRow("new", "mới", "txt", 1, readable=True)], at=datetime(2026, 1, 5, tzinfo=UTC))
    assert len(rows_of(DocumentRow)) == 501
    assert [row.name for row in rows_of(DocumentRow, known_at=datetime(2000, 1, 1, tzinfo=UTC))] == [
        f"báo cáo {number}" for number in range(500)
    ]
    assert rows_of(PartRow) == [PartRow("P-1", "T-1", 1, "F-1", "l", "t")]
    with connection.cursor() as cursor, pytest.raises(DatabaseError, match="only grows"):
        cursor.execute("UPDATE part SET label = 'x'")
