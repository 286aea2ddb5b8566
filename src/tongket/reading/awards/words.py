"""The words of honours and of those who give them, out of `data/awards.toml`."""

import tomllib
from importlib.resources import files
from typing import Final

_TABLES: Final = tomllib.loads(files("tongket.reading.data").joinpath("awards.toml").read_text(encoding="utf-8"))


def _choice(table: str, name: str) -> str:
    """Return a list of `data/awards.toml` as a choice of a regular expression, longest first."""
    words = {word.strip() for word in _TABLES[table][name].split(",")}
    return "|".join(sorted(words, key=lambda word: (-len(word), word)))


def _heads() -> tuple[str, ...]:
    """Return the phrases that honours begin with: they are cues like any other (`cues.py`)."""
    told = _TABLES["honours"]
    prizes = (f"giải {prize.strip()}" for prize in told["prizes"].split(","))
    titles = [title.strip() for title in told["titles"].split(",")]
    commas = (title.replace("sạch vững", "sạch, vững") for title in titles)
    heads = (head.strip() for head in told["heads"].split(","))
    return tuple(dict.fromkeys((*heads, *prizes, *titles, *commas)))


HEADS: Final = _heads()
# "trong sạch, vững mạnh" is written with a comma or without.
TITLES: Final = _choice("honours", "titles").replace("sạch vững", "sạch,? vững")
DEGREES: Final = _choice("honours", "degrees")
PRIZES: Final = _choice("honours", "prizes")
NAME_STOPS: Final = _choice("honours", "stops")
NAMELESS: Final = _choice("honours", "nameless")
GIVE: Final = _choice("giving", "give")
RECEIVE: Final = _choice("giving", "receive")
REACH: Final = _choice("giving", "reach")
NOT_GIVEN: Final = _choice("giving", "other")
SPOKEN: Final = _choice("giving", "spoken")
PLANNED: Final = _choice("giving", "planned")
AUXILIARY: Final = _choice("giving", "auxiliary")
OPENING: Final = _choice("giving", "opening")
BODIES: Final = _choice("givers", "bodies")
NO_BODIES: Final = _choice("givers", "none")
PERSONS: Final = _choice("givers", "persons")
BODY_STOPS: Final = _choice("givers", "stops")
