"""What waits for the asker at an org today."""

from collections.abc import Sequence

from django.http import HttpRequest
from ninja import Router, Schema

from tongket.actions.board.board import Cell
from tongket.actions.now import today
from tongket.actions.todays_work import Draft, todays_work
from tongket.terms.roles import Verb
from tongket.web.api.asking import asking
from tongket.web.api.inbox import ItemShown, item_shown
from tongket.web.api.operations import operation
from tongket.web.api.reports import CellShown, cell_shown
from tongket.web.api.shapes import Listed, answers
from tongket.web.api.tasks import TaskShown, task_shown
from tongket.web.desk.routes import org_in_path

router = Router(tags=["today"])


class ReportWaiting(CellShown):
    """A report that waits, and whose it is."""

    org: str


class DraftWaiting(Schema):
    """A review that is being edited."""

    org: str
    period: str


class TodayShown(Schema):
    """What waits; of each kind how many, and the first of them.

    Attributes:
        doubtful: Documents in the org's inbox with something to look at.
        to_hand_in: Its own reports that are due, late, came without being handed in, or were sent back.
        to_approve: Reports that the level below handed in.
        late_below: Reports of the level below whose day is over.
        tasks: Its tasks that are not ended, overdue first.
        overdue: How many of these are.
        drafts: Its reviews that are being edited.
    """

    doubtful: Listed[ItemShown]
    to_hand_in: Listed[ReportWaiting]
    to_approve: Listed[ReportWaiting]
    late_below: Listed[ReportWaiting]
    tasks: Listed[TaskShown]
    overdue: int
    drafts: Listed[DraftWaiting]


@router.get("/orgs/{org}/today", response=answers(TodayShown))
@operation(Verb.SEE, org_in_path)
def waiting(request: HttpRequest, org: str) -> TodayShown:
    """Tell what waits for the asker at an org, as far as their roles let them do it."""
    work = todays_work(asking(request).person, org, today())
    return TodayShown(
        doubtful=Listed(total=work.doubtful[0], items=[item_shown(each) for each in work.doubtful[1]]),
        to_hand_in=_reports(work.to_hand_in),
        to_approve=_reports(work.to_approve),
        late_below=_reports(work.late_below),
        tasks=Listed(total=work.tasks[0], items=[task_shown(each) for each in work.tasks[1]]),
        overdue=work.overdue,
        drafts=Listed(total=work.drafts[0], items=[_draft(each) for each in work.drafts[1]]),
    )


def _reports(found: tuple[int, Sequence[Cell]]) -> Listed[ReportWaiting]:
    count, cells = found
    return Listed(total=count, items=[ReportWaiting(**cell_shown(each).dict(), org=each.owed.org) for each in cells])


def _draft(each: Draft) -> DraftWaiting:
    return DraftWaiting(org=each.org, period=str(each.period))
