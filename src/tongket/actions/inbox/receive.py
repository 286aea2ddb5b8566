"""Take files into the inbox of an org: their bytes are kept at once, a job reads them."""

import hashlib
import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from django.db import transaction

from tongket.actions.jobs.reading import read_soon
from tongket.actions.people.gate import Actor, enter, require
from tongket.document.limits import DEFAULT_LIMITS
from tongket.ledger.entries import add, rows_of
from tongket.ledger.names import entry_id
from tongket.terms.roles import Verb
from tongket.terms.work import ActRow, InboxRow, OriginalRow

MOST_BYTES = DEFAULT_LIMITS.max_bytes
"""The largest file that is taken in: no larger one would be read (`document/limits.py`)."""

_MIB = 1024 * 1024
_LONGEST_NAME = 240


class Outcome(StrEnum):
    """What became of a file that was brought."""

    TAKEN = "taken"
    KNOWN = "known"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Brought:
    """A file as it is brought."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Received:
    """What became of one file.

    Attributes:
        name: As it was called.
        outcome: As above.
        item: Id of its entry in the inbox; of a known one, of the entry that was there before.
        document: Document id; empty where refused.
        told: Why it was refused, or under which name it was there before, in Vietnamese.
    """

    name: str
    outcome: Outcome
    item: str = ""
    document: str = ""
    told: str = ""


def new_batch() -> str:
    """Return a name for what comes in together."""
    return f"BT-{secrets.token_hex(6)}"


def receive(actor: Actor, org: str, batch: str, files: Iterable[Brought], via: str = "upload") -> list[Received]:
    """Take in what a person brings.

    Args:
        actor: Who.
        org: Whose inbox.
        batch: What comes together has one name (`new_batch`).
        files: Of any kind.
        via: `upload` or `form`.

    Raises:
        NotAllowedError: They may not.
    """
    require(actor.person, Verb.TAKE_IN, org)
    return [_received(each, org, batch, (via, actor)) for each in files]


def receive_by_itself(org: str, batch: str, files: Iterable[Brought], via: str, at: datetime) -> list[Received]:
    """Take in what came without a person: by mail, or in a folder that is watched.

    Args:
        org: Whose inbox.
        batch: What came together.
        files: Of any kind.
        via: `mail` or `folder`.
        at: When it is recorded.
    """
    return [_received(each, org, batch, (via, at)) for each in files]


def _received(file: Brought, org: str, batch: str, how: tuple[str, Actor | datetime]) -> Received:
    name = _short(file.name)
    if refusal := refusal_of(name, len(file.content)):
        return Received(name, Outcome.REFUSED, told=refusal)
    document = hashlib.sha256(file.content).hexdigest()
    for before in rows_of(InboxRow, document=document, org=org):
        return Received(name, Outcome.KNOWN, before.id, document, before.name)
    via, actor = how
    by = actor.person.name if isinstance(actor, Actor) else ""
    item = InboxRow(entry_id("BX", batch, document, name, org), batch, document, name, org, via, by)
    with transaction.atomic():
        _keep([item, OriginalRow(document, file.content)], org, actor, name)
        read_soon(item.id, org)
    return Received(name, Outcome.TAKEN, item.id, document)


def _keep(rows: list[InboxRow | OriginalRow], org: str, actor: Actor | datetime, name: str) -> None:
    told = f"nhận tệp “{name}” vào hộp đến"
    if isinstance(actor, Actor):
        enter(actor, Verb.TAKE_IN, org, rows, told)
        return
    line = ActRow(entry_id("AC", "", rows[0].id, actor.isoformat()), "", Verb.TAKE_IN.value, org, rows[0].id, told)
    add([*rows, line], at=actor)


def refusal_of(name: str, size: int) -> str:
    """Return why a file cannot be taken in, in Vietnamese; empty where it can.

    Args:
        name: Of the file.
        size: In bytes.
    """
    if size > MOST_BYTES:
        return (
            f"“{name}” nặng {size / _MIB:.0f} MB, quá mức {MOST_BYTES // _MIB} MB. "
            "Hãy chia nhỏ, hoặc giảm chất lượng ảnh rồi đưa lên lại."
        )
    return "" if size else f"“{name}” là tệp rỗng (0 byte). Hãy kiểm tra lại tệp gốc."


def _short(name: str) -> str:
    """Keep the last part of a path; of a very long name its end, which holds its kind."""
    last = name.replace("\\", "/").rsplit("/", 1)[-1].strip() or "không tên"
    return last if len(last) <= _LONGEST_NAME else "…" + last[-_LONGEST_NAME:]
