"""Take in what is mailed: every attachment of every unread letter in one folder of a mail server (IMAP, RFC 9051).

A letter without attachments comes in as its own text. Who sent it proves nothing, so letters all go into the inbox of
the one org that the setting names, and nobody is told to have brought them. A letter is marked as read only when all
of it is kept; one that is met twice brings nothing twice, since the bytes are the same.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from ssl import SSLCertVerificationError, SSLError, create_default_context
from urllib.parse import parse_qs, unquote, urlsplit

from imap_tools import AND, BaseMailBox, MailBox, MailBoxUnencrypted, MailMessage, MailMessageFlags
from imap_tools.errors import ImapToolsError

from tongket.actions.inbox.receive import Brought, Outcome, receive_by_itself
from tongket.ledger.names import entry_id
from tongket.terms.errors import TongketError

_TLS, _PLAIN = 993, 143
_SECONDS = 30
# So many letters in one turn of the job: the others come in the next.
_AT_ONCE = 50
_LONGEST_SUBJECT = 120


@dataclass(frozen=True, slots=True)
class MailSource:
    """Where letters are looked for, and in whose inbox they come."""

    host: str
    port: int
    user: str
    password: str
    folder: str
    org: str
    tls: bool


def mail_source(told: str) -> MailSource | None:
    """Read the setting `TONGKET_IMAP`: `imaps://user:password@host/folder?org=id`; None where it is empty.

    `imap://` without encryption is for a server on this very machine.

    Raises:
        TongketError: It is written otherwise.
    """
    if not told:
        return None
    parts = urlsplit(told)
    org = parse_qs(parts.query).get("org", [""])[0]
    local = parts.hostname in ("localhost", "127.0.0.1", "::1")
    if not parts.hostname or not org or (parts.scheme != "imaps" and not (parts.scheme == "imap" and local)):
        message = "TONGKET_IMAP phải ghi như imaps://tên:mật-khẩu@máy-chủ/INBOX?org=mã-đơn-vị."
        raise TongketError(message)
    if not (unquote(parts.username or "") + unquote(parts.password or "")).isascii():
        # Python's imaplib writes commands in ASCII.
        message = "TONGKET_IMAP: tên và mật khẩu hộp thư chỉ được dùng chữ không dấu. Hãy đặt mật khẩu ứng dụng khác."
        raise TongketError(message)
    tls = parts.scheme == "imaps"
    return MailSource(
        parts.hostname,
        parts.port or (_TLS if tls else _PLAIN),
        unquote(parts.username or ""),
        unquote(parts.password or ""),
        unquote(parts.path.strip("/")) or "INBOX",
        org,
        tls,
    )


def take_from_mail(source: MailSource, at: datetime) -> int:
    """Take in the unread letters of a mail server; return how many files were new.

    Args:
        source: Where.
        at: When they are recorded.

    Raises:
        OSError: The server cannot be reached, cannot be trusted, or refuses.
    """
    box = _opened(source)
    try:
        box.login(source.user, source.password, source.folder)
        return take_from_box(box, source.org, at)
    except ImapToolsError as error:
        # The password stands in no message of the library; the server's answer says what it refuses.
        message = f"Máy chủ thư {source.host} từ chối: {error}"
        raise OSError(message) from error
    finally:
        box.client.shutdown()


def _opened(source: MailSource) -> BaseMailBox:
    """Reach a server; over TLS only one whose certificate is for its name and comes from somebody who is trusted."""
    if not source.tls:
        return MailBoxUnencrypted(source.host, source.port, timeout=_SECONDS)
    try:
        # Without a context of ours imaplib would believe any certificate.
        return MailBox(source.host, source.port, timeout=_SECONDS, ssl_context=create_default_context())
    except SSLCertVerificationError as error:
        message = (
            f"Không tin được chứng thư của máy chủ thư {source.host}: {error.verify_message}. Hãy ghi trong "
            "TONGKET_IMAP đúng tên có trong chứng thư; nếu cơ quan tự ký chứng thư "
            "thì đặt SSL_CERT_FILE là tệp chứng thư gốc (PEM)."
        )
        raise OSError(message) from error
    except SSLError as error:
        message = (
            f"Máy chủ thư {source.host} không mở được kết nối mã hóa ở cổng {source.port}: {error.reason}. "
            "Hãy kiểm tra cổng trong TONGKET_IMAP: IMAP qua TLS thường ở cổng 993."
        )
        raise OSError(message) from error


def take_from_box(box: BaseMailBox, org: str, at: datetime) -> int:
    """Take in the unread letters of a mailbox that is open; return how many files were new."""
    taken = 0
    for letter in box.fetch(AND(seen=False), limit=_AT_ONCE, mark_seen=False, bulk=False):
        headers: Mapping[str, tuple[str, ...]] = letter.headers
        batch = entry_id("BT", *headers.get("message-id", (str(letter.uid),)))
        received = receive_by_itself(org, batch, _files_of(letter), "mail", at)
        taken += sum(each.outcome is Outcome.TAKEN for each in received)
        if letter.uid:
            box.flag(letter.uid, MailMessageFlags.SEEN, True)  # noqa: FBT003 - the library's own
    return taken


def _files_of(letter: MailMessage) -> Iterator[Brought]:
    attached = [part for part in letter.attachments if part.payload and part.content_disposition != "inline"]
    for part in attached:
        yield Brought(part.filename or "thu-dinh-kem", part.payload)
    words = letter.html or letter.text
    if not attached and words.strip():
        subject = " ".join((letter.subject or "thư không tiêu đề").replace("/", "-").split())[:_LONGEST_SUBJECT]
        yield Brought(f"{subject}.{'html' if letter.html else 'txt'}", words.encode())
