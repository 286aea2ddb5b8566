"""`tongket read`: files in, readings out."""

import gc
import os
import shutil
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, TextIO

import click

from tongket.cli import page
from tongket.cli.forms import Asked, Form, Job, Taken, Wanted
from tongket.cli.inputs import STANDARD_INPUT, find_files
from tongket.cli.progress import Progress
from tongket.cli.writing import file_names, make_folder, whole_file


@dataclass(frozen=True)
class Targets:
    """Where the forms go.

    Attributes:
        lines: JSON Lines to the standard output.
        folder: One JSON file a document in this folder.
        html: All documents in this one page.
    """

    lines: bool
    folder: Path | None
    html: Path | None

    @property
    def forms(self) -> frozenset[Form]:
        """The forms these targets need; the terminal's where nothing else was asked for."""
        forms = {Form.JSON} if self.lines or self.folder else set()
        forms |= {Form.PAGE} if self.html else set()
        return frozenset(forms or {Form.SCREEN})


@click.command(
    help="Đọc các văn bản FILE (tệp, thư mục, mẫu tên như '*.docx', hoặc - cho dữ liệu vào từ ống dẫn) và cho biết "
    "đã hiểu được gì, ở câu nào. Kết thúc với mã 0 khi không có lỗi, 1 khi văn bản có lỗi, 2 khi gọi sai.",
)
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@click.option("--json", "lines", is_flag=True, help="In mỗi bản đọc thành một dòng JSON.")
@click.option(
    "--out", "folder", type=click.Path(path_type=Path), metavar="DIR", help="Ghi mỗi văn bản thành một tệp TÊN.json."
)
@click.option(
    "--html", type=click.Path(path_type=Path), metavar="FILE", help="Ghi một trang HTML: văn bản bên cạnh nội dung."
)
@click.option("--text", "with_text", is_flag=True, help="Đưa toàn văn vào JSON (document.text).")
@click.option("--jobs", type=click.IntRange(1, 256), default=1, show_default=True, help="Số tiến trình đọc cùng lúc.")
@click.option("--engine", type=click.Choice(["spark"]), help="Đọc trên cụm Spark; --out là thư mục bảng Parquet.")
@click.option("--master", metavar="URL", default="local[*]", show_default=True, help="Spark master.")
@click.option(
    "--setting", "settings", metavar="KEY=VALUE", multiple=True, help="Thiết lập của Spark; dùng được nhiều lần."
)
def read(**words: Any) -> None:  # noqa: ANN401 - the options of the command line, by name
    """Parse, read, show."""
    asked = Asked(**words)
    paths = find_files(asked.files)
    failed = _on_spark(asked, paths) if asked.engine else _here(asked, paths)
    if failed:
        click.get_current_context().exit(1)


def _on_spark(asked: Asked, paths: Sequence[str]) -> bool:
    from tongket.cli.read_on_spark import read_into_tables

    return read_into_tables(asked, paths)


def _here(asked: Asked, paths: Sequence[str]) -> bool:
    """Read on this machine; tell whether anything failed."""
    targets = Targets(asked.lines, asked.folder, asked.html)
    wanted = Wanted(targets.forms, asked.with_text, shutil.get_terminal_size().columns)
    work = _loaded_reader(wanted)
    with ExitStack() as stack:
        sink = _Sink(targets, paths, stack)
        failed = _through(_results(work, _jobs(paths), asked.jobs), sink, len(paths))
        sink.end()
    return failed


def _loaded_reader(wanted: Wanted) -> Callable[[Job], Taken]:
    """Load the reader with its grammar, none of which is ever garbage.

    Looking for garbage while the patterns are compiled took a fifth of the time to start (0.46 s to 0.36 s for
    one page); what is frozen is not looked at again, nor copied into the processes that `--jobs` starts.
    """
    gc.disable()
    from tongket.cli.taking import take

    gc.freeze()
    gc.enable()
    return partial(take, wanted=wanted)


def _results(work: Callable[[Job], Taken], items: Iterator[Job], jobs: int) -> Iterator[Taken]:
    """Work on the items here or, where several processes are asked for, in those; loading them costs 30 ms."""
    if jobs == 1:
        return map(work, items)
    from tongket.cli.batch import in_order

    return in_order(work, items, jobs)


def _through(results: Iterable[Taken], sink: "_Sink", total: int) -> bool:
    """Put away every result as it comes; tell whether one had a finding of severity error."""
    failed = False
    progress = Progress(total, sys.stderr, time.monotonic)
    for number, taken in enumerate(results):
        progress.step(taken.pages)
        if taken.findings or sink.to_screen:
            progress.clear()
        for line in taken.findings:
            click.echo(line, err=True)
        sink.put(number, taken)
        failed = failed or taken.failed
    progress.clear()
    return failed


def _jobs(paths: Iterable[str]) -> Iterator[Job]:
    for number, path in enumerate(paths, start=1):
        given = sys.stdin.buffer.read() if path == STANDARD_INPUT else None
        yield Job(number, path, given)


class _Sink:
    """Puts each form where it was asked for, as soon as it is there."""

    def __init__(self, targets: Targets, paths: Sequence[str], stack: ExitStack) -> None:
        self.targets = targets
        self.names: list[str] = []
        self.html: TextIO | None = None
        if targets.folder:
            make_folder(targets.folder)
            self.names = file_names([_stem(path) for path in paths], ".json")
        if targets.html:
            self.html = stack.enter_context(whole_file(targets.html))
            self.html.write(page.opening(len(paths), os.environ.get("LANGUAGE", "vi")))

    @property
    def to_screen(self) -> bool:
        """Tell whether the standard output is written to, which may be the terminal the progress is drawn on."""
        return self.targets.lines or Form.SCREEN in self.targets.forms

    def put(self, number: int, taken: Taken) -> None:
        """Write what came of the file that stands at `number` in the list of paths."""
        if self.targets.lines:
            click.echo(taken.forms[Form.JSON])
        if self.targets.folder:
            with whole_file(self.targets.folder / self.names[number]) as file:
                file.write(taken.forms[Form.JSON] + "\n")
        if self.html:
            self.html.write(taken.forms[Form.PAGE])
        if Form.SCREEN in taken.forms:
            click.echo(taken.forms[Form.SCREEN])

    def end(self) -> None:
        """Write what closes the page."""
        if self.html:
            self.html.write(page.closing())


def _stem(path: str) -> str:
    return "stdin" if path == STANDARD_INPUT else Path(path).stem
