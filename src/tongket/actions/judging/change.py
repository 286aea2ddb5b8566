"""Change a figure by hand: its bounds, indicator, org, period; with that it is accepted."""

from collections.abc import Iterator

from tongket.actions.correct import Said, correction_row
from tongket.actions.judging.judge import stale, verdict_row
from tongket.actions.judging.records import Record, Verdict
from tongket.actions.people.gate import Actor, enter
from tongket.terms.roles import Verb
from tongket.terms.tables import CorrectionRow
from tongket.terms.work import VerdictRow


def change(actor: Actor, org: str, record: Record, said: Said, seen: str) -> None:
    """Correct a figure and accept it.

    Args:
        actor: Who.
        org: In whose inbox the document lies.
        record: The figure as it stands now.
        said: What it is, and why.
        seen: `Record.seen` of what the actor saw.

    Raises:
        NotAllowedError: They may not.
        StaleError: Somebody else has spoken of the figure since then.
        TongketError: As in `actions.correct.correct`.
    """
    if seen != record.seen:
        raise stale()
    rows = list(_rows(actor, record, said))
    if rows:
        enter(actor, Verb.JUDGE, org, rows, f"sửa số liệu “{record.row.quote}”: {said.reason}")


def _rows(actor: Actor, record: Record, said: Said) -> Iterator[CorrectionRow | VerdictRow]:
    proposed = correction_row(record.row.id, said)
    if proposed.row is not proposed.now:
        yield proposed.row
    if record.verdict is not Verdict.ACCEPTED:
        yield verdict_row(record, Verdict.ACCEPTED, actor)
