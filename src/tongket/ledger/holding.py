"""Which entries hold: what has been replaced or taken back no longer does, and is there all the same.

An entry is replaced by at most one other (`model.replaced_once`), so entries make chains. Of a chain the last one
that was not taken back holds: taking back a correction lets what it had replaced hold again.
"""

from collections.abc import Iterable, Sequence
from typing import Protocol, TypeVar

from tongket.terms.tables import WithdrawalRow


class Replacing(Protocol):
    """A row that may name the entry it takes the place of."""

    @property
    def id(self) -> str:
        """Of the entry."""

    @property
    def replaces(self) -> str:
        """Id of the entry it takes the place of; empty for none."""


AnyReplacing = TypeVar("AnyReplacing", bound=Replacing)


def holding(rows: Sequence[AnyReplacing], withdrawals: Iterable[WithdrawalRow]) -> list[AnyReplacing]:
    """Return the rows that hold, in their order.

    Args:
        rows: All rows of one table that were known at a moment.
        withdrawals: All withdrawals known at that moment.
    """
    withdrawn = {row.entry for row in withdrawals}
    after = {row.replaces: row for row in rows if row.replaces}
    known = {row.id for row in rows}
    held: set[str] = set()
    for first in rows:
        if first.replaces in known:
            continue
        chain = [first]
        while chain[-1].id in after:
            chain.append(after[chain[-1].id])
        held |= {row.id for row in [row for row in chain if row.id not in withdrawn][-1:]}
    return [row for row in rows if row.id in held]


def latest(rows: Iterable[AnyReplacing]) -> list[AnyReplacing]:
    """Return the rows that none of the others takes the place of, in their order.

    For entries that are only ever replaced; what may be taken back is asked of `holding`.
    """
    found = list(rows)
    replaced = {row.replaces for row in found}
    return [row for row in found if row.id not in replaced]


def chain_of(first: str, rows: Iterable[AnyReplacing]) -> list[AnyReplacing]:
    """Return the rows of one chain in its order.

    Args:
        first: What the first of them replaces: an entry, or a name of what the chain is about.
        rows: All rows of the chain, in any order, and any others.
    """
    after = {row.replaces: row for row in rows}
    found: list[AnyReplacing] = []
    at = first
    while at in after:
        found.append(after[at])
        at = found[-1].id
    return found


def last_of_chain(entry: str, rows: Iterable[Replacing]) -> str:
    """Return the id of the last entry of a chain, taken back or not: what the next one has to replace."""
    after = {row.replaces: row.id for row in rows if row.replaces}
    while entry in after:
        entry = after[entry]
    return entry
