"""A desk for each test: a fresh ledger with a four-level office, people on it, and a real server for the browser."""

import shutil
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from django.contrib.auth.models import User
from django.core import mail
from django.core.mail import EmailMessage
from django.core.wsgi import get_wsgi_application
from django.test import Client, override_settings
from playwright.sync_api import Browser, sync_playwright
from waitress import wasyncore
from waitress.server import create_server

from postgres import new_database, postgres_server
from tongket.actions.open_desk import open_desk
from tongket.actions.open_ledger import close_ledger, open_ledger
from tongket.actions.people.gate import Actor, person_named
from tongket.actions.people.grants import first_grant
from tongket.terms.roles import Role, Stand

__all__ = ["postgres_server"]
# Who is seen how from where, when the org that is asked about is `xa-mot`.
SEEN_FROM = {
    Stand.OWN: "xa-mot",
    Stand.CHILD: "huyen-mot",
    Stand.BELOW: "tinh",
    Stand.ABOVE: "thon",
    Stand.BESIDE: "xa-hai",
}
Crowd = dict[tuple[Role, Stand], Client]
AT = datetime(2025, 3, 3, 2, 0, tzinfo=UTC)
CHROMIUM = Path("/usr/bin/chromium")
# Four levels, so that an org can be own, child, below, above and beside: seen from and to `xa-mot`.
PROFILE = """
name = "Tuyên giáo tỉnh Lam Giang"
style = "party"

[office]
parent = "Tỉnh ủy Lam Giang"
issuer = "Ban Tuyên giáo"
work = "công tác tuyên giáo"
symbol = "BC/BTGTU"
place = "Lam Giang"
signer = "TRƯỞNG BAN"
recipients = ["Thường trực Tỉnh ủy"]

[[orgs]]
id = "tinh"
name = "tỉnh Lam Giang"
aliases = ["Tỉnh ủy Lam Giang", "Ban Tuyên giáo Tỉnh ủy"]
level = "tỉnh"

[[orgs]]
id = "huyen-mot"
name = "huyện Sông Thượng"
aliases = ["Huyện ủy Sông Thượng", "Ban Tuyên giáo Huyện ủy Sông Thượng"]
level = "huyện"
parent = "tinh"

[[orgs]]
id = "huyen-hai"
name = "huyện Sông Hạ"
aliases = ["Huyện ủy Sông Hạ", "Ban Tuyên giáo Huyện ủy Sông Hạ"]
level = "huyện"
parent = "tinh"

[[orgs]]
id = "xa-mot"
name = "xã An Hòa"
aliases = ["Đảng ủy xã An Hòa"]
level = "xã"
parent = "huyen-mot"

[[orgs]]
id = "xa-hai"
name = "xã An Bình"
aliases = ["Đảng ủy xã An Bình"]
level = "xã"
parent = "huyen-mot"

[[orgs]]
id = "thon"
name = "chi bộ thôn Đông"
level = "chi bộ"
parent = "xa-mot"

[[themes]]
id = "hoc-tap"
title = "Công tác học tập, quán triệt nghị quyết"
cues = ["học tập", "quán triệt"]

[[indicators]]
id = "hoi-nghi"
name = "Hội nghị học tập, quán triệt"
theme = "hoc-tap"
measure = "hội nghị"
nouns = ["hội nghị", "lớp học tập"]

[[indicators]]
id = "dang-vien"
name = "Đảng viên tham gia học tập"
theme = "hoc-tap"
measure = "người"
nouns = ["đảng viên"]

[[duties]]
level = "huyện"
report = "year"
due = "chậm nhất ngày 10/12"
due_on = { day = 10, months_after = 0 }
grace = 3

[[duties]]
level = "xã"
report = "year"
due = "chậm nhất ngày 05/12"
due_on = { day = 5, months_after = 0 }
"""


@dataclass(frozen=True)
class Desk:
    """A ledger that is open as a desk, and its file, or the URL of its database."""

    place: Path | str

    @property
    def file(self) -> Path:
        """Its file."""
        assert isinstance(self.place, Path), "this desk is on a server"
        return self.place

    def person(self, name: str, org: str, *roles: Role) -> Client:
        """Make a person who acts for an org in roles; return their browser, signed in."""
        user = User.objects.create_user(username=name, email=f"{name}@example.org")
        for role in roles:
            first_grant(name, role, AT, org)
        client = Client()
        client.force_login(user, backend="allauth.account.auth_backends.AuthenticationBackend")
        return client

    def actor(self, name: str, org: str, *roles: Role) -> Actor:
        """Make a person without an account who acts for an org in roles."""
        for role in roles:
            first_grant(name, role, AT, org)
        return Actor(person_named(name), AT)


@pytest.fixture(scope="session")
def new_desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make the file of a desk with its profile once; tests work on copies of it."""
    folder = tmp_path_factory.mktemp("desk")
    profile = folder / "profile.toml"
    profile.write_text(PROFILE, encoding="utf-8")
    file = folder / "new.ledger"
    open_desk(file, profile, AT)
    close_ledger()
    return file


@pytest.fixture
def desk_in_file(new_desk: Path, tmp_path: Path) -> Iterator[Desk]:
    """Open a desk of the test's own in a file."""
    file = tmp_path / "desk.ledger"
    shutil.copy(new_desk, file)
    open_ledger(file)
    yield Desk(file)
    close_ledger()


@pytest.fixture
def desk(desk_in_file: Desk) -> Desk:
    """Open a desk of the test's own: in a file, unless a module of tests says otherwise."""
    return desk_in_file


@pytest.fixture(scope="session")
def new_desk_on_server(postgres_server: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """Make a desk on a PostgreSQL server once; give the name of its database, of which tests work on copies."""
    profile = tmp_path_factory.mktemp("server") / "profile.toml"
    profile.write_text(PROFILE, encoding="utf-8")
    url = new_database(postgres_server)
    open_desk(url, profile, AT)
    close_ledger()
    return urlsplit(url).path.removeprefix("/")


@pytest.fixture
def desk_on_server(postgres_server: Path, new_desk_on_server: str) -> Iterator[Desk]:
    """Open a desk of the test's own on a PostgreSQL server."""
    url = new_database(postgres_server, new_desk_on_server)
    open_ledger(url)
    yield Desk(url)
    close_ledger()


@pytest.fixture(params=["desk_in_file", "desk_on_server"])
def desk_on_either(request: pytest.FixtureRequest) -> Desk:
    """Open a desk of the test's own: the test runs twice, once on each kind of database."""
    found: Desk = request.getfixturevalue(request.param)
    return found


@pytest.fixture
def outbox() -> Iterator[list[EmailMessage]]:
    """Keep what is mailed: give the list."""
    with override_settings(EMAIL_BACKEND="django.core.mail.backends.locmem.EmailBackend"):
        mail.outbox = []  # type: ignore[attr-defined] # where Django's backend for tests puts it
        yield mail.outbox  # type: ignore[attr-defined]


@pytest.fixture(scope="session")
def crowd(new_desk: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Crowd]:
    """Make the file of a desk on which every role acts from every stand, and the browsers of these people once."""
    file = tmp_path_factory.mktemp("crowd") / "crowd.ledger"
    shutil.copy(new_desk, file)
    open_ledger(file)
    people = Desk(file)
    clients = {
        (role, stand): people.person(f"{role.value}-{stand.value}", org, role)
        for role in Role
        for stand, org in SEEN_FROM.items()
    }
    close_ledger()
    return file, clients


@pytest.fixture
def matrix(crowd: tuple[Path, Crowd], tmp_path: Path) -> Iterator[Crowd]:
    """Open a copy of the crowded desk; give the browser of each role at each stand."""
    file = tmp_path / "crowd.ledger"
    shutil.copy(crowd[0], file)
    open_ledger(file)
    yield crowd[1]
    close_ledger()


@pytest.fixture
def address(desk: Desk) -> Iterator[str]:
    """Serve the test's desk on a free port; give its address."""
    assert desk.file.is_file()
    lines: dict[int, object] = {}
    server = create_server(get_wsgi_application(), map=lines, host="127.0.0.1", port=0, threads=4)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.effective_port}"
    # A browser keeps its lines open: without closing them all the server would be waited for in vain.
    server.trigger.pull_trigger(partial(wasyncore.close_all, lines, ignore_all=True))
    thread.join(timeout=10)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Start Debian's Chromium without a screen."""
    if not CHROMIUM.exists():
        pytest.skip("no Chromium on this machine: apt-get install chromium")
    # Playwright keeps an event loop in this thread, which Django would take for code that must not wait for a database.
    with pytest.MonkeyPatch.context() as patch, sync_playwright() as playwright:
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=["--no-sandbox"])
        yield browser
        browser.close()
