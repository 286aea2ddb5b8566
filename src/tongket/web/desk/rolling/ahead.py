"""Tables that most will ask for are worked out before anybody asks: of the whole office, for its latest periods.

A province's month takes a second and its year several; on the morning after reports came in everybody opens them at
once. The process for jobs has them ready for the processes that serve pages (`actions/pivoting/beside_processes.py`):
one page a turn, so that a document that waits to be read waits for no more; what was told since is seen a minute later.
"""

from datetime import timedelta

from django.conf import settings
from django.http import QueryDict
from django.utils.translation import override
from django_tasks import task

from tongket.actions.jobs.turns import AT_ONCE, ask_for_turn, forget_turns
from tongket.actions.people.office import office
from tongket.actions.pivoting.beside_processes import is_shared
from tongket.actions.pivoting.sides import periods_told
from tongket.terms.period import Period
from tongket.web.desk.rolling.asked import question_of
from tongket.web.desk.rolling.tables import are_kept, tables

# How many of the latest periods are offered beside the field of a roll-up, and had ready.
OFFERED = 8
_EVERY = timedelta(minutes=1)
# Behind every document.
_PRIORITY = -10


@task(priority=_PRIORITY)
def have_ready() -> str:
    """Work out one page that is not there; return the period it is of, empty where all are."""
    made = ""
    try:
        with override(settings.LANGUAGE_CODE):
            made = _make_one()
    finally:
        ask_for_turn(have_ready, AT_ONCE if made else _EVERY)
        forget_turns(have_ready)
    return made


def begin() -> None:
    """Ask for the job where several processes serve pages; one alone keeps its answers to itself."""
    if is_shared():
        ask_for_turn(have_ready)


def _make_one() -> str:
    top = office().top
    for period in _asked_most(top):
        asked = question_of(QueryDict(f"period={period}"), top)
        if asked.pivot and not are_kept(asked, asked.pivot):
            tables(asked, asked.pivot)
            return str(period)
    return ""


def _asked_most(org: str) -> list[Period]:
    latest = periods_told(office(), org)[:OFFERED]
    years = [Period.parse(str(period.last.year)) for period in latest]
    return list(dict.fromkeys([*latest, *years]))
