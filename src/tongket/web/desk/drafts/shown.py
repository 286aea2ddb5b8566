"""Paragraphs of a draft as a page shows them: runs with their links, and what was said to them."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from tongket.actions.drafting.comment_draft import comments_on
from tongket.actions.drafting.draft_form import Block, Draft
from tongket.actions.drafting.draft_text import runs_of
from tongket.actions.drafting.drafts import APPROVED, EDITED, LOCKED, PUBLISHED, REOPENED
from tongket.review.content import FigureRun
from tongket.terms.period import Period
from tongket.terms.work import CommentRow

STATES: dict[str, tuple[str | Promise, str]] = {
    EDITED: (gettext_lazy("Đang soạn"), "accent"),
    APPROVED: (gettext_lazy("Đã duyệt"), "good"),
    LOCKED: (gettext_lazy("Đã khóa"), "warn"),
    PUBLISHED: (gettext_lazy("Đã công bố"), "good"),
    REOPENED: (gettext_lazy("Mở lại"), "warn"),
}
"""By state or step: its word, and the kind of its chip."""

STEPS: dict[str, str | Promise] = {
    APPROVED: gettext_lazy("Duyệt"),
    LOCKED: gettext_lazy("Khóa"),
    PUBLISHED: gettext_lazy("Công bố"),
    REOPENED: gettext_lazy("Mở lại"),
}
"""What the button of a step says."""


@dataclass(frozen=True, slots=True)
class RunShown:
    """Words, and the id they lead to; empty for plain words."""

    text: str
    target: str


@dataclass(frozen=True, slots=True)
class BlockShown:
    """A paragraph with its runs and what was said to it."""

    block: Block
    runs: tuple[RunShown, ...]
    comments: tuple[tuple[datetime, CommentRow], ...]


@dataclass(frozen=True, slots=True)
class SectionShown:
    """A section with its paragraphs."""

    id: str
    title: str
    blocks: tuple[BlockShown, ...]


def sections_shown(draft: Draft, comments: Iterable[tuple[datetime, CommentRow]] = ()) -> list[SectionShown]:
    """Return the sections of a draft ready for a template."""
    said: dict[str, list[tuple[datetime, CommentRow]]] = defaultdict(list)
    for at, row in comments:
        said[row.place].append((at, row))
    return [
        SectionShown(
            section.id,
            section.title,
            tuple(BlockShown(block, _runs(block.text), tuple(said[block.id])) for block in section.blocks),
        )
        for section in draft.sections
    ]


def comments_shown(
    org: str, period: Period, draft: Draft
) -> tuple[list[tuple[datetime, CommentRow]], list[SectionShown]]:
    """Return what was said to the whole, or to a paragraph that is gone, and the sections with what was said there."""
    all_comments = comments_on(org, period)
    there = draft.blocks()
    return [(at, row) for at, row in all_comments if row.place not in there], sections_shown(draft, all_comments)


def _runs(text: str) -> tuple[RunShown, ...]:
    return tuple(RunShown(run.text, run.target if isinstance(run, FigureRun) else "") for run in runs_of(text))
