"""Walking over the lines of a stretch of text, down or up, without cutting the whole text into lines."""

from collections.abc import Iterator

from tongket.reading.furniture.lines import MARKS


def lines_down(key: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Walk down the lines of `key[start:end]` that are not blank, each without marks and white space around it."""
    while start < end:
        stop = key.find("\n", start, end)
        stop = end if stop < 0 else stop
        left = key[start:stop].lstrip(MARKS)
        first = stop - len(left)
        text = left.rstrip(MARKS)
        if text:
            yield first, first + len(text)
        start = stop + 1


def lines_up(key: str, end: int, most: int, floor: int = 0) -> Iterator[tuple[int, int]]:
    """Walk up the last `most` lines of `key[floor:end]` that are not blank, likewise."""
    while end > floor and most > 0:
        start = key.rfind("\n", floor, end) + 1 or floor
        for line in lines_down(key, start, end):
            most -= 1
            yield line
        end = start - 1
