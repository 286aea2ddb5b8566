"""Who acts for the orgs of a subtree, in which roles, and how their accounts stand."""

from dataclasses import dataclass

from tongket.actions.people.accounts import Account, accounts_named
from tongket.ledger.entries import rows_of
from tongket.terms.tables import WithdrawalRow
from tongket.terms.work import GrantRow


@dataclass(frozen=True, slots=True)
class PersonListed:
    """A person with the grants that hold at the orgs asked about; `account` is None where they cannot sign in yet."""

    name: str
    grants: tuple[GrantRow, ...]
    account: Account | None


def people_at(orgs: list[str], name: str = "") -> list[PersonListed]:
    """Return who acts for some orgs, by name.

    Args:
        orgs: Org ids.
        name: Only people whose name has this in it.
    """
    rows = [row for row in rows_of(GrantRow, org=orgs) if name.casefold() in row.person.casefold()]
    ended = {each.entry for each in rows_of(WithdrawalRow, entry=[row.id for row in rows])}
    by_name: dict[str, list[GrantRow]] = {}
    for row in rows:
        held = by_name.setdefault(row.person, [])
        if row.id not in ended:
            held.append(row)
    accounts = accounts_named(by_name)
    return [PersonListed(each, tuple(by_name[each]), accounts.get(each)) for each in sorted(by_name)]
