"""A run that dies while the tables are made leaves a ledger that the next run can open."""

from pathlib import Path

import pytest
from django.db.migrations.recorder import MigrationRecorder

from postgres import new_database
from tongket.actions.open_ledger import close_ledger, open_ledger
from tongket.ledger.entries import rows_of
from tongket.terms.tables import DocumentRow


class Killed(BaseException):
    """Stands for the end of the process."""


@pytest.mark.parametrize("database", ["sqlite", "postgresql"])
@pytest.mark.parametrize("step", [0, 1, 3])
def test_tables_are_made_all_or_none(
    database: str, step: int, tmp_path: Path, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Dying right before a step is written down loses the steps before it too, and opening again makes them all."""
    place: Path | str = tmp_path / "a.ledger"
    if database == "postgresql":
        place = new_database(request.getfixturevalue("postgres_server"))
    done: list[str] = []
    as_it_is = MigrationRecorder.record_applied

    def dies(self: MigrationRecorder, app: str, name: str) -> None:
        if len(done) == step:
            raise Killed
        done.append(name)
        as_it_is(self, app, name)

    with monkeypatch.context() as patched:
        patched.setattr(MigrationRecorder, "record_applied", dies)
        with pytest.raises(Killed):
            open_ledger(place)
    close_ledger()
    open_ledger(place)
    try:
        assert rows_of(DocumentRow) == []
    finally:
        close_ledger()
