"""All operations of the API, a token for one who may do everything, and one of each thing that their paths name."""

from collections.abc import Callable, Iterator
from typing import Any

from ninja.operation import Operation

from tongket.actions.drafting.draft_form import Block, Draft, Section, draft_to_json
from tongket.actions.drafting.drafts import first_of, versions
from tongket.actions.now import now
from tongket.actions.people.gate import Actor, person_named
from tongket.actions.people.tokens import make_token
from tongket.ledger.entries import add, rows_of
from tongket.ledger.names import entry_id
from tongket.terms.period import Period
from tongket.terms.roles import Role
from tongket.terms.work import DraftRow, ProfileRow
from tongket.web.api.interface import api
from web.things import AT, THINGS


def _draft(org: str) -> str:
    """Make a review of an org on 2024 with one paragraph; return the id of its first version."""
    period = Period.parse("2024")
    found = versions(org, period)
    if not found:
        written = Draft("PF-0", AT, (Section("opening", "Mở đầu", (Block("p1", "Đã tổ chức 12 hội nghị."),)),))
        says = (org, "2024", draft_to_json(written), "bản đầu", "lan", first_of(org, period))
        found = [DraftRow(entry_id("DR", *says), *says)]
        add(found, at=AT)
    return found[0].id


# Things that no page names in its address.
OWN: dict[str, Callable[[str], str]] = {"version": lambda _org: rows_of(ProfileRow)[0].id, "draft": _draft}


def operations() -> Iterator[tuple[str, str, Operation]]:
    """Yield every operation with its method and path."""
    for _, router in api._routers:  # noqa: SLF001 - the one list of what there is
        for path, view in router.path_operations.items():
            for each in view.operations:
                for method in each.methods:
                    yield method.lower(), path, each


def thing(name: str, org: str) -> str:
    """Return what stands in a path for a thing of an org, made in the ledger that is open."""
    makers = THINGS | OWN
    assert name in makers, f"tests/web/things.py does not know how to make a “{name}” of an org"
    return makers[name](org)


def token(desk: Any) -> tuple[Actor, str]:  # noqa: ANN401 - the type lives in a conftest
    """Return somebody who has every role at the top, and a token of theirs."""
    for role in Role:
        desk.actor("lan", "tinh", role)
    actor = Actor(person_named("lan"), now())
    return actor, make_token(actor, "tinh", "máy tính phòng tổng hợp").secret
