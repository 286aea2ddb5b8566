"""The filters of the inbox: out of the address into a question, and back into links to other pages of it."""

from urllib.parse import urlencode

from tongket.actions.people.gate import visible
from tongket.ledger.inbox_pages import InboxAsked
from tongket.terms.errors import TongketError
from tongket.terms.period import Period
from tongket.terms.roles import Verb
from tongket.web.desk.routes import DeskRequest

STATES = ("waiting", "read", "failed")
_KEPT = ("q", "state", "whose", "period", "doubtful", "batch", "of")


def asked(request: DeskRequest) -> InboxAsked:
    """Return which items are asked for; what makes no sense is left out."""
    told = request.GET
    below = told.get("of") == "all"
    return InboxAsked(
        orgs=visible(request.person, Verb.SEE) if below else [request.org],
        mapping="",
        batch=told.get("batch", ""),
        words=told.get("q", "").strip(),
        state=told.get("state", "") if told.get("state") in STATES else "",
        whose=told.get("whose", ""),
        period=_period(told.get("period", "")),
        doubtful=told.get("doubtful") == "1",
    )


def page_of(request: DeskRequest) -> int:
    """Return which page is asked for, from 1."""
    told = request.GET.get("page", "1")
    return max(1, int(told)) if told.isascii() and told.isdigit() and len(told) < 7 else 1  # noqa: PLR2004 - of a million


def address(request: DeskRequest, **changed: str | int) -> str:
    """Return the query of the same list with something changed."""
    kept = {name: request.GET[name] for name in _KEPT if request.GET.get(name)}
    return urlencode({**kept, **{name: str(value) for name, value in changed.items()}})


def _period(told: str) -> str:
    if not told or told == "-":
        return told
    try:
        return str(Period.parse(told))
    except TongketError:
        return ""
