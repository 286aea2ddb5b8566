"""What figures tell, as columns for roll-ups over hundreds of thousands of them: joined in the database itself."""

from collections.abc import Collection, Iterator, Sequence
from io import BytesIO
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv
from django.db import connection

# Readings in one question; with the other lists this stays far below the 32,766 values that SQLite takes.
_AT_ONCE = 1000
_COLUMNS = "o.org, o.indicator, o.period, f.low, f.high, f.approx, o.figure, o.document, o.scope"
TOLD = pa.schema(
    [
        *((name, pa.string()) for name in ("org", "indicator", "period", "low", "high")),
        ("approx", pa.bool_()),
        *((name, pa.string()) for name in ("figure", "document", "scope")),
    ]
)
"""A row a telling: what one figure says of an indicator of an org in a period.

`low` and `high` are numbers as the ledger writes them, null where open; `scope` is a word of `terms.scope.Scope`,
empty where the words say nothing of it.
"""


def told_figures(
    mapping: str, readings: Sequence[str], periods: Collection[str] | None, indicators: Collection[str] | None
) -> pa.Table:
    """Return what the figures of some readings tell by a mapping, with the columns `TOLD`.

    Args:
        mapping: Its id.
        readings: Their ids.
        periods: Only of these, as `Period` writes them; None for all, also those that nobody knows.
        indicators: Only of these; None for all.
    """
    asked = {"o.period": periods, "o.indicator": indicators}
    wanted = {column: sorted(texts) for column, texts in asked.items() if texts is not None}
    given = [text for texts in wanted.values() for text in texts]
    only = "".join(f" AND {column} IN ({_places(texts)})" for column, texts in wanted.items())
    pieces = []
    for start in range(0, len(readings), _AT_ONCE):
        piece = readings[start : start + _AT_ONCE]
        question = (
            f"SELECT {_COLUMNS} FROM figure f JOIN observation o ON o.figure = f.id "  # noqa: S608 - columns and placeholders only
            f"WHERE f.reading IN ({_places(piece)}) AND o.mapping = %s AND o.indicator <> '' AND o.org <> ''{only}"
        )
        pieces.append(_answer(question, [*piece, mapping, *given]))
    return pa.concat_tables([TOLD.empty_table(), *pieces])


def _answer(question: str, given: Sequence[str]) -> pa.Table:
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(_NO_COMPILING)
            cursor.execute(_AS_ONE_TEXT.format(question=question), given)
            return _out_of_text(cursor.fetchall()[0][0] or "")
        cursor.execute(question, given)
        columns: Iterator[Sequence[Any]] = zip(*cursor.fetchall(), strict=True)
        told = dict(zip(TOLD.names, columns, strict=False))
    if not told:
        return TOLD.empty_table()
    return pa.table({**told, "approx": [bool(each) for each in told["approx"]]}, schema=TOLD)


# A server sends hundreds of thousands of rows as one text in a tenth of the time that its client takes to make rows of
# them. The character that ASCII has for parting fields stands in no id and no number, and neither does a line's end.
_FIELD = "\x1f"
# To compile these questions takes a tenth of a second, more than it gains.
_NO_COMPILING = "SET jit = off"
_AS_ONE_TEXT = (
    "SELECT string_agg(concat_ws(E'\\x1f', org, indicator, period, coalesce(low, ''), coalesce(high, ''), "
    "approx::text, figure, document, scope), E'\\n') FROM ({question}) AS told"
)


def _out_of_text(text: str) -> pa.Table:
    if not text:
        return TOLD.empty_table()
    rows = pa.csv.read_csv(
        BytesIO(text.encode()),
        read_options=pa.csv.ReadOptions(column_names=TOLD.names),
        parse_options=pa.csv.ParseOptions(delimiter=_FIELD, quote_char=False),
        convert_options=pa.csv.ConvertOptions(column_types=TOLD, null_values=[""], strings_can_be_null=True),
    )
    # Of the texts only numbers can be missing.
    return pa.table(
        [rows[name] if name in {"low", "high", "approx"} else pc.fill_null(rows[name], "") for name in TOLD.names],
        schema=TOLD,
    )


def _places(values: Sequence[str]) -> str:
    return ", ".join(["%s"] * len(values))
