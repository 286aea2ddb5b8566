"""The map of orgs as people ask for it: find an org by its name, see where it stands, what became of it."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from tongket.reading.keyed import fold
from tongket.reading.period_words import without_marks
from tongket.terms.org_history import settled
from tongket.terms.orgs import Org, OrgChange

_DAY = timedelta(days=1)
_SPACE = re.compile(r"\s+")
# Short level words as offices write them before a name: "TP. Huế", "TX Kỳ Anh", "P.4", "Q1".
_SHORT_LEVELS = (
    (re.compile(r"^tp\b\.?\s*"), "thành phố "),
    (re.compile(r"^tx\b\.?\s*"), "thị xã "),
    (re.compile(r"^tt\b\.?\s*"), "thị trấn "),
    (re.compile(r"^(?:p\.\s*|p(?=\d))"), "phường "),
    (re.compile(r"^(?:q\.\s*|q(?=\d))"), "quận "),
    (re.compile(r"^x\.\s*"), "xã "),
    (re.compile(r"^h\.\s*"), "huyện "),
    (re.compile(r"^t\.\s*"), "tỉnh "),
)
_LEVEL_WORD = re.compile(r"^(?:tỉnh|thành phố|quận|huyện|thị xã|thị trấn|phường|xã|đặc khu)\s+(?=\S)")


@dataclass(frozen=True, slots=True)
class OrgSeen:
    """An org on a day.

    Attributes:
        org: The row of facts true on that day.
        above: The orgs above it, the nearest first.
        below: How many orgs stand right below it, by level.
    """

    org: Org
    above: tuple[Org, ...]
    below: Counter[str]


@dataclass(frozen=True, slots=True)
class ChangeSeen:
    """A change with the orgs in it.

    Attributes:
        change: The change.
        before: Rows of its sources on the day before.
        after: Rows of its targets on the day itself.
        land: Where an org without a target was abolished: rows of what those right below it became on that day.
    """

    change: OrgChange
    before: tuple[Org, ...]
    after: tuple[Org, ...]
    land: tuple[Org, ...] = ()


@dataclass(frozen=True, slots=True)
class OrgStory:
    """The rows of one org, oldest first, and the changes it was in."""

    rows: tuple[OrgSeen, ...]
    changes: tuple[ChangeSeen, ...]


class OrgChart:
    """A map of orgs, ready to be asked."""

    def __init__(self, orgs: Sequence[Org], changes: Sequence[OrgChange]) -> None:
        """Take in a history that `check_history` accepts."""
        self._rows: dict[str, list[Org]] = defaultdict(list)
        self._below: dict[str, list[Org]] = defaultdict(list)
        for row in sorted(settled(orgs, changes), key=lambda row: (row.valid_from, row.name, row.id)):
            self._rows[row.id].append(row)
            if row.parent is not None:
                self._below[row.parent].append(row)
        self._changes: dict[str, list[OrgChange]] = defaultdict(list)
        for change in sorted(changes, key=lambda change: (change.date, change.kind)):
            for org in dict.fromkeys((*change.sources, *change.targets)):
                self._changes[org].append(change)
        self._by_key = _by_keys(row for rows in self._rows.values() for row in rows)

    def find(self, asked: str, day: date | None = None) -> list[Org]:
        """Return the rows that `asked` names: by name, short name or alias, by official code or by own id.

        Args:
            asked: Tone marks in either habit; without any marks it finds every name that reads so. After a comma may
                stand an org above: `Tân Thạnh, Cần Thơ`.
            day: Only rows true on it; None for all.
        """
        name, *above = (part.strip() for part in asked.split(","))
        found = self._rows.get(asked.strip()) or self._by_key.get(_long(_key(name))) or []
        rows = [row for row in dict.fromkeys(found) if day is None or row.valid_on(day)]
        return [row for row in rows if self._stands_under(row, above)]

    def see(self, row: Org, day: date) -> OrgSeen:
        """Return where an org stood on `day`, or on the day nearest to it on which the row was true."""
        within = _within(row, day)
        below = Counter(child.level for child in self._below[row.id] if child.valid_on(within))
        return OrgSeen(row, tuple(self._above(row, within)), below)

    def story(self, org: str, today: date) -> OrgStory:
        """Return all that is known of one org, by id; what stands today is seen on `today`."""
        rows = tuple(self.see(row, today) for row in self._rows[org])
        return OrgStory(rows, tuple(self._seen(change) for change in self._changes[org]))

    def _above(self, row: Org, day: date) -> list[Org]:
        chain: list[Org] = []
        parent = row.parent
        while parent is not None:
            chain += [each for each in self._rows[parent] if each.valid_on(day)]
            parent = chain[-1].parent
        return chain

    def _stands_under(self, row: Org, above: Sequence[str]) -> bool:
        if not above:
            return True
        names = {key for each in self._above(row, _within(row, date.max)) for key in _keys(each)}
        return all(_long(_key(name)) in names for name in above)

    def _seen(self, change: OrgChange) -> ChangeSeen:
        before = tuple(self._row_on(org, change.date - _DAY) for org in change.sources)
        after = tuple(self._row_on(org, change.date) for org in change.targets)
        land = () if after else tuple(row for source in before for row in self._land_of(source, change.date))
        return ChangeSeen(change, before, after, land)

    def _land_of(self, org: Org, day: date) -> list[Org]:
        below = (child.id for child in self._below[org.id] if child.valid_on(day - _DAY))
        same_day = (change for child in below for change in self._changes[child] if change.date == day)
        heirs = dict.fromkeys(target for change in same_day for target in change.targets)
        return sorted((self._row_on(heir, day) for heir in heirs), key=lambda row: (row.name, row.id))

    def _row_on(self, org: str, day: date) -> Org:
        return next(row for row in self._rows[org] if row.valid_on(day))


def _within(row: Org, day: date) -> date:
    return max(row.valid_from, min(day, row.valid_to - _DAY))


def _by_keys(rows: Iterable[Org]) -> dict[str, list[Org]]:
    found: dict[str, list[Org]] = defaultdict(list)
    for row in rows:
        for key in _keys(row):
            found[key].append(row)
    return found


def _keys(row: Org) -> set[str]:
    """Return all by which a row is found: names with marks, and the same without, and its code."""
    written = {_key(name) for name in (row.name, *row.aliases)}
    written |= {_LEVEL_WORD.sub("", name) for name in written}
    return written | {without_marks(name) for name in written} | ({row.code} if row.code else set())


def _key(name: str) -> str:
    return _SPACE.sub(" ", fold(name)).strip()


def _long(key: str) -> str:
    """Return the key with its short level word written out."""
    for short, word in _SHORT_LEVELS:
        key = short.sub(word, key)
    return key
