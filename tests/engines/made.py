"""Tables of an invented province before and after a reform, with all that is hard to add; the same each time.

Communes merge and one is cut, with shares told and untold; figures are open, rough, in conflict, or larger than a
float can hold; reports come late, without a day, twice, or not at all.
"""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from decimal import Decimal
from random import Random
from typing import Any

import pyarrow as pa

from tongket.rollup.rows import table
from tongket.rollup.versions import Version, Versions
from tongket.rollup.ways import ways_as_was, ways_on
from tongket.terms.columns import CELLS, DUTIES, EXCUSES, REPORTS, TELLINGS, WAYS
from tongket.terms.orgs import ChangeKind, Org, OrgChange, Share

REFORM = date(2025, 7, 1)
COMMUNES = 12
INDICATORS = ("lớp", "lượt người", "tiền", "Đảng viên dự", "Đảng viên")
PERCENTS = pa.table({"percent": ["tỷ lệ dự"], "part": ["Đảng viên dự"], "base": ["Đảng viên"]})
_YEARS = range(2021, 2027)


def versions() -> Versions:
    """Two provinces that merge, their communes by threes; of two communes that are cut the shares of one are told."""
    orgs = [Org("cả nước", "cả nước", "nước"), Org("tỉnh mới", "tỉnh mới", "tỉnh", parent="cả nước", valid_from=REFORM)]
    changes = [OrgChange(ChangeKind.MERGE, REFORM, ("tỉnh 0", "tỉnh 1"), ("tỉnh mới",), "Nghị quyết")]
    orgs += [Org(f"tỉnh {at}", f"tỉnh {at}", "tỉnh", parent="cả nước", valid_to=REFORM) for at in range(2)]
    for at in range(COMMUNES):
        orgs.append(Org(f"xã {at}", f"xã {at}", "xã", parent=f"tỉnh {at * 2 // COMMUNES}", valid_to=REFORM))
    for at in range(0, COMMUNES, 3):
        here, there = f"xã mới {at}", f"xã mới {at + 1}"
        cut = f"xã {at + 2}"
        orgs += [Org(name, name, "xã", parent="tỉnh mới", valid_from=REFORM) for name in (here, there)]
        shares = [Share(f"xã {at}", here, Decimal(1)), Share(f"xã {at + 1}", there, Decimal(1))]
        if at % 2:
            shares += [Share(cut, here, Decimal("0.3333")), Share(cut, there, Decimal("0.6667"))]
        sources = (f"xã {at}", f"xã {at + 1}", cut)
        changes.append(OrgChange(ChangeKind.SPLIT, REFORM, sources, (here, there), "", tuple(shares), "dân số"))
    return Versions(orgs, changes)


def tables() -> dict[str, pa.Table]:
    """Return every table that a roll-up asks, by name."""
    map_ = versions()
    luck = Random(7)  # noqa: S311 - data of a test, the same every time
    cells = list(_cells(map_, luck))
    duties = list(_duties(map_))
    reports = [row for duty in duties for row in _reports(duty, luck)]
    excuses = [{**duty, "reason": "bão"} for duty in duties if luck.random() < 0.1]
    found = {
        "cells": table(CELLS, cells),
        "tellings": table(TELLINGS, [told for cell in cells for told in _tellings(cell, luck)]),
        "ways_as_was": table(WAYS, ways_as_was(map_)),
        "ways_now": table(WAYS, ways_on(map_, date(2026, 1, 1))),
        "ways_before": table(WAYS, ways_on(map_, date(2024, 1, 1))),
        "duties": table(DUTIES, duties),
        "reports": table(REPORTS, reports),
        "excuses": table(EXCUSES, excuses),
        "percents": PERCENTS,
    }
    assert all(each.num_rows for each in found.values())
    return found


def _cells(map_: Versions, luck: Random) -> Iterator[Mapping[str, Any]]:
    for version, first, last in _half_years(map_):
        for indicator in INDICATORS:
            if luck.random() < 0.15:
                continue
            low = Decimal(luck.randrange(10**14 if indicator == "tiền" else 5_000)) / luck.choice([1, 1000])
            slip = 1000 if luck.random() < 0.02 and indicator != "tiền" else 1
            high = low + luck.choice([0, 0, 0, 0, 1])
            yield {
                "indicator": indicator,
                "org": version.org,
                "version": version.number,
                "first": first,
                "last": last,
                "year": last.year,
                "low": None if luck.random() < 0.02 else low * slip,
                "high": None if luck.random() < 0.02 else high * slip,
                "approx": luck.random() < 0.05,
                "conflict": luck.random() < 0.05,
            }


def _half_years(map_: Versions) -> Iterator[tuple[Version, date, date]]:
    """Each half-year with the versions, other than the top, that stood at its end."""
    for year in _YEARS:
        for first, last in ((date(year, 1, 1), date(year, 6, 30)), (date(year, 7, 1), date(year, 12, 31))):
            yield from ((each, first, last) for each in map_.all if each.valid_on(last) and each.parent)


def _tellings(cell: Mapping[str, Any], luck: Random) -> Iterator[Mapping[str, Any]]:
    for number in range(2 if cell["conflict"] else 1):
        entry = f"F-{luck.randrange(16**8):08x}"
        yield {**cell, "high": cell["high"] if number else cell["low"], "figure": entry, "document": f"bc-{entry}"}


def _duties(map_: Versions) -> Iterator[Mapping[str, Any]]:
    for version, first, last in _half_years(map_):
        day = None if version.org.endswith("3") else last + timedelta(days=10)
        yield {
            "org": version.org,
            "version": version.number,
            "report": "half",
            "first": first,
            "last": last,
            "year": last.year,
            "due": day,
            "until": day,
        }


def _reports(duty: Mapping[str, Any], luck: Random) -> Iterator[Mapping[str, Any]]:
    for _ in range(luck.choice([0, 1, 1, 1, 2])):
        came = duty["last"] + timedelta(days=luck.randrange(20))
        yield {**duty, "day": None if luck.random() < 0.1 else came}
