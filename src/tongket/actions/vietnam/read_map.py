"""Read the map of Viet Nam that comes with this package."""

import csv
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from importlib.resources import files

from tongket.terms.orgs import ChangeKind, Org, OrgChange

_DATA = files("tongket.actions.vietnam") / "data"
# Levels of the map, as `orgs.csv` has them: the country, provinces and centrally run cities, districts, communes.
LEVELS = ("nước", "tỉnh", "huyện", "xã")
# The day on which the 34 provinces and 3,321 communes took over: Nghị quyết số 202/2025/QH15.
NEW_MAP = date(2025, 7, 1)


@dataclass(frozen=True, slots=True)
class OpenPoint:
    """Something that the source leaves open.

    Attributes:
        kind: What kind of gap, in Vietnamese: trùng tên, chưa rõ; chia, chưa rõ tỷ lệ; nguồn lệch nhau …
        orgs: Ids of the orgs it is about; empty where it is about the whole map.
        why: What is open and what was written down instead, in Vietnamese.
    """

    kind: str
    orgs: tuple[str, ...]
    why: str


@dataclass(frozen=True, slots=True)
class VietnamMap:
    """The whole map: rows of facts, changes, and what is open."""

    orgs: tuple[Org, ...]
    changes: tuple[OrgChange, ...]
    open_points: tuple[OpenPoint, ...]

    def count_on(self, day: date) -> Counter[str]:
        """Return how many orgs of each level stood on `day`."""
        return Counter(org.level for org in self.orgs if org.valid_on(day))


@lru_cache(maxsize=1)
def read_map() -> VietnamMap:
    """Return the map; it is read once a process."""
    orgs = tuple(_org(row) for row in _rows("orgs.csv"))
    changes = tuple(_change(row) for row in _rows("changes.csv"))
    told = tuple(OpenPoint(row["kind"], tuple(row["orgs"].split()), row["why"]) for row in _rows("open.csv"))
    return VietnamMap(orgs, changes, told + tuple(_splits(orgs, changes)))


def _rows(name: str) -> Iterator[dict[str, str]]:
    yield from csv.DictReader((_DATA / name).read_text(encoding="utf-8").splitlines())


def _org(row: dict[str, str]) -> Org:
    return Org(
        id=row["id"],
        name=row["name"],
        level=row["level"],
        parent=row["parent"] or None,
        kind=row["kind"],
        valid_from=date.fromisoformat(row["valid_from"]) if row["valid_from"] else date.min,
        valid_to=date.fromisoformat(row["valid_to"]) if row["valid_to"] else date.max,
        code=row["code"],
    )


def _change(row: dict[str, str]) -> OrgChange:
    return OrgChange(
        ChangeKind(row["kind"]),
        date.fromisoformat(row["date"]),
        tuple(row["sources"].split()),
        tuple(row["targets"].split()),
        row["basis"],
    )


def _splits(orgs: tuple[Org, ...], changes: tuple[OrgChange, ...]) -> Iterator[OpenPoint]:
    """Tell of every commune that was divided without anybody saying by which shares."""
    before = {org.id: org for org in orgs if org.valid_to == NEW_MAP}
    after = {org.id: org for org in orgs if org.valid_from == NEW_MAP}
    for change in changes:
        if change.kind is not ChangeKind.SPLIT or change.shares or before[change.sources[0]].level != LEVELS[-1]:
            continue
        source = before[change.sources[0]]
        district = before[source.parent].name if source.parent in before else ""
        into = ", ".join(after[target].name for target in change.targets)
        why = f"{source.name} ({district}) chia về {into}: nguồn không nêu tỷ lệ, nên không suy được số liệu từng phần"
        yield OpenPoint("chia, chưa rõ tỷ lệ", (source.id, *change.targets), why)
