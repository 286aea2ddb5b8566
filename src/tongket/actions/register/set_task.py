"""Set a task, and say how it stands."""

from dataclasses import dataclass, replace
from datetime import date
from typing import NoReturn

from tongket.actions.board.came import whose
from tongket.actions.people.gate import Actor, enter, require
from tongket.actions.people.office import office
from tongket.actions.register.tasks import Status, Task, task_of
from tongket.ledger.entries import rows_of
from tongket.ledger.names import entry_id
from tongket.terms.errors import StaleError, TongketError
from tongket.terms.roles import Verb
from tongket.terms.tables import StatementRow
from tongket.terms.work import TaskRow

_WORDS = {
    Status.OPEN: "chưa làm",
    Status.UNDER_WAY: "đang làm",
    Status.DONE: "đã xong",
    Status.DROPPED: "thôi không làm",
}
_TOLD = 120  # so much of a task stands in a line of the audit log


@dataclass(frozen=True, slots=True)
class Wanted:
    """A task as it is set: what, by whom, until when (ISO, empty where no day is named), out of which entry."""

    text: str
    owners: tuple[str, ...]
    due: str = ""
    origin: str = ""


def set_task(actor: Actor, org: str, wanted: Wanted) -> TaskRow:
    """Set a task; the same one set twice is one.

    Args:
        actor: Who.
        org: Who sets it: an org the actor acts for.
        wanted: The task.

    Raises:
        NotAllowedError: They may not set tasks for that org, or for one of the owners.
        TongketError: The task has no text or no owner, or its day is none.
    """
    text, owners = " ".join(wanted.text.split()), tuple(dict.fromkeys(wanted.owners))
    _check(text, owners, wanted.due)
    for owner in owners:
        require(actor.person, Verb.ASSIGN, owner)
    says = (org, text, wanted.origin, "\n".join(owners), wanted.due)
    name = entry_id("TS", *says)
    row = TaskRow(name, name, *says, Status.OPEN.value, "", actor.person.name, "")
    names = ", ".join(office().names[owner] for owner in owners)
    enter(actor, Verb.ASSIGN, org, [row], f"giao {names}: {text[:_TOLD]}")
    return row


def task_from_statement(actor: Actor, org: str, statement: str) -> TaskRow:
    """Set the task that a sentence of a report tells, for the org whose report it is.

    Raises:
        NotAllowedError: As `set_task`.
        TongketError: There is no such sentence, or it is not known whose report it stands in.
    """
    rows = rows_of(StatementRow, id=statement)
    owner = whose([rows[0].document]).get(rows[0].document) if rows else None
    if owner is None:
        message = "Không giao việc từ câu này được: câu không còn trong sổ, hoặc chưa rõ của báo cáo đơn vị nào."
        raise TongketError(message)
    return set_task(actor, org, Wanted(rows[0].quote, (owner.org,), origin=statement))


def change_task(actor: Actor, task: str, wanted: Wanted, status: Status, note: str, seen: str) -> TaskRow:
    """Change a task as who sets tasks: its words, owners, day, status.

    Args:
        actor: Who.
        task: Its id.
        wanted: As it shall be; its origin stays.
        status: How it stands.
        note: Why.
        seen: Id of the version that the actor saw.

    Raises:
        NotAllowedError: As `set_task`.
        StaleError: Somebody else has just changed it.
        TongketError: As `set_task`; there is no such task.
    """
    held = _held(task, seen)
    text, owners = " ".join(wanted.text.split()), tuple(dict.fromkeys(wanted.owners))
    _check(text, owners, wanted.due)
    require(actor.person, Verb.ASSIGN, held.now.org)
    for owner in set(owners) - set(held.owners):
        require(actor.person, Verb.ASSIGN, owner)
    return _enter(actor, Verb.ASSIGN, held.now.org, replace(
        held.now, text=text, owners="\n".join(owners), due=wanted.due, status=status.value, note=note.strip()
    ))  # fmt: skip


def answer_task(actor: Actor, task: str, org: str, status: Status, note: str, seen: str) -> TaskRow:
    """Say how a task stands as one who has to do it.

    Args:
        actor: Who.
        task: Its id.
        org: One of its owners.
        status: How it stands; only who sets tasks drops them.
        note: What was done; needed for one that is done.
        seen: Id of the version that the actor saw.

    Raises:
        NotAllowedError: They do not answer for that org.
        StaleError: Somebody else has just changed it.
        TongketError: There is no such task, the org does not own it, or the note is missing.
    """
    held = _held(task, seen)
    if org not in held.owners or status is Status.DROPPED:
        _refuse("đơn vị này không được giao việc đó, hoặc không được tự thôi việc")
    if status is Status.DONE and not note.strip():
        _refuse("hãy ghi kết quả đã làm được trước khi báo xong")
    return _enter(actor, Verb.ANSWER, org, replace(held.now, status=status.value, note=note.strip()))


def _enter(actor: Actor, verb: Verb, org: str, row: TaskRow) -> TaskRow:
    says = (row.task, row.org, row.text, row.origin, row.owners, row.due, row.status, row.note)
    new = TaskRow(entry_id("TS", *says, row.id), *says, actor.person.name, row.id)
    told = f"{_WORDS[Status(row.status)]}: {row.text[:_TOLD]}" + (f" ({row.note})" if row.note else "")
    enter(actor, verb, org, [new], told)
    return new


def _held(task: str, seen: str) -> Task:
    held = task_of(task)
    if held is None:
        _refuse("không có nhiệm vụ này")
    if held.now.id != seen:
        message = "Người khác vừa cập nhật nhiệm vụ này; hãy xem nội dung mới nhất rồi ghi lại."
        raise StaleError(message)
    return held


def _check(text: str, owners: tuple[str, ...], due: str) -> None:
    if not text:
        _refuse("hãy ghi nội dung nhiệm vụ")
    if not owners:
        _refuse("hãy chọn ít nhất một đơn vị thực hiện")
    if unknown := set(owners) - office().names.keys():
        _refuse(f"hồ sơ không có đơn vị “{min(unknown)[:60]}”; hãy chọn đơn vị trong danh sách")
    if due:
        try:
            date.fromisoformat(due)
        except ValueError:
            _refuse(f"“{due}” không phải là ngày; hãy chọn ngày trong lịch hoặc để trống")


def _refuse(why: str) -> NoReturn:
    message = f"Không ghi được nhiệm vụ: {why}."
    raise TongketError(message)
