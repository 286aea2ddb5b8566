"""A DuckDB that is lent again knows nothing of whoever had it before."""

import ibis
import pyarrow as pa
import pytest

from tongket.rollup.engines.duck import DuckDB
from tongket.rollup.engines.duck_session import FEW
from tongket.terms.errors import TongketError


def _numbers(many: int) -> pa.Table:
    return pa.table({"n": pa.array(range(many), pa.int64())})


def _count(table: ibis.Table) -> ibis.Table:
    return table.aggregate(many=table.count())


@pytest.mark.parametrize("many", [3, FEW + 1])
def test_what_was_given_is_gone_for_the_next(many: int) -> None:
    """A question about a table that somebody else gave before is refused, small or large."""
    with DuckDB() as first:
        given = first.give("numbers", _numbers(many))
        assert first.rows(_count(given)) == [{"many": many}]
    with DuckDB() as second, pytest.raises(TongketError, match="chưa có bảng numbers"):
        second.rows(_count(given))


def test_an_old_plan_answers_over_the_new_table() -> None:
    """The same question about another's table of the same name and columns counts the other's rows."""
    told = []
    for many in (5, 7, FEW + 2, 0, FEW + 3, 9):
        with DuckDB() as engine:
            told.append(engine.rows(_count(engine.give("numbers", _numbers(many))))[0]["many"])
    assert told == [5, 7, FEW + 2, 0, FEW + 3, 9]


def test_a_table_of_other_columns_takes_the_place_of_the_old_one() -> None:
    """Columns under a name may differ from one who has it to the next."""
    with DuckDB() as first:
        first.rows(_count(first.give("numbers", _numbers(2))))
    with DuckDB() as second:
        words = second.give("numbers", pa.table({"word": ["một", "hai", "ba"]}))
        assert second.rows(words.order_by("word")) == [{"word": "ba"}, {"word": "hai"}, {"word": "một"}]


def test_two_at_once_have_one_each() -> None:
    """Tables of the same name in two open engines do not meet."""
    with DuckDB() as one, DuckDB() as other:
        ones, others = one.give("numbers", _numbers(1)), other.give("numbers", _numbers(4))
        assert (one.rows(_count(ones)), other.rows(_count(others))) == ([{"many": 1}], [{"many": 4}])
