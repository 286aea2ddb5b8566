"""Jobs that come again: look for mail and into watched folders, follow a changed profile, begin anew what was left.

One job does it all and, when it is done, asks for itself again; `begin_recurring` asks for it where it is missing.
What fails now is tried in the next turn: the desk shows it, and it is nobody's dead letter.
"""

import logging
from datetime import timedelta

from django.conf import settings
from django_tasks import task

from tongket.actions.attribute import attribute_readings, mapping_of
from tongket.actions.inbox.folder import take_from_folder, watched_folders
from tongket.actions.inbox.mail import mail_source, take_from_mail
from tongket.actions.jobs.recover import recover_jobs
from tongket.actions.jobs.retries import PASSING
from tongket.actions.jobs.turns import ask_for_turn, forget_turns
from tongket.actions.now import now
from tongket.actions.people.office import office
from tongket.ledger.record_counts import any_unattributed
from tongket.terms.errors import TongketError

_EVERY = timedelta(minutes=1)
_log = logging.getLogger(__name__)


@task()
def look_around() -> dict[str, int]:
    """Look for what came by itself; return how much came, by where it came from."""
    try:
        recover_jobs(alone=False)
        _follow_profile()
        return _looked()
    finally:
        ask_for_turn(look_around, _EVERY)
        forget_turns(look_around)


def begin_recurring(*, alone: bool) -> None:
    """Ask for the job where nobody has, and let jobs begin anew that were left behind.

    Args:
        alone: As in `recover_jobs`.
    """
    recover_jobs(alone=alone)
    ask_for_turn(look_around)


def _follow_profile() -> None:
    """Attribute what the profile that holds now says nothing of: after it was changed, or the map was."""
    profile = office().profile
    if any_unattributed(mapping_of(profile)):
        attribute_readings(profile, now())


def _looked() -> dict[str, int]:
    found: dict[str, int] = {}
    try:
        for watched in watched_folders(settings.TONGKET_WATCH):
            found["folder"] = found.get("folder", 0) + take_from_folder(watched, now())
    except (*PASSING, TongketError) as error:
        _log.warning("Thư mục theo dõi: %s", error)
    try:
        source = mail_source(settings.TONGKET_IMAP)
        if source is not None:
            found["mail"] = take_from_mail(source, now())
    except (*PASSING, TongketError) as error:
        _log.warning("Hộp thư: %s", error)
    return found
