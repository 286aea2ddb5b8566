"""The year before, in the review of the samples: both periods as added up by hand, and what lies between them."""

import importlib.util
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from tongket.actions.open_ledger import close_ledger, open_ledger
from tongket.actions.read_profile import read_profile
from tongket.actions.take_in import take_in
from tongket.actions.write_review import Review, write_review
from tongket.review.wording import figure
from tongket.terms.period import Period
from tongket.terms.quantity import Quantity

NOW = datetime(2026, 1, 5, 8, 30, tzinfo=UTC)
# One of the reports of 2023 is a scan.
pytestmark = pytest.mark.skipif(
    shutil.which("tesseract") is None or importlib.util.find_spec("PIL") is None,
    reason="no Tesseract: apt-get install tesseract-ocr-vie",
)


@pytest.fixture(scope="module")
def reviews(reports: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Review]]:
    """The reviews of 2024 and 2025 out of one ledger."""
    open_ledger(tmp_path_factory.mktemp("ledger") / "samples.sqlite3")
    for file in sorted(path for path in reports.rglob("*") if path.is_file()):
        take_in(file, NOW)
    profile = read_profile(reports.parent / "profile.toml")
    yield {each: write_review(profile, "hoai-giang", Period.parse(each), NOW) for each in ("2023", "2024", "2025")}
    close_ledger()


def _by_hand(expected: dict[str, Any], review: Review) -> dict[str, str]:
    """Return the totals added up by hand, by name and as written."""
    named = {line.indicator.id: line.indicator for line in review.lines}
    found = {}
    for each in expected["totals"]:
        low, high = each.get("low"), each.get("high")
        quantity = Quantity(
            None if low is None else Decimal(low), None if high is None else Decimal(high), each.get("approx", False)
        )
        indicator = named.get(each["indicator"])
        if indicator:
            found[indicator.name] = figure(quantity, indicator.measure, indicator.kind, summed=True)
    return found


def test_the_first_year_has_nothing_before_it(reviews: dict[str, Review]) -> None:
    """Without a figure of the year before there is no comparison."""
    assert reviews["2023"].content.comparison is None


@pytest.mark.parametrize(("before", "period"), [("2023", "2024"), ("2024", "2025")])
def test_both_periods_are_the_totals_added_up_by_hand(
    before: str, period: str, reviews: dict[str, Review], by_hand: dict[str, dict[str, Any]]
) -> None:
    """Every counted line gives the earlier total as it was then and this period's as it is."""
    comparison = reviews[period].content.comparison
    assert comparison is not None
    then, now = (_by_hand(by_hand[each], reviews[period]) for each in (before, period))
    both = [name for name in then if name in now]
    lines = {line.indicator: (line.then.text, line.now.text) for line in comparison.lines if line.measure}
    assert lines == {name: (then[name], now[name]) for name in both}


def test_a_change_is_told_with_who_gave_figures(reviews: dict[str, Review]) -> None:
    """217 conferences of 10 orgs became 127 of 14: less by 90, and the reader sees that not everybody reported."""
    comparison = reviews["2025"].content.comparison
    assert comparison is not None
    line = next(line for line in comparison.lines if line.then.text == "217 hội nghị")
    assert line.now.text == "127 hội nghị"
    assert line.change == "giảm 90 (41,5%); kỳ trước 10/12, kỳ này 14/24 đơn vị nêu"


def test_a_map_that_changed_within_the_province_takes_nothing_from_it(reviews: dict[str, Review]) -> None:
    """Districts ended and communes were merged and split in 2025: the province's sum of 2024 stays what it was."""
    comparison = reviews["2025"].content.comparison
    assert comparison is not None
    assert comparison.map_changed
    assert {line.by_map for line in comparison.lines} == {""}
    same = reviews["2024"].content.comparison
    assert same is not None
    assert not same.map_changed


def test_tasks_set_before_are_followed(reviews: dict[str, Review]) -> None:
    """Each task stands in a report of an earlier period, each answer in one of this period."""
    review = reviews["2024"]
    periods = {source.id: source.period for source in review.content.sources}
    followed = review.content.annexes.followed
    assert followed
    assert {periods[task.target] for task in followed} <= {"năm 2023", "6 tháng đầu năm 2023"}
    answered = [target for task in followed for target in task.told]
    assert answered
    assert {periods[target] for target in answered} <= {"năm 2024", "6 tháng đầu năm 2024", "6 tháng cuối năm 2024"}
