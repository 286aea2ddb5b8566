"""Accept a record, reject it, or open it again. A rejected figure counts for nothing until it is opened again."""

from collections.abc import Sequence

from tongket.actions.correct import Said, correction_row
from tongket.actions.judging.records import Record, Verdict, first_of_chain, record_named
from tongket.actions.people.gate import Actor, enter
from tongket.ledger.entries import rows_of
from tongket.ledger.names import entry_id
from tongket.terms.errors import StaleError, TongketError
from tongket.terms.roles import Verb
from tongket.terms.tables import CorrectionRow, Row, WithdrawalRow
from tongket.terms.work import VerdictRow

REJECTED = "loại khi duyệt"
"""Reason of the correction that keeps a rejected figure out of every total."""

_TOLD = {Verdict.ACCEPTED: "chấp nhận", Verdict.REJECTED: "loại", Verdict.OPEN: "mở lại"}


def judge(actor: Actor, org: str, record: Record, verdict: Verdict, seen: str) -> None:
    """Say whether a record is right; saying again what holds changes nothing.

    Args:
        actor: Who.
        org: In whose inbox the document lies.
        record: As it stands now.
        verdict: What they say.
        seen: `Record.seen` of what the actor saw.

    Raises:
        NotAllowedError: They may not.
        StaleError: Somebody else has spoken of the record since then.
    """
    if seen != record.seen:
        raise stale()
    if record.verdict is verdict:
        return
    rows: list[Row] = [verdict_row(record, verdict, actor)]
    rows += _out_of_totals(record) if verdict is Verdict.REJECTED else _back_into_totals(record, actor)
    quote = " ".join(record.row.quote.split())[:80]
    enter(actor, Verb.JUDGE, org, rows, f"{_TOLD[verdict]} “{quote}”")


def stale() -> StaleError:
    """Return the error for what somebody else wrote first."""
    return StaleError("Đồng nghiệp vừa sửa mục này. Bản mới được đưa ra bên cạnh: hãy xem rồi chọn.")


def verdict_row(record: Record, verdict: Verdict, actor: Actor) -> VerdictRow:
    """Return the entry of a verdict, which takes the place of the one before."""
    replaces = record.said.id if record.said else first_of_chain(record.row.id)
    says = (record.row.document, record.row.id, verdict.value, actor.person.name, replaces)
    return VerdictRow(entry_id("VD", *says), *says)


def record_to_judge(document: str, entry: str) -> Record:
    """Return a record of a document.

    Raises:
        TongketError: There is none.
    """
    record = record_named(document, entry)
    if record is None:
        message = "Văn bản vừa được đọc lại, mục này không còn. Hãy tải lại trang."
        raise TongketError(message)
    return record


def _out_of_totals(record: Record) -> Sequence[Row]:
    if record.observed is None or not record.counts[0]:
        return ()
    return (correction_row(record.row.id, Said(REJECTED, indicator="")).row,)


def _back_into_totals(record: Record, actor: Actor) -> Sequence[Row]:
    """Take the correction back by which a figure was kept out."""
    held = record.correction
    if record.verdict is not Verdict.REJECTED or held is None or held.reason != REJECTED:
        return ()
    if rows_of(CorrectionRow, replaces=held.id):
        raise stale()
    return (WithdrawalRow(entry_id("V", held.id), held.id, f"mở lại khi duyệt ({actor.person.name})"),)
