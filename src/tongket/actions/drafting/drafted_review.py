"""A draft in the official layout: the review of the moment at which its figures were known, with the draft's words."""

from collections.abc import Iterator
from dataclasses import replace

from tongket.actions.drafting.draft_form import Block, Section, draft_from_json
from tongket.actions.drafting.draft_text import runs_of
from tongket.actions.drafting.start_draft import LIMITATIONS, OPENING, TASKS
from tongket.actions.explain import Step, explain
from tongket.actions.write_review import write_again
from tongket.review.anchors import targets
from tongket.review.content import Paragraph, Part, ReviewContent, Source, StatementLine, Theme, Total
from tongket.terms.period import Period
from tongket.terms.work import DraftRow


def drafted_review(row: DraftRow) -> ReviewContent:
    """Return what is to be written of a version of a draft; the same bytes come of it whenever it is asked.

    Raises:
        TongketError: The ledger knew nothing of the office at the draft's moment.
    """
    draft = draft_from_json(row.content)
    content = write_again(draft.profile, row.org, Period.parse(row.period), draft.known_at).content
    sections = {section.id: section for section in draft.sections}
    charts = {f"theme-{place}": theme.charts for place, theme in enumerate(content.themes, 1)}
    themes = tuple(
        Theme(section.title, tuple(_lines(section)), charts.get(section.id, ()))
        for section in draft.sections
        if section.id.startswith("theme-")
    )
    written = replace(
        content,
        opening=tuple(_paragraph(block) for block in _blocks(sections, OPENING)),
        themes=themes,
        limitations=tuple(_line(block) for block in _blocks(sections, LIMITATIONS)),
        tasks=tuple(_line(block) for block in _blocks(sections, TASKS)),
    )
    return _with_entries(written)


def _blocks(sections: dict[str, Section], name: str) -> tuple[Block, ...]:
    return sections[name].blocks if name in sections else ()


def _lines(section: Section) -> Iterator[Paragraph | StatementLine]:
    return (_line(block) for block in section.blocks)


def _line(block: Block) -> Paragraph | StatementLine:
    if not block.source:
        return _paragraph(block)
    return StatementLine(runs_of(block.text), block.org, block.source, block.again or None, block.earlier or None)


def _paragraph(block: Block) -> Paragraph:
    return Paragraph(runs_of(block.text))


def _with_entries(content: ReviewContent) -> ReviewContent:
    """Add what a person's links lead to and the composed review did not: its way back, down to the sentences."""
    there = {total.id for total in content.totals} | {source.id for source in content.sources}
    missing = [target for target in dict.fromkeys(targets(content)) if target not in there]
    entries = [entry for target in missing for entry in _entries(explain(target)) if entry.id not in there]
    totals = {entry.id: entry for entry in entries if isinstance(entry, Total)}
    sources = {entry.id: entry for entry in entries if isinstance(entry, Source)}
    return replace(content, totals=(*content.totals, *totals.values()), sources=(*content.sources, *sources.values()))


def _entries(step: Step) -> Iterator[Total | Source]:
    if not step.steps:
        yield Source(
            id=step.id,
            document=step.document,
            org=step.label,
            period="",
            sentence=step.sentence or step.text,
            quote=step.quote,
            page=step.page or None,
            line=step.line or None,
        )
        return
    parts = tuple(Part(each.label, each.text, (each.id,)) for each in step.steps if not each.beside)
    yield Total(step.id, step.label, step.text, parts, len(parts), len(parts))
    for each in step.steps:
        if not each.beside:
            yield from _entries(each)
