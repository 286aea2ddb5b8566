"""The pages of administration: what an administrator does in the browser, and that every page is sound."""

import re

from django.contrib.auth.models import User
from django.core.mail import EmailMessage
from django.test import Client
from playwright.sync_api import Browser

from tongket.actions.people.accounts import make_account
from tongket.actions.people.gate import person_named
from tongket.actions.people.office import office, profile_entry
from tongket.ledger.entries import rows_of
from tongket.terms.roles import Role
from tongket.terms.work import InvitationRow
from web.axe import check, page_of
from web.conftest import PROFILE, Desk

PASSWORD = "một-mật-khẩu-dài-2025"  # noqa: S105 - of an account that lives as long as its test


def _text(client: Client, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200, (path, answer.status_code)
    return answer.content.decode()


def test_invited_person_makes_an_account_and_is_in(desk: Desk, outbox: list[EmailMessage]) -> None:
    """From the form to the mail to the account; what was typed wrongly is said and kept; used twice it says so."""
    client = desk.person("quan-tri", "tinh", Role.ADMINISTRATOR)
    asked = {"do": "invite", "email": "mai", "org": "xa-mot", "role": "reporter"}
    wrong = client.post("/administration/people/", asked)
    assert 'value="mai"' in wrong.content.decode()
    assert rows_of(InvitationRow) == []
    shown = client.post("/administration/people/", asked | {"email": "mai@example.org"}).content.decode()
    link = re.search(r"http://testserver(/invited/\S+)", str(outbox[0].body))
    assert link is not None
    assert link[1] in shown
    new = Client()
    assert "người báo cáo" in _text(new, link[1])
    typed = {"name": "mai", "password": "12345678", "again": "12345678"}
    refused = new.post(link[1], typed).content.decode()
    assert 'value="mai"' in refused
    assert not User.objects.filter(username="mai").exists()
    typed |= {"password": PASSWORD, "again": PASSWORD + "x"}
    assert "giống nhau" in new.post(link[1], typed).content.decode()
    assert new.post(link[1], typed | {"again": PASSWORD}).headers["Location"] == "/"
    assert "Hôm nay" in _text(new, "/")
    assert person_named("mai").orgs == ("xa-mot",)
    again = Client().get(link[1])
    assert (again.status_code, "đã được nhận" in again.content.decode()) == (410, True)
    assert Client().get("/invited/gi-do").status_code == 404


def test_roles_are_given_and_ended_on_the_page_of_a_person(desk: Desk) -> None:
    """Granted, ended with a reason, blocked with a reason; without a reason nothing happens and it is said."""
    client = desk.person("quan-tri", "tinh", Role.ADMINISTRATOR)
    desk.actor("mai", "xa-mot", Role.READER)
    make_account("mai", "mai@example.org", PASSWORD)
    page = "/administration/people/mai/"
    client.post(page, {"do": "grant", "org": "huyen-mot", "role": "leader"})
    held = {(row.org, row.role) for row in person_named("mai").grants}
    assert held == {("xa-mot", "reader"), ("huyen-mot", "leader")}
    entry = next(row.id for row in person_named("mai").grants if row.role == "reader")
    assert "nói lý do" in client.post(page, {"do": "end-grant", "entry": entry, "reason": ""}).content.decode()
    client.post(page, {"do": "end-grant", "entry": entry, "reason": "chuyển việc"})
    assert person_named("mai").orgs == ("huyen-mot",)
    client.post(page, {"do": "block", "reason": "nghỉ"})
    assert not User.objects.get(username="mai").is_active
    assert "bị khóa" in _text(client, "/administration/people/?name=MAI")
    client.post(page, {"do": "unblock"})
    assert User.objects.get(username="mai").is_active
    log = _text(client, "/administration/log/?org=xa-mot")
    assert "chuyển việc" in log
    assert client.get("/administration/people/khong-co/").status_code == 404


def test_token_is_shown_once(desk: Desk) -> None:
    """Right after it was made, and never again."""
    client = desk.person("lan", "tinh", Role.SYNTHESISER)
    made = client.post("/own-account/tokens", {"do": "make", "name": "máy", "org": "tinh", "days": "30"})
    secret = re.search(r"tongket_[\w-]+", made.content.decode())
    assert secret is not None
    page = _text(client, "/own-account/tokens")
    assert secret[0] not in page
    entry = re.search(r"TK-\w+", page)
    assert entry is not None
    client.post("/own-account/tokens", {"do": "end", "entry": entry[0]})
    assert "Chưa có mã nào" in _text(client, "/own-account/tokens")
    other = client.post("/own-account/tokens", {"do": "make", "name": "máy", "org": "xa-mot", "days": "30"})
    assert "tongket_" not in other.content.decode()


def test_profile_that_is_wrong_or_stale_keeps_what_was_typed(desk: Desk) -> None:
    """The line is told; of two who keep at once the second sees the newer version beside what they typed."""
    client, held = desk.person("quan-tri", "tinh", Role.ADMINISTRATOR), profile_entry()
    assert held is not None
    broken = PROFILE.replace('measure = "người"', "measure = người")
    where = "/administration/profile/"
    page = client.post(where, {"do": "keep", "text": broken, "replaces": held.id}).content.decode()
    assert f"Dòng {broken.splitlines().index('measure = người') + 1}:" in page
    assert "measure = người" in page
    mine, theirs = (PROFILE.replace("chậm nhất ngày 10/12", f"trước ngày {day}/12") for day in (11, 12))
    assert client.post(where, {"do": "keep", "text": theirs, "replaces": held.id}).status_code == 302
    stale = client.post(where, {"do": "keep", "text": mine, "replaces": held.id}).content.decode()
    assert "người khác đã lưu" in stale
    assert "<del>-due = &quot;trước ngày 12/12&quot;</del>" in stale
    assert office().profile.duties[0].due == "trước ngày 12/12"
    newer = profile_entry()
    assert newer is not None
    client.post(where, {"do": "keep", "text": mine, "replaces": newer.id})
    assert office().profile.duties[0].due == "trước ngày 11/12"
    assert "Đảng viên tham gia học tập" in _text(client, "/administration/profile/tables")
    kept = profile_entry()
    assert kept is not None
    assert "trước ngày 11/12" in _text(client, f"/administration/profile/versions?version={kept.id}")


def test_merger_is_looked_at_and_then_entered(desk: Desk, address: str, chromium: Browser) -> None:
    """In the browser: two communes are ticked, the effect is read, the change is entered and stands in the log."""
    page = page_of(chromium, address, desk.person("quan-tri", "tinh", Role.ADMINISTRATOR))
    page.goto("/administration/orgs/?day=2025-06-30")
    page.get_by_label("Chọn xã An Hòa").check()
    page.get_by_label("Chọn xã An Bình").check()
    check(page)
    page.get_by_role("button", name="Nhập", exact=True).click()
    page.get_by_label("Có hiệu lực từ ngày").fill("2025-07-01")
    page.get_by_label("Căn cứ pháp lý").fill("Nghị quyết số 12/NQ-HĐND")
    page.get_by_role("button", name="Xem tác động").click()
    page.get_by_role("alert").get_by_text("mỗi đơn vị mới cần có tên").wait_for()
    assert page.get_by_label("Căn cứ pháp lý").input_value() == "Nghị quyết số 12/NQ-HĐND"
    page.get_by_label("Tên đầy đủ, có cấp").fill("xã An Phú")
    page.get_by_label("Cấp", exact=True).fill("xã")
    page.get_by_role("button", name="Xem tác động").click()
    page.get_by_role("heading", name="Tác động nếu ghi").wait_for()
    check(page)
    page.get_by_role("button", name="Ghi thay đổi").click()
    page.get_by_text("Đã ghi thay đổi đơn vị.").wait_for()
    assert "xa-an-phu" in office().names
    page.goto("/administration/orgs/xa-mot/")
    page.get_by_text("Nghị quyết số 12/NQ-HĐND").wait_for()
    check(page)
    page.goto("/administration/log/")
    page.get_by_text("xã An Hòa, xã An Bình → xã An Phú").wait_for()


def test_pages_of_administration_are_sound(desk: Desk, address: str, chromium: Browser) -> None:
    """Axe finds nothing on any of them."""
    desk.actor("mai", "xa-mot", Role.READER)
    make_account("mai", "mai@example.org", PASSWORD)
    client = desk.person("quan-tri", "tinh", Role.ADMINISTRATOR)
    asked = {"do": "invite", "email": "a@example.org", "org": "xa-mot", "role": "reader"}
    client.post("/administration/people/", asked)
    page = page_of(chromium, address, client)
    paths = (
        "people/", "people/mai/", "orgs/change?kind=split&source=xa-mot", "profile/", "profile/tables",
        "profile/versions", "log/", "state/",
    )  # fmt: skip
    for path in (*(f"/administration/{each}" for each in paths), "/own-account/tokens", "/invited/gi-do"):
        page.goto(path)
        check(page)
