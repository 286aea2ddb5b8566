"""The first page: each person finds what waits for them, and nothing that is not theirs to do."""

from datetime import date

from playwright.sync_api import Browser

from tongket.actions.people.gate import person_named
from tongket.actions.register.set_task import Wanted, set_task
from tongket.actions.todays_work import todays_work
from tongket.terms.roles import Role
from web.axe import check, page_of
from web.conftest import Desk
from web.documents import bring_report

TODAY = date(2025, 1, 10)


def test_whoever_only_reads_has_no_reports_to_hand_in(desk: Desk) -> None:
    """A reporter finds the own late report, the office above finds it late below, a reader finds neither."""
    reporter = desk.actor("mai", "huyen-mot", Role.REPORTER).person
    above = desk.actor("lan", "tinh", Role.SYNTHESISER).person
    reader = desk.actor("doc", "huyen-mot", Role.READER).person
    mine = todays_work(reporter, "huyen-mot", TODAY).to_hand_in
    assert [(cell.owed.org, str(cell.owed.period)) for cell in mine[1]] == [("huyen-mot", "2024")]
    below = todays_work(above, "tinh", TODAY).late_below
    assert {cell.owed.org for cell in below[1]} == {"huyen-mot", "huyen-hai"}
    assert todays_work(reader, "huyen-mot", TODAY).nothing


def test_tasks_that_are_over_are_told(desk: Desk) -> None:
    """A task of the own org is there until it is ended, with how many are overdue."""
    leader = desk.actor("hung", "tinh", Role.LEADER)
    set_task(leader, "tinh", Wanted("Rà lại số liệu đảng viên", ("huyen-mot",), "2025-01-05"))
    desk.actor("mai", "huyen-mot", Role.REPORTER)
    work = todays_work(person_named("mai"), "huyen-mot", TODAY)
    assert (work.tasks[0], work.overdue) == (1, 1)
    assert todays_work(person_named("hung"), "tinh", TODAY).tasks[0] == 0


def test_first_page_is_sound_and_leads_on(desk: Desk, address: str, chromium: Browser) -> None:
    """Axe finds nothing; what is listed leads to its page."""
    client = desk.person("lan", "tinh", Role.SYNTHESISER, Role.LEADER)
    set_task(desk.actor("lan", "tinh", Role.LEADER), "tinh", Wanted("Rà lại số liệu", ("tinh",), "2025-01-05"))
    bring_report("tinh", "2024", "Đã tổ chức 12 hội nghị học tập, quán triệt nghị quyết.")
    assert client.get("/").status_code == 200  # the grammar of the reader is loaded once a process
    page = page_of(chromium, address, client)
    page.goto("/")
    page.get_by_role("link", name="Rà lại số liệu").wait_for()
    check(page)
    page.get_by_role("link", name="Rà lại số liệu").click()
    page.get_by_role("heading", level=1).wait_for()
