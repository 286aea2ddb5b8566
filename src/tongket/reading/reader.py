"""The steps of a reading, in their order."""

import hashlib

from tongket.document.plain import document_from_text
from tongket.reading.cues import Cues
from tongket.reading.directives import read_directives
from tongket.reading.events import read_events
from tongket.reading.fields import read_fields
from tongket.reading.figures import read_figures
from tongket.reading.furniture import find_body
from tongket.reading.keyed import fold
from tongket.reading.page import Page
from tongket.reading.people import read_officials
from tongket.reading.statements import read_statements
from tongket.terms.document import Document
from tongket.terms.records import Reading

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
    body = find_body(document, key)
    page = Page(document, key, body, read_fields(document, key, body))
    cues = Cues(key)
    directives = read_directives(page)
    taken = tuple(sorted(span for directive in directives for span in directive.spans))
    events = read_events(page, cues, taken)
    figures = read_figures(page, taken)
    return Reading(
        name=document.name,
        sha256=hashlib.sha256(document.text.encode("utf-8", "surrogatepass")).hexdigest(),
        text=document.text,
        fields=page.fields,
        body=body,
        events=events,
        officials=read_officials(page, cues),
        directives=directives,
        figures=figures,
        statements=read_statements(page, cues, events),
        awards=(),
        findings=document.findings,
        reader=READER,
    )
