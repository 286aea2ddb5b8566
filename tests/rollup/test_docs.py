"""The worked examples of docs/rollup.md are what the roll-up does."""

import re
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from rollup.making import cells, gave
from tongket.rollup.answers import totals_of
from tongket.rollup.engines.duck import DuckDB
from tongket.rollup.rows import table
from tongket.rollup.versions import Versions
from tongket.rollup.ways import ways_on
from tongket.terms.columns import WAYS
from tongket.terms.org_history import check_history
from tongket.terms.orgs import ChangeKind, Org, OrgChange, Share

PAGE = Path(__file__).parents[2] / "docs" / "rollup.md"
DAY = date(2025, 7, 1)
ROW = re.compile(r"^\| (an?\b.+?) \| (\w+): (\d+) \| (\w+) \| (\S+) \| (.+?) \|$", re.MULTILINE)
EXAMPLES = ROW.findall(PAGE.read_text(encoding="utf-8"))


def _change(told: str) -> OrgChange:
    """Understand the first column of the table."""
    parts = re.findall(r"\b([abc])\b(?: (0\.\d+))?", told)
    shares = tuple(Share("a", org, Decimal(share)) for org, share in parts if share)
    if "merge" in told:
        return OrgChange(ChangeKind.MERGE, DAY, ("a", "b"), ("c",), "NQ 1")
    if "renamed" in told:
        return OrgChange(ChangeKind.RENAME, DAY, ("a",), ("c",), "NQ 1")
    if "abolished" in told:
        return OrgChange(ChangeKind.ABOLISH, DAY, ("a",), (), "NQ 1")
    if "gives" in told:
        kept = Share("a", "a", Decimal(told.rpartition(" ")[2]))
        return OrgChange(ChangeKind.SPLIT, DAY, ("a",), ("a", "b"), "NQ 1", (*shares, kept), "dân số")
    return OrgChange(ChangeKind.SPLIT, DAY, ("a",), ("b", "c"), "NQ 1", shares, "dân số" if shares else "")


def _orgs(change: OrgChange) -> list[Org]:
    before = [
        Org(org, org, "xã", parent="province", valid_to=date.max if org in change.targets else DAY)
        for org in change.sources
    ]
    after = [
        Org(org, org, "xã", parent="province", valid_from=DAY) for org in change.targets if org not in change.sources
    ]
    return [Org("province", "tỉnh", "tỉnh"), *before, *after]


def test_there_are_examples() -> None:
    """The table was found and read whole."""
    assert len(EXAMPLES) == 11


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda each: f"{each[0]} under {each[3]}")
def test_an_example_is_true(example: tuple[str, ...]) -> None:
    """A figure before the change counts under an org of today as the page says."""
    told, org, figure, ancestor, number, certainty = example
    change = _change(told)
    orgs = _orgs(change)
    check_history(orgs, [change])
    versions = Versions(orgs, [change])
    before = versions.on(org, DAY - timedelta(days=1))
    assert before is not None
    with DuckDB() as engine:
        given = engine.give("cells", cells(gave(org, before.number, figure)))
        found = totals_of(engine, given, engine.give("ways", table(WAYS, ways_on(versions, DAY))))
    total = found[ancestor, "2024", "lop"]
    expected = None if number == "-" else Decimal(number)
    assert (total.quantity.low, total.quantity.high, total.certainty) == (expected, expected, certainty)
