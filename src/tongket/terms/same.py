"""An object as a key of something kept: by which object it is, where comparing all it holds would cost more."""

from typing import Generic, TypeVar

Kept = TypeVar("Kept")


class Same(Generic[Kept]):
    """A key that equals another of the same object, and holds on to it, so that no other takes its place."""

    __slots__ = ("it",)

    def __init__(self, it: Kept) -> None:
        """Hold on to the object."""
        self.it = it

    def __hash__(self) -> int:
        """Return a number of this object."""
        return id(self.it)

    def __eq__(self, other: object) -> bool:
        """Tell whether both hold the very same object."""
        return isinstance(other, Same) and other.it is self.it
