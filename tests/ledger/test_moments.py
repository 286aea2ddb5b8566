"""What was known at a moment stays so: whatever is written later counts as recorded later, whatever clocks say."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Barrier, Thread

import pytest
from django.core.management import call_command
from django.db import connection, connections
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tongket.actions.open_ledger import close_ledger, open_ledger
from tongket.ledger.entries import add, add_to, recorded, rows_of
from tongket.ledger.moments import last_moment
from tongket.terms.tables import DocumentRow, MomentRow, ObservationRow

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
HOURS = st.lists(st.integers(-5, 5), min_size=1, max_size=6)
Seen = tuple[datetime, set[str]]


def _document(name: str) -> DocumentRow:
    return DocumentRow(name, name, "txt", 1, readable=True)


def _known(moment: datetime) -> set[str]:
    return {row.id for row in rows_of(DocumentRow, known_at=moment)}


@pytest.mark.usefixtures("ledger")
def test_an_earlier_clock_counts_as_later() -> None:
    """A run whose clock was asked first and that writes last is recorded last."""
    add([_document("b")], at=NOON)
    add([_document("a")], at=NOON - timedelta(hours=1))
    assert [(at, row.id) for at, row in recorded(DocumentRow)] == [
        (NOON, "b"),
        (NOON + timedelta(microseconds=1), "a"),
    ]
    assert last_moment() == NOON + timedelta(microseconds=1)


@pytest.mark.usefixtures("ledger")
def test_a_later_clock_is_believed_and_saying_the_same_again_is_no_moment() -> None:
    """The moment is that of the clock wherever it can be; nothing new leaves the last one as it was."""
    add([_document("a")], at=NOON)
    add([_document("b")], at=NOON + timedelta(hours=1))
    add([_document("a")], at=NOON + timedelta(hours=2))
    assert last_moment() == NOON + timedelta(hours=1)
    assert len(rows_of(MomentRow)) == 2


@pytest.mark.usefixtures("ledger")
def test_rows_that_rest_on_what_was_known_are_refused_when_it_grew() -> None:
    """Who asked before somebody else wrote has to ask again."""
    add([_document("a")], at=NOON)
    known = last_moment()
    assert add_to(known, [_document("b")], at=NOON)
    assert not add_to(known, [_document("c")], at=NOON)
    assert _known(NOON + timedelta(days=1)) == {"a", "b"}


def _write(name: str, clocks: Sequence[datetime], start: Barrier, seen: list[Seen]) -> None:
    """Write a document for each time of a clock; keep after each what was known at the last moment."""
    try:
        start.wait(timeout=20)
        for number, clock in enumerate(clocks):
            add([_document(f"{name}{number}")], at=clock)
            moment = last_moment()
            assert moment is not None
            seen.append((moment, _known(moment)))
    finally:
        connections["default"].close()


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(HOURS, HOURS)
@pytest.mark.usefixtures("ledger")
def test_what_two_writers_knew_is_never_changed(one: list[int], other: list[int]) -> None:
    """Two that write at once by clocks that go as they like: each moment either saw gives the same rows for ever."""
    before = len(rows_of(MomentRow))
    now = (last_moment() or NOON) + timedelta(hours=1)
    seen: list[Seen] = []
    start = Barrier(2)
    writers = [
        Thread(target=_write, args=(f"{name}{before}-", [now + timedelta(hours=each) for each in hours], start, seen))
        for name, hours in (("a", one), ("b", other))
    ]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join(timeout=60)
    assert len(seen) == len(one) + len(other)
    for moment, known in seen:
        assert _known(moment) == known
    assert len(rows_of(MomentRow)) - before == len(one) + len(other)


def test_an_older_ledger_goes_on_from_its_last_moment(ledger: Path | str) -> None:
    """What an earlier version recorded stays before all that is written now."""
    call_command("migrate", "ledger", "0005", verbosity=0, interactive=False)
    noon = connection.ops.adapt_datetimefield_value(NOON)
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO document (id, name, format, size, readable, recorded_at) VALUES ('a', 'a', 'txt', 1, %s, %s)",
            [True, noon],
        )
        cursor.execute(
            "INSERT INTO observation (id, mapping, figure, document, indicator, org, period, reason, recorded_at) "
            "VALUES ('B-1', 'M-1', 'F-1', 'a', 'lop', 'x', '2025', '', %s)",
            [noon],
        )
    close_ledger()
    open_ledger(ledger)
    add([_document("b")], at=NOON - timedelta(days=1))
    assert _known(NOON) == {"a"}
    assert _known(NOON + timedelta(microseconds=1)) == {"a", "b"}
    assert rows_of(ObservationRow) == [ObservationRow("B-1", "M-1", "F-1", "a", "lop", "x", "2025", "")]
