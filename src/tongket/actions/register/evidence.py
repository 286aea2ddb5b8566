"""What is shown for a directive or a task: sentences of reports, proposed, confirmed or refused by a person."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from tongket.actions.board.came import whose
from tongket.actions.people.gate import Actor, enter
from tongket.actions.people.office import office
from tongket.ledger.entries import rows_of
from tongket.ledger.holding import latest
from tongket.ledger.names import entry_id
from tongket.reading.evidence import ORDER, Stage
from tongket.terms.errors import TongketError
from tongket.terms.roles import Verb
from tongket.terms.tables import DirectiveRow, DocumentRow, StatementRow
from tongket.terms.work import EvidenceRow

VERDICTS = ("confirmed", "refused")
Proposed = tuple[tuple[str, str], str, str, str, Stage | None]
"""Org and period, id of the record, id of the document, the sentence, the stage it seems to show."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A sentence that may show something.

    Attributes:
        entry: Id of the record.
        org: Whose report it stands in.
        period: Of the report.
        document: Id of the report.
        name: Of the report.
        sentence: The words.
        stage: What it shows: as a person says, else as its words tell; None for nothing.
        verdict: `confirmed`, `refused`; empty where nobody said anything.
        by: Who said so.
        last: Id of the last word on it; empty for none.
    """

    entry: str
    org: str
    period: str
    document: str
    name: str
    sentence: str
    stage: Stage | None
    verdict: str
    by: str
    last: str


def shown_for(about: str, proposed: Iterable[Proposed]) -> Mapping[str, Sequence[Shown]]:
    """Return what is shown for a directive or a task, by org: what was refused at the end, the furthest first.

    Args:
        about: Key of the directive, or id of the task.
        proposed: The sentences.
    """
    rows = list(proposed)
    names = {row.id: row.name for row in rows_of(DocumentRow, id=[document for _, _, document, *_ in rows])}
    said = last_words(about)
    by_org: dict[str, list[Shown]] = defaultdict(list)
    for (org, period), entry, document, sentence, stage in rows:
        word = said.get((entry, org))
        shown = Stage(word.stage) if word and word.stage else stage
        told = (word.verdict, word.by, word.id) if word else ("", "", "")
        by_org[org].append(Shown(entry, org, period, document, names[document], sentence, shown, *told))
    return {org: sorted(shown, key=_place) for org, shown in by_org.items()}


def last_words(about: str) -> dict[tuple[str, str], EvidenceRow]:
    """Return the last word on each sentence, by its id and the org."""
    return {(row.entry, row.org): row for row in latest(rows_of(EvidenceRow, about=about))}


def judge_evidence(actor: Actor, verb: Verb, said: EvidenceRow) -> EvidenceRow:
    """Confirm or refuse that a sentence shows something.

    Args:
        actor: Who.
        verb: `ANSWER` for the own org, `ASSIGN` for the own org and those below.
        said: What they say, without id and person; `replaces` is the last word that they saw, empty for none.

    Raises:
        NotAllowedError: They may not.
        TongketError: There is no such sentence in a report of that org, the stage or verdict is none, or somebody
            else has just judged it.
    """
    if said.verdict not in VERDICTS or said.stage not in {*ORDER, ""}:
        message = "Hãy chọn xác nhận hoặc không đúng, và mức thực hiện."
        raise TongketError(message)
    _check(said)
    name = said.replaces or entry_id("EV", said.about, said.entry, said.org)
    says = (said.about, said.entry, said.org, said.stage, said.verdict, actor.person.name, name)
    row = EvidenceRow(entry_id("EV", *says), *says)
    word = "xác nhận" if said.verdict == "confirmed" else "không nhận"
    enter(actor, verb, said.org, [row], f"{word} bằng chứng của {office().names[said.org]} cho {said.about}")
    return row


def _check(said: EvidenceRow) -> None:
    documents = [row.document for row in rows_of(StatementRow, id=said.entry)]
    documents += [row.document for row in rows_of(DirectiveRow, id=said.entry)]
    if said.org not in {each.org for each in whose(documents).values()}:
        message = "Câu này không nằm trong báo cáo của đơn vị đó: hãy tải lại trang."
        raise TongketError(message)


def _place(shown: Shown) -> tuple[bool, bool, int, str]:
    stage = -ORDER.index(shown.stage) if shown.stage else 1
    return (shown.verdict == "refused", shown.verdict != "confirmed", stage, shown.entry)
