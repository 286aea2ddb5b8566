"""What the sentences of a text tell, weighed together: the likeliest row of kinds by the traits of all of them.

A linear chain (Lafferty, McCallum, Pereira 2001): a kind of a sentence is worth the sum of the weights of its traits
and what it is worth after the kind before it; the row worth most is found in one pass (Viterbi 1967). Weights are
whole numbers, so every machine finds the same row. They are learnt by `tools/learn_statements.py`.
"""

import csv
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib.resources import files
from itertools import islice, repeat
from operator import add
from typing import NamedTuple

from tongket.terms.records import StatementKind

# What a sentence may tell, in the order of the columns of the table.
KINDS: tuple[StatementKind | None, ...] = (None, *StatementKind)
Worth = tuple[int, ...]
# More than all traits of a sentence together.
_NEVER = -1_000_000
_CERTAIN = {kind: tuple(0 if other is kind else _NEVER for other in KINDS) for kind in KINDS}
# The weights of a trait are kept as the digits of one number: one addition adds them all. A digit holds sums from
# minus to plus half a million.
_BITS = 20
_SHIFTS = tuple(range(0, _BITS * len(KINDS), _BITS))
_DIGIT, _HALF = (1 << _BITS) - 1, 1 << (_BITS - 1)
_MIDDLE = sum(_HALF << shift for shift in _SHIFTS)


class Weights(NamedTuple):
    """What counts for what, one number a kind in each row.

    Attributes:
        alone: What each kind is worth by itself.
        after: What it is worth after each kind of the sentence before.
        traits: What it is worth by a trait, packed (`packed`); a trait that is not here counts for nothing.
    """

    alone: int
    after: tuple[Worth, ...]
    traits: dict[str, int]


def packed(worths: Iterable[int]) -> int:
    """Return what each kind is worth as one number."""
    return sum(worth << shift for worth, shift in zip(worths, _SHIFTS, strict=True))


def weigh(
    sentences: Sequence[Iterable[str]], known: Mapping[int, StatementKind | None], weights: Weights | None = None
) -> list[StatementKind | None]:
    """Return what each sentence tells, by the traits of all of them.

    Args:
        sentences: The traits of each sentence of a text, in order.
        known: By its number in the row, what a sentence tells that needs no weighing.
        weights: What counts for what; what was learnt where none is given.
    """
    weights = weights or learnt()
    # What each kind is worth after the others of the sentence before it.
    steps = tuple(zip(*weights.after, strict=True))
    best: Worth = (0,) * len(KINDS)
    came: list[list[int]] = []
    for place, traits in enumerate(sentences):
        own = _CERTAIN[known[place]] if place in known else _worth(traits, weights)
        if not place:
            best = own
            continue
        rows = [list(map(add, best, step)) for step in steps]
        tops = list(map(max, rows))
        came.append([row.index(top) for row, top in zip(rows, tops, strict=True)])
        best = tuple(map(add, own, tops))
    return _back(best, came) if sentences else []


def _worth(traits: Iterable[str], weights: Weights) -> Worth:
    total = sum(map(weights.traits.get, traits, repeat(0)), weights.alone + _MIDDLE)
    return tuple([((total >> shift) & _DIGIT) - _HALF for shift in _SHIFTS])


def _back(best: Worth, came: Sequence[Sequence[int]]) -> list[StatementKind | None]:
    """Return the row that ends in what is worth most, by where each kind came from."""
    at = best.index(max(best))
    row = [at]
    for step in reversed(came):
        at = step[at]
        row.append(at)
    return [KINDS[kind] for kind in reversed(row)]


@cache
def learnt() -> Weights:
    """Return the weights that come with the software: `data/statement_weights.csv`."""
    text = files("tongket.reading.data").joinpath("statement_weights.csv").read_text(encoding="utf-8")
    rows = {name: tuple(map(int, worths)) for name, *worths in islice(csv.reader(text.splitlines()), 1, None)}
    alone = rows.pop("(alone)")
    after = tuple(rows.pop(f"(after {kind or 'none'})") for kind in KINDS)
    return Weights(packed(alone), after, {name: packed(worths) for name, worths in rows.items()})
