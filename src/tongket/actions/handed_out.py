"""A file that is handed out to a person or a program: its name, whose ending says what it is, and its bytes."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

KINDS: Mapping[str, str] = MappingProxyType(
    {
        "csv": "text/csv; charset=utf-8",
        "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "html": "text/html; charset=utf-8",
        "pdf": "application/pdf",
        "png": "image/png",
        "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    }
)
"""Content type by the ending of the name."""


@dataclass(frozen=True, slots=True)
class HandedOut:
    """A file; its name ends in one of `KINDS`."""

    name: str
    content: bytes

    @property
    def kind(self) -> str:
        """Its content type."""
        return KINDS[self.name.rpartition(".")[2]]
