"""The board: who owes what, steps from hand to hand, reminders, and the form of an org without a computer person."""

import re

import pytest
from django.core import mail
from django.http import HttpResponse
from django.test import Client, override_settings
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from tongket.terms.roles import Role
from web.conftest import Desk
from web.documents import bring_report
from web.jobs import do_jobs, mail_kept

REPORT = "/board/xa-mot/year/2024/"


@pytest.fixture
def reporter(desk: Desk) -> Client:
    """Somebody who reports for the commune."""
    return desk.person("mai", "xa-mot", Role.REPORTER)


@pytest.fixture
def above(desk: Desk) -> Client:
    """Who draws together at the district."""
    return desk.person("lan", "huyen-mot", Role.SYNTHESISER)


def test_board_counts_what_is_owed_and_names_every_state_in_words(desk: Desk) -> None:
    """The board of 2024 shows all who owe a report, late in words, by level."""
    page = desk.person("binh", "tinh", Role.READER).get("/board/?year=2024").content.decode()
    assert page.count("Quá hạn") >= 4
    assert page.index("Huyện") < page.index("Xã")
    assert "<strong>4</strong> Quá hạn" in page


def test_filter_keeps_what_was_asked(above: Client) -> None:
    """A name without its marks finds the org; what does not fit is left out."""
    page = above.get("/board/?year=2024&words=an+hoa").content.decode()
    assert "xã An Hòa" in page
    assert "xã An Bình" not in page


def test_report_goes_from_hand_to_hand(reporter: Client, above: Client) -> None:
    """Submitted, returned with the reason, submitted again, approved, locked: each step once, by whom it belongs to."""
    assert "chưa có văn bản" in reporter.post(REPORT + "submit", {"seen": ""}).content.decode()
    bring_report("xa-mot", "2024")
    assert reporter.post(REPORT + "submit", {"seen": ""}).status_code == 302
    page = above.get(REPORT)
    assert "hãy ghi lý do" in above.post(REPORT + "settle", {"step": "returned", "seen": _last(page)}).content.decode()
    back = {"step": "returned", "seen": _last(page), "comment": "Thiếu số đảng viên."}
    assert above.post(REPORT + "settle", back).status_code == 302
    page = reporter.get(REPORT)
    assert "Thiếu số đảng viên." in page.content.decode()
    assert reporter.post(REPORT + "submit", {"seen": _last(page)}).status_code == 302
    for step in ("approved", "locked"):
        sent = {"step": step, "seen": _last(above.get(REPORT))}
        assert above.post(REPORT + "settle", sent).status_code == 302
    assert "Đã khóa" in above.get("/board/?year=2024").content.decode()


def test_stale_step_is_refused_and_loses_nothing(reporter: Client, above: Client) -> None:
    """Who decides on a step that another has taken meanwhile sees the newer one, and keeps what was typed."""
    bring_report("xa-mot", "2024")
    reporter.post(REPORT + "submit", {"seen": ""})
    seen = _last(above.get(REPORT))
    above.post(REPORT + "settle", {"step": "approved", "seen": seen})
    page = above.post(REPORT + "settle", {"step": "returned", "seen": seen, "comment": "Xem lại."}).content.decode()
    assert "người khác vừa xử lý" in page
    assert "Xem lại." in page


def test_undo_goes_from_the_top_down(desk: Desk, reporter: Client, above: Client) -> None:
    """A report under an approved one cannot be reopened before that one is."""
    top, middle = desk.person("hung", "tinh", Role.LEADER), desk.person("nam", "huyen-mot", Role.REPORTER)
    for org, client, judge in (("xa-mot", reporter, above), ("huyen-mot", middle, top)):
        bring_report(org, "2024")
        address = f"/board/{org}/year/2024/"
        assert client.post(address + "submit", {"seen": ""}).status_code == 302
        sent = {"step": "approved", "seen": _last(judge.get(address))}
        assert judge.post(address + "settle", sent).status_code == 302
    undo = {"step": "reopened", "comment": "Sót một lớp."}
    assert (
        "mở lại báo cáo cấp trên trước"
        in above.post(REPORT + "settle", {**undo, "seen": _last(above.get(REPORT))}).content.decode()
    )
    parent = "/board/huyen-mot/year/2024/"
    assert top.post(parent + "settle", {**undo, "seen": _last(top.get(parent))}).status_code == 302
    assert above.post(REPORT + "settle", {**undo, "seen": _last(above.get(REPORT))}).status_code == 302


def test_excuse_takes_a_report_off_the_missing(above: Client) -> None:
    """Excused with a reason a report is not late; asked again it is."""
    assert above.post(REPORT + "settle", {"step": "excuse", "comment": "Mới thành lập."}).status_code == 302
    assert "Được miễn" in above.get(REPORT).content.decode()
    assert above.post(REPORT + "settle", {"step": "ask", "comment": "Nhầm đơn vị."}).status_code == 302
    assert "Quá hạn" in above.get(REPORT).content.decode()


@pytest.mark.usefixtures("reporter")
def test_letter_that_cannot_leave_is_tried_again(above: Client) -> None:
    """While the mail server is down the job waits for its next attempt, and nothing says that the letter was sent."""
    sent = {"report": "xa-mot|year|2024", "send-0": "1", "subject-0": "Nhắc", "body-0": "Đề nghị nộp."}
    smtp = "django.core.mail.backends.smtp.EmailBackend"
    with override_settings(EMAIL_BACKEND=smtp, EMAIL_HOST="127.0.0.1", EMAIL_PORT=1):
        above.post("/board/remind", sent)
        do_jobs()
    assert "gửi thư nhắc tới" not in above.get(REPORT).content.decode()
    waiting = DBTaskResult.objects.filter(status=TaskResultStatus.READY)
    assert [job.args_kwargs["kwargs"]["attempt"] for job in waiting] == [1]


def test_comment_is_kept(reporter: Client, above: Client) -> None:
    """What one says the other reads."""
    assert "Chưa có nội dung" in above.post(REPORT + "comment", {"text": " "}).content.decode()
    above.post(REPORT + "comment", {"text": "Nhớ ghi số lớp."})
    assert "Nhớ ghi số lớp." in reporter.get(REPORT).content.decode()


@pytest.mark.usefixtures("reporter")
def test_reminder_is_previewed_changed_and_sent(above: Client) -> None:
    """The letter names org, report and day; what was changed in the page is what leaves, once, to the reporter."""
    value = "xa-mot|year|2024"
    page = above.get("/board/remind", {"report": value}).content.decode()
    assert "05/12/2024" in page
    assert "mai@example.org" in page
    sent = {"report": value, "send-0": "1", "subject-0": "Nhắc", "body-0": "Đề nghị nộp trước thứ Sáu."}
    empty = above.post("/board/remind", {**sent, "body-0": ""}).content.decode()
    assert "còn trống" in empty
    with mail_kept():
        assert above.post("/board/remind", sent).status_code == 302
        do_jobs()
    assert [(each.to, each.body) for each in mail.outbox] == [(["mai@example.org"], "Đề nghị nộp trước thứ Sáu.")]
    page = above.get(REPORT).content.decode()
    assert "gửi thư nhắc tới mai (mai@example.org)" in page


def _last(page: HttpResponse) -> str:
    """Return the step that a page shows as the last: it goes along with what is decided on it."""
    found = re.search(r'name="seen" value="([^"]*)"', page.content.decode())
    return found[1] if found else ""
