"""The well-known directives: which number, of whom, of which day (`data/directives.csv`).

The table is our own: facts from published papers, titles in short in our words. Numbers return with every term of the
Party, so a key may stand in several rows.
"""

import csv
from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Final, NamedTuple

_SAME_CODE: Final = {"QĐi": "QĐ", "QyĐ": "QĐ", "CTHĐ": "CTr"}


class Known(NamedTuple):
    """A well-known directive; `cited_as` is the code it is often cited under instead of its own ("Quy chế 238")."""

    key: str
    type: str
    issuer: str
    date: str | None
    title: str
    cited_as: str | None


@cache
def known_directives() -> Mapping[str, tuple[Known, ...]]:
    """Return the registry by key; several rows where the number was given again in a later term."""
    table: dict[str, list[Known]] = defaultdict(list)
    text = files("tongket.reading.data").joinpath("directives.csv").read_text(encoding="utf-8")
    for row in csv.DictReader(text.splitlines()):
        known = Known(
            row["number"], row["type"], row["issuer"], row["date"] or None, row["title"], row["cited_as"] or None
        )
        table[known.key].append(known)
    return {key: tuple(rows) for key, rows in table.items()}


def known_key(number: str, code: str) -> str | None:
    """Return the key of the well-known directive of that number and type code; of several, the central Party's."""
    keys = _by_number().get((number, same_code(code)), ())
    return next((key for key in keys if key.endswith("/TW")), keys[0] if len(keys) == 1 else None)


def same_code(code: str) -> str:
    """Return the code that `code` is compared as: `QĐi` was in use for `QĐ` only from 2018 to 2019."""
    return _SAME_CODE.get(code, code)


@cache
def _by_number() -> Mapping[tuple[str, str], tuple[str, ...]]:
    table: dict[tuple[str, str], dict[str, None]] = defaultdict(dict)
    for key, rows in known_directives().items():
        number = key.partition("/")[0].partition("-")[0]
        for row in rows:
            code = _code_of(key)
            table[number, same_code(code)][key] = None
            if row.cited_as:
                table[number, row.cited_as][key] = None
    return {number: tuple(keys) for number, keys in table.items()}


def _code_of(key: str) -> str:
    """Return the type code of a key in either grammar: `05-CT/TW`, `451/QĐ-TTg`, `30/2020/NĐ-CP`."""
    head, _, tail = key.rpartition("/")
    return head.rpartition("-")[2] if "-" in head else tail.partition("-")[0]
