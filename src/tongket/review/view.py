"""The review as a layout sees it: what a Word layout or the page may name between `{{` and `}}`.

The names are told to users in `layouts/__init__.py`; keep the two together. Values are texts, or markup
made by `Marks` (to be placed with `{{r …}}` in Word).
"""

from collections.abc import Sequence

from tongket.review import content as parts
from tongket.review.linking import Linking
from tongket.review.marks import Marks
from tongket.review.sentences import coverage_sentence
from tongket.review.view_annexes import View, numbered, view_annexes, view_comparison, view_documents, view_total
from tongket.review.wording import date_line
from tongket.terms.profile import Style


def view(content: parts.ReviewContent, marks: Marks) -> View:
    """Return everything a layout may name.

    Raises:
        TongketError: A figure of `content` leads nowhere.
    """
    linking = Linking(content, marks)
    return {
        **_heading(content.heading),
        "org": content.org,
        "period": content.period,
        "title": f"Báo cáo {content.heading.subject}",
        "coverage": coverage_sentence(content.coverage, content.period),
        "basis": content.basis,
        "opening": [linking.runs(each.runs) for each in content.opening],
        "themes": [
            {
                "title": theme.title,
                "paragraphs": [linking.told(each) for each in theme.paragraphs],
                "charts": [linking.chart(each) for each in theme.charts],
            }
            for theme in content.themes
        ],
        "comparison": view_comparison(content.comparison, linking) if content.comparison else None,
        "limitations": [linking.line(each) for each in content.limitations],
        "tasks": [linking.line(each) for each in content.tasks],
        **view_annexes(content.annexes, linking),
        "totals": [view_total(each, linking) for each in content.totals],
        "documents": view_documents(content.sources, linking),
        "annexes": numbered(content),
    }


def _heading(heading: parts.Heading) -> View:
    party = heading.style is Style.PARTY
    number = heading.number or "…"
    return {
        "parent_body": heading.parent_body.upper(),
        "issuing_body": heading.issuing_body.upper(),
        "number_line": f"Số {number}-BC/{heading.symbol}" if party else f"Số: {number}/BC-{heading.symbol}",
        "date_line": date_line(heading.place, heading.issued),
        "subject": heading.subject,
        "authority": heading.signature.authority.upper(),
        "signer_post": heading.signature.post.upper(),
        "signer": heading.signature.name,
        "recipients": _ended(heading.recipients, "," if party else ";"),
    }


def _ended(lines: Sequence[str], mark: str) -> list[str]:
    """End each line with `mark` and the last with a full stop, as *Nơi nhận* is written."""
    bare = [line.strip().rstrip(",;.") for line in lines]
    return [line + ("." if place == len(bare) else mark) for place, line in enumerate(bare, 1)]
