"""A stretch of a document's text."""

from typing import NamedTuple


class Span(NamedTuple):
    """`[start, end)` in code points of `Document.text`: the evidence a person is shown."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the quoted piece of `text`."""
        return text[self.start : self.end]

    def overlaps(self, other: "Span") -> bool:
        """Tell whether the two spans share at least one character."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: "Span") -> bool:
        """Tell whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end
