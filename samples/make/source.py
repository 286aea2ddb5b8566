"""A source text: a few `key: value` lines, a line `---`, then the words of the document in a light markup.

`^` and `^^` are title and subtitle, `#`, `##`, `###` the three levels of an outline that numbers itself (I., 1., a)),
`|` the cells of a table row, `!` a photo with its caption, `=` the lead of a news page, `-` a dash item, `>` a bold
line; any other line is a paragraph. Files of the format `txt` are taken as they stand.
"""

from dataclasses import dataclass
from pathlib import Path

_MARKS = ("^^", "^", "###", "##", "#", "!", "=", "-", ">")


@dataclass(frozen=True)
class Block:
    """One line of a source: its mark (empty for a paragraph) and its words; a table row has `cells` instead."""

    mark: str
    words: str
    cells: tuple[str, ...] = ()


@dataclass(frozen=True)
class Source:
    """A source text: its settings, and its words as they stand."""

    settings: dict[str, str]
    text: str

    @property
    def target(self) -> str:
        """Where the report goes, below `samples/reports`."""
        return self.settings["file"]

    @property
    def blocks(self) -> list[Block]:
        """The words, line by line."""
        return [_block(line) for line in self.text.splitlines() if line.strip()]

    def parts(self, key: str) -> list[str]:
        """The pieces of a setting that are set apart by ` | `."""
        value = self.settings.get(key, "")
        return [part.strip() for part in value.split("|")] if value else []


def read_source(path: Path) -> Source:
    """Read one source file."""
    head, _, text = path.read_text(encoding="utf-8").partition("---\n")
    pairs = (line.partition(":") for line in head.splitlines() if line.strip())
    return Source({key.strip(): value.strip() for key, _, value in pairs}, text)


def _block(line: str) -> Block:
    if line.startswith("|"):
        return Block("|", "", tuple(cell.strip() for cell in line.strip().strip("|").split("|")))
    for mark in _MARKS:
        if line.startswith(f"{mark} "):
            return Block(mark, line[len(mark) + 1 :].strip())
    return Block("", line.strip())
