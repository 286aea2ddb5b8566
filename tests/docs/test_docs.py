"""The documents say what the code does: they fail when it moves on without them."""

import ast
import re
import runpy
from pathlib import Path

import pytest
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po

from docs.cli_reference import reference
from house.rules import codes_in

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src" / "tongket"
LOCALE = SOURCE / "cli" / "locale"
BLOCK = re.compile(r"^```python\n(.*?)^```", re.MULTILINE | re.DOTALL)


def public_types() -> set[str]:
    """The names of the public classes of the room `terms`."""
    trees = (ast.parse(path.read_text(encoding="utf-8")) for path in (SOURCE / "terms").glob("*.py"))
    return {
        node.name
        for tree in trees
        for node in tree.body
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_")
    }


def codes() -> set[str]:
    """The codes of all findings, in modules and in their data files."""
    found: set[str] = set()
    for path in SOURCE.rglob("*.py"):
        found |= codes_in(ast.parse(path.read_text(encoding="utf-8")))
    for path in SOURCE.rglob("faults.tsv"):
        found |= {row.partition("\t")[0] for row in path.read_text(encoding="utf-8").splitlines()}
    return found


def test_every_public_type_is_in_the_glossary() -> None:
    """A type that others use has its Vietnamese word, its meaning and an example."""
    glossary = (ROOT / "GLOSSARY.md").read_text(encoding="utf-8")
    assert {name for name in public_types() if f"`{name}`" not in glossary} == set()


def test_every_code_of_a_finding_is_told() -> None:
    """`docs/findings.md` has each code that the software can give, and no other."""
    page = (ROOT / "docs" / "findings.md").read_text(encoding="utf-8")
    told = set(re.findall(r"^\| `([A-Z0-9-]+)` \|", page, re.MULTILINE))
    assert told == codes()


def test_the_reference_of_the_command_line_is_current() -> None:
    """`docs/cli.md` is what the commands say of themselves (`make docs` writes it)."""
    assert (ROOT / "docs" / "cli.md").read_text(encoding="utf-8") == reference()


@pytest.mark.parametrize("page", ["README.md", "README.vi.md"])
def test_the_code_of_the_readme_runs(page: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Every Python block of the README runs as it stands, from the root of the repository."""
    monkeypatch.chdir(ROOT)
    blocks = BLOCK.findall((ROOT / page).read_text(encoding="utf-8"))
    assert blocks != []
    for number, block in enumerate(blocks):
        script = tmp_path / f"block{number}.py"
        script.write_text(block, encoding="utf-8")
        runpy.run_path(str(script))


@pytest.mark.parametrize("page", sorted(path.relative_to(ROOT).as_posix() for path in ROOT.glob("*.md")))
def test_links_lead_somewhere(page: str) -> None:
    """Every relative link of the documents at the root meets a file."""
    targets = re.findall(r"\]\((?!https?:|#|mailto:)([^)#]+)", (ROOT / page).read_text(encoding="utf-8"))
    assert [target for target in targets if not (ROOT / target).exists()] == []


@pytest.mark.parametrize("language", ["en", "vi"])
def test_the_compiled_catalogue_is_current(language: str) -> None:
    """The compiled catalogue says what the readable one says (`make docs` compiles it)."""
    folder = LOCALE / language / "LC_MESSAGES"
    with (folder / "tongket.po").open("rb") as readable, (folder / "tongket.mo").open("rb") as compiled:
        written = {message.id: message.string for message in read_po(readable) if message.id}
        spoken = {message.id: message.string for message in read_mo(compiled) if message.id}
    assert spoken == written
    assert all(written.values())


def test_everything_said_has_its_english() -> None:
    """Each Vietnamese word of `cli` that goes through gettext stands in the English catalogue."""
    with (LOCALE / "en" / "LC_MESSAGES" / "tongket.po").open("rb") as readable:
        known = {message.id for message in read_po(readable)}
    spoken = {text for path in (SOURCE / "cli").glob("*.py") for text in said(path)}
    assert {text for text in spoken if not text.isascii()} - known == set()


def said(path: Path) -> set[str]:
    """The texts that a module gives to gettext, and the help of its commands and options."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            given = [keyword.value for keyword in node.keywords if keyword.arg in {"help", "short_help"}]
            given += node.args[:1] if getattr(node.func, "id", "") == "_" else []
            found |= {text.value for text in given if isinstance(text, ast.Constant) and isinstance(text.value, str)}
    return found
