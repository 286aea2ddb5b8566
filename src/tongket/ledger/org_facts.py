"""Orgs and changes of the map as entries of the ledger, and the map out of its entries."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from tongket.ledger.holding import holding
from tongket.ledger.names import entry_id
from tongket.terms.org_history import check_history
from tongket.terms.orgs import ChangeKind, Org, OrgChange, Share
from tongket.terms.tables import OrgChangeRow, OrgRow, OrgShareRow, WithdrawalRow


@dataclass(frozen=True, slots=True)
class OrgFacts:
    """Rows of dated facts and changes of the map, oldest first."""

    orgs: tuple[Org, ...]
    changes: tuple[OrgChange, ...]


def org_row(org: Org, source: str, replaces: str = "") -> OrgRow:
    """Return the entry of a row of facts.

    Args:
        org: The facts.
        source: Where they were taken from: a profile, a data set, a person.
        replaces: Id of the entry that it corrects; empty for a first.
    """
    says = (
        org.id,
        org.name,
        org.level,
        "\n".join(org.aliases),
        org.parent or "",
        org.kind,
        org.code,
        org.valid_from.isoformat(),
        org.valid_to.isoformat(),
        source,
        replaces,
    )
    return OrgRow(entry_id("G", *says), *says)


def change_rows(change: OrgChange, source: str, replaces: str = "") -> list[OrgChangeRow | OrgShareRow]:
    """Return the entries of a change: itself, then its shares; arguments as in `org_row`."""
    says = (
        change.kind.value,
        change.date.isoformat(),
        "\n".join(change.sources),
        "\n".join(change.targets),
        change.basis,
        change.share_basis,
        source,
        replaces,
    )
    # Two changes that differ in nothing but their shares are two.
    name = entry_id("H", *says, *((each.source, each.target, each.share) for each in change.shares))
    shares = [
        OrgShareRow(entry_id("I", name, each.source, each.target), name, each.source, each.target, each.share)
        for each in change.shares
    ]
    return [OrgChangeRow(name, *says), *shares]


def facts_of(
    orgs: Sequence[OrgRow],
    changes: Sequence[OrgChangeRow],
    shares: Iterable[OrgShareRow],
    withdrawals: Sequence[WithdrawalRow],
) -> OrgFacts:
    """Return the facts that hold among all entries known at a moment."""
    by_change: dict[str, list[Share]] = defaultdict(list)
    for share in shares:
        by_change[share.change].append(Share(share.source, share.target, share.share))
    held_orgs = sorted(holding(orgs, withdrawals), key=lambda row: (row.valid_from, row.org, row.id))
    held_changes = sorted(holding(changes, withdrawals), key=lambda row: (row.date, row.sources, row.targets, row.id))
    return OrgFacts(tuple(map(org_of, held_orgs)), tuple(_change(row, by_change[row.id]) for row in held_changes))


def check_facts(facts: OrgFacts) -> None:
    """Check that the whole map can be true.

    Raises:
        TongketError: It cannot (`terms.org_history.check_history`).
    """
    check_history(facts.orgs, facts.changes)


def org_of(row: OrgRow) -> Org:
    """Return an entry as the row of dated facts that it says."""
    return Org(
        id=row.org,
        name=row.name,
        level=row.level,
        aliases=tuple(row.aliases.splitlines()),
        parent=row.parent or None,
        kind=row.kind,
        valid_from=date.fromisoformat(row.valid_from),
        valid_to=date.fromisoformat(row.valid_to),
        code=row.code,
    )


def _change(row: OrgChangeRow, shares: Iterable[Share]) -> OrgChange:
    return OrgChange(
        kind=ChangeKind(row.kind),
        date=date.fromisoformat(row.date),
        sources=tuple(row.sources.splitlines()),
        targets=tuple(row.targets.splitlines()),
        basis=row.basis,
        shares=tuple(sorted(shares, key=lambda each: (each.source, each.target))),
        share_basis=row.share_basis,
    )
