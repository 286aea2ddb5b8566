"""Work on many items in several processes: results in the order of the items, memory bounded."""

import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import islice
from typing import TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

# Items a process is given at once: enough to hide the cost of handing them over, few enough that a Ctrl-C
# that reaches only the parent is answered soon.
CHUNK = 8
# Chunks under way a process: one being worked on, one waiting. What is under way is all that memory holds.
AHEAD = 2


def in_order(work: Callable[[Item], Result], items: Iterable[Item], jobs: int) -> Iterator[Result]:
    """Yield `work(item)` for every item, in order.

    Args:
        work: What to do with one item; with several jobs it must be picklable.
        items: Taken one by one, never all at once.
        jobs: How many processes.

    Yields:
        The results; at most `jobs * AHEAD * CHUNK` are held at a time.
    """
    pool = ProcessPoolExecutor(jobs, initializer=_die_quietly)
    try:
        yield from _through(pool, work, iter(items), jobs * AHEAD)
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _through(
    pool: ProcessPoolExecutor, work: Callable[[Item], Result], items: Iterator[Item], chunks: int
) -> Iterator[Result]:
    under_way: deque[Future[list[Result]]] = deque()
    while True:
        while len(under_way) < chunks and (chunk := list(islice(items, CHUNK))):
            under_way.append(pool.submit(_each, work, chunk))
        if not under_way:
            return
        yield from under_way.popleft().result()


def _each(work: Callable[[Item], Result], chunk: list[Item]) -> list[Result]:
    return [work(item) for item in chunk]


def _die_quietly() -> None:
    """Let Ctrl-C end a worker without a traceback; the parent says what happened."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
