"""A draft as it is kept: sections of paragraphs, and by what and when its figures were known. JSON with fixed keys."""

import json
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from typing import Any

from tongket.terms.errors import TongketError


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph.

    Attributes:
        id: Its own through all versions.
        text: As in `draft_text.py`.
        org: Of a sentence as reported, whose it is; else empty.
        source: Of such a sentence, the id of its entry; else empty.
        again: The earlier period with the same limitation; else empty.
        earlier: The id of that earlier sentence; else empty.
    """

    id: str
    text: str
    org: str = ""
    source: str = ""
    again: str = ""
    earlier: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the review: `opening`, a theme as `theme-3`, `limitations`, `tasks`."""

    id: str
    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Draft:
    """A whole draft: the profile's name and the moment by which its figures are known, and its sections."""

    profile: str
    known_at: datetime
    sections: tuple[Section, ...]

    def blocks(self) -> dict[str, Block]:
        """Return all paragraphs by their ids."""
        return {block.id: block for section in self.sections for block in section.blocks}

    def with_texts(self, texts: dict[str, str], added: dict[str, list[str]]) -> "Draft":
        """Return the draft with other texts; a paragraph left empty is gone.

        Args:
            texts: By the id of the paragraph; one that is not named stays as it is.
            added: New paragraphs, by the id of the section they end.
        """
        count = 1 + max((int(name[1:]) for name in self.blocks()), default=0)
        sections = []
        for section in self.sections:
            changed = [replace(block, text=texts.get(block.id, block.text).strip()) for block in section.blocks]
            for text in added.get(section.id, ()):
                changed.append(Block(f"p{count}", text.strip()))
                count += 1
            sections.append(replace(section, blocks=tuple(block for block in changed if block.text)))
        return replace(self, sections=tuple(sections))


def draft_to_json(draft: Draft) -> str:
    """Return a draft as it is kept."""
    shown = {
        "profile": draft.profile,
        "known_at": draft.known_at.isoformat(),
        "sections": [asdict(each) for each in draft.sections],
    }
    return json.dumps(shown, ensure_ascii=False, separators=(",", ":"))


def draft_from_json(text: str) -> Draft:
    """Return a draft that was kept.

    Raises:
        TongketError: The text is no draft.
    """
    try:
        found: dict[str, Any] = json.loads(text)
        sections = tuple(
            Section(each["id"], each["title"], tuple(Block(**block) for block in each["blocks"]))
            for each in found["sections"]
        )
        return Draft(found["profile"], datetime.fromisoformat(found["known_at"]), sections)
    except (ValueError, KeyError, TypeError) as error:
        message = f"Bản thảo trong sổ cái không đọc được ({error}). Hãy mở phiên bản trước của nó."
        raise TongketError(message) from error
