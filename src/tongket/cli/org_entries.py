"""The entries of the ledger about an org, as lines of the screen."""

from collections.abc import Iterator
from gettext import gettext as _
from pathlib import Path

from tongket.actions.map_entries import MapEntries, map_entries
from tongket.actions.open_ledger import close_ledger, open_ledger
from tongket.cli.ledger_file import ledger_file


def entry_lines(org: str, file: Path | None) -> list[str]:
    """Return a line for every entry that holds about an org: its id, what it says, where it was taken from.

    Args:
        org: Org id.
        file: The ledger; None for the one that is meant where none is named.
    """
    open_ledger(ledger_file(file))
    try:
        return list(_lines(map_entries(org)))
    finally:
        close_ledger()


def _lines(entries: MapEntries) -> Iterator[str]:
    for row in entries.facts:
        said = _("  {id}: {name}, từ {first} đến trước {last} (nguồn: {source})")
        yield said.format(id=row.id, name=row.name, first=row.valid_from, last=row.valid_to, source=row.source)
    for change in entries.changes:
        ways = " → ".join(filter(None, (_row(change.sources), _row(change.targets))))
        said = _("  {id}: sắp xếp ngày {day}: {ways} (nguồn: {source})")
        yield said.format(id=change.id, day=change.date, ways=ways, source=change.source)


def _row(orgs: str) -> str:
    return ", ".join(orgs.splitlines())
