"""News pages: the article in the frame of an invented newspaper or portal, with its menus, teasers and counters."""

from html import escape
from pathlib import Path

from samples.make.source import Block, Source

SITES = Path(__file__).parents[1] / "sources" / "sites"


def web_page(source: Source) -> bytes:
    """Write the source as HTML in the frame its `site` names."""
    frame = (SITES / f"{source.settings['site']}.html").read_text(encoding="utf-8")
    body = "\n".join(_part(block) for block in source.blocks)
    slots = {key: escape(source.settings[key], quote=False) for key in ("title", "date", "author")}
    return frame.format(body=body, **slots).encode("utf-8")


def _part(block: Block) -> str:
    words = escape(block.words, quote=False)
    if block.mark == "!":
        name, _, caption = words.partition(" | ")
        return f'<figure><img src="/anh/{name}" alt="{name}"><figcaption>{caption}</figcaption></figure>'
    return f'<p class="sapo"><strong>{words}</strong></p>' if block.mark == "=" else f"<p>{words}</p>"
