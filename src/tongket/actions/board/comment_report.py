"""Say something about a report: kept for everybody who sees it."""

from tongket.actions.board.steps import ReportOf
from tongket.actions.board.words import report_name
from tongket.actions.people.gate import Actor, enter
from tongket.actions.people.office import office
from tongket.ledger.names import entry_id
from tongket.terms.errors import TongketError
from tongket.terms.roles import Verb
from tongket.terms.work import CommentRow


def comment_report(actor: Actor, report: ReportOf, text: str) -> CommentRow:
    """Keep a comment on a report.

    Raises:
        NotAllowedError: The actor does not see the org.
        TongketError: Nothing is said.
    """
    if not text.strip():
        message = "Chưa có nội dung ý kiến: hãy ghi ý kiến rồi gửi lại."
        raise TongketError(message)
    name, by = report.name, actor.person.name
    row = CommentRow(entry_id("CM", name, text.strip(), by, actor.at.isoformat()), name, "", text.strip(), by)
    told = f"ghi ý kiến về {report_name(report.report, report.period)} của {office().names[report.org]}"
    enter(actor, Verb.SEE, report.org, [row], told)
    return row
