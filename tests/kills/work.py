"""The work that is killed: a row of steps, each what one command of a person does, on one ledger.

`python -m kills.work FOLDER` loads everything, then does as it is told on standard input, a line of JSON at a time:
`{"place": …, "start": 3, "delay": 0.2, "statement": 0}` does the steps from the fourth on in a process of its own and
kills it after 0.2 seconds, or after the statement of that number was sent to the database. It answers `did 3`,
`did 4`, … as steps come to their end, and `killed` or `whole` at the end.
"""

import json
import os
import signal
import sys
import time
import tomllib
from collections.abc import Callable
from datetime import UTC, datetime
from decimal import Decimal
from functools import partial
from pathlib import Path

from django.db import connection

from tongket.actions.attribute import attribute_readings
from tongket.actions.correct import Said, correct
from tongket.actions.open_ledger import close_ledger, open_ledger
from tongket.actions.take_back import take_back
from tongket.actions.take_in import take_in
from tongket.ledger.entries import rows_of
from tongket.terms.profile import Profile
from tongket.terms.profile_form import profile_from_mapping
from tongket.terms.quantity import Quantity
from tongket.terms.tables import CorrectionRow, FigureRow

PROFILE = """
name = "Tuyên giáo tỉnh Suối Vàng"
[office]
issuer = "Ban Tuyên giáo"
[[orgs]]
id = "suoi-vang"
name = "tỉnh Suối Vàng"
level = "tỉnh"
[[themes]]
id = "ly-luan"
title = "Lý luận chính trị"
[[indicators]]
id = "lop"
name = "Lớp bồi dưỡng lý luận chính trị"
theme = "ly-luan"
measure = "lớp"
nouns = ["lớp"]
[[indicators]]
id = "hoc-vien"
name = "Học viên"
theme = "ly-luan"
measure = "người"
nouns = ["học viên"]
"""
ORG = """
[[orgs]]
id = "huyen-{number}"
name = "huyện Khe {name}"
aliases = ["Huyện ủy Khe {name}", "Khe {name}"]
level = "huyện"
parent = "suoi-vang"
"""
REPORT = """Huyện ủy Khe {name} tổng kết công tác tuyên giáo năm 2024

Ngày 18/12/2024, Ban Tuyên giáo Huyện ủy Khe {name} tổ chức hội nghị tổng kết công tác tuyên giáo năm 2024.

Năm 2024, huyện đã mở {classes} lớp bồi dưỡng lý luận chính trị cho {people} học viên.

Tuy nhiên, việc số hóa hồ sơ lưu trữ ở các thôn ven suối còn chậm, thiếu máy quét.
"""
NAMES = ("Ngọc", "Sim", "Trúc", "Đá", "Lau")
NOW = datetime(2026, 1, 5, 8, 30, tzinfo=UTC)

Step = Callable[[], object]


def profile_file() -> str:
    """Return the profile of the invented province as its file."""
    return PROFILE + "".join(ORG.format(number=number, name=name) for number, name in enumerate(NAMES))


def profile() -> Profile:
    """Return the profile of the invented province."""
    return profile_from_mapping(tomllib.loads(profile_file()))


def write_reports(folder: Path) -> None:
    """Write the reports that are taken in."""
    for number, name in enumerate(NAMES):
        text = REPORT.format(name=name, classes=7 + number, people=311 + 10 * number)
        (folder / f"{number}.txt").write_text(text, encoding="utf-8")


def steps(folder: Path) -> list[tuple[str, Step]]:
    """Return the steps with their kind: files in, whose they are, corrections, of which some are taken back."""
    files = [("take in", partial(take_in, file, NOW)) for file in sorted(folder.glob("*.txt"))]
    people = [331, 341, 351]
    said = [
        *(("correct", partial(_correct, f"{each} học viên", each + 1)) for each in people),
        *(("correct", partial(_correct, f"{each} học viên", each + 2)) for each in people),
        *(("take back", partial(_take_back, each + 2)) for each in people),
        *(("correct", partial(_correct, f"{each} học viên", each + 3)) for each in people),
        ("take back", partial(_take_back, people[0] + 3)),
    ]
    return [*files, ("attribute", partial(attribute_readings, profile(), NOW)), *said]


def _correct(quote: str, value: int) -> None:
    (figure,) = [row.id for row in rows_of(FigureRow) if row.quote in quote and row.sentence.find(quote) >= 0]
    correct(figure, Said("gõ nhầm", quantity=Quantity(Decimal(value), Decimal(value))), NOW)


def _take_back(value: int) -> None:
    (row,) = [row.id for row in rows_of(CorrectionRow) if row.low == value]
    take_back(row, "nhầm lần nữa", NOW)


def opened(place: str) -> Path | str:
    """Return what opens a ledger: a path, or a URL as it is."""
    return place if place.startswith("postgresql://") else Path(place)


class Statements:
    """Counts what is sent to the database, and kills its own process after the statement of a number."""

    def __init__(self, last: int = 0) -> None:
        """Start with none; 0 never kills."""
        self.sent = 0
        self._last = last

    def __call__(self, execute: Callable[..., object], *given: object) -> object:
        """Send one more."""
        answer = execute(*given)
        self.sent += 1
        if self.sent == self._last:
            os.kill(os.getpid(), signal.SIGKILL)
        return answer


def _do(folder: Path, place: str, start: int, statement: int) -> None:
    open_ledger(opened(place))
    connection.execute_wrappers.append(Statements(statement))
    for number, (_, step) in enumerate(steps(folder)[start:], start):
        step()
        _answer(f"did {number}")
    close_ledger()


def _answer(words: str) -> None:
    # Not through the buffer that a child would share with its parent.
    os.write(sys.stdout.fileno(), f"{words}\n".encode())


def _killed(folder: Path, place: str, start: int, delay: float, statement: int) -> bool:
    """Do the steps in a process of their own; tell whether it was killed before its end."""
    # The one before has told of its end too.
    while signal.sigtimedwait([signal.SIGCHLD], 0):
        pass
    pid = os.fork()
    if pid == 0:
        code = 1
        try:
            _do(folder, place, start, statement)
            code = 0
        finally:
            # Nothing of this process is tidied up twice.
            os._exit(code)
    signal.sigtimedwait([signal.SIGCHLD], delay)
    # Not reaped yet, so the number is still this process's, dead or alive.
    os.kill(pid, signal.SIGKILL)
    _, status = os.waitpid(pid, 0)
    if os.WIFEXITED(status) and os.WEXITSTATUS(status):
        message = f"a step failed: exit {os.WEXITSTATUS(status)}"
        raise RuntimeError(message)
    return os.WIFSIGNALED(status)


def main() -> None:
    """Load everything once, then do as told."""
    folder = Path(sys.argv[1])
    signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGCHLD])
    # The reader builds its word lists when it first reads: once here, not in every process that is killed.
    open_ledger(folder / "warm.ledger")
    for _, step in steps(folder):
        step()
    close_ledger()
    _answer("ready")
    for line in sys.stdin:
        told = json.loads(line)
        begun = time.monotonic()
        killed = _killed(folder, told["place"], told["start"], told["delay"], told["statement"])
        _answer(f"{'killed' if killed else 'whole'} {time.monotonic() - begun}")


if __name__ == "__main__":
    main()
