"""Add a version to a draft; whoever edits a version that is no longer the newest is refused and shown the newest."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tongket.actions.drafting.draft_form import Draft, draft_from_json, draft_to_json
from tongket.actions.drafting.draft_text import targets_of
from tongket.actions.drafting.drafts import standing, version_of
from tongket.actions.people.gate import Actor, enter, require
from tongket.ledger.entries import rows_of
from tongket.ledger.names import entry_id
from tongket.terms.errors import StaleError, TongketError
from tongket.terms.period import Period
from tongket.terms.roles import Verb
from tongket.terms.tables import (
    AwardRow,
    CorrectionRow,
    DirectiveRow,
    EventRow,
    FigureRow,
    OfficialRow,
    Row,
    StatementRow,
    TotalRow,
)
from tongket.terms.work import DraftRow

_LINKED: dict[str, type[Row]] = {
    "T": TotalRow,
    "F": FigureRow,
    "S": StatementRow,
    "C": CorrectionRow,
    "E": EventRow,
    "D": DirectiveRow,
    "A": AwardRow,
    "O": OfficialRow,
}


class StaleDraftError(StaleError):
    """Somebody has saved a newer version meanwhile."""


@dataclass(frozen=True, slots=True)
class Edit:
    """What a person changes.

    Attributes:
        seen: Id of the version they saw.
        texts: Of paragraphs, by id; an empty one takes its paragraph away.
        added: New paragraphs by the id of the section they end.
        note: What was changed, in words.
    """

    seen: str
    texts: Mapping[str, str]
    added: Mapping[str, Sequence[str]]
    note: str = ""


def edit_draft(actor: Actor, org: str, period: Period, edit: Edit) -> DraftRow:
    """Save a version; one that changes nothing is no version.

    Raises:
        NotAllowedError: The actor does not draft for the org.
        StaleDraftError: A newer version has been saved since.
        TongketError: There is no draft, it is approved or locked, or a link leads nowhere.
    """
    draft = draft_from_json(version_of(org, period, edit.seen).content)
    added = {section: list(texts) for section, texts in edit.added.items()}
    return save_version(actor, (org, period), edit.seen, draft.with_texts(dict(edit.texts), added), edit.note)


def save_version(actor: Actor, of: tuple[str, Period], seen: str, changed: Draft, note: str) -> DraftRow:
    """Save a whole draft as the version after the one that was seen; raises as `edit_draft`."""
    org, period = of
    require(actor.person, Verb.DRAFT, org)
    now = standing(org, period)
    if now is None or not now.open:
        message = "Báo cáo đã duyệt hoặc đã khóa nên không sửa được. Hãy mở lại báo cáo trước khi sửa."
        raise TongketError(message)
    if now.version.id != seen:
        message = f"{now.version.by} vừa lưu một phiên bản mới hơn. Hãy xem chỗ khác nhau rồi lưu lại phần của mình."
        raise StaleDraftError(message)
    _check_links(changed)
    text = draft_to_json(changed)
    if text == now.version.content:
        return now.version
    says = (org, str(period), text, note.strip() or "sửa nội dung", actor.person.name, seen)
    row = DraftRow(entry_id("DR", *says), *says)
    enter(actor, Verb.DRAFT, org, [row], f"sửa bản thảo báo cáo {period.label}: {row.note}")
    return row


def _check_links(draft: Draft) -> None:
    wanted = {target for block in draft.blocks().values() for target in targets_of(block.text)}
    for mark, table in _LINKED.items():
        mine = sorted(target for target in wanted if target.startswith(f"{mark}-"))
        wanted -= {row.id for row in rows_of(table, id=mine)} if mine else set()
    if wanted:
        message = (
            f"Liên kết số liệu dẫn tới mã không có trong sổ cái: {', '.join(sorted(wanted))}. "
            "Hãy chọn số liệu trong danh sách của báo cáo, hoặc xóa liên kết."
        )
        raise TongketError(message)
