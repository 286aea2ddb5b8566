"""The cells of a period straight from columns: of hundreds of thousands of figures most need no putting together.

Which of the periods that an org told enter a cell depends on these periods alone (`cells.chosen_periods`), and many
indicators were told for the same ones. So every written period gets a bit, the bits of a pair of org and indicator
add up to its *pattern*, each pattern is decided once, and the figures are taken as they stand. Where one period was
told twice, or a mean is of several, the cell is put together by `cells.cell`; both give the same rows.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from tongket.rollup.asked import Standing, chosen, rows
from tongket.rollup.cells import Tellings, Told, by_org_and_indicator, chosen_periods
from tongket.rollup.rows import ARROW, fitted, schema, table
from tongket.rollup.versions import Versions
from tongket.terms.columns import CHOSEN, ColumnType
from tongket.terms.period import Period
from tongket.terms.profile import Indicator, OverTime
from tongket.terms.quantity import Quantity

_NUMBER = ARROW[ColumnType.NUMBER]
# What a sum of bits of one pair may carry into stays free in a whole number of Arrow: no period is told 2^22 times.
_BITS = 40


Decision = Sequence[tuple[int, "_Place"]] | None
"""Which of the written periods enter a cell, by their numbers, and where they stand; None where it is put together."""


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a figure stands in time: the number of its org's version, and its days."""

    version: int
    first: date
    last: date


class Choosing:
    """What orgs gave for periods that are asked for.

    Args:
        told: Everything that was told but for what `apart` has; columns `org`, `indicator`, `period`, `low`, `high`,
            `approx`, `figure`, `document`, numbers and periods as they are written.
        apart: What was told of pairs of org id and indicator id that others do not tell.
        indicators: Those that are asked for.
        versions: The map.
    """

    def __init__(self, told: pa.Table, apart: Tellings, indicators: Iterable[Indicator], versions: Versions) -> None:
        """Keep what is asked for."""
        self._indicators = {each.id: each for each in indicators}
        self._told = told.filter(_in(told["indicator"], self._indicators))
        self._apart, self._versions = apart, versions
        self._periods = [each for each in pc.unique(self._told["period"]).to_pylist() if each]

    def cells(self, orgs: Sequence[Standing], asked: Period) -> pa.Table:
        """Return the cells of a period (`terms.columns.CHOSEN`).

        Args:
            orgs: Who stood in it (`asked.standing`).
            asked: The period.
        """
        standing: dict[str, list[Standing]] = defaultdict(list)
        for each in orgs:
            standing[each.version.org].append(each)
        inside = [each for each in self._periods if asked.contains(period_of(each))]
        mine = self._told.filter(pc.and_(_in(self._told["period"], inside), _in(self._told["org"], standing)))
        together = dict(self._apart)
        found = []
        if len(mine):
            numbered = _Numbered(mine)
            deciding = _Deciding(numbered, self._indicators, self._versions, standing, asked)
            taken, pairs = numbered.taken(deciding, asked)
            found.append(taken)
            together |= by_org_and_indicator(map(told_of, numbered.of_pairs(pairs).to_pylist()))
        return pa.concat_tables([*found, self._put_together(together, orgs, asked)])

    def _put_together(self, told: Tellings, orgs: Sequence[Standing], asked: Period) -> pa.Table:
        names, asked_for = {org for org, _ in told}, {indicator for _, indicator in told}
        indicators = [each for each in self._indicators.values() if each.id in asked_for]
        cells = chosen(told, indicators, [each for each in orgs if each.version.org in names], asked)
        return table(CHOSEN, list[Mapping[str, Any]](rows(cells, self._versions, asked)))


class _Numbered:
    """Tellings whose org, indicator and period are numbers: places in lists."""

    def __init__(self, told: pa.Table) -> None:
        self._told = told
        org, indicator, period = (
            told[name].combine_chunks().dictionary_encode() for name in ("org", "indicator", "period")
        )
        self.orgs, self.indicators, self.periods = (each.dictionary.to_pylist() for each in (org, indicator, period))
        self._period = period.indices.cast(pa.int64())
        of_org = pc.multiply(org.indices.cast(pa.int64()), len(self.indicators))
        # One number for org and indicator.
        self._pair = pc.add(of_org, indicator.indices.cast(pa.int64()))

    def patterns(self) -> Iterator[tuple[int, int, tuple[int, ...]]]:
        """Yield of each pair its number, how often it was told, and its pattern: the sums of its periods' bits."""
        columns = {"pair": self._pair}
        for first in range(0, len(self.periods), _BITS):
            bits = [1 << (at - first) if first <= at < first + _BITS else 0 for at in range(len(self.periods))]
            columns[f"bits{first}"] = pa.array(bits, pa.int64()).take(self._period)
        names = list(columns)[1:]
        sums = pa.table(columns).group_by("pair").aggregate([("pair", "count"), *((name, "sum") for name in names)])
        pairs, counts = sums["pair"].to_pylist(), sums["pair_count"].to_pylist()
        patterns = zip(*(sums[f"{name}_sum"].to_pylist() for name in names), strict=True)
        return zip(pairs, counts, patterns, strict=True)

    def taken(self, deciding: "_Deciding", asked: Period) -> tuple[pa.Table, set[int]]:
        """Return the figures that are cells as they stand, and the pairs whose cells are put together."""
        pairs, decided, together = [], [], set()
        for pair, count, pattern in self.patterns():
            number = deciding.number(pair, count, pattern)
            if number is None:
                together.add(pair)
            else:
                pairs.append(pair)
                decided.append(number)
        of_row = pa.array(decided, pa.int64()).take(pc.index_in(self._pair, pa.array(pairs, pa.int64())))
        keys = pc.add(pc.multiply(of_row, len(self.periods)), self._period)
        at = pc.index_in(keys, pa.array(deciding.keys, pa.int64()))
        stays = at.is_valid()
        taken = _as_cells(self._told.filter(stays), deciding.places(at.drop_null()), asked)
        wrong = pc.fill_null(pc.greater(taken["low"], taken["high"]), fill_value=False)
        if pc.any(wrong).as_py():
            mine = self._pair.filter(stays)
            odd = set(mine.filter(wrong.combine_chunks()).to_pylist())
            taken = taken.filter(pc.invert(pc.is_in(mine, pa.array(sorted(odd), pa.int64()))))
            together |= odd
        return taken, together

    def of_pairs(self, pairs: Iterable[int]) -> pa.Table:
        """Return what was told of some pairs."""
        return self._told.filter(pc.is_in(self._pair, pa.array(sorted(pairs), pa.int64())))


class _Deciding:
    """Decides each pattern once.

    Attributes:
        keys: A number for each decision and each written period that it takes.
    """

    def __init__(
        self,
        told: _Numbered,
        indicators: Mapping[str, Indicator],
        versions: Versions,
        standing: Mapping[str, Sequence[Standing]],
        asked: Period,
    ) -> None:
        self._orgs, self._versions, self._standing, self._asked = told.orgs, versions, standing, asked
        self._over_time = [indicators[each].over_time for each in told.indicators]
        self._periods = [period_of(each) for each in told.periods]
        self._numbers: dict[tuple[object, ...], int | None] = {}
        self._places: list[_Place] = []
        self.keys: list[int] = []

    def number(self, pair: int, count: int, pattern: tuple[int, ...]) -> int | None:
        """Return the number of the decision on a pair of org and indicator; None where its cells are put together."""
        org, indicator = divmod(pair, len(self._over_time))
        key = (org, self._over_time[indicator], count, pattern)
        if key not in self._numbers:
            decision = self._decide(self._orgs[org], self._over_time[indicator], count, pattern)
            number = len(self._numbers)
            for at, place in decision or ():
                self.keys.append(number * len(self._periods) + at)
                self._places.append(place)
            self._numbers[key] = None if decision is None else number
        return self._numbers[key]

    def places(self, at: pa.Array) -> dict[str, pa.Array]:
        """Return where figures stand, by places in `keys`."""
        places = self._places
        columns: dict[str, pa.Array] = {
            "version": pa.array([each.version for each in places], pa.int32()),
            "first": pa.array([each.first for each in places], pa.date32()),
            "last": pa.array([each.last for each in places], pa.date32()),
            "year": pa.array([each.last.year for each in places], pa.int16()),
        }
        return {name: column.take(at) for name, column in columns.items()}

    def _decide(self, org: str, over_time: OverTime, count: int, pattern: tuple[int, ...]) -> Decision:
        at = _told_in(pattern)
        # The bits of a period that was told twice add up to another one: then there are fewer than what was told.
        if len(at) < count:
            return None
        numbers = {self._periods[each]: each for each in at}
        if len(numbers) < count:  # two writings of one period
            return None
        found: list[tuple[int, _Place]] = []
        for each in self._standing[org]:
            if over_time is OverTime.LAST and each.stretch.last != self._asked.last:
                continue
            told = [period for period in numbers if each.stretch.contains(period)]
            periods = chosen_periods(over_time, each.stretch, told)
            if over_time is OverTime.MEAN and len(periods) > 1:
                return None
            for period in periods:
                version = self._versions.at_end_of(org, period)
                if version is not None:
                    found.append((numbers[period], _Place(version.number, period.first, period.last)))
        return found


def told_of(row: Mapping[str, Any]) -> Told:
    """Return a telling with its numbers and period as values; `row` has the columns that `Choosing` takes."""
    low, high = (None if row[side] is None else Decimal(row[side]) for side in ("low", "high"))
    quantity = Quantity(low, high, row["approx"])
    return Told(row["org"], row["indicator"], period_of(row["period"]), quantity, row["figure"], row["document"])


@lru_cache(maxsize=4096)
def period_of(written: str) -> Period:
    """Return a period by its writing: there are few, and each is written many times."""
    return Period.parse(written)


def _told_in(pattern: tuple[int, ...]) -> list[int]:
    """Return the numbers of the periods whose bits stand in a pattern."""
    return [
        first * _BITS + at for first, bits in enumerate(pattern) for at in range(bits.bit_length()) if bits >> at & 1
    ]


def _in(column: pa.ChunkedArray, values: Iterable[str]) -> pa.ChunkedArray:
    return pc.is_in(column, pa.array(list(values), pa.string()))


def _as_cells(told: pa.Table, places: Mapping[str, pa.Array], asked: Period) -> pa.Table:
    columns = {
        **places,
        "indicator": told["indicator"],
        "org": told["org"],
        "low": _fitted(told["low"], lambda value: fitted(Quantity(value, None)).low),
        "high": _fitted(told["high"], lambda value: fitted(Quantity(None, value)).high),
        "approx": told["approx"],
        "conflict": pa.repeat(pa.scalar(value=False), len(told)),
        "asked": pa.repeat(str(asked), len(told)),
    }
    return pa.table([columns[each.name] for each in CHOSEN], schema=schema(CHOSEN))


def _fitted(column: pa.ChunkedArray, fit: Callable[[Decimal], Decimal | None]) -> pa.Array:
    """Return written numbers as those of a column: each that is written many times is read once."""
    numbered = column.combine_chunks().dictionary_encode()
    read = [fit(Decimal(each)) for each in numbered.dictionary.to_pylist()]
    return pa.array(read, _NUMBER).take(numbered.indices)
