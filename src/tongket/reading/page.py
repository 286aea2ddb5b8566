"""What every reader of a record type is given: the text, its key, the body, its paragraphs and sentences."""

from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property

from tongket.reading.abbreviations import explained_abbreviations
from tongket.reading.ascii_image import image_of
from tongket.reading.cues import Cues
from tongket.reading.furniture.block import PAPER_MARK
from tongket.reading.keyed import fold
from tongket.reading.sentences import split_sentences
from tongket.reading.spans import as_span
from tongket.terms.document import Document
from tongket.terms.records import DocumentFields
from tongket.terms.span import Span


@dataclass(frozen=True)
class Page:
    """One document, prepared for reading.

    Attributes:
        document: The document as its format's reader gave it.
        key: `fold(document.text)`: as long as the text, so a match in it is a span of the text.
        body: The article itself; nothing but `fields` may come from outside it.
        fields: What the document says of itself.
    """

    document: Document
    key: str
    body: tuple[Span, ...]
    fields: DocumentFields

    @cached_property
    def text(self) -> str:
        """The document's text."""
        return self.document.text

    @cached_property
    def headline(self) -> str:
        """The key of the document's title, empty where it has none."""
        return fold(self.fields.title or "")

    @cached_property
    def cues(self) -> Cues:
        """The cue words of the body."""
        return Cues(self.text, self.key, self.body)

    @cached_property
    def image(self) -> bytes:
        """The ASCII image of the key, for automata that run on bytes; a place in it is a place of the text."""
        return image_of(self.key)

    @cached_property
    def paragraphs(self) -> tuple[Span, ...]:
        """The body's lines without the white space around them and without their list numbers."""
        found: list[Span] = []
        text, parts = self.text, iter(self.body)
        part = next(parts, None)
        for line in self.document.lines:
            start, end = line.content, line.span.end
            while part is not None and part.end <= start:
                part = next(parts, None)
            if part is None:
                break
            if part.start < end:
                start, end = max(start, part.start), min(end, part.end)
                # Few lines have white space at an end: only these are cut out to be trimmed.
                found.append(_trimmed(text, start, end) if _is_loose(text, start, end) else as_span((start, end)))
        return tuple([span for span in found if span.start < span.end])

    @cached_property
    def explained(self) -> dict[str, str]:
        """The abbreviations that the text itself explains, each with its full words."""
        return explained_abbreviations(self.text)

    @cached_property
    def sentence_starts(self) -> list[int]:
        """Where the sentences start."""
        return [sentence.start for sentence in self.sentences]

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """The sentences of every paragraph, in order."""
        return tuple(span for part in self.paragraphs for span in split_sentences(self.text, part))

    @cached_property
    def news(self) -> tuple[Span, ...]:
        """The sentences in the order in which news are told: a lead that a copy put last comes first."""
        told = self.sentences
        if not self.paragraphs or not PAPER_MARK.match(self.key, self.paragraphs[-1].start):
            return told
        at = bisect_left(self.sentence_starts, self.paragraphs[-1].start)
        return (*told[at:], *told[:at])

    def opening(self, count: int) -> str:
        """The key of the first sentences that news tell, `count` at most."""
        told = self.news[:count]
        if told and told[0].start <= told[-1].start:
            return self.key[told[0].start : told[-1].end]
        return " ".join([part.of(self.key) for part in told])

    def after(self, introduction: Span) -> tuple[Span, ...]:
        """The sentences that news tell behind one of them, or behind several together.

        Args:
            introduction: A sentence, or a stretch that ends with one.
        """
        told = self.news
        at = next((number for number, part in enumerate(told) if part.end == introduction.end), None)
        return tuple(part for part in told if part.start >= introduction.end) if at is None else told[at + 1 :]


def _is_loose(text: str, start: int, end: int) -> bool:
    return start < end and (text[start].isspace() or text[end - 1].isspace())


def _trimmed(text: str, start: int, end: int) -> Span:
    piece = text[start:end]
    return Span(start + len(piece) - len(piece.lstrip()), end - len(piece) + len(piece.rstrip()))
