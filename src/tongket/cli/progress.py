"""A line on the terminal that says how far the work is, how fast, and how long it will take.

`Progress` is for documents that are read, `Passing` for the rows of tables that are kept or made again.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from gettext import gettext as _
from typing import TextIO

# Seconds before the line appears: what is done sooner needs none.
PATIENCE = 1.0
# Seconds between two drawings of the line; faster than this nobody reads.
BETWEEN = 0.1
_WIDTH = 24


@dataclass
class Progress:
    """The state of the line.

    Attributes:
        total: How many documents there are.
        screen: Where to draw; nothing is drawn where it is no terminal.
        clock: Seconds since any fixed moment.
    """

    total: int
    screen: TextIO
    clock: Callable[[], float]
    documents: int = 0
    pages: int = 0
    begun: float = field(init=False)
    drawn: float = field(init=False)

    def __post_init__(self) -> None:
        """Start the clock."""
        self.begun = self.drawn = self.clock()

    def step(self, pages: int) -> None:
        """Count one more document of so many pages, and draw the line where it is time."""
        self.documents += 1
        self.pages += pages
        now = self.clock()
        if self.screen.isatty() and now - self.begun >= PATIENCE and now - self.drawn >= BETWEEN:
            self.drawn = now
            self.screen.write(f"\r\x1b[K{self.line(now)}")
            self.screen.flush()

    def clear(self) -> None:
        """Take the line away where one was drawn."""
        if self.drawn > self.begun:
            self.drawn = self.begun
            self.screen.write("\r\x1b[K")
            self.screen.flush()

    def line(self, now: float) -> str:
        """Say how far the work is at the moment `now` of the clock."""
        passed = max(now - self.begun, 1e-9)
        left = (self.total - self.documents) * passed / max(self.documents, 1)
        filled = _WIDTH * self.documents // max(self.total, 1)
        return _("{bar} {done}/{total} văn bản · {rate:.1f} trang/giây · còn {left}").format(
            bar="█" * filled + "░" * (_WIDTH - filled),
            done=self.documents,
            total=self.total,
            rate=self.pages / passed,
            left=_clock_time(left),
        )


@dataclass
class Passing:
    """Rows on their way: a line a table that is through, and on a terminal one for the table under way.

    Attributes:
        screen: Where to write.
        clock: Seconds since any fixed moment.
    """

    screen: TextIO
    clock: Callable[[], float]
    drawn: float = 0.0

    def told(self, name: str, through: int, total: int) -> None:
        """Say that so many rows of a table are through, out of so many."""
        now = self.clock()
        if through < total and (not self.screen.isatty() or now - self.drawn < BETWEEN):
            return
        self.drawn = now
        begin = "\r\x1b[K" if self.screen.isatty() else ""
        of, end = (f" / {total}", "") if through < total else ("", "\n")
        self.screen.write(f"{begin}  {name:<28} {through:>10}{of}{end}")
        self.screen.flush()


def _clock_time(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
