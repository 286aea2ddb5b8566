"""What comes without a person: letters from a mail server, files in a watched folder, jobs that were left behind."""

import os
from datetime import UTC, datetime
from email.message import EmailMessage
from pathlib import Path

import pytest
from django.test import override_settings
from django_tasks_db.models import DBTaskResult

from tongket.actions.attribute import mapping_of
from tongket.actions.inbox.folder import REFUSED, TAKEN, Watched, take_from_folder, watched_folders
from tongket.actions.inbox.mail import MailSource, mail_source, take_from_mail
from tongket.actions.inbox.receive import Brought, receive_by_itself
from tongket.actions.jobs.reading import read_soon
from tongket.actions.jobs.recover import recover_jobs
from tongket.actions.jobs.recurring import begin_recurring
from tongket.actions.people.keep_profile import keep_profile
from tongket.actions.people.office import office, profile_entry
from tongket.ledger.entries import rows_of
from tongket.terms.errors import TongketError
from tongket.terms.roles import Role
from tongket.terms.tables import AttributionRow
from tongket.terms.work import InboxRow, OriginalRow
from web.certificates import LOOPBACK, make_certificate
from web.conftest import Desk
from web.imap import MailServer, serving
from web.jobs import do_jobs

AT = datetime(2025, 3, 3, 2, 0, tzinfo=UTC)


def letter(*files: tuple[str, bytes], text: str = "Kính gửi báo cáo.") -> bytes:
    """Return a letter as it lies on a server."""
    made = EmailMessage()
    made["From"], made["To"], made["Subject"] = "xa@example.org", "tinh@example.org", "Báo cáo năm 2024"
    made["Message-ID"] = f"<{len(files)}.{len(text)}@example.org>"
    made.set_content(text)
    for name, content in files:
        made.add_attachment(content, maintype="application", subtype="octet-stream", filename=name)
    return made.as_bytes()


def source(server: MailServer) -> MailSource:
    """Return where a server is."""
    return MailSource("127.0.0.1", server.port, "tinh", server.password, "INBOX", "tinh", tls=server.tls)


@pytest.mark.usefixtures("desk")
def test_attachments_of_unread_letters_come_in_once() -> None:
    """Each attachment comes in under its name, a letter without any as its text; read letters bring nothing again."""
    server = MailServer(letter(("báo cáo một.txt", b"Mot."), ("hai.txt", b"Hai.")), letter(text="Đã họp 3 buổi."))
    with serving(server):
        assert take_from_mail(source(server), AT) == 3
        assert server.seen == {1, 2}
        server.seen.clear()
        assert take_from_mail(source(server), AT) == 0
    names = sorted(row.name for row in rows_of(InboxRow))
    assert names == ["Báo cáo năm 2024.txt", "báo cáo một.txt", "hai.txt"]
    assert {(row.org, row.via, row.by) for row in rows_of(InboxRow)} == {("tinh", "mail", "")}
    assert {bytes(row.content) for row in rows_of(OriginalRow)} >= {b"Mot.", b"Hai."}


@pytest.mark.usefixtures("desk")
def test_server_that_refuses_is_a_passing_fault() -> None:
    """A wrong password is told without the password, as a fault that may pass; the letters stay unread."""
    server = MailServer(letter())
    wrong = MailSource("127.0.0.1", server.port, "tinh", "sai-roi", "INBOX", "tinh", tls=False)
    with serving(server), pytest.raises(OSError, match="từ chối") as told:
        take_from_mail(wrong, AT)
    assert "sai-roi" not in str(told.value)
    assert server.seen == set()


@pytest.mark.usefixtures("desk")
def test_letters_come_over_tls_from_a_server_that_is_trusted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The setting as it is written in real life, with a certificate that the office has signed itself."""
    certificate = make_certificate(tmp_path)
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate[0]))
    server = MailServer(letter(("một.txt", b"Mot.")), certificate=certificate)
    asked = mail_source(f"imaps://tinh:{server.password}@127.0.0.1:{server.port}/INBOX?org=tinh")
    assert asked is not None
    with serving(server):
        assert take_from_mail(asked, AT) == 1
    assert [row.name for row in rows_of(InboxRow)] == ["một.txt"]


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize(("wrong", "why"), [("unknown", "self-signed"), ("name", "IP address"), ("old", "expired")])
def test_wrong_certificate_is_refused(wrong: str, why: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody's, another's or an old certificate: it is said what to do, and the password was told to nobody."""
    certificate = make_certificate(
        tmp_path, "127.0.0.2" if wrong == "name" else LOOPBACK, days=-1 if wrong == "old" else 1
    )
    if wrong != "unknown":
        monkeypatch.setenv("SSL_CERT_FILE", str(certificate[0]))
    server = MailServer(letter(), certificate=certificate)
    with serving(server), pytest.raises(OSError, match="chứng thư") as told:
        take_from_mail(source(server), AT)
    assert why in str(told.value)
    assert "SSL_CERT_FILE" in str(told.value)
    assert server.password not in str(told.value)
    assert not server.asked
    assert rows_of(InboxRow) == []


@pytest.mark.usefixtures("desk")
def test_server_without_tls_is_not_talked_to() -> None:
    """Where TLS is asked for and the server knows none, no word is said in clear."""
    server = MailServer(letter())
    asked = MailSource("127.0.0.1", server.port, "tinh", server.password, "INBOX", "tinh", tls=True)
    with serving(server), pytest.raises(OSError, match="cổng 993"):
        take_from_mail(asked, AT)
    assert not any(server.password.encode() in line for line in server.asked)


def test_mail_setting() -> None:
    """The setting names server, folder and org; without encryption only this very machine."""
    told = mail_source("imaps://ban%40tinh:b%3Ai@mail.example.org/B%C3%A1o%20c%C3%A1o?org=tinh")
    assert told == MailSource("mail.example.org", 993, "ban@tinh", "b:i", "Báo cáo", "tinh", tls=True)
    assert mail_source("") is None
    for wrong in (
        "imap://a:b@mail.example.org/INBOX?org=tinh",
        "imaps://a:b@mail.example.org/INBOX",
        "imaps://a:m%E1%BA%ADt@x/INBOX?org=a",
        "smtp://x?org=a",
    ):
        with pytest.raises(TongketError, match="TONGKET_IMAP"):
            mail_source(wrong)


@pytest.mark.usefixtures("desk")
def test_watched_folder_takes_settled_files_and_moves_them(tmp_path: Path) -> None:
    """Files that lie still come in and are moved aside, empty ones elsewhere; a file just written waits."""
    watched = Watched(tmp_path / "den", "huyen-mot")
    (watched.folder / "xa").mkdir(parents=True)
    for name, content in (("xa/một.txt", "Một."), ("rong.txt", ""), ("moi.txt", "Mới."), (".tam", "x")):
        (watched.folder / name).write_text(content)
        when = AT.timestamp() - (0 if name == "moi.txt" else 60)
        os.utime(watched.folder / name, (when, when))
    assert take_from_folder(watched, AT) == 1
    assert [(row.name, row.org, row.via) for row in rows_of(InboxRow)] == [("một.txt", "huyen-mot", "folder")]
    left = sorted(str(file.relative_to(watched.folder)) for file in watched.folder.rglob("*") if file.is_file())
    assert left == [".tam", f"{TAKEN}/xa/một.txt", f"{REFUSED}/rong.txt", "moi.txt"]
    assert take_from_folder(watched, AT) == 0


def test_folder_setting() -> None:
    """Several folders stand in the setting; one without an org is refused."""
    assert watched_folders("/srv/a:tinh, /srv/b:xa") == [Watched(Path("/srv/a"), "tinh"), Watched(Path("/srv/b"), "xa")]
    with pytest.raises(TongketError, match="TONGKET_WATCH"):
        watched_folders("/srv/a")


def test_the_turn_comes_again_and_only_once(desk: Desk, tmp_path: Path) -> None:
    """The recurring job takes in what lies in the folder, and asks for exactly one next turn."""
    assert desk.file.is_file()
    (tmp_path / "den").mkdir()
    file = tmp_path / "den" / "mot.txt"
    file.write_text("Một.")
    os.utime(file, (0, 0))
    with override_settings(TONGKET_WATCH=f"{tmp_path}/den:tinh", TONGKET_IMAP=""):
        begin_recurring(alone=True)
        begin_recurring(alone=True)
        do_jobs()
    assert len(rows_of(InboxRow)) == 1
    waiting = DBTaskResult.objects.filter(task_path__endswith="look_around", status="READY")
    assert waiting.count() == 1


def test_reports_follow_a_profile_that_was_changed(desk: Desk) -> None:
    """Once the profile is changed, the next turn says of every report what it is by the new one."""
    words = "BÁO CÁO\nKết quả công tác tuyên giáo năm 2024 của huyện Sông Thượng\n\nĐã tổ chức 12 hội nghị học tập.\n"
    receive_by_itself("tinh", "BT-1", [Brought("mot.txt", words.encode())], "folder", AT)
    do_jobs()
    administrator = desk.actor("an", "tinh", Role.ADMINISTRATOR)
    held = profile_entry()
    assert held is not None
    keep_profile(administrator, held.text.replace("Hội nghị học tập, quán triệt", "Hội nghị học tập"), held.id)
    begin_recurring(alone=True)
    do_jobs()
    mapping = mapping_of(office().profile)
    assert [row.org for row in rows_of(AttributionRow, mapping=mapping)] == ["huyen-mot"]


@pytest.mark.usefixtures("desk")
def test_jobs_of_a_killed_worker_begin_anew() -> None:
    """A job that was running when its worker was killed is ready again once nobody runs."""
    read_soon("BX-none", "tinh")
    DBTaskResult.objects.update(status="RUNNING", started_at=datetime.now(UTC))
    assert recover_jobs(alone=False) == 0
    assert recover_jobs(alone=True) == 1
    assert DBTaskResult.objects.get().status == "READY"
