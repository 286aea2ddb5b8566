"""Whose work a figure of a report tells: the org's own alone, or that of all below it too."""

from enum import StrEnum


class Scope(StrEnum):
    """What the words around a figure tell of it; a figure without such words has none."""

    OWN = "own"
    """The work of the org itself: "12 hội nghị cấp tỉnh" in a province's report."""
    ALL = "all"
    """That of all below is in it: "toàn tỉnh mở 340 lớp"."""
