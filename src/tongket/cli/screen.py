"""A reading on a terminal: the text with coloured marks, a table of the records under it."""

from collections.abc import Iterable, Mapping, Sequence
from gettext import gettext as _
from textwrap import shorten
from types import MappingProxyType
from typing import Any

import click

from tongket.cli.marks import KINDS, Lines, Mark, Segment, marks_of, segments_of
from tongket.terms.records import Reading

# Short records are coloured patches, whole sentences coloured letters, so that both can be seen at once.
STYLES: Mapping[str, Mapping[str, Any]] = MappingProxyType(
    {
        "official": {"bg": "green", "fg": "black"},
        "directive": {"bg": "cyan", "fg": "black"},
        "figure": {"bg": "yellow", "fg": "black"},
        "award": {"bg": "magenta", "fg": "black"},
        "finding": {"bg": "red", "fg": "white"},
        "event": {"bold": True},
        "result": {"fg": "green"},
        "limitation": {"fg": "red"},
        "task": {"fg": "blue"},
    }
)
_NARROWEST = 60
# A text could carry commands to the terminal; shown as the pictures Unicode has for them, they stay letters.
_CONTROLS = {code: 0x2400 + code for code in range(0x20) if chr(code) not in "\n\t"} | {
    0x7F: 0x2421,
    **dict.fromkeys(range(0x80, 0xA0), 0xFFFD),
}


def screen_of(reading: Reading, columns: int) -> str:
    """Show a reading on a terminal so many columns wide, with ANSI colours."""
    marks = marks_of(reading)
    heading = click.style(f"━━ {_harmless(reading.name)} ", bold=True)
    legend = " ".join(click.style(f" {_(name)} ", **STYLES[kind]) for kind, name in KINDS.items())
    text = "".join(_painted(reading.text, segment) for segment in segments_of(reading, marks))
    return "\n".join([heading, legend, "", text.rstrip("\n"), "", *_table(reading, marks, max(columns, _NARROWEST))])


def _painted(text: str, segment: Segment) -> str:
    piece = _harmless(segment.span.of(text))
    if not segment.body:
        return click.style(piece, dim=True)
    style: dict[str, Any] = {}
    for mark in reversed(segment.marks):
        style.update(STYLES[mark.kind])
    return click.style(piece, **style) if style else piece


def _table(reading: Reading, marks: Sequence[Mark], columns: int) -> Iterable[str]:
    """Yield the rows: kind, line of the text, what is said; a row is as wide as the terminal at most."""
    names = max(len(_(name)) for name in KINDS.values())
    yield click.style(f"{_('Loại'):<{names}}  {_('Dòng'):>5}  {_('Nội dung')}", bold=True)
    lines = Lines(reading.text)
    for mark in marks:
        line = str(lines.of(mark.spans[0].start)) if mark.spans else "–"
        said = f"{mark.title} — {mark.detail}" if mark.detail else mark.title
        fitting = shorten(_harmless(said), max(columns - names - 9, 20), placeholder="…")
        yield f"{click.style(f'{_(KINDS[mark.kind]):<{names}}', **STYLES[mark.kind])}  {line:>5}  {fitting}"
    yield ""


def _harmless(text: str) -> str:
    return text.translate(_CONTROLS)
