"""On PostgreSQL: of two people who do the same thing at the same moment one does it, the other is told so."""

import threading
from collections.abc import Callable

import pytest
from django.db import connections

from tongket.actions.board.form_page import form_of, forms_sent
from tongket.actions.board.form_sheet import Form, form_sheet
from tongket.actions.board.report_page import read_report
from tongket.actions.board.send_form import send_form
from tongket.actions.board.steps import ReportOf, steps_of
from tongket.actions.board.take_step import take_step
from tongket.actions.now import today
from tongket.actions.people.gate import Actor, person_named
from tongket.actions.people.grants import first_grant
from tongket.actions.register.set_task import Wanted, answer_task, set_task
from tongket.actions.register.tasks import Status, task_of
from tongket.ledger.entries import rows_of
from tongket.terms.errors import TongketError
from tongket.terms.period import Period
from tongket.terms.roles import Role
from tongket.terms.steps import Step
from tongket.terms.work import ActRow
from web.conftest import AT
from web.documents import bring_report

REPORT = ReportOf("xa-mot", "year", Period.parse("2024"))


def actor(name: str, org: str, role: Role) -> Actor:
    """Make a person who acts for an org."""
    first_grant(name, role, AT, org)
    return Actor(person_named(name), AT)


def at_once(*doings: Callable[[], object]) -> list[str]:
    """Do several things at the same moment, each on its own connection; return what those that failed were told."""
    start, told = threading.Barrier(len(doings)), []

    def do(doing: Callable[[], object]) -> None:
        start.wait(timeout=20)
        try:
            doing()
        except TongketError as error:
            told.append(str(error))
        finally:
            connections["default"].close()

    threads = [threading.Thread(target=do, args=(doing,)) for doing in doings]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    return told


@pytest.mark.usefixtures("desk_on_server")
def test_one_of_two_decides_on_a_report() -> None:
    """A report is approved or returned, never both, and the log tells only what happened."""
    bring_report("xa-mot", "2024")
    take_step(actor("mai", "xa-mot", Role.REPORTER), REPORT, Step.SUBMITTED, "", "")
    seen = steps_of(REPORT)[-1].row.id
    one, other = (actor(name, "huyen-mot", Role.LEADER) for name in ("hung", "lan"))
    told = at_once(
        lambda: take_step(one, REPORT, Step.APPROVED, "", seen),
        lambda: take_step(other, REPORT, Step.RETURNED, "Thiếu số.", seen),
    )
    assert len(told) == 1
    assert "người khác" in told[0]
    assert len(steps_of(REPORT)) == 2
    assert len([row for row in rows_of(ActRow, org="xa-mot") if row.verb == "approve"]) == 1


@pytest.mark.usefixtures("desk_on_server")
def test_one_of_two_answers_a_task() -> None:
    """A task has one story."""
    row = set_task(actor("hung", "huyen-mot", Role.LEADER), "huyen-mot", Wanted("Rà soát", ("xa-mot",)))
    one, other = (actor(name, "xa-mot", Role.REPORTER) for name in ("mai", "hoa"))
    told = at_once(
        lambda: answer_task(one, row.task, "xa-mot", Status.UNDER_WAY, "", row.id),
        lambda: answer_task(other, row.task, "xa-mot", Status.DONE, "Xong.", row.id),
    )
    assert len(told) == 1
    held = task_of(row.task)
    assert held is not None
    assert len(held.versions) == 2


@pytest.mark.usefixtures("desk_on_server")
def test_one_of_two_forms_counts() -> None:
    """Two forms of one report sent at once never stand beside one another."""
    one, other = (actor(name, "xa-mot", Role.REPORTER) for name in ("mai", "hoa"))
    empty = form_of(REPORT, today(), AT)
    assert empty is not None
    filled = [Form(REPORT, empty.org, empty.indicators, {"hoi-nghi": count}, 1, AT) for count in ("12", "14")]
    told = at_once(
        lambda: send_form(one, filled[0], form_sheet(filled[0]), "a.xlsx"),
        lambda: send_form(other, filled[1], form_sheet(filled[1]), "b.xlsx"),
    )
    page = read_report(REPORT, today())
    assert page is not None
    assert len(page.figures) == 1
    assert len(forms_sent(REPORT)) + len(told) == 2
