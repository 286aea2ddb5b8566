"""Start a draft from the roll-up: every sentence and figure of the review as the ledger knows it now."""

from itertools import count

from tongket.actions.drafting.draft_form import Block, Draft, Section, draft_to_json
from tongket.actions.drafting.draft_text import text_of
from tongket.actions.drafting.drafts import first_of, standing
from tongket.actions.people.gate import Actor, enter, require
from tongket.actions.people.office import office
from tongket.actions.write_review import write_review
from tongket.ledger.moments import last_moment
from tongket.ledger.names import entry_id
from tongket.review.content import Paragraph, ReviewContent, StatementLine
from tongket.terms.errors import TongketError
from tongket.terms.period import Period
from tongket.terms.roles import Verb
from tongket.terms.work import DraftRow

LIMITATIONS, TASKS, OPENING = "limitations", "tasks", "opening"


def start_draft(actor: Actor, org: str, period: Period) -> DraftRow:
    """Compose the first version of a review.

    Raises:
        NotAllowedError: The actor does not draft for the org.
        TongketError: There is a draft already; or the profile has no such org.
    """
    require(actor.person, Verb.DRAFT, org)
    if standing(org, period):
        message = "Báo cáo của kỳ này đã có bản thảo: hãy mở bản đang có để sửa tiếp."
        raise TongketError(message)
    profile = office().profile
    content = write_review(profile, org, period, actor.at).content
    text = draft_to_json(Draft(profile.name, last_moment() or actor.at, sections_of(content)))
    first = first_of(org, period)
    says = (org, str(period), text, "bản lập từ số liệu tổng hợp", actor.person.name, first)
    row = DraftRow(entry_id("DR", *says), *says)
    enter(actor, Verb.DRAFT, org, [row], f"lập bản thảo báo cáo {period.label}")
    return row


def sections_of(content: ReviewContent) -> tuple[Section, ...]:
    """Return what people edit of a review: its opening, its themes, limitations and tasks."""
    numbers = count(1)

    def blocks(lines: tuple[Paragraph | StatementLine, ...]) -> tuple[Block, ...]:
        return tuple(_block(f"p{next(numbers)}", line) for line in lines)

    themes = (
        Section(f"theme-{place}", theme.title, blocks(theme.paragraphs))
        for place, theme in enumerate(content.themes, 1)
    )
    return (
        Section(OPENING, "Mở đầu", blocks(content.opening)),
        *themes,
        Section(LIMITATIONS, "Hạn chế", blocks(content.limitations)),
        Section(TASKS, "Nhiệm vụ", blocks(content.tasks)),
    )


def _block(name: str, line: Paragraph | StatementLine) -> Block:
    if isinstance(line, Paragraph):
        return Block(name, text_of(line.runs))
    return Block(name, text_of(line.runs), line.org, line.target, line.came_back_from or "", line.earlier or "")
