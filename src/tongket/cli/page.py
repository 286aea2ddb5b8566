"""Readings as one HTML page: text and records side by side, every record one click from its words and back.

The page asks for nothing from anywhere: style and script stand in it (`page/reading.css`, `page/reading.js`).
"""

from collections.abc import Iterator, Sequence
from gettext import gettext as _
from html import escape
from pathlib import Path

from tongket.cli.marks import KINDS, Lines, Mark, Segment, marks_of, segments_of
from tongket.terms.records import Reading

_PARTS = Path(__file__).parent / "page"
# The page may use its own style and script and reach for nothing else.
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:; base-uri 'none'"
_SENTENCES = frozenset({"event", "result", "limitation", "task"})


def opening(count: int, language: str) -> str:
    """Begin a page of `count` documents."""
    style = (_PARTS / "reading.css").read_text(encoding="utf-8")
    title = _("Bản đọc: {count} văn bản").format(count=count)
    chips = "".join(
        f'<button type="button" class="chip {kind}" data-kind="{kind}" aria-pressed="true">{escape(_(name))}</button>'
        for kind, name in KINDS.items()
    )
    sought = escape(_("Tìm văn bản…"))
    many = "" if count > 1 else " hidden"
    return (
        f'<!doctype html>\n<html lang="{language}">\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        f'<meta name="color-scheme" content="light dark">\n<link rel="icon" href="data:,">\n'
        f"<title>{escape(title)}</title>\n<style>\n{style}</style>\n"
        f'<header class="top"><h1>{escape(title)}</h1>'
        f'<div class="chips" role="group" aria-label="{escape(_("Loại hiện trong văn bản"))}">{chips}</div></header>\n'
        f'<nav class="list"{many} aria-label="{escape(_("Các văn bản"))}">'
        f'<input type="search" id="sought" placeholder="{sought}" aria-label="{sought}">'
        f'<ol id="documents"></ol></nav>\n<main>\n'
    )


def article(reading: Reading, number: int) -> str:
    """Show one reading, the `number`-th of its page."""
    marks = marks_of(reading)
    title = reading.fields.title or reading.name
    text = "".join(_marked(reading.text, segment) for segment in segments_of(reading, marks))
    return (
        f'<article id="d{number}" data-name="{escape(reading.name)}" data-count="{len(marks)}">'
        f'<section class="text" tabindex="0" aria-label="{escape(_("Văn bản"))}">'
        f'<h2>{escape(title)}</h2><p class="about">{escape(_about(reading))}</p>'
        f'<div class="words">{text}</div></section>'
        f'<section class="records" tabindex="0" aria-label="{escape(_("Nội dung đọc được"))}">'
        f"{''.join(_groups(marks, Lines(reading.text)))}</section></article>\n"
    )


def closing() -> str:
    """End the page."""
    script = (_PARTS / "reading.js").read_text(encoding="utf-8")
    keys = _("j k: mục sau, mục trước · Enter: sang văn bản hoặc về danh sách · [ ]: văn bản trước, sau · /: tìm")
    return f'</main>\n<footer class="keys">{escape(keys)}</footer>\n<script>\n{script}</script>\n</html>\n'


def _about(reading: Reading) -> str:
    fields = reading.fields
    said = [reading.name, fields.published, fields.author, fields.publisher, f"sha256 {reading.sha256[:12]}"]
    return " · ".join(part for part in said if part)


def _marked(text: str, segment: Segment) -> str:
    words = escape(segment.span.of(text), quote=False)
    classes = [] if segment.body else ["furniture"]
    if segment.marks:
        short = next((mark.kind for mark in segment.marks if mark.kind not in _SENTENCES), None)
        classes += ["m", *([short] if short else [])]
        classes += [f"in-{kind}" for kind in sorted({mark.kind for mark in segment.marks} & _SENTENCES)]
    if not classes:
        return words
    numbers = " ".join(str(mark.number) for mark in segment.marks)
    data = f' data-r="{numbers}"' if numbers else ""
    return f'<span class="{" ".join(classes)}"{data}>{words}</span>'


def _groups(marks: Sequence[Mark], lines: Lines) -> Iterator[str]:
    for kind, name in KINDS.items():
        of_kind = [mark for mark in marks if mark.kind == kind]
        if of_kind:
            rows = "".join(_row(mark, lines) for mark in of_kind)
            yield f'<h3 class="{kind}">{escape(_(name))} <b>{len(of_kind)}</b></h3><ol class="group {kind}">{rows}</ol>'


def _row(mark: Mark, lines: Lines) -> str:
    where = _("dòng {line}").format(line=lines.of(mark.spans[0].start)) if mark.spans else ""
    detail = f"<small>{escape(mark.detail)}</small>" if mark.detail else ""
    return (
        f'<li><button type="button" class="rec {mark.kind}" data-r="{mark.number}">'
        f"<span>{escape(mark.title)}</span>{detail}<i>{escape(where)}</i></button></li>"
    )
