"""The cells of a period as they were kept, made again only for the orgs and indicators of which something else is told.

A cell is made of the tellings of one org and one indicator (`rollup.cells.cell`), so of those that a change does not
touch nothing is asked again.
"""

import hashlib
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from tongket.actions.own_work import is_own_work, orgs_with_own_work, own_work_of, told_apart, with_own_work
from tongket.actions.rolling.known import Known, Pair, in_pairs
from tongket.actions.rolling.owing import figures_owed, owing_rows
from tongket.actions.rolling.places import Where, ways_to
from tongket.rollup.asked import Standing, chosen, rows, standing
from tongket.rollup.cells import Tellings
from tongket.rollup.rows import table
from tongket.rollup.versions import Versions
from tongket.terms.columns import CHOSEN, OWING
from tongket.terms.period import Period
from tongket.terms.profile import Profile
from tongket.terms.scope import Scope


@dataclass(frozen=True)
class KeptMap:
    """The map of a question, and what was told at its moment.

    Attributes:
        profile: Whose orgs, indicators and duties.
        versions: Of its orgs, own work that stands apart among them.
        apart: The orgs whose own work that is.
        known: What was told.
    """

    profile: Profile
    versions: Versions
    apart: frozenset[str]
    known: Known

    def tellings(self, pairs: Collection[Pair] | None = None) -> Tellings:
        """Return what counts of some pairs of org and indicator, or all of it."""
        _, scopes = self.known.scoped(Scope.OWN)
        return told_apart(self.known.tellings(pairs), scopes, self.apart, self.profile)

    def standing(self, period: Period) -> tuple[Sequence[Standing], Sequence[Standing]]:
        """Return who stood in a period, and who of them may owe something: own work owes nothing."""
        orgs = standing(self.versions, period)
        return orgs, [each for each in orgs if not is_own_work(each.version.org)]

    def name(self, what: str, period: Period) -> str:
        """Return under which name something of a period is kept: the numbers of versions go with the map."""
        return f"{what}:{period}:{hashlib.sha256(chr(0).join(sorted(self.apart)).encode()).hexdigest()}"


def kept_map(profile: Profile, known: Known, where: Where) -> KeptMap:
    """Return the map on which a question is asked, as `apart.apart` does.

    Raises:
        TongketError: As `ways_to`.
    """
    versions = Versions(profile.orgs, profile.changes)
    asked = {versions.all[way.version].org for way in ways_to(versions, where) if not way.steps}
    orgs = orgs_with_own_work(*known.scoped(Scope.OWN), asked, profile)
    if orgs:
        whole = with_own_work(profile, orgs)
        versions = Versions(whole.orgs, whole.changes)
    return KeptMap(profile, versions, orgs, known)


def tables_of(on_map: KeptMap, period: Period) -> dict[str, pa.Table]:
    """Return the cells of a period and who owed what for it: `cells`, `owing`, `figures_owed`."""
    orgs, may_owe = on_map.standing(period)
    names = {what: on_map.name(what, period) for what in ("cells", "owing", "figures_owed")}
    kept = on_map.known.file.found(list(names.values()))
    made: dict[str, pa.Table] = {}
    if names["owing"] not in kept or names["figures_owed"] not in kept:
        made[names["owing"]] = table(OWING, owing_rows(may_owe, on_map.profile, period))
        made[names["figures_owed"]] = figures_owed(may_owe, on_map.profile, period)
    cells = kept.get(names["cells"])
    state = "" if cells is None else str(cells.schema.metadata[b"state"], "utf-8")
    if cells is None or state != on_map.known.state:
        touched = None if cells is None else on_map.known.changed_since(state)
        fresh = (
            _cells(on_map, orgs, period) if cells is None or touched is None else _again(cells, touched, on_map, period)
        )
        made[names["cells"]] = fresh.replace_schema_metadata({"state": on_map.known.state})
    if made:
        on_map.known.file.keep(made)
    found: Mapping[str, pa.Table] = {**kept, **made}
    return {what: found[name].replace_schema_metadata(None) for what, name in names.items()}


def _cells(
    on_map: KeptMap, orgs: Sequence[Standing], period: Period, pairs: Collection[Pair] | None = None
) -> pa.Table:
    told = on_map.tellings(pairs)
    indicators = {indicator for _, indicator in told}
    asked = [each for each in on_map.profile.indicators if each.id in indicators]
    names = {org for org, _ in told}
    mine = [each for each in orgs if each.version.org in names]
    return table(CHOSEN, list[Mapping[str, Any]](rows(chosen(told, asked, mine, period), on_map.versions, period)))


def _again(cells: pa.Table, touched: Collection[Pair], on_map: KeptMap, period: Period) -> pa.Table:
    both = {*touched, *((own_work_of(org), indicator) for org, indicator in touched)}
    fresh = _cells(on_map, on_map.standing(period)[0], period, touched)
    stays = cells.replace_schema_metadata(None).filter(pc.invert(in_pairs(cells, both)))
    return pa.concat_tables([stays, fresh])
