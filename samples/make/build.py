"""From a source to the bytes of its report."""

from pathlib import Path

from samples.make.plain import plain_text
from samples.make.sheet import sheet_report
from samples.make.source import Source, read_source
from samples.make.web import web_page
from samples.make.word import word_report

SAMPLES = Path(__file__).parents[1]
_WRITERS = {"docx": word_report, "html": web_page, "txt": plain_text, "xlsx": sheet_report}


def sources() -> list[Source]:
    """All source texts, in the order of their paths."""
    return [read_source(path) for path in sorted((SAMPLES / "sources").glob("20*/*.txt"))]


def needs_font(source: Source) -> bool:
    """Tell whether the report is drawn with a font of the machine."""
    return source.settings["format"] in {"pdf", "scan"}


def report(source: Source) -> bytes:
    """The bytes of the source's report."""
    damage = source.settings.get("damage")
    if damage == "empty":
        return b""
    if needs_font(source):
        # reportlab and pillow are wanted for these alone.
        from samples.make.printed import picture, printed_report, scanned_report  # noqa: PLC0415

        drawn = picture if damage == "png" else scanned_report
        return printed_report(source) if source.settings["format"] == "pdf" else drawn(source)
    made = _WRITERS[source.settings["format"]](source)
    return made[: len(made) // 2] if damage == "cut" else made
