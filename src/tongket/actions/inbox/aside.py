"""Has a document read by a process beside this one (`child.py`), and waits no longer than its bounds allow.

The process is kept for the next document, since it takes a second to begin; whatever goes wrong ends it.
"""

import json
import os
import signal
import subprocess
import sys
import threading
from dataclasses import dataclass

from tongket.actions.inbox.row_wire import rows_from_json
from tongket.terms.errors import TongketError
from tongket.terms.tables import Row

_COMMAND = (sys.executable, "-m", "tongket.actions.inbox.child")
# A process that has read so many is begun anew: what one of them left behind stays with no other for long.
_MOST = 200


class TooCostlyError(TongketError):
    """A document took more time or memory than any report needs, or brought its process down: it never will be read."""


@dataclass(frozen=True, slots=True)
class AsideLimits:
    """What reading one document may take.

    The document room keeps a file to 18 s and 320 MiB; to understand the longest text it lets through takes less than
    20 s, and its tables of words about 200 MiB.

    Attributes:
        seconds: Of the clock, and of the processor.
        memory: Bytes.
    """

    seconds: float = 60.0
    memory: int = 1024 * 1024 * 1024


class ReaderAside:
    """The process beside; one document at a time."""

    def __init__(self, limits: AsideLimits = AsideLimits()) -> None:
        """Begin no process yet."""
        self._limits = limits
        self._process: subprocess.Popen[bytes] | None = None
        self._done = 0
        self._lock = threading.Lock()

    def read(self, data: bytes, name: str, replaces: str) -> list[Row]:
        """Return the rows of a document and its reading.

        Args:
            data: Its bytes.
            name: Its file name.
            replaces: Id of the reading that the new one takes the place of; empty for a first.

        Raises:
            TooCostlyError: It took too long or too much memory, or brought the process down.
        """
        with self._lock:
            process = self._running()
            slow = threading.Event()
            timer = threading.Timer(self._limits.seconds, _end, (process, slow))
            timer.start()
            try:
                return rows_from_json(self._ask(process, data, name, replaces))
            except (OSError, ValueError) as error:
                self._stop()
                raise TooCostlyError(_message(name, self._limits, slow=slow.is_set())) from error
            finally:
                timer.cancel()

    def close(self) -> None:
        """End the process, if there is one."""
        with self._lock:
            self._stop()

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process is not None and (self._done >= _MOST or self._process.poll() is not None):
            self._stop()
        if self._process is None:
            self._process = subprocess.Popen(  # noqa: S603 - fixed arguments
                _COMMAND,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                start_new_session=True,
            )
            self._done = 0
        self._done += 1
        return self._process

    def _ask(self, process: subprocess.Popen[bytes], data: bytes, name: str, replaces: str) -> bytes:
        if process.stdin is None or process.stdout is None:
            message = "the process has no pipes"
            raise ValueError(message)
        limits = self._limits
        head = {"size": len(data), "name": name, "replaces": replaces}
        bounds = {"seconds": limits.seconds, "memory": limits.memory}
        process.stdin.write(json.dumps(head | bounds).encode("ascii") + b"\n")
        process.stdin.write(data)
        process.stdin.flush()
        size = int(process.stdout.readline() or b"-")
        return process.stdout.read(size)

    def _stop(self) -> None:
        if self._process is None:
            return
        _end(self._process, threading.Event())
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                _close(pipe)
        self._process.wait()
        self._process = None


def _close(pipe: object) -> None:
    try:
        pipe.close()  # type: ignore[attr-defined] # both kinds of pipes have it
    except OSError:
        return


def _end(process: subprocess.Popen[bytes], slow: threading.Event) -> None:
    """End a process with all it began."""
    slow.set()
    if process.poll() is not None:
        return
    if hasattr(os, "killpg"):
        os.killpg(process.pid, signal.SIGKILL)
    else:
        process.kill()


def _message(name: str, limits: AsideLimits, *, slow: bool) -> str:
    why = f"đọc quá {limits.seconds:.0f} giây" if slow else "tệp làm tiến trình đọc dừng giữa chừng hoặc hết bộ nhớ"
    return f"Không đọc được “{name}”: {why}. Hãy mở tệp, lưu lại dưới dạng DOCX hoặc chia nhỏ rồi đưa lên lại."
