"""One of each thing that an address may name, belonging to an org: what the matrix of permissions is tried on.

A function makes the thing in the ledger that is open (making it twice is making it once) and returns what stands for
it in an address.
"""

import hashlib
from collections.abc import Callable
from datetime import UTC, datetime
from decimal import Decimal

from tongket.actions.attribute import attribute_document
from tongket.actions.entries import rows_of_reading
from tongket.actions.inbox.receive import Brought, receive_by_itself
from tongket.actions.people.grants import first_grant
from tongket.actions.people.office import office
from tongket.document.files import read_bytes
from tongket.ledger.entries import add, rows_of
from tongket.ledger.names import entry_id
from tongket.reading import read
from tongket.terms.records import Reading
from tongket.terms.roles import Role
from tongket.terms.tables import FigureRow, TotalRow
from tongket.terms.work import InboxRow, TaskRow

AT = datetime(2025, 3, 3, 2, 0, tzinfo=UTC)


def _total(org: str) -> str:
    """Make a figure that was added up for an org."""
    says = ("M-none", org, "2024", "hoi-nghi", "own")
    row = TotalRow(entry_id("T", *says), *says, Decimal(3), Decimal(3), False, False, 1, 1, "Hội nghị", "3 hội nghị")  # noqa: FBT003 - columns of a row
    add([row], at=AT)
    return row.id


def _document(org: str) -> str:
    """Make a document that lies in the inbox of an org, read."""
    name = office().names[org]
    file = Brought(f"bao-cao-{org}.txt", f"{_REPORT}{name}.\n".encode())
    document = hashlib.sha256(file.content).hexdigest()
    if not rows_of(InboxRow, document=document):
        receive_by_itself(org, "BT-000000000000", [file], "folder", AT)
        rows = rows_of_reading(read_bytes(file.content, file.name), len(file.content), _read(file), "")
        add(rows, at=AT)
        attribute_document(document, office().profile, AT)
    return document


def _read(file: Brought) -> Reading:
    return read(read_bytes(file.content, file.name))


def _record(org: str) -> str:
    """Make a record in that document."""
    return rows_of(FigureRow, document=_document(org))[0].id


def _batch(org: str) -> str:
    """Make what came in together."""
    _document(org)
    return "BT-000000000000"


_REPORT = "BÁO CÁO\nKết quả công tác tuyên giáo năm 2024\n\nĐã tổ chức 12 hội nghị học tập, quán triệt nghị quyết tại "


def _person(org: str) -> str:
    """Make somebody who acts for an org."""
    first_grant(f"nguoi-{org}", Role.READER, AT, org)
    return f"nguoi-{org}"


def _task(org: str) -> str:
    """Make a task that an org sets itself."""
    says = (org, "Tổ chức hội nghị học tập", "", org, "")
    name = entry_id("TS", *says)
    add([TaskRow(name, name, *says, "open", "", "", "")], at=AT)
    return name


THINGS: dict[str, Callable[[str], str]] = {
    "org": lambda org: org,
    "document": _document,
    "record": _record,
    "batch": _batch,
    "job": lambda _org: "0" * 32,
    "number": lambda _org: "1",
    "entry": _total,
    "period": lambda _org: "2024",
    "person": _person,
    "report": lambda _org: "year",
    "task": _task,
}
