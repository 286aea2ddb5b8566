"""The figures of a page: numbers that count or measure something (`docs/spec/reading.md`, figures).

One pass finds the runs of digits (`figures_digits`), a second the number words (`figures_words`); each is looked at
where it stands: what is left of it (`figures_context`), how it is written (`numbers`), what it counts (`nouns`).
"""

import re
from bisect import bisect_right

from tongket.reading.figures.context import figure_lists
from tongket.reading.figures.digits import read_digits
from tongket.reading.figures.tables import number_cells
from tongket.reading.figures.words import read_number_words
from tongket.reading.page import Page
from tongket.reading.spans import as_span
from tongket.terms.records import Figure
from tongket.terms.span import Span

_RUN = re.compile(r"[0-9][0-9.,]*")
_YEAR = 4  # digits of a year, and as many characters of "năm " before it


def read_figures(page: Page, taken: tuple[Span, ...]) -> tuple[Figure, ...]:
    """Read every figure of the body.

    Args:
        page: The prepared document.
        taken: Spans whose numbers are no figures: directives, dates.

    Returns:
        The figures in order of their place; a fraction gives two with one span.
    """
    key, text, lists = page.key, page.text, figure_lists()
    blocks = sorted((*taken, *number_cells(page)))
    starts = [span.start for span in blocks]
    found: list[Figure] = []
    for part in page.body:
        reached = part.start
        for match in _RUN.finditer(key, part.start, part.end):
            at, end = match.span()
            while key[end - 1] in ".,":
                end -= 1
            # "năm 2024" is by far the most frequent number of a report.
            if at < reached or (end - at == _YEAR and key.startswith(("năm 20", "năm 19"), at - _YEAR)):
                continue
            block = bisect_right(starts, at) - 1
            if block >= 0 and blocks[block].end > at:
                continue
            here = read_digits(key, text, lists, as_span((at, end)), part)
            reached = here.end
            found.extend(here.figures)
    found.extend(read_number_words(page, blocks, found, lists))
    return tuple(sorted(found, key=lambda figure: figure.span))
