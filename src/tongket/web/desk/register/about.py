"""Whose a task of an address is: of its owners and who set it, the one that the person may do something to."""

from collections.abc import Iterator

from tongket.actions.people.gate import may
from tongket.actions.people.office import office
from tongket.actions.register.tasks import Task, task_of
from tongket.terms.roles import Verb
from tongket.web.desk.routes import DeskRequest, not_found


def held_task(task: str) -> Task:
    """Return a task.

    Raises:
        Http404: There is none of that id.
    """
    held = task_of(task)
    if held is None:
        raise not_found(task)
    return held


def org_to_see(request: DeskRequest, task: str) -> str:
    """Return the org through which a person sees a task: who set it, or an owner."""
    held = held_task(task)
    return _first(request, Verb.SEE, [held.now.org, *held.owners])


def org_to_answer(request: DeskRequest, task: str) -> str:
    """Return the owner for which a person answers: the one they act for now where it is among the owners."""
    held = held_task(task)
    return _first(request, Verb.ANSWER, sorted(held.owners, key=lambda org: org != request.org))


def setter(_request: DeskRequest, task: str) -> str:
    """Return the org that set a task."""
    return held_task(task).now.org


def _first(request: DeskRequest, verb: Verb, orgs: list[str]) -> str:
    return next(_allowed(request, verb, orgs), orgs[0])


def _allowed(request: DeskRequest, verb: Verb, orgs: list[str]) -> Iterator[str]:
    place = office()
    return (org for org in orgs if may(request.person, verb, org, within=place))
