"""Processes beside this one: started again when they die, ended with it, and never without it being said."""

import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

# A process that dies at once would otherwise be started hundreds of times a second.
_FIRST_PAUSE = 1.0
_LONGEST_PAUSE = 60.0
# A job under way may end first: a document takes 20 s at most.
_TO_END = 25.0


class Kept:
    """A process that is kept running until it is told to end."""

    def __init__(self, command: Sequence[str], died: Callable[[int], None]) -> None:
        """Start it.

        Args:
            command: A module of this very Python with its arguments: `["django", "db_worker"]`.
            died: Told of the exit status of each that ended by itself.
        """
        self._command = [sys.executable, "-m", *command]
        self._died = died
        self._ending = threading.Event()
        self._process = self._start()
        self._watch = threading.Thread(target=self._keep, daemon=True)
        self._watch.start()

    def end(self) -> None:
        """Let it finish what it is at, for a while, and end."""
        self._ending.set()
        self._process.terminate()
        try:
            self._process.wait(_TO_END)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._watch.join()

    def _keep(self) -> None:
        pause = _FIRST_PAUSE
        while True:
            began = time.monotonic()
            status = self._process.wait()
            if self._ending.is_set():
                return
            self._died(status)
            pause = _FIRST_PAUSE if time.monotonic() - began > _LONGEST_PAUSE else min(pause * 2, _LONGEST_PAUSE)
            if self._ending.wait(pause):
                return
            self._process = self._start()
            if self._ending.is_set():
                self._process.terminate()

    def _start(self) -> subprocess.Popen[bytes]:
        # A session of its own: Ctrl-C reaches this program only, which then ends the others in order.
        return subprocess.Popen(self._command, start_new_session=True)  # noqa: S603 - this very program


@contextmanager
def kept(command: Sequence[str], died: Callable[[int], None]) -> Iterator[Kept]:
    """Keep a process running while something else is done."""
    process = Kept(command, died)
    try:
        yield process
    finally:
        process.end()
