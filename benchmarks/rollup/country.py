"""An invented country with the real counts: 63 provinces, 696 districts, 10,035 communes become 34 and 3,321 in a day.

Names and borders are made up; what is real is how many there are of each and what happens to them on 2025-07-01: 52
provinces merge into 23 and 11 stay, all districts cease, and communes merge by threes, some of them cut in two, a few
across the new border of a province, and of some of the cut nobody told the shares.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import pairwise

from tongket.terms.orgs import ChangeKind, Org, OrgChange, Share

REFORM = date(2025, 7, 1)
BEGIN = date(2000, 1, 1)
TOP, PROVINCE, DISTRICT, COMMUNE = "nước", "tỉnh", "huyện", "xã"
# Counts of the reform of 2025-07-01: resolutions 202/2025/QH15 (provinces) and those on communes of June 2025.
PROVINCES, DISTRICTS, COMMUNES = 63, 696, 10_035
NEW_PROVINCES, NEW_COMMUNES = 34, 3_321
STAYING = 11
# 52 provinces become 23: 17 pairs and 6 threes.
MERGED = (2,) * 17 + (3,) * 6
# Every so many pairs of neighbouring new communes share an old one; of every fifth of these nobody told how.
CUT_EVERY, UNTOLD_EVERY = 6, 5
LAW = "Nghị quyết 202/2025/QH15"


@dataclass(frozen=True, slots=True)
class Country:
    """All orgs of both maps and what led from one to the other."""

    orgs: tuple[Org, ...]
    changes: tuple[OrgChange, ...]


def country() -> Country:
    """Make the country; the same one each time."""
    groups = list(_groups())
    orgs = [Org("nuoc", "cả nước", TOP, valid_from=BEGIN)]
    changes = []
    for number, group in enumerate(groups):
        if len(group) > 1:
            orgs.append(Org(_new_province(number), f"tỉnh Mới {number}", PROVINCE, parent="nuoc", valid_from=REFORM))
            sources = tuple(_province(old) for old in group)
            changes.append(OrgChange(ChangeKind.MERGE, REFORM, sources, (_new_province(number),), LAW))
    for old in range(PROVINCES):
        end = date.max if len(_group_of(old, groups)) == 1 else REFORM
        orgs.append(Org(_province(old), f"tỉnh Cũ {old}", PROVINCE, parent="nuoc", valid_from=BEGIN, valid_to=end))
    orgs += _districts()
    orgs += _communes(groups)
    changes += _mergers(groups)
    return Country(tuple(orgs), tuple(changes))


def _groups() -> Iterator[Sequence[int]]:
    """Which old provinces make which new one."""
    sizes = [*([1] * STAYING), *MERGED]
    ends = [sum(sizes[:count]) for count in range(len(sizes) + 1)]
    return (range(first, last) for first, last in pairwise(ends))


def _group_of(old: int, groups: list[Sequence[int]]) -> Sequence[int]:
    return next(group for group in groups if old in group)


def _districts() -> Iterator[Org]:
    for number in range(DISTRICTS):
        parent = _province(number * PROVINCES // DISTRICTS)
        yield Org(_district(number), f"huyện {number}", DISTRICT, parent=parent, valid_from=BEGIN, valid_to=REFORM)


def _communes(groups: list[Sequence[int]]) -> Iterator[Org]:
    for number in range(COMMUNES):
        parent = _district(number * DISTRICTS // COMMUNES)
        yield Org(_commune(number), f"xã {number}", COMMUNE, parent=parent, valid_from=BEGIN, valid_to=REFORM)
    for target, province, _ in _new_communes(groups):
        parent = _new_province(province) if len(groups[province]) > 1 else _province(groups[province][0])
        yield Org(_new_commune(target), f"xã mới {target}", COMMUNE, parent=parent, valid_from=REFORM)


def _new_communes(groups: list[Sequence[int]]) -> Iterator[tuple[int, int, range]]:
    """Each new commune with its province and the old ones (by number) that went there, cut ones not counted."""
    of_old = [number * DISTRICTS // COMMUNES * PROVINCES // DISTRICTS for number in range(COMMUNES)]
    of_new = {old: new for new, group in enumerate(groups) for old in group}
    province = [of_new[old] for old in of_old]
    firsts = [province.index(new) for new in range(NEW_PROVINCES)] + [COMMUNES]
    target = 0
    for new, (first, end) in enumerate(pairwise(firsts)):
        last = NEW_COMMUNES * end // COMMUNES
        count = last - target
        for place in range(count):
            begin, until = (first + (end - first) * at // count for at in (place, place + 1))
            yield target, new, range(begin, until)
            target += 1


def _mergers(groups: list[Sequence[int]]) -> Iterator[OrgChange]:
    """A change for each new commune, or for two neighbours between which an old one was cut."""
    pairs = list(_new_communes(groups))
    at = 0
    while at < len(pairs):
        target, _, sources = pairs[at]
        if at % CUT_EVERY == 0 and at + 1 < len(pairs):
            yield _cut(target, [*sources], [*pairs[at + 1][2]], told=at // CUT_EVERY % UNTOLD_EVERY > 0)
            at += 2
        else:
            yield OrgChange(ChangeKind.MERGE, REFORM, _named(sources), (_new_commune(target),), LAW)
            at += 1


def _cut(target: int, left: list[int], right: list[int], *, told: bool) -> OrgChange:
    """The last of `left` is divided between both; by shares of its people, or as nobody told."""
    first, second = _new_commune(target), _new_commune(target + 1)
    sources = _named([*left, *right])
    part = Decimal(left[-1] % 70 + 15) / 100
    shares = [Share(_commune(old), first, Decimal(1)) for old in left[:-1]]
    shares += [Share(_commune(old), second, Decimal(1)) for old in right]
    if told:
        shares += [Share(_commune(left[-1]), first, part), Share(_commune(left[-1]), second, 1 - part)]
    return OrgChange(ChangeKind.SPLIT, REFORM, sources, (first, second), LAW, tuple(shares), "dân số")


def _named(numbers: Sequence[int]) -> tuple[str, ...]:
    return tuple(_commune(number) for number in numbers)


def _province(number: int) -> str:
    return f"tinh-{number:02}"


def _new_province(number: int) -> str:
    return f"tinh-moi-{number:02}"


def _district(number: int) -> str:
    return f"huyen-{number:03}"


def _commune(number: int) -> str:
    return f"xa-{number:05}"


def _new_commune(number: int) -> str:
    return f"xa-moi-{number:04}"
