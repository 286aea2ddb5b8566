"""What a reading tells at first sight, where whose report it is and for which period are sought."""

import re

from tongket.reading.keyed import fold
from tongket.terms.errors import TongketError
from tongket.terms.period import Period
from tongket.terms.records import Event, EventKind, Reading

# Lines at the top of a page that may be its letterhead and title, and how long such a line is at most.
_HEAD_LINES = 14
_HEAD_LINE_LENGTH = 160
# Only a paper with a number or the name of State or Party on top has a letterhead; a portal has its menu there.
_LETTERHEAD = re.compile(r"^số:? ?\d*[\d.…]* ?[-/]|^đảng cộng sản việt nam$|^cộng h[òo]a xã hội chủ nghĩa|^\*$")
REPORT_EVENTS = frozenset({EventKind.REVIEW, EventKind.BRIEFING, EventKind.INSPECTION})
"""Occasions at which a report on a period is given; of any other only the day is told."""


def head_of(reading: Reading) -> list[str]:
    """Return the short lines at the top of the article, with the letterhead above it where there is one."""
    above = _first_lines(reading.text)
    if not any(_LETTERHEAD.search(fold(line)) for line in above):
        above = []
    article = [line for part in reading.body[:_HEAD_LINES] for line in _first_lines(part.of(reading.text))]
    lines = dict.fromkeys([*above, *article[:_HEAD_LINES]])
    return [line for line in lines if len(line) <= _HEAD_LINE_LENGTH]


def _first_lines(text: str) -> list[str]:
    """Return the first lines of `text` that are not blank."""
    lines = (line.strip() for line in text.split("\n", 4 * _HEAD_LINES)[: 4 * _HEAD_LINES])
    return [line for line in lines if line][:_HEAD_LINES]


def main_event(reading: Reading) -> Event | None:
    """Return what the document reports on, None where it is no event."""
    return reading.events[0] if reading.events else None


def parsed(text: str | None) -> Period | None:
    """Return the period a field names, None where it names none."""
    try:
        return Period.parse(text) if text else None
    except TongketError:
        return None
