"""Make a record of words that the reader missed: a figure, a result, a limitation, a task.

It stands in the reading that there is now, and in every later one: a figure by its correction, which belongs to the
place in the document, a sentence by its `AddedRow` (`added_again.py`).
"""

from dataclasses import dataclass

from tongket.actions.attribute import mapping_of
from tongket.actions.correct import Said, as_read, said_in_place
from tongket.actions.judging.judge import verdict_row
from tongket.actions.judging.records import Kind, ReadDocument, Record, Verdict
from tongket.actions.people.gate import Actor, enter
from tongket.actions.people.office import office
from tongket.ledger.entries import rows_of
from tongket.ledger.names import entry_id
from tongket.terms.errors import TongketError
from tongket.terms.records import FigureKind
from tongket.terms.roles import Verb
from tongket.terms.tables import CorrectionRow, FigureRow, ObservationRow, Row, StatementRow
from tongket.terms.work import AddedRow

MADE_BY_HAND = (Kind.FIGURE, Kind.RESULT, Kind.LIMITATION, Kind.TASK)
_LONGEST_FIGURE = 200
_LONGEST_SENTENCE = 4000


@dataclass(frozen=True, slots=True)
class Chosen:
    """Words that a person chose in the text.

    Attributes:
        start: First character in the document's text.
        end: Behind the last.
        quote: The words as the person saw them.
        kind: What they are.
        said: Of a figure: its number, indicator, org, period, and why; None for a sentence.
        number: Of a figure, `count`, `percent`, `money`.
    """

    start: int
    end: int
    quote: str
    kind: Kind
    said: Said | None = None
    number: FigureKind = FigureKind.COUNT


def add_record(actor: Actor, org: str, document: ReadDocument, chosen: Chosen) -> str:
    """Make the record and accept it; return its id.

    Args:
        actor: Who.
        org: In whose inbox the document lies.
        document: As it stands now.
        chosen: Which words, and what they are.

    Raises:
        NotAllowedError: They may not.
        TongketError: The words stand elsewhere now or are there already; of a figure, something is not told.
    """
    _check(document, chosen)
    row, more = _figure(document, chosen) if chosen.kind is Kind.FIGURE else (_statement(document, chosen), [])
    by = actor.person.name
    says = (document.row.id, row.id, chosen.kind.value, chosen.start, chosen.end, chosen.quote, by)
    record = Record(row, chosen.kind)
    rows: list[Row] = [AddedRow(entry_id("AD", *says), *says), row, *more]
    rows.append(verdict_row(record, Verdict.ACCEPTED, actor))
    enter(actor, Verb.JUDGE, org, rows, f"thêm mục bị sót: “{' '.join(chosen.quote.split())[:80]}”")
    return row.id


def _check(document: ReadDocument, chosen: Chosen) -> None:
    longest = _LONGEST_FIGURE if chosen.kind is Kind.FIGURE else _LONGEST_SENTENCE
    words = document.text[chosen.start : chosen.end] if 0 <= chosen.start < chosen.end else ""
    if not words.strip() or words != chosen.quote:
        message = "Đoạn được chọn không còn khớp với văn bản. Hãy tải lại trang rồi bôi đen lại đoạn cần thêm."
        raise TongketError(message)
    if chosen.kind not in MADE_BY_HAND or len(words) > longest:
        message = f"Đoạn được chọn dài {len(words)} ký tự, quá mức {longest}. Hãy chọn đúng số liệu hoặc một câu."
        raise TongketError(message)
    for record in document.records:
        if (record.row.start, record.row.end, record.kind) == (chosen.start, chosen.end, chosen.kind):
            message = f"Đoạn này đã là một mục ({record.row.id}). Hãy sửa mục đó."
            raise TongketError(message)


def _statement(document: ReadDocument, chosen: Chosen) -> StatementRow:
    around = _line_of(document, chosen.start)
    return StatementRow(
        entry_id("S", document.reading.id, chosen.start, chosen.end, chosen.kind.value),
        document.reading.id,
        document.row.id,
        chosen.kind.value,
        chosen.start,
        chosen.end,
        chosen.quote,
        "",
        around[1],
        document.text.count("\n", 0, chosen.start) + 1,
    )


def _figure(document: ReadDocument, chosen: Chosen) -> tuple[FigureRow, list[ObservationRow | CorrectionRow]]:
    said = chosen.said
    if said is None or said.quantity is None or said.org is None or said.period is None or not said.indicator:
        message = "Số liệu thêm vào cần đủ: con số, chỉ tiêu, đơn vị, kỳ."
        raise TongketError(message)
    _check_known(said)
    sentence, page = _line_of(document, chosen.start)
    low, high, approx = said.quantity.low, said.quantity.high, said.quantity.approx
    row = FigureRow(
        id=entry_id("F", document.reading.id, chosen.start, chosen.end, "by hand", low, high, approx),
        reading=document.reading.id,
        document=document.row.id,
        kind=chosen.number.value,
        low=low,
        high=high,
        approx=approx,
        noun="",
        start=chosen.start,
        end=chosen.end,
        quote=chosen.quote,
        sentence=sentence,
        at=sentence.find(chosen.quote),
        before="",
        headings="",
        in_cell=False,
        column="",
        said_in="",
        page=page,
        line=document.text.count("\n", 0, chosen.start) + 1,
    )
    mapping = document.attribution.mapping if document.attribution else mapping_of(office().profile)
    name = entry_id("B", mapping, row.id)
    observed = ObservationRow(name, mapping, row.id, row.document, said.indicator, said.org, str(said.period), "")
    now = as_read(row, (row.document, row.start, row.end, 0), observed)
    before = [
        each for each in rows_of(CorrectionRow, document=row.document) if (each.start, each.end) == (row.start, row.end)
    ]
    return row, [observed, said_in_place(said, now, before)]


def _check_known(said: Said) -> None:
    if said.org not in office().names:
        message = f"Hồ sơ không có đơn vị “{said.org}”: hãy chọn đơn vị trong danh sách."
        raise TongketError(message)
    if said.indicator not in {each.id for each in office().profile.indicators}:
        message = f"Hồ sơ không có chỉ tiêu “{said.indicator}”: hãy chọn chỉ tiêu trong danh sách."
        raise TongketError(message)
    if not said.reason.strip():
        message = "Cần ghi lý do, để người khác biết vì sao thêm số liệu này."
        raise TongketError(message)


def _line_of(document: ReadDocument, start: int) -> tuple[str, int]:
    """Return the words of the line in which something begins, and its page, 0 where the format has none."""
    for line in document.lines:
        if line.span.start <= start < line.span.end:
            return line.span.of(document.text), line.origin.page or 0
    return "", 0
