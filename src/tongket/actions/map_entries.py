"""The entries of the ledger that tell of an org on the map: what `take_back` takes."""

from dataclasses import dataclass

from tongket.ledger.entries import rows_of
from tongket.ledger.holding import holding
from tongket.terms.tables import OrgChangeRow, OrgRow, WithdrawalRow


@dataclass(frozen=True, slots=True)
class MapEntries:
    """Rows of facts of an org (`G-`) and changes that it took part in (`H-`), those that hold, by day."""

    facts: tuple[OrgRow, ...]
    changes: tuple[OrgChangeRow, ...]


def map_entries(org: str) -> MapEntries:
    """Return the entries that hold about an org in the ledger that is open.

    Args:
        org: Org id.
    """
    withdrawn = rows_of(WithdrawalRow)
    facts = [row for row in holding(rows_of(OrgRow), withdrawn) if row.org == org]
    changes = [
        row
        for row in holding(rows_of(OrgChangeRow), withdrawn)
        if org in (*row.sources.splitlines(), *row.targets.splitlines())
    ]
    return MapEntries(
        tuple(sorted(facts, key=lambda row: (row.valid_from, row.id))),
        tuple(sorted(changes, key=lambda row: (row.date, row.id))),
    )
