"""The job that reads what came into an inbox."""

import atexit

from django_tasks import task

from tongket.actions.inbox.aside import ReaderAside
from tongket.actions.inbox.read_item import read_item
from tongket.actions.jobs.retries import PASSING, again_later
from tongket.actions.now import now

# One of this worker: it begins with the first document.
_ASIDE = ReaderAside()
atexit.register(_ASIDE.close)

# Before what nobody waits for.
_PRIORITY = 10


@task(priority=_PRIORITY)
def read_in_inbox(item: str, org: str, attempt: int = 0) -> str:
    """Read the document of an item of the inbox.

    Args:
        item: Its id.
        org: Whose inbox: so that the list of dead letters can tell.
        attempt: How often it was tried again before.
    """
    try:
        read_item(item, _ASIDE, now())
    except PASSING:
        if again_later(read_in_inbox, attempt, item=item, org=org):
            return "put off"
        raise
    return "read"


def read_soon(item: str, org: str) -> None:
    """Let a job read an item of the inbox.

    Args:
        item: Its id.
        org: Whose inbox.
    """
    read_in_inbox.enqueue(item=item, org=org)
