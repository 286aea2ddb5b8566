"""The whole tree keeps the rules of the house, and every rule catches its bad example."""

import ast
import re
import tomllib
import unicodedata
from collections.abc import Callable, Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import grimp
import pytest
from importlinter.cli import EXIT_STATUS_SUCCESS, lint_imports

from house import rules

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src" / "tongket"
ROOMS = ["terms", "document", "reading", "ledger", "rollup", "review", "actions", "cli", "web", "site"]
# A path of somebody's machine: a home, a scratch folder. What a test makes up belongs into tmp_path.
MACHINE = re.compile(rb"(?<![a-z.\w])/(?:tmp|root|work|home|Users|farm)/[a-z]")
# Packages in which each file is named for what it holds: a table, or a step in the life of the tables.
TOLD_BY_THEIR_FILES = {"models", "migrations"}
WORDS_OF_DELAY = re.compile(r"\b(?:TODO|FIXME|XXX|HACK)\b")
READABLE = {".py", ".md", ".toml", ".txt", ".json", ".tsv", ".csv", ".css", ".js", ".html", ".po", ".cfg", ".in"}
OWN_FOLDERS = ("src", "tests", "docs", "benchmarks", "samples", "tools", ".ci")


def modules(folder: Path) -> Iterator[Path]:
    """Every module of ours below a folder."""
    return (path for path in sorted(folder.rglob("*.py")) if "__pycache__" not in path.parts)


def own_files() -> Iterator[Path]:
    """Every readable file of ours."""
    for folder in OWN_FOLDERS:
        yield from (path for path in sorted((ROOT / folder).rglob("*")) if path.suffix in READABLE and path.is_file())
    yield from sorted(path for path in ROOT.iterdir() if path.suffix in READABLE or path.name == "Makefile")


def complaints(check: Callable[[ast.AST], list[str]], paths: Iterator[Path]) -> list[str]:
    """What a rule says of many modules."""
    return [
        f"{path.relative_to(ROOT)}:{complaint}"
        for path in paths
        for complaint in check(ast.parse(path.read_text(encoding="utf-8")))
    ]


BAD = {
    rules.long_functions: "def f():\n" + "    x = 1\n" * 61,
    rules.crowded_functions: "def f(self, a, b, c, d, *, e, g, h, i): ...",
    rules.hidden_imports: "def f():\n    from tongket.terms import span",
    rules.bare_units: "def f(unit): ...",
    rules.silent_tests: "def test_f():\n    assert 1",
}


@pytest.mark.parametrize("check", BAD, ids=lambda check: check.__name__)
def test_each_rule_catches_its_bad_example(check: Callable[[ast.AST], list[str]]) -> None:
    """A rule that could not complain would guard nothing."""
    assert len(check(ast.parse(BAD[check]))) == 1


@pytest.mark.parametrize(
    ("check", "folder"),
    [
        (rules.long_functions, "src"),
        (rules.crowded_functions, "src"),
        (rules.bare_units, "src"),
        (rules.long_functions, "tests"),
        (rules.silent_tests, "tests"),
    ],
    ids=lambda value: value if isinstance(value, str) else value.__name__,
)
def test_the_tree_keeps_the_rule(check: Callable[[ast.AST], list[str]], folder: str) -> None:
    """No module breaks the rule."""
    assert complaints(check, modules(ROOT / folder)) == []


def test_own_code_is_imported_at_the_top() -> None:
    """Only the command line imports our own code inside functions, so that it starts fast."""
    outside = (path for path in modules(SOURCE) if path.relative_to(SOURCE).parts[0] != "cli")
    assert complaints(rules.hidden_imports, outside) == []


def test_modules_stay_short() -> None:
    """No module of ours, tests included, has more lines than the ceiling."""
    paths = [*modules(ROOT / "src"), *modules(ROOT / "tests")]
    long = {path: count for path in paths if (count := len(path.read_text().splitlines())) > rules.MODULE_LINES}
    assert long == {}


def test_no_drawers() -> None:
    """No room and no module has a name under which anything could be put."""
    paths = [path for path in SOURCE.rglob("*") if path.is_dir() or path.suffix == ".py"]
    assert [path for path in paths if path.stem in rules.DRAWERS] == []


def test_the_root_is_empty_and_the_rooms_are_the_ten() -> None:
    """`import tongket` loads nothing, and there is no room beside those of the design."""
    tree = ast.parse((SOURCE / "__init__.py").read_text(encoding="utf-8"))
    assert [type(node) for node in tree.body if not isinstance(node, ast.Expr)] == []
    found = {path.name for path in SOURCE.iterdir() if path.is_dir() and path.name != "__pycache__"}
    assert found == set(ROOMS)


@pytest.mark.parametrize("room", ROOMS)
def test_each_room_has_a_map(room: str) -> None:
    """The docstring of a room says what comes in, what goes out and which file to open first."""
    told = ast.get_docstring(ast.parse((SOURCE / room / "__init__.py").read_text(encoding="utf-8"))) or ""
    assert len(told) >= 80


@pytest.mark.parametrize(
    "folder",
    [
        path.parent.relative_to(SOURCE).as_posix()
        for path in sorted(SOURCE.glob("*/**/__init__.py"))
        if path.parent.name not in TOLD_BY_THEIR_FILES
    ],
)
def test_a_map_names_what_is_there(folder: str) -> None:
    """The docstring of a package names each of its modules and packages, and no module that is not there."""
    told = ast.get_docstring(ast.parse((SOURCE / folder / "__init__.py").read_text(encoding="utf-8"))) or ""
    named = {Path(name.rstrip("/")).stem for name in re.findall(r"`([\w/.]+)`", told)}
    there = {path.stem for path in (SOURCE / folder).glob("*.py")}
    there |= {path.parent.name for path in (SOURCE / folder).glob("*/__init__.py")}
    told_by_django = {"apps", "migrations"}  # the names Django looks for
    assert there - {"__init__"} - told_by_django - named == set()
    modules = re.findall(r"`([\w/]+\.py)`", told)
    assert [name for name in modules if not any((room / name).exists() for room in (SOURCE / folder, SOURCE))] == []


def test_no_circles() -> None:
    """Modules can be put in an order in which each imports only earlier ones."""
    graph = grimp.build_graph("tongket", cache_dir=None)
    order = TopologicalSorter({name: graph.find_modules_directly_imported_by(name) for name in graph.modules})
    order.prepare()
    assert order.is_active()


def test_contracts_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    """The contracts of import-linter in `pyproject.toml` hold: layers, Django, Ibis, readings."""
    monkeypatch.chdir(ROOT)
    assert lint_imports(no_cache=True) == EXIT_STATUS_SUCCESS


def test_nothing_is_put_off() -> None:
    """No file carries a note about work that somebody else should do later."""
    here = Path(__file__)
    assert [
        path
        for path in own_files()
        if path != here and WORDS_OF_DELAY.search(path.read_text(encoding="utf-8", errors="replace"))
    ] == []


def test_no_paths_of_a_machine() -> None:
    """No file names a folder that exists on one machine only."""
    here = Path(__file__)
    assert [path for path in own_files() if path != here and MACHINE.search(path.read_bytes())] == []


def test_sources_are_nfc() -> None:
    """Vietnamese letters in code, data and documents are composed; samples may be otherwise on purpose."""
    paths = [path for path in own_files() if "samples" not in path.relative_to(ROOT).parts]
    assert [path for path in paths if not unicodedata.is_normalized("NFC", path.read_text(encoding="utf-8"))] == []


def test_lock_files_name_no_index() -> None:
    """The lock files say what to install and its hashes, not where to get it from."""
    for name in ("requirements.lock", "benchmarks/requirements.lock"):
        lock = (ROOT / name).read_text(encoding="utf-8")
        assert "://" not in lock
        assert lock.count("--hash=sha256:") > 20


def test_what_the_wheel_does_not_compile_is_there() -> None:
    """Every pattern of what `make wheel` compiles, and of what it leaves, names a file: none is lost by a new name."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    hook = settings["tool"]["hatch"]["build"]["targets"]["wheel"]["hooks"]["mypyc"]
    assert not hook["enable-by-default"]
    for pattern in (*hook["include"], *hook["exclude"]):
        told = pattern.strip("/") if pattern.startswith("/") else f"src/tongket/reading/**/{pattern}"
        assert list(ROOT.glob(told)), pattern
