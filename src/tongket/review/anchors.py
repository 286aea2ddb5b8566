"""Where every source and total stands in the annex of sources: `N1`, `N2` … for sources, `T1` … for totals."""

from collections.abc import Iterable, Iterator

from tongket.review.content import (
    Annexes,
    AwardRow,
    DirectiveRow,
    DoubtRow,
    EventRow,
    FigureRun,
    LooseFigure,
    Paragraph,
    ReviewContent,
    Run,
    StatementLine,
    Total,
)
from tongket.terms.errors import TongketError


class Anchors:
    """The anchor of each entry: its label on paper, its bookmark in Word, its fragment on the page."""

    def __init__(self, content: ReviewContent) -> None:
        """Number the entries and check that every target leads to one.

        Raises:
            TongketError: Two entries share an id, or something targets an id that no entry has.
        """
        self._of: dict[str, str] = {}
        self._number("N", [source.id for source in content.sources])
        self._number("T", [total.id for total in content.totals])
        for target in targets(content):
            self.of(target)

    def _number(self, letter: str, ids: Iterable[str]) -> None:
        for place, each in enumerate(ids, 1):
            if each in self._of:
                message = f"Hai mục nguồn cùng mang mã “{each}”; mỗi nguồn hoặc số tổng hợp phải có mã riêng."
                raise TongketError(message)
            self._of[each] = f"{letter}{place}"

    def of(self, target: str) -> str:
        """Return the anchor of an entry.

        Raises:
            TongketError: No entry has that id.
        """
        try:
            return self._of[target]
        except KeyError:
            message = (
                f"Số liệu trong báo cáo dẫn tới nguồn “{target}” nhưng phụ lục nguồn không có mục này; "
                "hãy thêm nguồn hoặc số tổng hợp ấy vào nội dung báo cáo."
            )
            raise TongketError(message) from None


def targets(content: ReviewContent) -> Iterator[str]:
    """Yield the target of every link of the review, in reading order, repeated where it is linked repeatedly."""
    themes = (each for theme in content.themes for each in theme.paragraphs)
    for line in (*content.opening, *themes, *content.limitations, *content.tasks):
        yield from _of_runs(line.runs) if isinstance(line, Paragraph) else _of_line(line)
    yield from _of_drawings(content)
    yield from _of_annexes(content.annexes)
    for total in content.totals:
        yield from _of_total(total)


def _of_drawings(content: ReviewContent) -> Iterator[str]:
    if content.comparison is not None:
        for line in content.comparison.lines:
            yield from (cell.target for cell in (line.then, line.then_now, line.now) if cell.target is not None)
    yield from (bar.target for chart in content.charts for bar in chart.bars if bar.target is not None)


def _of_runs(runs: Iterable[Run]) -> Iterator[str]:
    return (run.target for run in runs if isinstance(run, FigureRun))


def _of_line(line: StatementLine) -> Iterator[str]:
    yield from _of_runs(line.runs)
    yield line.target
    if line.earlier is not None:
        yield line.earlier


def _of_total(total: Total) -> Iterator[str]:
    for part in (*total.parts, *([total.own] if total.own else [])):
        yield from part.targets


def _of_annexes(annexes: Annexes) -> Iterator[str]:
    for table in annexes.figures:
        cells = [cell for row in table.rows for cell in row.cells] + [column.total for column in table.columns]
        yield from (cell.target for cell in cells if cell.target is not None)
    many: tuple[DirectiveRow | DoubtRow, ...] = (*annexes.directives, *annexes.doubts)
    one: tuple[EventRow | AwardRow | LooseFigure, ...] = (*annexes.events, *annexes.awards, *annexes.loose_figures)
    for row in many:
        yield from row.targets
    for entry in one:
        yield entry.target
    for task in annexes.followed:
        yield from (task.target, *task.told)
