"""Make a ledger ready for the desk: every table, a profile, and for a trial the samples with three people."""

import hashlib
import os
import secrets
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from django.core.management import call_command

from tongket.actions.inbox.aside import ReaderAside
from tongket.actions.inbox.read_item import read_document
from tongket.actions.open_ledger import open_ledger
from tongket.actions.people.accounts import any_password, has_account, make_account
from tongket.actions.people.grants import first_grant
from tongket.actions.people.keep_profile import first_profile
from tongket.actions.people.office import office, profile_entry
from tongket.actions.read_profile import read_profile
from tongket.actions.searching.index_again import index_missing
from tongket.ledger.entries import add
from tongket.ledger.names import entry_id
from tongket.terms.errors import TongketError
from tongket.terms.roles import Role
from tongket.terms.work import InboxRow, OriginalRow


@dataclass(frozen=True, slots=True)
class Tried:
    """Somebody who signs in to try the desk."""

    name: str
    password: str
    roles: tuple[Role, ...]
    org: str


def desk_settings(place: Path | str) -> None:
    """Let this process and those it starts be the desk of a ledger.

    Args:
        place: The file, or the URL of a database.
    """
    os.environ["DJANGO_SETTINGS_MODULE"] = "tongket.site.desk"
    if isinstance(place, Path):
        os.environ["TONGKET_LEDGER"] = str(place.resolve())
        os.environ.setdefault("TONGKET_SECRET_KEY", _key_beside(place))
    if not os.environ.get("TONGKET_SECRET_KEY"):
        message = "Sổ cái trên máy chủ cần TONGKET_SECRET_KEY: một chuỗi ngẫu nhiên dài, giống nhau ở mọi tiến trình."
        raise TongketError(message)


def open_tables(place: Path | str) -> None:
    """Open a ledger with all tables of the desk: its own, those of accounts, sessions and jobs.

    Args:
        place: As for `desk_settings`, which comes first.

    Raises:
        TongketError: The ledger cannot be opened.
    """
    open_ledger(place)
    call_command("migrate", verbosity=0, interactive=False)
    call_command("createcachetable", verbosity=0)


def open_desk(place: Path | str, profile: Path | None, at: datetime) -> bool:
    """Open a ledger with all tables of the desk; tell whether it is new and got its profile now.

    Args:
        place: As for `desk_settings`, which comes first.
        profile: For a ledger that has none.
        at: When the profile is recorded.

    Raises:
        TongketError: The ledger cannot be opened; it has no profile and none was named.
    """
    open_tables(place)
    index_missing()
    if profile_entry() is not None:
        return False
    if profile is None:
        message = "Sổ cái mới cần hồ sơ của cơ quan: hãy thêm --profile HỒ-SƠ.toml (mẫu: samples/profile.toml)."
        raise TongketError(message)
    first_profile(read_profile(profile), at)
    return True


def bring_samples(files: Iterable[Path], at: datetime, taken: Callable[[Path], None]) -> None:
    """Take files into the inbox of the topmost org, bytes and all, and attribute them.

    Args:
        files: Of any kind.
        at: When they are recorded.
        taken: Told of each file that is done.
    """
    top, aside = office().top, ReaderAside()
    try:
        for file in files:
            content = file.read_bytes()
            document = hashlib.sha256(content).hexdigest()
            item = InboxRow(
                entry_id("BX", "samples", document, file.name), "samples", document, file.name, top, "folder", ""
            )
            add([OriginalRow(document, content), item], at=at)
            read_document(document, file.name, aside, at)
            taken(file)
    finally:
        aside.close()


def people_to_try(at: datetime) -> list[Tried]:
    """Make three people at the topmost org and one right below it, each with a new password.

    Args:
        at: When their grants are recorded.
    """
    top = office().top
    below = [row.id for row in office().rows_on(at.date()) if row.parent == top][:1]
    wanted = [
        ("lan", (Role.SYNTHESISER, Role.ADMINISTRATOR), top),
        ("hung", (Role.LEADER,), top),
        *(("mai", (Role.REPORTER,), org) for org in below),
    ]
    made = []
    for name, roles, org in wanted:
        if not has_account(name):
            password = any_password()
            make_account(name, f"{name}@example.org", password)
            for role in roles:
                first_grant(name, role, at, org)
            made.append(Tried(name, password, roles, org))
    return made


def _key_beside(ledger: Path) -> str:
    """Return the key that signs sessions, made once and kept beside the ledger for its owner only."""
    file = ledger.with_name(ledger.name + ".key")
    try:
        if not file.exists():
            with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as stream:
                stream.write(secrets.token_urlsafe(48))
        return file.read_text().strip()
    except OSError as error:
        message = f"Không ghi được tệp khóa `{file}` cạnh sổ cái: {error.strerror}. Hãy kiểm tra quyền ghi thư mục."
        raise TongketError(message) from error
