"""Directives: every numbered or otherwise identifiable document the body cites, once, with all its spans.

One pass of an automaton over an ASCII image of the key finds the places worth a look (`directives_scan`), the
grammar of one citation reads them (`directives_cited`, `directives_numbers`, `directives_gatherings`), and short
forms take their symbol from what the page or the registry tells (`directives_issued`).
"""

from tongket.reading.directives.cited import Cited
from tongket.reading.directives.issued import settle_keys
from tongket.reading.directives.scan import citations
from tongket.reading.page import Page
from tongket.terms.records import Directive
from tongket.terms.span import Span


def read_directives(page: Page) -> tuple[Directive, ...]:
    """Read the directives of the body in order of first mention (`docs/spec/reading.md`, directives).

    Args:
        page: The document with its key and body.

    Returns:
        One record a key. A later short form of a document joins its record; `date` is the first one stated.
    """
    found = citations(page)
    if not found:
        return ()
    settle_keys(page.key, found)
    return _records(found)


def _records(found: list[Cited]) -> tuple[Directive, ...]:
    spans: dict[str, list[Span]] = {}
    dates: dict[str, str] = {}
    for cited in found:
        if cited.key is None:
            continue
        spans.setdefault(cited.key, []).append(Span(cited.start, cited.end))
        if cited.date is not None:
            dates.setdefault(cited.key, cited.date)
    return tuple(Directive(key=key, spans=tuple(places), date=dates.get(key)) for key, places in spans.items())
