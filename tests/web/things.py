"""One of each thing that an address may name, belonging to an org: what the matrix of permissions is tried on.

A function makes the thing in the ledger that is open (making it twice is making it once) and returns what stands for
it in an address.
"""

from collections.abc import Callable

THINGS: dict[str, Callable[[str], str]] = {
    "org": lambda org: org,
    "period": lambda _org: "2024",
}
