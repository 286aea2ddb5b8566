"""Every question of the roll-up on every engine: the same rows, to the last digit."""

import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterator
from decimal import Decimal
from random import Random
from typing import Any

import ibis
import pyarrow as pa
import pytest

from tongket import rollup
from tongket.rollup import totals
from tongket.rollup.engines import Engine, gaps_in

Question = Callable[[Engine], ibis.Table]
NUMBER = pa.decimal128(38, 6)


def questions_of_rollup() -> Iterator[Callable[..., ibis.Table]]:
    """Every public function of the room that gives an expression."""
    for found in pkgutil.iter_modules(rollup.__path__):
        module = importlib.import_module(f"{rollup.__name__}.{found.name}")
        for name, function in inspect.getmembers(module, inspect.isfunction):
            told = inspect.signature(function).return_annotation
            if (
                function.__module__ == module.__name__
                and not name.startswith("_")
                and told in {ibis.Table, "ibis.Table"}
            ):
                yield function


def _cells(engine: Engine, name: str, seed: int) -> ibis.Table:
    """Give 500 cells of 40 orgs: open bounds, rough numbers, conflicts, amounts beyond a float."""
    luck = Random(seed)  # noqa: S311 - data of a test, the same every time
    rows = [
        {
            "indicator": luck.choice(["lop", "luot", "tien", "Đảng viên"]),
            "org": f"xã-{luck.randrange(40)}",
            "low": luck.choice([None, Decimal(luck.randrange(10**22)) / 10**6]),
            "high": luck.choice([None, *[Decimal(luck.randrange(10**22)) / 10**6] * 5]),
            "approx": luck.random() < 0.1,
            "conflict": luck.random() < 0.01,
        }
        for _ in range(500)
    ]
    types = [("indicator", pa.string()), ("org", pa.string()), ("low", NUMBER), ("high", NUMBER)]
    return engine.give(
        name, pa.Table.from_pylist(rows, pa.schema([*types, ("approx", pa.bool_()), ("conflict", pa.bool_())]))
    )


# How each question is asked here. A question of the room without an entry fails `test_no_question_is_left_out`.
ASKED: dict[Callable[..., ibis.Table], Question] = {
    totals.summed: lambda engine: totals.summed(_cells(engine, "cells", 1)),
    totals.paired: lambda engine: totals.paired(_cells(engine, "parts", 2), _cells(engine, "bases", 3)),
}


def test_no_question_is_left_out() -> None:
    """Every expression that the room offers is asked on every engine."""
    assert {function.__qualname__ for function in questions_of_rollup()} == {each.__qualname__ for each in ASKED}


@pytest.mark.parametrize("function", ASKED, ids=lambda function: f"{function.__module__}.{function.__name__}")
def test_the_same_rows(duckdb: Engine, engine: Engine, function: Callable[..., ibis.Table]) -> None:
    """Every engine gives DuckDB's rows and types, without a gap that would have to be named."""
    question = ASKED[function](engine)
    assert gaps_in(question) == frozenset()
    expected, told = duckdb.answer(ASKED[function](duckdb)), engine.answer(question)
    assert told.schema == expected.schema
    assert _in_order(told) == _in_order(expected)
    assert told.num_rows > 0


def _in_order(answer: pa.Table) -> list[tuple[Any, ...]]:
    """Return the rows in one order, whatever order they came in."""
    return sorted((tuple(row.values()) for row in answer.to_pylist()), key=repr)
