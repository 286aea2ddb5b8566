"""The steps of a reading, in their order."""

import hashlib

from tongket.document.plain import document_from_text
from tongket.reading.awards.reader import read_awards
from tongket.reading.directives.doubts import check_directives
from tongket.reading.directives.reader import read_directives
from tongket.reading.doubts import find_doubts
from tongket.reading.events.reader import read_events
from tongket.reading.fields.reader import read_fields
from tongket.reading.figures.arithmetic import check_figures
from tongket.reading.figures.reader import read_figures
from tongket.reading.figures.tables import read_cells
from tongket.reading.furniture.body import find_body
from tongket.reading.keyed import fold
from tongket.reading.language import is_vietnamese
from tongket.reading.page import Page
from tongket.reading.people.reader import at_no_event, read_people
from tongket.reading.statements.reader import read_statements
from tongket.terms.document import Document
from tongket.terms.records import Figure, Reading

# The version of the grammar: it changes whenever the same text may give another reading.
READER = "tongket 0.1.0"


def read(source: Document | str, name: str = "") -> Reading:
    """Read one document.

    Args:
        source: A document as `tongket.document` gives it, or a text.
        name: What to call a text; a document brings its own name.

    Returns:
        Its reading. What is wrong with the document or with what it says stands in `findings`; nothing is raised.
    """
    document = document_from_text(source, name) if isinstance(source, str) else source
    key = fold(document.text)
    body = find_body(document, key) if is_vietnamese(key) else ()
    page = Page(document, key, body, read_fields(document, key, body))
    cues = page.cues
    directives = read_directives(page)
    taken = tuple(sorted(span for directive in directives for span in directive.spans))
    events = read_events(page, cues, taken)
    people = read_people(page, cues)
    figures = _in_order(read_figures(page, taken), read_cells(page))
    awards = read_awards(page, cues)
    statements = read_statements(page, cues, events, people.speeches)
    understood = (
        *taken,
        *(event.span for event in events),
        *(figure.span for figure in figures),
        *(statement.span for statement in statements),
        *(award.span for award in awards),
        *(span for official in people.officials for span in official.spans),
    )
    return Reading(
        name=document.name,
        # A text that needed no settling has been hashed already.
        sha256=document.source_sha256 if document.text == source else _sha256(document.text),
        text=document.text,
        fields=page.fields,
        body=body,
        events=events,
        officials=people.officials if events else at_no_event(page, people.officials),
        directives=directives,
        figures=figures,
        statements=statements,
        awards=awards,
        findings=(
            *document.findings,
            *check_directives(page, directives),
            *check_figures(page, figures),
            *find_doubts(page, events, understood),
        ),
        reader=READER,
    )


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _in_order(*groups: tuple[Figure, ...]) -> tuple[Figure, ...]:
    return tuple(sorted((figure for group in groups for figure in group), key=lambda figure: figure.span))
