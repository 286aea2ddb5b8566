"""What was told, as columns: of the documents that nobody corrected straight from the database.

It is what `facts.py` gives as values, for questions over so many figures that making values of each would be most of
the work.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from tongket.actions.corrected import corrections
from tongket.actions.own_work import orgs_with_own_work, scopes_of, tellings, told_apart
from tongket.actions.rolling.facts import observed_at
from tongket.actions.rolling.known import in_pairs
from tongket.ledger.entries import rows_of
from tongket.ledger.told_figures import TOLD, told_figures
from tongket.reading.percent_bases import is_all_of
from tongket.rollup.cells import Tellings, by_org_and_indicator
from tongket.rollup.choosing import told_of
from tongket.terms.profile import Indicator, Profile
from tongket.terms.scope import Scope
from tongket.terms.tables import AttributionRow, FigureRow


def told_rows(
    profile: Profile,
    attributions: Sequence[AttributionRow],
    known_at: datetime | None,
    periods: Collection[str],
    indicators: Sequence[str],
) -> pa.Table:
    """Return what figures tell, as corrected then, with the columns `ledger.told_figures.TOLD`.

    Args:
        profile: By which the readings were attributed.
        attributions: Of the readings asked (`facts.attributions_at`).
        known_at: What was recorded later does not count; None for all.
        periods: Only of these, as `Period` writes them.
        indicators: Ids of those that are asked for; empty for all. Part and base of a percent are told too.
    """
    wanted = _with_parts(profile.indicators, indicators) if indicators else None
    spoken_of = {each.document for each in corrections(known_at, sorted({row.document for row in attributions}))}
    corrected = _of_corrected([row for row in attributions if row.document in spoken_of], profile, known_at)
    kept = [row for row in corrected if row["period"] in periods and (wanted is None or row["indicator"] in wanted)]
    found = [pa.Table.from_pylist(kept, TOLD)]
    rest = [row for row in attributions if row.document not in spoken_of]
    for mapping in sorted({row.mapping for row in rest}):
        readings = [row.reading for row in rest if row.mapping == mapping]
        mine = told_figures(mapping, readings, periods, wanted)
        found += [mine, pa.Table.from_pylist(list(_bases_of_all(mine, mapping, readings, profile)), TOLD)]
    return pa.concat_tables(found)


@dataclass(frozen=True)
class Scoped:
    """What was told, by whose work it is.

    Attributes:
        plain: Of the pairs of org and indicator of which nobody told of own work alone.
        tellings: Of the others, own work apart.
        apart: Ids of the orgs whose own work stands apart.
    """

    plain: pa.Table
    tellings: Tellings
    apart: frozenset[str]


def scoped(told: pa.Table, profile: Profile, asked: Collection[str]) -> Scoped:
    """Part what was told.

    Args:
        told: Everything, with the columns `TOLD`.
        profile: Knows orgs and indicators.
        asked: Ids of the orgs that are asked for.
    """
    own = told.filter(pc.equal(told["scope"], Scope.OWN.value)).select(["org", "indicator"])
    if not len(own):
        return Scoped(told, {}, frozenset())
    pairs = set(zip(own["org"].to_pylist(), own["indicator"].to_pylist(), strict=True))
    mine = in_pairs(told, pairs)
    rows = told.filter(mine).to_pylist()
    said = by_org_and_indicator(map(told_of, rows))
    scopes = {row["figure"]: row["scope"] for row in rows if row["scope"]}
    apart = orgs_with_own_work(said, scopes, asked, profile)
    return Scoped(told.filter(pc.invert(mine)), told_apart(said, scopes, apart, profile), apart)


def _with_parts(indicators: Sequence[Indicator], asked: Sequence[str]) -> set[str]:
    """Return indicators with those that a percent among them is made of."""
    by_id = {each.id: each for each in indicators}
    made_of = {name for each in asked for name in (by_id[each].part, by_id[each].base) if name}
    # What is the whole where it is told as part and whole at once ("35/35").
    parts = {each.part for each in indicators if each.part and each.base in {*asked, *made_of}}
    return {*asked, *made_of, *parts}


def _of_corrected(
    attributions: Sequence[AttributionRow], profile: Profile, known_at: datetime | None
) -> Iterator[dict[str, Any]]:
    observed = list(observed_at(attributions, known_at)) if attributions else []
    scopes = scopes_of(observed)
    for each in tellings(observed, profile):
        low, high = (None if side is None else str(side) for side in (each.quantity.low, each.quantity.high))
        yield {
            "org": each.org,
            "indicator": each.indicator,
            "period": str(each.period),
            "low": low,
            "high": high,
            "approx": each.quantity.approx,
            "figure": each.figure,
            "document": each.document,
            "scope": scopes.get(each.figure, ""),
        }


def _bases_of_all(told: pa.Table, mapping: str, readings: Sequence[str], profile: Profile) -> Iterator[dict[str, Any]]:
    """Yield the wholes that fractions of equals tell beside their parts (`own_work.tellings`)."""
    bases: Mapping[str, str] = {each.part: each.base for each in profile.indicators if each.part and each.base}
    exact = pc.and_(pc.equal(told["low"], told["high"]), pc.invert(told["approx"]))
    both = pc.and_(exact, pc.is_in(told["indicator"], pa.array(list(bases), pa.string())))
    parts = {row["figure"]: row for row in told.filter(pc.fill_null(both, fill_value=False)).to_pylist()}
    if not parts:
        return
    wholes = told_figures(mapping, readings, None, set(bases.values()))
    alone = set(zip(*(wholes[name].to_pylist() for name in ("document", "org", "indicator")), strict=True))
    for figure in rows_of(FigureRow, id=sorted(parts)):
        row = parts[figure.id]
        base = bases[row["indicator"]]
        if is_all_of(figure) and (row["document"], row["org"], base) not in alone:
            yield {**row, "indicator": base}
