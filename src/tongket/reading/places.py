"""Names of provinces, in every spelling met."""

from functools import cache
from importlib.resources import files

from tongket.reading.keyed import fold


@cache
def provinces() -> dict[str, str]:
    """Return each spelling of a province's name, folded, with the name as it is written officially."""
    text = files("tongket.reading.data").joinpath("places.txt").read_text(encoding="utf-8")
    found: dict[str, str] = {}
    for line in text.splitlines():
        spellings = [part.strip() for part in line.partition("#")[0].split("=")]
        found.update({fold(spelling): spellings[0] for spelling in spellings if spelling})
    return found
