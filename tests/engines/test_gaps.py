"""What engines answer differently is known by name, is really different, and is never asked by accident."""

from collections.abc import Callable
from decimal import Decimal

import ibis
import pyarrow as pa
import pytest

from tongket.rollup.engines.engine import Engine
from tongket.rollup.engines.gaps import GAPS, gaps_in
from tongket.rollup.engines.postgres import PostgreSQL
from tongket.rollup.engines.spark import Spark
from tongket.terms.errors import TongketError

NUMBER = pa.decimal128(18, 2)
ROWS = pa.table(
    {
        "org": ["Đa", "đa", "Ân", "ân", "b"],
        "low": pa.array([Decimal("1.25"), Decimal("2.10"), Decimal("10.05"), Decimal("0.01"), Decimal("7.77")], NUMBER),
        "real": [0.1, 2.5, 1e16, -1e16, 3.3],
    }
)

# One question a gap.
QUESTIONS: dict[str, Callable[[ibis.Table], ibis.Table]] = {
    "mean": lambda table: table.agg(told=table.low.mean()),
    "division": lambda table: table.select(told=table.low / 3).order_by("told"),
    "rounding": lambda table: table.select("org", told=table.real.round()).order_by("org"),
    "quantile": lambda table: table.agg(told=table.low.quantile(0.3)),
    "deviation": lambda table: table.agg(told=table.low.var(how="sample")),
    "estimate": lambda table: table.agg(told=table.low.approx_median()),
    "any row": lambda table: table.agg(told=table.org.first()),
    "collected": lambda table: table.agg(told=table.org.group_concat(", ")),
    "capitals": lambda table: table.select("org", told=table.org.lower()).order_by("org"),
    "pattern": lambda table: table.select("org", told=table.org.re_replace(r"(?<=Đ)a|\w", "-")).order_by("org"),
    "floating sum": lambda table: table.agg(told=table.real.sum()),
}
# In which order rows come that nobody ordered is luck: no run can be made to show that it differs.
BY_LUCK = {"collected"}


def test_every_gap_has_its_question() -> None:
    """No gap is listed that is not tried here, and every question meets the gap it is named for."""
    table = ibis.table(ibis.schema(ROWS.schema), name="gaps")
    assert set(QUESTIONS) == set(GAPS)
    assert [name for name, question in QUESTIONS.items() if name not in gaps_in(question(table))] == []


@pytest.mark.parametrize("name", QUESTIONS)
def test_a_gap_is_refused_by_its_name(duckdb: Engine, name: str) -> None:
    """Who asks without knowing gets the gap's name and what to do instead, not one engine's answer."""
    question = QUESTIONS[name](duckdb.give("gaps", ROWS))
    with pytest.raises(TongketError, match=name) as told:
        duckdb.answer(question)
    assert GAPS[name].instead in str(told.value)


@pytest.mark.parametrize("name", sorted(set(QUESTIONS) - BY_LUCK))
def test_a_gap_is_one(duckdb: Engine, postgresql: PostgreSQL, spark: Spark, name: str) -> None:
    """The engines do differ: an answer of another value, or none at all. A gap that closed must leave the list."""
    told = {str(_answer(engine, name)) for engine in (duckdb, postgresql, spark)}
    assert len(told) > 1


def _answer(engine: Engine, name: str) -> object:
    """Return the rows, or that there are none."""
    try:
        return engine.rows(QUESTIONS[name](engine.give("gaps", ROWS)), gaps=GAPS)
    except TongketError:
        return None


def test_sums_of_decimals_are_no_gap(engine: Engine) -> None:
    """What the roll-up does, it may do: sums, bounds, counts, joins, cases."""
    table = engine.give("gaps", ROWS)
    question = table.agg(
        total=table.low.sum(),
        least=table.low.min(),
        orgs=table.org.nunique(),
        open=ibis.cases((table.low.isnull().any(), ibis.null("decimal(38, 2)")), else_=table.low.sum()),
    )
    assert gaps_in(question) == frozenset()
    assert list(engine.rows(question)[0].values()) == [Decimal("21.18"), Decimal("0.01"), 5, Decimal("21.18")]
