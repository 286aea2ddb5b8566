"""Jobs that failed for good: a person sees them with the reason, and may have them tried again."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.module_loading import import_string
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult, DBTaskResultQuerySet

from tongket.actions.people.gate import Actor, Person, enter, may, visible
from tongket.actions.people.office import office
from tongket.ledger.entries import rows_of
from tongket.terms.errors import TongketError
from tongket.terms.roles import Verb
from tongket.terms.work import InboxRow

# A job of these is tried again by itself, and is nobody's letter.
_RECURRING = "tongket.actions.jobs.recurring."
_UNKNOWN = "Lỗi ngoài dự kiến của phần mềm ({kind}). Hãy thử lại; nếu vẫn lỗi, báo người quản trị kèm mã {job}."


@dataclass(frozen=True, slots=True)
class DeadLetter:
    """A job that failed for good.

    Attributes:
        job: Its id.
        what: What it was about: the name of a file, else of the job.
        item: Id of the item of the inbox; empty where it is about none.
        org: For which org; empty for the whole desk.
        reason: Why it failed, in Vietnamese.
        at: When.
    """

    job: str
    what: str
    item: str
    org: str
    reason: str
    at: datetime | None


def dead_letters(orgs: Iterable[str], items: Iterable[str] | None = None) -> list[DeadLetter]:
    """Return the dead letters of some orgs, the newest first.

    Args:
        orgs: Org ids; the empty text stands for the whole desk.
        items: Only those about these items of the inbox.
    """
    failed = _failed().filter(args_kwargs__kwargs__org__in=sorted(set(orgs)))
    if items is not None:
        failed = failed.filter(args_kwargs__kwargs__item__in=sorted(set(items)))
    jobs = list(failed.order_by("-finished_at", "pk"))
    ids = [str(job.args_kwargs["kwargs"].get("item", "")) for job in jobs]
    names = {row.id: row.name for row in rows_of(InboxRow, id=ids)} if ids else {}
    return [_letter(job, names) for job in jobs]


def letters_for(person: Person, org: str) -> list[DeadLetter]:
    """Return what failed of an org, and to whoever keeps the desk what failed of the whole of it, the newest first."""
    return dead_letters([org, *([""] if may(person, Verb.KEEP, office().top) else [])])


def failed_items(org: str) -> list[str]:
    """Return the items of an org's inbox whose job failed for good."""
    found = _failed().filter(args_kwargs__kwargs__org=org).values_list("args_kwargs", flat=True)
    return sorted({str(each["kwargs"]["item"]) for each in found if "item" in each["kwargs"]})


def try_again(actor: Actor, job: str) -> DeadLetter:
    """Let a dead letter's job be done again.

    Raises:
        NotAllowedError: The actor takes nothing in for its org.
        TongketError: There is no such dead letter, or somebody else has just had it tried again.
    """
    with transaction.atomic():
        found = _failed().select_for_update().filter(pk=job).first() if _is_id(job) else None
        if found is None or found.args_kwargs["kwargs"].get("org") not in visible(actor.person, Verb.TAKE_IN):
            message = "Không còn việc lỗi này: có thể đồng nghiệp vừa cho thử lại. Hãy mở lại danh sách."
            raise TongketError(message)
        letter = _letter(found, {})
        enter(actor, Verb.TAKE_IN, letter.org or office().top, [], f"thử lại việc lỗi {letter.item or letter.what}")
        asked = found.args_kwargs["kwargs"] | {"attempt": 0}
        found.delete()
        import_string(found.task_path).enqueue(**asked)
    return letter


def _failed() -> "DBTaskResultQuerySet":
    failed = DBTaskResult.objects.filter(status=TaskResultStatus.FAILED)
    return failed.exclude(task_path__startswith=_RECURRING)


def _is_id(job: str) -> bool:
    return len(job.replace("-", "")) == 32 and all(each in "0123456789abcdef-" for each in job)  # noqa: PLR2004 - a UUID


def _letter(job: "DBTaskResult[..., object]", names: dict[str, str]) -> DeadLetter:
    asked = job.args_kwargs["kwargs"]
    item = str(asked.get("item", ""))
    what = names.get(item, item) or job.task_path.rsplit(".", 1)[-1]
    return DeadLetter(str(job.pk), what, item, str(asked.get("org", "")), _reason(job), job.finished_at)


def _reason(job: "DBTaskResult[..., object]") -> str:
    """Return the message of an error of ours, which says what to do; of any other, its kind."""
    kind = job.exception_class_path
    if kind.startswith("tongket."):
        return str(job.traceback).strip().rsplit(f"{kind}: ", 1)[-1]
    return _UNKNOWN.format(kind=kind.rsplit(".", 1)[-1], job=str(job.pk)[:8])
