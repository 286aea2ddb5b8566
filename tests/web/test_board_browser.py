"""The board, the form and the register in a browser: sound at both widths and in both schemes, and the way through."""

import re

import pytest
from playwright.sync_api import Browser, expect

from tongket.terms.roles import Role
from web.axe import WIDTHS, check, page_of
from web.conftest import Desk
from web.documents import bring_report

STUDIED = "Đã tổ chức 12 hội nghị học tập, quán triệt Chỉ thị số 05-CT/TW ngày 15/5/2016 của Bộ Chính trị."
LACKS = "Công tác nắm bắt dư luận xã hội ở một số chi bộ thôn chưa kịp thời, còn lúng túng."
TASK = "Tập trung củng cố đội ngũ báo cáo viên, tuyên truyền viên cơ sở ở các chi bộ thôn."


@pytest.mark.parametrize("width", WIDTHS)
def test_figures_go_from_a_form_to_an_approved_report(desk: Desk, address: str, chromium: Browser, width: str) -> None:
    """One types figures and hands them in, the level above returns and approves: by clicks alone, at both widths."""
    mai, lan = desk.person("mai", "xa-mot", Role.REPORTER), desk.person("lan", "huyen-mot", Role.SYNTHESISER)
    reporter, above = page_of(chromium, address, mai), page_of(chromium, address, lan)
    for page in (reporter, above):
        page.set_viewport_size({"width": WIDTHS[width], "height": 800})
    reporter.goto("/board/?year=2024")
    reporter.get_by_role("link", name=re.compile("Quá hạn.*xã An Hòa")).click()
    reporter.get_by_role("link", name="Điền biểu số liệu").click()
    figures = reporter.get_by_role("group", name="Đảng viên tham gia học tập")
    expect(figures.get_by_label("đến")).to_be_hidden()
    figures.get_by_label("Mức ghi").select_option("từ – đến")
    figures.get_by_label("Số").fill("300")
    figures.get_by_label("đến").fill("4oo")
    reporter.get_by_role("button", name="Ghi và nộp báo cáo").click()
    expect(figures.get_by_label("đến")).to_have_value("4oo")
    figures.get_by_label("đến").fill("400")
    reporter.get_by_role("button", name="Ghi và nộp báo cáo").click()
    expect(reporter.get_by_role("cell", name="từ 300 đến 400 người")).to_be_visible()
    above.goto("/board/xa-mot/year/2024/")
    above.get_by_role("button", name="Trả lại").click()
    above.get_by_role("textbox", name="Ý kiến", exact=True).first.fill("Thiếu số hội nghị.")
    above.get_by_role("button", name="Trả lại").click()
    reporter.reload()
    expect(reporter.get_by_text("Thiếu số hội nghị.").first).to_be_visible()
    reporter.get_by_role("button", name="Nộp báo cáo").click()
    above.reload()
    above.get_by_role("button", name="Duyệt").click()
    expect(above.get_by_text("Đã duyệt").first).to_be_visible()


def test_pages_are_sound(desk: Desk, address: str, chromium: Browser) -> None:
    """Axe finds nothing on any page of the board and the register, with something on each."""
    bring_report("xa-mot", "2023", "Hạn chế, tồn tại", LACKS, "Nhiệm vụ trọng tâm năm 2024", TASK)
    bring_report("xa-mot", "2024", STUDIED, "Hạn chế, tồn tại", LACKS)
    above = desk.person("hung", "huyen-mot", Role.LEADER, Role.REPORTER)
    mai = desk.person("mai", "xa-mot", Role.REPORTER)
    given = {"text": TASK, "owner": ["xa-mot"], "due": "2024-01-01"}
    task = above.post("/register/tasks/new", given).headers["Location"]
    page = page_of(chromium, address, above)
    for path in (
        "/board/?year=2024",
        "/board/xa-mot/year/2024/",
        "/board/remind?report=xa-mot|year|2024",
        "/register/",
        "/register/directive?key=05-CT/TW",
        "/register/said",
        "/register/limitations",
        "/register/tasks/",
        "/register/tasks/new",
        task,
    ):
        answer = page.goto(path)
        assert answer is not None
        assert answer.ok, path
        check(page)
    form = page_of(chromium, address, mai)
    form.goto("/board/xa-mot/year/2024/form")
    form.get_by_label("Mức ghi").first.select_option("từ – đến")
    form.get_by_label("Số", exact=True).first.fill("mười")
    form.get_by_role("button", name="Chỉ ghi số liệu").click()
    check(form)
