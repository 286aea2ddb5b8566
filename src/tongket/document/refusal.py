"""How a format's reader stops inside this room; at its door the refusal becomes a finding."""

from tongket.terms.finding import Finding


class RefusalError(Exception):
    """A file, or a part of it, that cannot or must not be read.

    It never leaves the room: `files.py` returns its finding with an empty document.
    """

    def __init__(self, finding: Finding) -> None:
        """Keep the finding that says why."""
        super().__init__(finding.message)
        self.finding = finding
