"""What a search goes over and what it is asked: passages of documents with their words, and wanted words."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence of a document, or a row of one of its tables, as it is found by its words.

    Attributes:
        document: Document id.
        reading: Reading id: the records are of it.
        start: Where it begins in the document's text; -1 for the row of a table, which is put together.
        line: Line of the text from 1.
        text: As it is shown.
        records: What was read in it, one a line: kind and entry id with a space between, lines before and behind it.
        marked: Its words, folded, with spaces between.
        bare: The same words without any marks.
    """

    document: str
    reading: str
    start: int
    line: int
    text: str
    records: str
    marked: str
    bare: str


@dataclass(frozen=True, slots=True)
class Wanted:
    """Words that shall stand one behind the other, as `Passage.marked` or, `with_marks` False, `Passage.bare` has them.

    Attributes:
        words: At least one.
        with_marks: Which of the two is asked.
        begins: Whether the last word may go on.
        absent: Whether they shall not stand there.
    """

    words: tuple[str, ...]
    with_marks: bool
    begins: bool = False
    absent: bool = False


@dataclass(frozen=True, slots=True)
class Among:
    """In which passages a search looks.

    Attributes:
        mapping: Id of the mapping that says whose report each reading is.
        seen: Orgs whose documents and inboxes the one who asks may see; None for all.
        orgs: Only documents of these orgs; None for all.
        periods: Only documents of these periods; empty for all.
        kind: Only passages in which such a record was read; empty for all.
    """

    mapping: str
    seen: tuple[str, ...] | None
    orgs: tuple[str, ...] | None = None
    periods: tuple[str, ...] = ()
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """A passage that was found, with whose report it stands in; org and period are empty where not told."""

    passage: int
    document: str
    name: str
    org: str
    period: str
    day: str
    line: int
    text: str
    records: str
