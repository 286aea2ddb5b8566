"""Doubts on the directives a page cites: a date the registry knows otherwise, a Party number in the State's shape.

A number returns with every term, so a date is doubted only where no row of the registry with that key has it, and only
where it is near enough to one of them to be a slip rather than a paper the registry does not hold.
"""

import re
from collections.abc import Iterable
from datetime import date

from tongket.reading.directives.numbers import read_number
from tongket.reading.directives.registry import known_directives
from tongket.reading.page import Page
from tongket.terms.finding import Finding, Severity
from tongket.terms.records import Directive

DATE_CONTRADICTS_REGISTRY = "DATE-CONTRADICTS-REGISTRY"
"""The date stated for a directive is not that of any well-known directive of its number."""
PARTY_NUMBER_IN_STATE_SHAPE = "PARTY-NUMBER-IN-STATE-SHAPE"
"""A Party paper's number is written with the marks of a State paper's."""

# A term of the Party is five years; its numbers return only in the next one. Two dates of one key nearer than half
# a term are therefore one paper with a slip in its date.
_SLIP_DAYS = 913
# Numbers that return only with a term (the Party's centre) or never (with their year): others begin anew every January,
# and in every province.
_LASTING = re.compile(r".*TW|\d+[a-z]?/\d{4}/.*")
# "Kết luận số 01/KL-TW": digits, slash, code, hyphen.
_DIGIT = re.compile(r"\d\d*(?= ?/)")


def check_directives(page: Page, directives: Iterable[Directive]) -> tuple[Finding, ...]:
    """Return what is doubtful about the citations of `page`.

    Args:
        page: The document with its key and body.
        directives: What `read_directives` read from it.

    Returns:
        Warnings, in order of the directives; a number the registry does not hold is no finding.
    """
    findings: list[Finding] = []
    for directive in directives:
        findings += _date_doubts(page, directive)
        findings += _shape_doubts(page, directive)
    return tuple(findings)


def _date_doubts(page: Page, directive: Directive) -> list[Finding]:
    if directive.date is None or not _LASTING.fullmatch(directive.key):
        return []
    known = [row.date for row in known_directives().get(directive.key, ()) if row.date is not None]
    if directive.date in known or not _is_slip(directive.date, known):
        return []
    right = " hoặc ".join(_day(day) for day in known)
    message = (
        f"{directive.key} ghi ngày {_day(directive.date)}; văn bản đã biết mang số này ban hành ngày {right}. "
        "Kiểm tra lại ngày."
    )
    span = next((span for span in directive.spans if _states(span.of(page.text), directive.date)), directive.spans[0])
    return [Finding(DATE_CONTRADICTS_REGISTRY, Severity.WARNING, message, span)]


def _is_slip(stated: str, known: list[str]) -> bool:
    """Tell a slip from another paper: near in time, or the same day and month, or the same year and month."""
    return any(
        abs((date.fromisoformat(stated) - date.fromisoformat(day)).days) <= _SLIP_DAYS
        or stated[5:] == day[5:]
        or sorted(stated.replace("-", "")) == sorted(day.replace("-", ""))
        for day in known
    )


def _shape_doubts(page: Page, directive: Directive) -> list[Finding]:
    for span in directive.spans:
        for match in _DIGIT.finditer(page.key, span.start, span.end):
            number = read_number(page.text, page.key, match.start())
            if number is not None and number.mixed:
                message = (
                    f"“{page.text[match.start() : number.end]}” viết số văn bản của Đảng theo lối văn bản Nhà nước; "
                    f"viết đúng là {number.key}."
                )
                return [Finding(PARTY_NUMBER_IN_STATE_SHAPE, Severity.NOTE, message, span)]
    return []


def _states(citation: str, day: str) -> bool:
    return day[:4] in citation


def _day(iso: str) -> str:
    year, month, day = iso.split("-")
    return f"{int(day)}/{int(month)}/{year}"
