"""Put the map of Viet Nam into the ledger that is open: once, again, or in a newer edition."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, fields
from datetime import datetime
from operator import attrgetter
from typing import Generic, TypeVar

from tongket.actions.vietnam.read_map import OpenPoint, VietnamMap
from tongket.ledger.entries import add, rows_of
from tongket.ledger.names import entry_id
from tongket.ledger.org_facts import change_rows, org_row
from tongket.terms.orgs import Org, OrgChange
from tongket.terms.tables import OrgChangeRow, OrgRow, Row, WithdrawalRow

# Told in each entry as its source; the edition is not part of it, so that an entry says the same in every edition.
SOURCE = "bản đồ hành chính Việt Nam (vietnamadminunits, MIT)"
_GONE = "không còn trong bản mới của bản đồ hành chính"
_APART = {"id", "replaces"}
_ORG_SAYS, _CHANGE_SAYS = (
    attrgetter(*(column.name for column in fields(row_type) if column.name not in _APART))
    for row_type in (OrgRow, OrgChangeRow)
)
_Fact = TypeVar("_Fact", Org, OrgChange)
_Row = TypeVar("_Row", OrgRow, OrgChangeRow)


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import did.

    Attributes:
        added: Entries, of orgs and of changes, that were not there.
        replaced: How many of them take the place of one of an earlier edition.
        withdrawn: Entries of an earlier edition that this one has no more.
        open_points: What the source leaves open.
    """

    added: int
    replaced: int
    withdrawn: int
    open_points: tuple[OpenPoint, ...]


def import_map(country: VietnamMap, at: datetime) -> Imported:
    """Add what the ledger does not have yet; a second time nothing.

    An entry of the map that a person corrected or took back is left as that person left it.

    Args:
        country: The map.
        at: When it is recorded, with its time zone.

    Raises:
        TongketError: Together with what the ledger has from elsewhere the map cannot be true.
    """
    gone = {row.entry for row in rows_of(WithdrawalRow)}
    orgs = _Edition([(org, org_row(org, SOURCE)) for org in country.orgs], rows_of(OrgRow), gone, _org_place)
    heads = [(change, _head(change)) for change in country.changes]
    changes = _Edition(heads, rows_of(OrgChangeRow), gone, _change_place)
    new_orgs, new_changes = orgs.fresh(), changes.fresh()
    lost = [WithdrawalRow(entry_id("V", entry, _GONE), entry, _GONE) for entry in (*orgs.lost(), *changes.lost())]
    rows: list[Row] = [org_row(org, SOURCE, replaces) for org, replaces in new_orgs]
    for change, replaces in new_changes:
        rows += change_rows(change, SOURCE, replaces)
    if rows or lost:
        add([*rows, *lost], at=at)
    replaced = sum(1 for _, replaces in (*new_orgs, *new_changes) if replaces)
    return Imported(len(new_orgs) + len(new_changes), replaced, len(lost), country.open_points)


class _Edition(Generic[_Fact, _Row]):
    """One table of the map beside what the ledger has of it."""

    def __init__(
        self,
        wanted: Sequence[tuple[_Fact, _Row]],
        known: Sequence[_Row],
        gone: set[str],
        place: Callable[[_Row], Hashable],
    ) -> None:
        """Take in the facts of this edition with their entries, all entries of the table, and those taken back.

        Args:
            wanted: Each fact with the entry it makes where nothing is replaced.
            known: All entries of the table, of any source.
            gone: Ids of entries taken back.
            place: What makes two entries of two editions the same fact told anew.
        """
        ours = [row for row in known if row.source == SOURCE]
        anew = {row.replaces for row in ours}
        by_others = {row.replaces for row in known if row.source != SOURCE}
        last = [row for row in ours if row.id not in anew]
        says = {_says(row) for _, row in wanted}
        theirs = [row for row in last if row.id in gone or row.id in by_others]
        self._wanted: Sequence[tuple[_Fact, _Row]] = wanted
        self._place: Callable[[_Row], Hashable] = place
        self._said = {_says(row) for row in last}
        self._theirs = {place(row) for row in theirs}
        self._old = {place(row): row.id for row in last if _says(row) not in says and row not in theirs}

    def fresh(self) -> list[tuple[_Fact, str]]:
        """Return the facts that the ledger does not have, each with the id of the entry it replaces, if any."""
        return [
            (fact, self._old.get(self._place(row), ""))
            for fact, row in self._wanted
            if _says(row) not in self._said and self._place(row) not in self._theirs
        ]

    def lost(self) -> list[str]:
        """Return the ids of entries that this edition has no more."""
        still = {self._place(row) for _, row in self._wanted}
        return [entry for place, entry in self._old.items() if place not in still]


def _says(row: OrgRow | OrgChangeRow) -> Hashable:
    """Return what an entry says, but for its place among entries."""
    return _ORG_SAYS(row) if isinstance(row, OrgRow) else _CHANGE_SAYS(row)


def _org_place(row: OrgRow) -> Hashable:
    return row.org, row.valid_from


def _change_place(row: OrgChangeRow) -> Hashable:
    return row.date, row.kind, row.sources


def _head(change: OrgChange) -> OrgChangeRow:
    """Return the entry of a change without those of its shares."""
    return next(row for row in change_rows(change, SOURCE) if isinstance(row, OrgChangeRow))
