"""Every word that a page shows in Vietnamese has its English beside it."""

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.extract import extract
from babel.messages.pofile import read_po
from django.utils.translation.template import templatize

DESK = Path(__file__).parents[2] / "src" / "tongket" / "web"
_KEYWORDS = {"gettext": None, "gettext_lazy": None, "_": None, "ngettext": (1, 2), "pgettext": ((1, "c"), 2)}


def _said() -> Iterator[tuple[str, str]]:
    """Yield every text that is to be translated, with where it stands."""
    for file in sorted(DESK.rglob("*.html")):
        source = templatize(file.read_text(encoding="utf-8"))
        for _, text, _, _ in extract("python", io.BytesIO(source.encode()), keywords=_KEYWORDS):
            yield from ((each, file.name) for each in _each(text))
    for file in sorted(DESK.rglob("*.py")):
        with file.open("rb") as code:
            for _, text, _, _ in extract("python", code, keywords=_KEYWORDS):
                yield from ((each, file.name) for each in _each(text))


def _each(text: str | tuple[str, ...]) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else text


def _translated() -> dict[str, str]:
    found: dict[str, str] = {}
    for file in DESK.rglob("locale/en/LC_MESSAGES/django.po"):
        with file.open("rb") as catalogue:
            for message in read_po(catalogue):
                found |= dict(zip(_each(message.id), _each(message.string), strict=False))
    return found


def test_every_text_has_its_english() -> None:
    """No page mixes the two languages."""
    known = _translated()
    missing = sorted({f"{text!r} ({file})" for text, file in _said() if text and not known.get(text)})
    assert not missing, "\n".join(missing)


@pytest.mark.parametrize("file", sorted(DESK.rglob("locale/*/LC_MESSAGES/django.po")), ids=lambda file: file.parts[-4])
def test_catalogue_is_compiled(file: Path) -> None:
    """What is shown is what the catalogue says: the compiled file is as new as its text (`make docs`)."""
    with file.open("rb") as catalogue:
        texts = {message.id: message.string for message in read_po(catalogue) if message.id and message.string}
    compiled = file.with_suffix(".mo").read_bytes()
    lost = [text for each in texts.values() for text in _each(each) if text.encode() not in compiled]
    assert not lost
