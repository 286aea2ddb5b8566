"""What was told at a moment, drawn out of the ledger only for the documents that say something else than before.

What a document tells follows from how it was attributed and from the corrections of it that hold: their ids are its
*stamp*, and every id is made out of all that the entry says. So the stamps of all documents are the *state* of what
is known, whatever was added, corrected, taken back or asked as of an earlier moment, in whichever ledger.
"""

import hashlib
import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

import pyarrow as pa
import pyarrow.compute as pc

from tongket.actions.corrected import corrections
from tongket.actions.own_work import scopes_of, tellings
from tongket.actions.rolling.facts import attributions_at, observed_at
from tongket.actions.rolling.kept_file import CHANGE, KeptFile
from tongket.rollup.cells import Tellings, Told, by_org_and_indicator
from tongket.terms.period import Period
from tongket.terms.profile import Profile
from tongket.terms.quantity import Quantity
from tongket.terms.tables import AttributionRow

Pair = tuple[str, str]
"""Org id and indicator id: cells are made of the tellings of one pair."""

_TOLD = "told"
# Numbers as text: a telling is kept as it was told, whatever fits a column of numbers.
_TEXTS = ("document", "org", "indicator", "period", "low", "high", "figure", "scope")
_SCHEMA = pa.schema([*((name, pa.string()) for name in _TEXTS), ("approx", pa.bool_())])
_PAIRS = pa.schema([("org", pa.string()), ("indicator", pa.string())])


@dataclass(frozen=True, slots=True)
class Known:
    """What was told at a moment.

    Attributes:
        state: Names it.
        rows: A row a telling.
        attributions: Of the readings it comes from.
        file: Where it is kept.
    """

    state: str
    rows: pa.Table
    attributions: Sequence[AttributionRow]
    file: KeptFile

    def tellings(self, pairs: Collection[Pair] | None = None) -> Tellings:
        """Return what was told of some pairs, or all of it."""
        return by_org_and_indicator(_told(self.rows if pairs is None else _of_pairs(self.rows, pairs)))

    def scoped(self, scope: str) -> tuple[Tellings, Mapping[str, str]]:
        """Return what says that it is of one scope, and which scope each figure says."""
        said = self.rows.filter(pc.not_equal(self.rows["scope"], ""))
        scopes = dict(zip(said["figure"].to_pylist(), said["scope"].to_pylist(), strict=True))
        return by_org_and_indicator(_told(said.filter(pc.equal(said["scope"], scope)))), scopes

    def changed_since(self, state: str) -> frozenset[Pair] | None:
        """Return whose tellings may differ from those of an earlier state; None where that is not known."""
        pairs: set[Pair] = set()
        at, seen = self.state, {self.state}
        while at != state:
            name = f"{CHANGE}{at}"
            found = self.file.found([name]).get(name)
            if found is None:
                return None
            pairs |= set(zip(found["org"].to_pylist(), found["indicator"].to_pylist(), strict=True))
            at = _word(found, "from")
            if at in seen:
                return None
            seen.add(at)
        return frozenset(pairs)


def known(profile: Profile, known_at: datetime | None, file: KeptFile) -> Known:
    """Return what the documents and corrections known at a moment say by a profile.

    Args:
        profile: By which the readings were attributed.
        known_at: What was recorded later does not count; None for all.
        file: Where it is kept.
    """
    attributions = attributions_at(profile, known_at)
    stamps = _stamps(attributions, known_at)
    kept = file.found([_TOLD]).get(_TOLD)
    rows, earlier = (_SCHEMA.empty_table(), {}) if kept is None else (kept, json.loads(_word(kept, "stamps")))
    state = _state(stamps)
    changed = {each for each in {*stamps, *earlier} if stamps.get(each) != earlier.get(each)}
    if kept is None or changed:
        rows = _renewed(rows, changed, [row for row in attributions if row.document in changed], profile, known_at)
        told = rows.replace_schema_metadata({"stamps": json.dumps(stamps)})
        change = {} if kept is None else {f"{CHANGE}{state}": _change(kept, rows, changed, _state(earlier))}
        file.keep({_TOLD: told, **change})
    return Known(state, rows, attributions, file)


def _stamps(attributions: Iterable[AttributionRow], known_at: datetime | None) -> dict[str, str]:
    says: dict[str, list[str]] = defaultdict(list)
    for row in attributions:
        says[row.document].append(row.id)
    for each in corrections(known_at, sorted(says)):
        says[each.document].append(each.id)
    return {document: _digest(sorted(ids)) for document, ids in says.items()}


def _state(stamps: Mapping[str, str]) -> str:
    return _digest([word for each in sorted(stamps.items()) for word in each])


def _digest(words: Iterable[str]) -> str:
    return hashlib.sha256("\0".join(words).encode()).hexdigest()


def _renewed(
    rows: pa.Table,
    changed: Collection[str],
    attributions: Sequence[AttributionRow],
    profile: Profile,
    known_at: datetime | None,
) -> pa.Table:
    observed = list(observed_at(attributions, known_at))
    scopes = scopes_of(observed)
    fresh = [_row(each, scopes) for each in tellings(observed, profile)]
    return pa.concat_tables([_of_documents(rows, changed, inside=False), pa.Table.from_pylist(fresh, _SCHEMA)])


def _row(told: Told, scopes: Mapping[str, str]) -> dict[str, object]:
    low, high = (None if each is None else str(each) for each in (told.quantity.low, told.quantity.high))
    return {
        "document": told.document,
        "org": told.org,
        "indicator": told.indicator,
        "period": str(told.period),
        "low": low,
        "high": high,
        "approx": told.quantity.approx,
        "figure": told.figure,
        "scope": scopes.get(told.figure, ""),
    }


def _told(rows: pa.Table) -> Iterator[Told]:
    periods = {text: Period.parse(text) for text in rows["period"].unique().to_pylist()}
    for row in rows.to_pylist():
        low, high = (None if row[side] is None else Decimal(row[side]) for side in ("low", "high"))
        quantity = Quantity(low, high, row["approx"])
        yield Told(row["org"], row["indicator"], periods[row["period"]], quantity, row["figure"], row["document"])


def _change(before: pa.Table, after: pa.Table, changed: Collection[str], since: str) -> pa.Table:
    """Return which pairs the changed documents tell or told of."""
    both = pa.concat_tables(
        [_of_documents(each, changed, inside=True).select(_PAIRS.names) for each in (before, after)]
    )
    pairs = both.group_by(_PAIRS.names).aggregate([]).select(_PAIRS.names)
    return pairs.replace_schema_metadata({"from": since})


def _of_documents(rows: pa.Table, documents: Collection[str], *, inside: bool) -> pa.Table:
    mine = pc.is_in(rows["document"], pa.array(sorted(documents), pa.string()))
    found: pa.Table = rows.replace_schema_metadata(None).filter(mine if inside else pc.invert(mine))
    return found


def _of_pairs(rows: pa.Table, pairs: Collection[Pair]) -> pa.Table:
    return rows.filter(in_pairs(rows, pairs))


def in_pairs(rows: pa.Table, pairs: Collection[Pair]) -> pa.ChunkedArray:
    """Return of every row whether its org and indicator are one of some pairs."""
    names = pc.binary_join_element_wise(rows["org"], rows["indicator"], _APART)
    return pc.is_in(names, pa.array([_APART.join(pair) for pair in pairs], pa.string()))


# The character that ASCII has for parting fields stands in no id.
_APART = "\x1f"


def _word(rows: pa.Table, name: str) -> str:
    return str(rows.schema.metadata[name.encode()], "utf-8")
