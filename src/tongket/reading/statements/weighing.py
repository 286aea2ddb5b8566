"""What the sentences of a text tell, weighed together: the likeliest row of kinds by the traits of all of them.

A linear chain (Lafferty, McCallum, Pereira 2001): a kind of a sentence is worth the sum of the weights of its traits
and what it is worth after the kind before it, which is another thing where an official begins to speak; the row worth
most is found in one pass (Viterbi 1967). Weights are whole numbers, so every machine finds the same row. They are
learnt by `tools/learn_statements.py`.
"""

import csv
from collections.abc import Container, Iterable, Sequence
from functools import cache
from importlib.resources import files
from itertools import islice
from operator import add
from typing import NamedTuple

from tongket.terms.records import StatementKind

# What a sentence may tell, in the order of the columns of the table.
KINDS: tuple[StatementKind | None, ...] = (None, *StatementKind)
Worth = tuple[int, ...]
# What the table calls its rows for what a kind is worth after another: any sentence, one in which an official speaks.
AFTER = tuple(tuple(f"({how} {kind or 'none'})" for kind in KINDS) for how in ("after", "spoken after"))
# Bits below a sum in which the kind stands that it came from: the largest sum brings it along.
_CAME = 2
_CLEAR = -1 << _CAME
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
        after_spoken: The same where an official speaks in the sentence: that breaks a row.
        traits: What it is worth by a trait, packed (`packed`); a trait that is not here counts for nothing.
    """

    alone: int
    after: tuple[Worth, ...]
    after_spoken: tuple[Worth, ...]
    traits: dict[str, int]


def packed(worths: Iterable[int]) -> int:
    """Return what each kind is worth as one number."""
    return sum(worth << shift for worth, shift in zip(worths, _SHIFTS, strict=True))


def weigh(
    sentences: Sequence[Iterable[str]],
    spoken: Container[int] = (),
    weights: Weights | None = None,
) -> list[StatementKind | None]:
    """Return what each sentence tells, by the traits of all of them.

    Args:
        sentences: The traits of each sentence of a text, in order.
        spoken: The numbers of the sentences in which an official speaks.
        weights: What counts for what; what was learnt where none is given.
    """
    weights = weights or learnt()
    steps, turns = _steps(weights.after), _steps(weights.after_spoken)
    best: Sequence[int] = (0,) * len(KINDS)
    came: list[list[int]] = []
    for place, traits in enumerate(sentences):
        own = _worth(traits, weights)
        if not place:
            best = own
            continue
        nothing, result, limitation, task = best
        tops = [
            max(nothing + none, result + one, limitation + two, task + three)
            for none, one, two, three in (turns if place in spoken else steps)
        ]
        came.append(tops)
        best = tuple(map(add, own, map(_CLEAR.__and__, tops)))
    return _back(best, came) if sentences else []


@cache
def _steps(after: tuple[Worth, ...]) -> tuple[Worth, ...]:
    """Return by kind what it is worth after each other, the number of that other in the lowest bits."""
    return tuple(
        tuple((worth << _CAME) + kind for kind, worth in enumerate(worths)) for worths in zip(*after, strict=True)
    )


def _worth(traits: Iterable[str], weights: Weights) -> Worth:
    # Most traits are words that count for nothing.
    total = sum(filter(None, map(weights.traits.get, traits)), weights.alone + _MIDDLE)
    return tuple([(((total >> shift) & _DIGIT) - _HALF) << _CAME for shift in _SHIFTS])


def _back(best: Sequence[int], came: Sequence[Sequence[int]]) -> list[StatementKind | None]:
    """Return the row that ends in what is worth most, by where each kind came from."""
    at = best.index(max(best))
    row = [at]
    for tops in reversed(came):
        at = tops[at] & ~_CLEAR
        row.append(at)
    return [KINDS[kind] for kind in reversed(row)]


@cache
def learnt() -> Weights:
    """Return the weights that come with the software: `data/statement_weights.csv`."""
    text = files("tongket.reading.data").joinpath("statement_weights.csv").read_text(encoding="utf-8")
    rows = {name: tuple(map(int, worths)) for name, *worths in islice(csv.reader(text.splitlines()), 1, None)}
    alone = rows.pop("(alone)")
    after, spoken = (tuple(rows.pop(name) for name in names) for names in AFTER)
    return Weights(packed(alone), after, spoken, {name: packed(worths) for name, worths in rows.items()})
