"""From an empty desk to a published review, as three people in three roles, in a real browser."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile
from playwright.sync_api import Browser, Page, expect

from tongket.actions.now import now
from tongket.actions.people.grants import first_grant
from tongket.ledger.entries import rows_of
from tongket.terms.roles import Role
from tongket.terms.work import ActRow
from web.axe import check, page_of
from web.jobs import do_jobs, mail_kept

if TYPE_CHECKING:
    from web.conftest import Desk

PASSWORD = "con-đường-làng-sáng-4826"  # noqa: S105 - of people made up for this test
REPORT = """BAN TUYÊN GIÁO HUYỆN ỦY SÔNG THƯỢNG

BÁO CÁO
Kết quả công tác tuyên giáo năm 2024

I. KẾT QUẢ
1. Công tác học tập nghị quyết
Năm 2024, Ban Tuyên giáo Huyện ủy Sông Thượng đã tổ chức 12 hội nghị học tập, quán triệt Nghị quyết số 18-NQ/TW, \
với hơn 1.250 đảng viên tham gia.

II. HẠN CHẾ
Việc nắm bắt tư tưởng ở một số chi bộ còn chậm, chưa kịp thời.

III. NHIỆM VỤ NĂM 2025
Tiếp tục đổi mới hình thức học tập, quán triệt nghị quyết cho cán bộ, đảng viên.
"""


def _sign_in(chromium: Browser, address: str, name: str) -> Page:
    page = page_of(chromium, address)
    page.goto("/accounts/login/")
    page.locator("input[name=login]").fill(name)
    page.locator("input[name=password]").fill(PASSWORD)
    page.get_by_role("button", name="Đăng nhập", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    return page


def _invite(page: Page, email: str, role: str, org: str) -> str:
    """Invite somebody; return the path of the link they get."""
    page.goto("/administration/people/")
    form = page.locator("form", has=page.get_by_role("button", name="Gửi lời mời"))
    form.get_by_label("Địa chỉ thư").fill(email)
    form.get_by_label("Vai trò").select_option(role)
    form.get_by_label("Đơn vị").select_option(org)
    form.get_by_role("button", name="Gửi lời mời").click()
    link = page.locator("#link").input_value()
    return link[link.index("/invited/") :]


def _take_up(chromium: Browser, address: str, link: str, name: str) -> Page:
    page = page_of(chromium, address)
    page.goto(link)
    page.get_by_label("Tên đăng nhập").fill(name)
    page.get_by_label("Mật khẩu", exact=True).fill(PASSWORD)
    page.get_by_label("Mật khẩu (gõ lại)").fill(PASSWORD)
    check(page)
    page.get_by_role("button", name="Lập tài khoản").click()
    return _sign_in(chromium, address, name)


def _report_comes_in(page: Page, folder: Path) -> None:
    """The reporter drops the report, reads what was read of it, accepts what is sure, and hands it in."""
    file = folder / "bao-cao-nam-2024.txt"
    file.write_text(REPORT, encoding="utf-8")
    page.goto("/inbox/")
    page.locator("#files").set_input_files(file)
    expect(page.locator("#received")).to_contain_text("Đã nhận")
    do_jobs()
    page.goto("/inbox/")
    expect(page.locator("#list")).to_contain_text("huyện Sông Thượng")
    page.get_by_role("link", name="bao-cao-nam-2024").click()
    expect(page.locator("#next-doubt")).to_be_visible()  # the keys listen by then
    page.keyboard.press("Shift+A")
    expect(page.locator(".told")).to_contain_text("Đã chấp nhận")
    page.goto("/board/huyen-mot/year/2024/")
    page.get_by_role("button", name="Nộp báo cáo").click()
    expect(page.locator("main")).to_contain_text("Đã nộp")


def _drawn_together(page: Page) -> None:
    """The synthesiser approves the report, looks at the roll-up down to the sentence, and drafts the review."""
    page.goto("/board/huyen-mot/year/2024/")
    page.get_by_role("button", name="Duyệt", exact=True).first.click()
    expect(page.locator("main")).to_contain_text("Đã duyệt")
    page.goto("/rollup/tinh/?period=2024")
    page.locator("table.grid a", has_text="12").first.click()
    expect(page.locator("#side")).to_contain_text("đã tổ chức 12 hội nghị")
    page.goto("/reviews/")
    page.get_by_label("Lập báo cáo của").select_option("2024")
    page.get_by_role("button", name="Lập bản thảo").click()
    expect(page.locator(".paper")).to_contain_text("12 hội nghị")
    page.get_by_role("link", name="Sửa", exact=True).click()
    page.locator("#a-tasks + .editor").click()
    page.keyboard.type("Mở rộng lớp tập huấn về cơ sở.")
    page.get_by_role("button", name="Lưu phiên bản mới").click()
    expect(page.locator(".paper")).to_contain_text("Mở rộng lớp tập huấn về cơ sở.")


def _published(page: Page) -> None:
    """The leader approves, locks and publishes the review."""
    page.goto("/reviews/tinh/2024/")
    for step, state in (("Duyệt", "Đã duyệt"), ("Khóa", "Đã khóa"), ("Công bố", "Đã công bố")):
        page.get_by_role("button", name=step, exact=True).click()
        expect(page.locator("main .chip").first).to_have_text(state)


def test_three_people_from_an_empty_desk_to_a_published_review(
    desk: "Desk", address: str, chromium: Browser, tmp_path: Path
) -> None:
    """Invited, signed in, a report dropped, accepted, handed in, approved, rolled up, drafted, published, read."""
    assert desk.file.is_file()
    User.objects.create_user(username="lan", email="lan@example.org", password=PASSWORD)
    for role in (Role.ADMINISTRATOR, Role.SYNTHESISER):
        first_grant("lan", role, now(), "tinh")
    lan = _sign_in(chromium, address, "lan")
    with mail_kept():
        of_mai = _invite(lan, "mai@example.org", "reporter", "huyen-mot")
        of_hung = _invite(lan, "hung@example.org", "leader", "tinh")
    mai = _take_up(chromium, address, of_mai, "mai")
    hung = _take_up(chromium, address, of_hung, "hung")
    _report_comes_in(mai, tmp_path)
    _drawn_together(lan)
    _published(hung)
    mai.goto("/reviews/published/tinh/2024/")
    expect(mai.locator(".paper")).to_contain_text("Mở rộng lớp tập huấn về cơ sở.")
    check(mai)
    log = {(row.by, row.verb) for row in rows_of(ActRow)}
    assert {("mai", "take in"), ("mai", "judge"), ("mai", "submit"), ("lan", "approve"), ("hung", "publish")} <= log


PAGES = (
    "/",
    "/inbox/",
    "/inbox/failed",
    "/board/",
    "/board/huyen-mot/year/2024/",
    "/board/huyen-mot/year/2024/form",
    "/board/remind",
    "/register/",
    "/register/tasks/",
    "/register/tasks/new",
    "/register/said",
    "/register/limitations",
    "/rollup/tinh/?period=2024",
    "/rollup/tinh/changes?period=2024",
    "/rollup/tinh/outliers?period=2024",
    "/rollup/tinh/chart?period=2024",
    "/rollup/tinh/conflicts?period=2024",
    "/rollup/tinh/misfits?period=2024",
    "/reviews/",
    "/reviews/published/",
    "/search/?q=hội nghị",
    "/administration/people/",
    "/administration/orgs/",
    "/administration/orgs/huyen-mot/",
    "/administration/orgs/change",
    "/administration/profile/",
    "/administration/profile/tables",
    "/administration/profile/versions",
    "/administration/log/",
    "/administration/state/",
    "/own-account/tokens",
    "/accounts/password/change/",
    "/accounts/2fa/",
)


@pytest.mark.parametrize("part", range(4))
def test_no_page_has_a_fault_that_axe_finds(desk: "Desk", address: str, chromium: Browser, part: int) -> None:
    """Every page a person opens is sound at desk and phone width, light and dark, with a report in the ledger."""
    roles = (Role.ADMINISTRATOR, Role.SYNTHESISER, Role.LEADER)
    client = desk.person("lan", "tinh", *roles)
    reporter = desk.person("mai", "huyen-mot", Role.REPORTER)
    reporter.post("/inbox/files", {"batch": "BT-0123456789ab", "files": _upload()})
    do_jobs()
    page = page_of(chromium, address, client)
    for path in PAGES[part::4]:
        asked = page_of(chromium, address, reporter) if path.endswith("/form") else page
        answer = asked.goto(path)
        assert answer is not None
        assert answer.status == 200, path
        check(asked)


def _upload() -> SimpleUploadedFile:
    return SimpleUploadedFile("bao-cao-nam-2024.txt", REPORT.encode())
