# ruff: noqa: S608 - the SQL is put together from words of this file only
"""The questions that are measured: our own expressions, and for each the bare GROUP BY that is its limit.

A limit runs over a table in which the columns of the answer already stand, as Parquet in the order of the cells: the
province instead of the version, numbers apportioned already. It has the aggregates of the answer and nothing else.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import duckdb
import ibis
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
from country import COMMUNE, PROVINCE, TOP, country
from generate import ROW_GROUP

from tongket.rollup.completeness import counted, outcomes
from tongket.rollup.engines.duck import DuckDB
from tongket.rollup.gathering import Bundles, kept_bundles
from tongket.rollup.rows import table
from tongket.rollup.totals import totals
from tongket.rollup.versions import Versions
from tongket.rollup.ways import ways_as_was, ways_on
from tongket.terms.columns import WAYS

TODAY = date(2026, 12, 31)
# A province that three old ones went into, and one of the 300 indicators.
DRILLED, INDICATOR = "tinh-moi-30", "chi-tieu-150"


@dataclass(frozen=True, slots=True)
class Tables:
    """What is asked.

    Attributes:
        named: Facts and ways by name.
        kept: The bundles of a map by its name and a level, made once, as the ways are.
    """

    named: Mapping[str, ibis.Table]
    kept: Mapping[tuple[str, str], Bundles]


@dataclass(frozen=True, slots=True)
class Question:
    """A question and its limit.

    Attributes:
        name: As the report calls it.
        ask: Makes the expression out of the tables by name.
        ready: SQL that makes the table of the limit; `cells`, `duties`, `was`, `now` … stand for the tables.
        limit: SQL over it; its columns are those of the answer that stand in it.
    """

    name: str
    ask: Callable[[Tables], ibis.Table]
    ready: str
    limit: str


_FLAGS = "bool_or(approx) AS approx, bool_or(conflict) AS conflict, count(*) AS parts"
_NUMBERS = f"""
    CASE WHEN count(low) = count(*) THEN sum(low) END AS low,
    CASE WHEN count(high) = count(*) THEN sum(high) END AS high, {_FLAGS}
"""
_UNTOLD, _SHARED = (f"count(*) FILTER (certainty = '{each}')" for each in ("not derivable", "apportioned"))
_PARTED = f"""
    CASE WHEN {_UNTOLD} = 0 AND count(low) = count(*) THEN sum(low) END AS low,
    CASE WHEN {_UNTOLD} = 0 AND count(high) = count(*) THEN sum(high) END AS high,
    {_FLAGS}, {_SHARED} AS apportioned, {_UNTOLD} AS underived
"""
_BY = "ancestor, year, indicator"
_PART = "({side} * share)::DECIMAL(38, 11) AS {side}"


def _whole(ways: str, level: str, more: str = "TRUE") -> str:
    return f"""SELECT {_BY}, low, high, approx, conflict FROM cells
        JOIN (SELECT version, ancestor FROM {ways} WHERE level = '{level}' AND {more}) USING (version)"""


def _parted(ways: str, level: str, more: str = "TRUE") -> str:
    low, high = (_PART.format(side=side) for side in ("low", "high"))
    up = f"SELECT version, ancestor, share, certainty FROM {ways} WHERE level = '{level}' AND {more}"
    return f"SELECT {_BY}, {low}, {high}, approx, conflict, certainty FROM cells JOIN ({up}) USING (version)"


_BELOW = f"version IN (SELECT version FROM now WHERE ancestor = '{DRILLED}')"


KEPT = (("was", PROVINCE), ("now", PROVINCE), ("now", TOP))


def _drill(tables: Tables) -> ibis.Table:
    cells, ways = tables.named["cells"], tables.named["now"]
    below = ways.filter(ways.level == COMMUNE).semi_join(ways.filter(ways.ancestor == DRILLED), "version")
    return totals(cells.filter(cells.indicator == INDICATOR), below)


QUESTIONS = (
    Question(
        "province x indicator x year, as it was",
        lambda tables: totals(tables.named["cells"], tables.kept["was", PROVINCE]),
        _whole("was", PROVINCE),
        f"SELECT {_BY}, {_NUMBERS} FROM ready GROUP BY ALL",
    ),
    Question(
        "the same, as it is now",
        lambda tables: totals(tables.named["cells"], tables.kept["now", PROVINCE]),
        _parted("now", PROVINCE),
        f"SELECT {_BY}, {_PARTED} FROM ready GROUP BY ALL",
    ),
    Question(
        "completeness by province and year",
        lambda tables: counted(tables.named["settled"], tables.kept["was", PROVINCE]),
        f"""SELECT ancestor, year, report, came, came AND day > until AS late,
        came AND day IS NULL AS undated, excused AND NOT came AS excused
        FROM duties JOIN (SELECT version, ancestor FROM was WHERE level = '{PROVINCE}') USING (version)
        LEFT JOIN (SELECT org, first, last, min(day) AS day, TRUE AS told FROM reports GROUP BY ALL)
            USING (org, first, last)
        LEFT JOIN (SELECT DISTINCT org, first, last, TRUE AS need_not FROM excuses) USING (org, first, last),
        LATERAL (SELECT told IS NOT NULL AS came, need_not IS NOT NULL AS excused)""",
        """SELECT ancestor, year, report, count(*) AS owed, count(*) FILTER (came) AS reported,
        count(*) FILTER (late) AS late, count(*) FILTER (undated) AS undated, count(*) FILTER (excused) AS excused,
        count(*) FILTER (NOT came AND NOT excused) AS missing FROM ready GROUP BY ALL""",
    ),
    Question(
        "one indicator, one province, to its communes",
        _drill,
        _parted("now", COMMUNE, _BELOW),
        f"SELECT {_BY}, {_PARTED} FROM ready WHERE indicator = '{INDICATOR}' GROUP BY ALL",
    ),
    Question(
        "national totals with bounds",
        lambda tables: totals(tables.named["cells"], tables.kept["now", TOP]),
        _whole("now", TOP),
        f"SELECT {_BY}, {_NUMBERS} FROM ready GROUP BY ALL",
    ),
)


def maps() -> Mapping[str, pa.Table]:
    """The ways of both maps."""
    made = country()
    versions = Versions(made.orgs, made.changes)
    return {"was": table(WAYS, ways_as_was(versions)), "now": table(WAYS, ways_on(versions, TODAY))}


def given(engine: DuckDB, folder: Path, ways: Mapping[str, pa.Table]) -> Tables:
    """Put all tables into our engine."""
    facts = {name: engine.give_parquet(name, folder / name) for name in ("cells",)}
    small = {name: engine.give_parquet(name, folder / f"{name}.parquet") for name in ("duties", "reports", "excuses")}
    settled = folder / "settled.parquet"
    if not settled.exists():
        found = engine.answer(outcomes(small["duties"], small["reports"], small["excuses"]))
        pq.write_table(found, settled, row_group_size=ROW_GROUP)
    small["settled"] = engine.give_parquet("settled", settled)
    maps_ = {name: engine.give(name, rows) for name, rows in ways.items()}
    return Tables({**facts, **small, **maps_}, {each: kept_at(engine, *each, ways) for each in KEPT})


def kept_at(engine: DuckDB, name: str, level: str, ways: Mapping[str, pa.Table]) -> Bundles:
    """The bundles of the ways of one map to one level."""
    rows = ways[name].filter(pc.equal(ways[name]["level"], level))
    return kept_bundles(engine, f"{name}_{KEPT.index((name, level))}", rows)


def make_ready(question: Question, folder: Path, ways: Mapping[str, pa.Table]) -> Path:
    """Write the table of a question's limit, where it does not lie there yet."""
    place = folder / f"ready-{QUESTIONS.index(question)}.parquet"
    if not place.exists():
        with duckdb.connect(config={"memory_limit": "1500MB", "temp_directory": str(folder / "spill")}) as engine:
            for name in ("duties", "reports", "excuses"):
                engine.read_parquet(str(folder / f"{name}.parquet")).create_view(name)
            engine.read_parquet(str(folder / "cells" / "*.parquet")).create_view("cells")
            for name, rows in ways.items():
                engine.register(name, rows)
            form = f"FORMAT parquet, ROW_GROUP_SIZE {ROW_GROUP}"
            beside = place.with_suffix(".part")
            engine.execute(f"COPY ({question.ready}) TO '{beside}' ({form})")
            beside.rename(place)
    return place
