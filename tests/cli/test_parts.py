"""The parts of the command line that need no process of their own."""

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tongket.cli.batch import AHEAD, CHUNK, in_order
from tongket.cli.inputs import find_files
from tongket.cli.progress import Passing, Progress
from tongket.cli.writing import file_names, whole_file
from tongket.terms.errors import TongketError


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        """Say so."""
        return True


def counted(taken: list[int], count: int) -> Iterator[int]:
    """Numbers that note when they are taken."""
    for number in range(count):
        taken.append(number)
        yield number


def test_processes_take_no_more_than_they_hold() -> None:
    """With two processes the results come in order, and items are taken only a bounded way ahead of them."""
    taken: list[int] = []
    results = in_order(abs, counted(taken, 400), jobs=2)
    first = next(results)
    ahead = len(taken)
    assert [first, *results] == list(range(400))
    assert ahead <= 2 * AHEAD * CHUNK + CHUNK


@given(st.lists(st.sampled_from(["a", "A", "a-2", "a-3", "b", "é"]), max_size=12))
def test_file_names_never_clash(stems: list[str]) -> None:
    """Names differ also where capitals are not told apart; a stem that stands alone keeps its name."""
    names = file_names(stems, ".json")
    assert len({name.casefold() for name in names}) == len(stems)
    folded = [stem.casefold() for stem in stems]
    for stem, name in zip(stems, names, strict=True):
        assert folded.count(stem.casefold()) > 1 or name == f"{stem}.json"


def test_a_file_appears_whole_or_not_at_all(tmp_path: Path) -> None:
    """A block that fails leaves the forerunner untouched and nothing beside it."""
    path = tmp_path / "ra.json"
    path.write_text("cũ", encoding="utf-8")

    def fail() -> None:
        with whole_file(path) as file:
            file.write("mới")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        fail()
    assert [(left.name, left.read_text(encoding="utf-8")) for left in tmp_path.iterdir()] == [("ra.json", "cũ")]
    with whole_file(path) as file:
        file.write("mới")
    assert path.read_text(encoding="utf-8") == "mới"


def test_files_are_found_once_and_in_order(tmp_path: Path) -> None:
    """A file named twice is read once; folders are walked by name; an empty folder is the caller's fault."""
    for name in ("c.txt", "a.txt", "d/b.txt", "~$a.docx", ".git/x"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    found = find_files([str(tmp_path / "c.txt"), str(tmp_path), "-"])
    assert [Path(name).name for name in found] == ["c.txt", "a.txt", "b.txt", "-"]
    (tmp_path / "rong").mkdir()
    with pytest.raises(TongketError, match="rong"):
        find_files([str(tmp_path / "rong")])


def test_progress_says_rate_and_time_left() -> None:
    """After a second the line tells how many, how fast and how long; before, nothing is drawn."""
    moments = iter([0.0, 0.5, 2.0])
    screen = Terminal()
    progress = Progress(4, screen, lambda: next(moments))
    progress.step(3)
    assert screen.getvalue() == ""
    progress.step(1)
    assert "2/4 văn bản · 2.0 trang/giây · còn 0:02" in screen.getvalue()
    progress.clear()
    assert screen.getvalue().endswith("\r\x1b[K")


def test_progress_is_silent_where_nobody_looks() -> None:
    """Nothing is drawn into a file."""
    moments = iter([0.0, 5.0])
    screen = io.StringIO()
    Progress(2, screen, lambda: next(moments)).step(1)
    assert screen.getvalue() == ""


def test_rows_on_their_way_are_drawn_on_a_terminal_only() -> None:
    """A terminal shows the table under way, now and then; a file gets one line a table that is through."""
    for screen, drawn in ((Terminal(), ["100 / 300", "300\n"]), (io.StringIO(), ["300\n"])):
        moments = iter([1.0, 1.01, 1.02])
        passing = Passing(screen, lambda moments=moments: next(moments))  # type: ignore[misc] # a default binds it
        for through in (100, 200, 300):
            passing.told("ledger/figure", through, 300)
        assert [line.rpartition("   ")[2] for line in screen.getvalue().split("\r\x1b[K") if line] == drawn
