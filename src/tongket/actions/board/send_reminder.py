"""Send a reminder that was kept, in the background; each letter that left has its line in the audit log."""

from django.core.mail import EmailMessage
from django_tasks import task

from tongket.actions.board.letters import recipients_of
from tongket.actions.jobs.retries import PASSING, again_later
from tongket.actions.now import now
from tongket.actions.people.gate import Actor, enter, person_named
from tongket.actions.people.office import office
from tongket.ledger.entries import rows_of
from tongket.terms.roles import Verb
from tongket.terms.work import ActRow, CommentRow


@task()
def send_reminder(entry: str, org: str, attempt: int = 0) -> str:
    """Send a reminder to all who report for an org; whoever got it already is passed over when it is tried again.

    Args:
        entry: Id of the reminder.
        org: Whom it reminds.
        attempt: How often it was tried again before.
    """
    try:
        _send(entry, org)
    except PASSING:  # what goes wrong with a mail server is among them: an SMTPException is an OSError
        if again_later(send_reminder, attempt, entry=entry, org=org):
            return "put off"
        raise
    return "sent"


def _send(entry: str, org: str) -> None:
    row = rows_of(CommentRow, id=entry)[0]
    subject, _, body = row.text.partition("\n\n")
    sent = {act.told for act in rows_of(ActRow, entry=entry)}
    for recipient in recipients_of(org):
        told = f"gửi thư nhắc tới {recipient.name} ({recipient.email}) của {office().names[org]}"
        if told not in sent:
            EmailMessage(subject, body, to=[recipient.email]).send()
            enter(Actor(person_named(row.by), now()), Verb.APPROVE, org, [row], told)
