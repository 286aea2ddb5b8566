"""Signing in: with a password and a second factor, by invitation only, and locked after too many failures."""

import re
import time

from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret, hotp_value
from django.contrib.auth.models import User
from django.core.mail import EmailMessage
from django.test import Client
from playwright.sync_api import Browser

from tongket.actions.people.accounts import make_account
from tongket.terms.roles import Role
from web.axe import check, page_of
from web.conftest import Desk

PASSWORD = "một-mật-khẩu-dài-2025"  # noqa: S105 - of an account that lives as long as its test


def _sign_in(client: Client, name: str, password: str) -> str:
    answer = client.post("/accounts/login/", {"login": name, "password": password})
    return answer.headers.get("Location", answer.content.decode())


def test_there_is_no_open_sign_up(desk: Desk) -> None:
    """Nobody makes an account by themselves: the page says so, and what is sent to it makes none."""
    assert desk.file.exists()
    asked = {"username": "la", "email": "la@example.org", "password1": PASSWORD, "password2": PASSWORD}
    for answer in (Client().get("/accounts/signup/"), Client().post("/accounts/signup/", asked)):
        assert "Chỉ theo lời mời" in answer.content.decode()
    assert not User.objects.filter(username="la").exists()
    assert Client().get("/accounts/signup/passkey/").status_code == 404


def test_password_opens_the_desk_by_name_or_address(desk: Desk) -> None:
    """Who knows the password comes in by name or by address; the words of the pages are Vietnamese."""
    desk.actor("lan", "tinh", Role.SYNTHESISER)
    make_account("lan", "lan@example.org", PASSWORD)
    assert "Tên đăng nhập hoặc mật khẩu chưa đúng" in _sign_in(Client(), "lan", "sai")
    for name in ("lan", "LAN@example.org"):
        assert _sign_in(Client(), name, PASSWORD) == "/"


def test_five_failures_lock_the_account_for_a_while(desk: Desk) -> None:
    """After five wrong passwords even the right one is refused; another account is not."""
    for name in ("lan", "mai"):
        desk.actor(name, "tinh", Role.READER)
        make_account(name, f"{name}@example.org", PASSWORD)
    for _ in range(5):
        assert "chưa đúng" in _sign_in(Client(), "lan", "sai")
    assert "tạm khóa đăng nhập" in _sign_in(Client(), "lan", PASSWORD)
    assert _sign_in(Client(), "mai", PASSWORD) == "/"


def test_second_factor_is_asked_for_and_has_a_way_back(desk: Desk) -> None:
    """With an authenticator app the password alone opens nothing; its code does, and so does a recovery code, once."""
    desk.actor("lan", "tinh", Role.READER)
    make_account("lan", "lan@example.org", PASSWORD)
    user = User.objects.get(username="lan")
    secret = generate_totp_secret()
    TOTP.activate(user, secret)
    spare = RecoveryCodes.activate(user).get_unused_codes()[0]
    client = Client()
    assert _sign_in(client, "lan", PASSWORD) == "/accounts/2fa/authenticate/"
    assert client.get("/").headers["Location"].startswith("/accounts/login/")
    wrong = client.post("/accounts/2fa/authenticate/", {"code": "000000"})
    assert "Mã chưa đúng" in wrong.content.decode()
    code = f"{hotp_value(secret, int(time.time()) // 30):06d}"
    assert client.post("/accounts/2fa/authenticate/", {"code": code}).headers["Location"] == "/"
    other, again = Client(), Client()
    for each in (other, again):
        _sign_in(each, "lan", PASSWORD)
    assert other.post("/accounts/2fa/authenticate/", {"code": spare}).status_code == 302
    assert again.post("/accounts/2fa/authenticate/", {"code": spare}).status_code == 200


def test_forgotten_password_is_set_anew_by_mail(desk: Desk, outbox: list[EmailMessage]) -> None:
    """The mail holds a Vietnamese text and a link that sets a password once; an unknown address gets no mail."""
    desk.actor("lan", "tinh", Role.READER)
    make_account("lan", "lan@example.org", PASSWORD)
    client = Client()
    client.post("/accounts/password/reset/", {"email": "khong-co@example.org"})
    assert outbox == []
    client.post("/accounts/password/reset/", {"email": "lan@example.org"})
    text = str(outbox[0].body)
    assert "Tên đăng nhập: lan" in text
    link = re.search(r"http://testserver(\S+)", text)
    assert link is not None
    form = client.get(link[1]).headers["Location"]
    client.post(form, {"password1": PASSWORD + "-moi", "password2": PASSWORD + "-moi"})
    assert _sign_in(Client(), "lan", PASSWORD + "-moi") == "/"
    assert "không dùng được" in Client().get(link[1]).content.decode()


def test_blocked_account_has_no_rights(desk: Desk) -> None:
    """Whoever was signed in when their account was blocked is out at their next click."""
    client = desk.person("lan", "tinh", Role.ADMINISTRATOR)
    assert client.get("/").status_code == 200
    User.objects.filter(username="lan").update(is_active=False)
    assert client.get("/").headers["Location"].startswith("/accounts/login/")


def test_language_is_chosen_and_kept(desk: Desk) -> None:
    """The switch turns the pages to English and back; what the browser was sold with says nothing."""
    client = desk.person("lan", "tinh", Role.READER)
    assert "Hôm nay" in client.get("/", headers={"accept-language": "en"}).content.decode()
    client.post("/language", {"language": "en", "next": "/"})
    english = client.get("/").content.decode()
    assert '<html lang="en">' in english
    assert "Today" in english
    assert "Hôm nay" not in english
    assert "Sign in" in _after(client, "/accounts/logout/", "/accounts/login/")
    client.post("/language", {"language": "vi", "next": "/"})
    assert "Đăng nhập" in client.get("/accounts/login/").content.decode()


def _after(client: Client, post: str, get: str) -> str:
    client.post(post)
    return client.get(get).content.decode()


def test_passkey_is_added_and_opens_the_desk(desk: Desk, address: str, chromium: Browser) -> None:
    """In the browser: password, then a passkey is added, then the passkey alone signs in; every page is sound."""
    desk.actor("lan", "tinh", Role.READER)
    make_account("lan", "lan@example.org", PASSWORD)
    # A passkey belongs to a name, not to a number.
    page = page_of(chromium, address.replace("127.0.0.1", "localhost"))
    keys = page.context.new_cdp_session(page)
    keys.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": True,
        "isUserVerified": True,
        "automaticPresenceSimulation": True,
    }
    keys.send("WebAuthn.addVirtualAuthenticator", {"options": options})
    page.goto("/")
    check(page)
    page.get_by_label("Tên đăng nhập hoặc địa chỉ thư").fill("lan")
    page.get_by_label("Mật khẩu").fill(PASSWORD)
    page.get_by_role("button", name="Đăng nhập", exact=True).click()
    page.get_by_role("heading", name="Hôm nay").wait_for()
    page.goto("/accounts/2fa/webauthn/add/")
    page.get_by_label("Mật khẩu").fill(PASSWORD)
    page.get_by_role("button", name="Xác nhận").click()
    page.get_by_label("Tên").fill("Máy bàn")
    page.get_by_label("Đăng nhập không cần mật khẩu").check()
    check(page)
    page.get_by_role("main").get_by_role("button", name="Thêm").click()
    page.wait_for_url("**/recovery-codes/**")
    page.goto("/accounts/2fa/webauthn/")
    page.get_by_role("rowheader", name="Máy bàn").wait_for()
    check(page)
    page.get_by_text("lan", exact=True).click()
    page.get_by_role("button", name="Đăng xuất").click()
    page.goto("/accounts/login/")
    page.get_by_role("button", name="Đăng nhập bằng passkey").click()
    page.get_by_role("heading", name="Hôm nay").wait_for()


def test_pages_of_the_account_are_sound(desk: Desk, address: str, chromium: Browser) -> None:
    """Axe finds nothing on any page of signing in and of the own account."""
    desk.actor("lan", "tinh", Role.READER)
    make_account("lan", "lan@example.org", PASSWORD)
    page = page_of(chromium, address)
    forgotten = ("password/reset/", "password/reset/done/", "password/reset/key/1-x/")
    for path in ("login/", "signup/", "inactive/", *forgotten):
        page.goto(f"/accounts/{path}")
        check(page)
    page.goto("/accounts/login/")
    page.get_by_label("Tên đăng nhập hoặc địa chỉ thư").fill("lan")
    page.get_by_label("Mật khẩu").fill("sai")
    page.keyboard.press("Enter")
    page.get_by_text("chưa đúng").wait_for()
    check(page)
    page.get_by_label("Mật khẩu").fill(PASSWORD)
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Hôm nay").wait_for()
    for path in ("logout/", "password/change/", "email/", "2fa/", "2fa/totp/activate/"):
        page.goto(f"/accounts/{path}")
        if "reauthenticate" in page.url:
            check(page)
            page.get_by_label("Mật khẩu").fill(PASSWORD)
            page.keyboard.press("Enter")
            page.wait_for_url(f"**/accounts/{path}")
        check(page)
