"""Figures of a draft that the ledger knows otherwise by now: reports came or were corrected since it was written."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from tongket.actions.drafting.draft_form import Draft, draft_from_json
from tongket.actions.drafting.draft_text import relinked, targets_of
from tongket.actions.drafting.drafts import version_of
from tongket.actions.drafting.edit_draft import save_version
from tongket.actions.people.gate import Actor, require
from tongket.actions.people.office import office
from tongket.actions.write_review import write_review
from tongket.ledger.entries import rows_of
from tongket.ledger.moments import last_moment
from tongket.terms.period import Period
from tongket.terms.roles import Verb
from tongket.terms.tables import TotalRow
from tongket.terms.work import DraftRow


@dataclass(frozen=True, slots=True)
class Changed:
    """A figure of a draft and what it is now.

    Attributes:
        target: Id of the total that the draft leads to.
        label: What it is.
        words: The figure as the draft knew it.
        other: Id of the total as it is now.
        now: The figure as it is now.
    """

    target: str
    label: str
    words: str
    other: str
    now: str


def changed_figures(actor: Actor, row: DraftRow) -> list[Changed]:
    """Return the totals that a draft leads to and that are others by now, in the order of the draft.

    Totals of now are kept in the ledger, as those of any review.
    """
    require(actor.person, Verb.DRAFT, row.org)
    return _changed(actor, row, draft_from_json(row.content))


def refresh_figures(actor: Actor, org: str, period: Period, seen: str) -> DraftRow:
    """Save a version whose links lead to the figures as they are now, and which is known as of now.

    Raises:
        NotAllowedError: The actor does not draft for the org.
        TongketError: As `edit_draft`.
    """
    row = version_of(org, period, seen)
    require(actor.person, Verb.DRAFT, org)
    draft = draft_from_json(row.content)
    changed = _changed(actor, row, draft)
    sections = tuple(
        replace(section, blocks=tuple(replace(block, text=_fresh(block.text, changed)) for block in section.blocks))
        for section in draft.sections
    )
    fresh = replace(draft, sections=sections, known_at=last_moment() or actor.at) if changed else draft
    return save_version(actor, (org, period), seen, fresh, f"cập nhật {len(changed)} số liệu")


def _changed(actor: Actor, row: DraftRow, draft: Draft) -> list[Changed]:
    linked = dict.fromkeys(
        target for block in draft.blocks().values() for target in targets_of(block.text) if target.startswith("T-")
    )
    if not linked:
        return []
    content = write_review(office().profile, row.org, Period.parse(row.period), actor.at).content
    now = {_key(each): each for each in _totals([total.id for total in content.totals])}
    then = {each.id: each for each in _totals(linked)}
    pairs = [(then[name], now.get(_key(then[name]))) for name in linked if name in then]
    return [
        Changed(old.id, old.label, old.text, new.id, new.text) for old, new in pairs if new and new.text != old.text
    ]


def _totals(names: Iterable[str]) -> list[TotalRow]:
    wanted = sorted(names)
    return rows_of(TotalRow, id=wanted) if wanted else []


def _key(row: TotalRow) -> tuple[str, ...]:
    return row.org, row.period, row.indicator, row.kind, row.label


def _fresh(text: str, changed: Sequence[Changed]) -> str:
    for each in changed:
        text = relinked(text, each.target, each.other, each.now)
    return text
