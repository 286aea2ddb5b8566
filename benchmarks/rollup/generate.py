"""Facts of an invented country, as many as asked, as Parquet in the columns of `tongket.terms.columns`.

    python benchmarks/rollup/generate.py --facts 1e7 --into FOLDER

300 indicators, months 2021 to 2026, the map of `country.py`; communes report. An org reports the same indicators every
month and now and then leaves one out, as orgs do; how many indicators that are follows from `--facts`. In some
provinces some indicators are told roughly ("trên", "gần", "khoảng"), and a few figures are in conflict. What is random
comes out of `hash` of the number of indicator, version and month, so one version of DuckDB always makes the same facts.

Facts lie in the order indicator, year, version, in row groups of 122,880 rows: a question for one indicator opens few
of them, and rows of one group of an answer lie near one another. They are made some indicators at a time, so that
memory stays small.
"""

import argparse
from collections.abc import Iterable
from pathlib import Path

import duckdb
import pyarrow as pa
from country import COMMUNE, country

from tongket.rollup.versions import Versions
from tongket.terms import columns
from tongket.terms.columns import Column, ColumnType

INDICATORS = 300
FIRST_YEAR, LAST_YEAR = 2021, 2026
MONTHS = 12 * (LAST_YEAR - FIRST_YEAR + 1)
# So many rows a file: what is sorted at a time fits into little memory.
PIECE = 3_400_000
ROW_GROUP = 122_880
MEMORY = "1500MB"
# Of a hundred figures that an org reports, so many come each month.
TOLD = 95

TYPES = {
    ColumnType.TEXT: "VARCHAR",
    ColumnType.DAY: "DATE",
    ColumnType.NUMBER: f"DECIMAL({columns.NUMBER_DIGITS}, {columns.NUMBER_PLACES})",
    ColumnType.SHARE: f"DECIMAL({columns.SHARE_DIGITS}, {columns.SHARE_PLACES})",
    ColumnType.YEAR: "SMALLINT",
    ColumnType.STEPS: "SMALLINT",
    ColumnType.VERSION: "INTEGER",
    ColumnType.FLAG: "BOOLEAN",
}

# `told` is what the org counted; `rough` is true where figures of this indicator come with bounds.
_FACTS = """
WITH pair AS (
    SELECT indicator, place.*, hash(indicator, version) AS pair,
        hash(indicator, province) % 8 = 0 AS rough
    FROM range($first, $last) AS indicators(indicator), place
    WHERE hash(indicator, version) % 1000000 < $per_million
), fact AS (
    SELECT pair.*, month.*, hash(pair, month) AS chance
    FROM pair JOIN month ON month.first >= valid_from AND month.last < valid_to
    WHERE hash(pair, month, 'told') % 100 < $told
), counted AS (
    SELECT *, (1 + chance % 997) * [1, 10, 100][1 + indicator % 3] AS told, rough AND chance % 20 = 1 AS above,
        rough AND chance % 20 = 2 AS below, rough AND chance % 20 = 3 AS approx, chance % 2003 = 0 AS conflict
    FROM fact
)
SELECT 'chi-tieu-' || lpad(indicator::VARCHAR, 3, '0') AS indicator, org, version, first, last, year(last) AS year,
    CASE WHEN NOT below THEN told + CASE WHEN indicator % 10 = 0 THEN 0.5 ELSE 0 END END AS low,
    CASE WHEN NOT above THEN told + CASE WHEN indicator % 10 = 0 THEN 0.5 ELSE 0 END
        + CASE WHEN conflict THEN 1 + chance % 50 ELSE 0 END END AS high,
    approx, conflict
FROM counted
"""

_DUTIES = """
SELECT org, version, report, first, last, year(last) AS year, last + 10 AS due, last + 15 AS until
FROM place JOIN stretch ON stretch.last >= valid_from AND stretch.last < valid_to
"""

_REPORTS = """
SELECT org, first, last, last + (hash(org, last) % 20)::INTEGER AS day
FROM duties WHERE hash(org, last, report) % 100 < 92
"""

_EXCUSES = """
SELECT org, first, last, 'thiên tai' AS reason FROM duties WHERE hash(org, last, report) % 100 = 99
"""

_STRETCHES = """
SELECT ['month', 'quarter', 'half', 'year'][1 + kind] AS report, months,
    (DATE '{year}-01-01' + to_months((place * months)::INTEGER))::DATE AS first,
    last_day((DATE '{year}-01-01' + to_months((place * months + months - 1)::INTEGER))::DATE) AS last
FROM (SELECT kind, [1, 3, 6, 12][1 + kind] AS months FROM range(4) AS kinds(kind)),
    LATERAL range({all} // months) AS stretches(place)
"""

_MONTHS = """
CREATE TABLE month AS SELECT row_number() OVER (ORDER BY first) AS month, first, last FROM stretch WHERE months = 1
"""


def main() -> None:
    """Make the facts that were asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--facts", type=float, default=1e6, help="about how many")
    parser.add_argument("--into", type=Path, required=True, help="folder for the tables")
    asked = parser.parse_args()
    generate(int(asked.facts), asked.into)


def generate(facts: int, into: Path) -> None:
    """Write cells, duties, reports and excuses."""
    made = country()
    versions = Versions(made.orgs, made.changes)
    into.mkdir(parents=True, exist_ok=True)
    with duckdb.connect(config={"memory_limit": MEMORY, "temp_directory": str(into / "spill")}) as engine:
        _know(engine, versions)
        (possible,) = engine.sql(
            "SELECT count(*) * 300 FROM place JOIN month ON first >= valid_from AND last < valid_to"
        ).fetchall()[0]
        given = {"per_million": round(1e8 * facts / possible / TOLD), "told": TOLD}
        (into / "cells").mkdir(exist_ok=True)
        pieces = -(-facts // PIECE)
        for piece in range(pieces):
            first, last = (at * INDICATORS // pieces for at in (piece, piece + 1))
            place = into / "cells" / f"{piece:02}.parquet"
            order = "indicator, year, version, first"
            _write(engine, _FACTS, columns.CELLS, place, order, {**given, "first": first, "last": last})
        _write(engine, _DUTIES, columns.DUTIES, into / "duties.parquet", "last, version, report")
        engine.read_parquet(str(into / "duties.parquet")).create_view("duties")
        _write(engine, _REPORTS, columns.REPORTS, into / "reports.parquet", "last, org, first")
        _write(engine, _EXCUSES, columns.EXCUSES, into / "excuses.parquet", "last, org, first")


def _know(engine: duckdb.DuckDBPyConnection, versions: Versions) -> None:
    """Tell the engine which communes stood where and which months and longer periods there are."""
    places = [
        (each.number, each.org, versions.chain(each)[-2].org, each.valid_from, each.valid_to)
        for each in versions.all
        if each.level == COMMUNE
    ]
    names = ("version", "org", "province", "valid_from", "valid_to")
    engine.register("places", pa.table(dict(zip(names, zip(*places, strict=True), strict=True))))
    engine.execute("CREATE TABLE place AS FROM places")
    engine.execute(f"CREATE TABLE stretch AS {_STRETCHES.format(year=FIRST_YEAR, all=MONTHS)}")
    engine.execute(_MONTHS)


def _write(
    engine: duckdb.DuckDBPyConnection,
    question: str,
    told: Iterable[Column],
    place: Path,
    order: str,
    given: dict[str, int] | None = None,
) -> None:
    chosen = ", ".join(f'"{column.name}"::{TYPES[column.type]} AS "{column.name}"' for column in told)
    form = f"FORMAT parquet, ROW_GROUP_SIZE {ROW_GROUP}"
    rows = f"SELECT {chosen} FROM ({question}) ORDER BY {order}"  # noqa: S608 - words of this file only
    engine.execute(f"COPY ({rows}) TO '{place}' ({form})", given)


if __name__ == "__main__":
    main()
