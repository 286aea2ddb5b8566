"""The review of the samples is right to the last figure: every total, its parts, who reported, what came back.

What is right was added up by hand (`samples/expected`), from the sentences and without the software.
"""

import importlib.util
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from typing import Any

import pytest

from tongket.actions.attribute import attribute_readings
from tongket.actions.composing.basis import Asked, gather
from tongket.actions.composing.sources import Sources
from tongket.actions.composing.totals import Book
from tongket.actions.open_ledger import close_ledger, open_ledger
from tongket.actions.read_profile import read_profile
from tongket.actions.take_in import take_in
from tongket.actions.write_review import Review, write_review
from tongket.terms.period import Period
from tongket.terms.profile import Profile
from tongket.terms.quantity import Quantity

NOW = datetime(2026, 1, 5, 8, 30, tzinfo=UTC)
PERIODS = ("2023", "2024", "2025-H1", "2025-H2", "2025")
# One of the reports of 2023 is a scan.
needs_tesseract = pytest.mark.skipif(
    shutil.which("tesseract") is None or importlib.util.find_spec("PIL") is None,
    reason="no Tesseract: apt-get install tesseract-ocr-vie",
)


@pytest.fixture(scope="module")
def profile(reports: Path) -> Profile:
    """The profile of the samples."""
    return read_profile(reports.parent / "profile.toml")


@pytest.fixture(scope="module")
def mapping(reports: Path, profile: Profile, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """All samples, taken into one ledger."""
    open_ledger(tmp_path_factory.mktemp("ledger") / "samples.sqlite3")
    for file in sorted(path for path in reports.rglob("*") if path.is_file()):
        take_in(file, NOW)
    yield attribute_readings(profile, NOW)
    close_ledger()


@pytest.fixture(scope="module")
def books(profile: Profile, mapping: str) -> dict[str, Book]:
    """What the figures of every period come to."""
    gathered = {each: gather(Asked(profile, mapping, "hoai-giang", Period.parse(each))) for each in PERIODS}
    return {each: Book(basis, Sources(basis)) for each, basis in gathered.items()}


@pytest.fixture(scope="module")
def reviews(profile: Profile, books: dict[str, Book]) -> dict[str, Review]:
    """The review of every period, as it would be written; the books see to it that the ledger is open."""
    return {each: write_review(profile, "hoai-giang", Period.parse(each), NOW) for each in books}


def _bounds(table: dict[str, Any]) -> Quantity:
    low, high = table.get("low"), table.get("high")
    return Quantity(
        None if low is None else Decimal(low), None if high is None else Decimal(high), table.get("approx", False)
    )


def _written(part: str) -> Quantity:
    """Read a part as the expected files write it (told at the top of `2023.toml`)."""
    plain = part.removeprefix("~")
    low, _, high = plain.partition("|") if "|" in plain else plain.partition("..")
    if plain.isdecimal():
        high = low
    return Quantity(Decimal(low) if low else None, Decimal(high) if high else None, part.startswith("~"))


@needs_tesseract
@pytest.mark.parametrize("period", PERIODS)
def test_every_total_is_the_one_added_up_by_hand(
    period: str, books: dict[str, Book], by_hand: dict[str, dict[str, Any]]
) -> None:
    """Bounds, roughness, conflict, how many orgs it rests on and how many owed it."""
    expected = by_hand[period]
    wanted = {
        each["indicator"]: (
            _bounds(each),
            each.get("conflict", False),
            len(each["parts"]),
            each.get("owed", expected["owed"]),
        )
        for each in expected["totals"]
    }
    percents = {each["indicator"] for each in expected.get("percents", [])}
    found = {
        line.indicator.id: (line.total.quantity, line.total.conflict, line.rests_on, line.owed)
        for line in books[period].lines
        if line.total and line.indicator.id not in percents
    }
    assert found == wanted


@needs_tesseract
@pytest.mark.parametrize("period", PERIODS)
def test_every_part_is_what_its_org_wrote(
    period: str, books: dict[str, Book], by_hand: dict[str, dict[str, Any]]
) -> None:
    """Each org's own figure stands with its bounds, and no other org gave one."""
    wanted = {
        (each["indicator"], org): _written(part)
        for each in by_hand[period]["totals"]
        for org, part in each["parts"].items()
    }
    percents = {each["indicator"] for each in by_hand[period].get("percents", [])}
    found = {
        (line.indicator.id, org): shown.quantity
        for line in books[period].lines
        for org, shown in line.by_org.items()
        if line.indicator.id not in percents
    }
    assert found == wanted


@needs_tesseract
@pytest.mark.parametrize("period", ["2023", "2024"])
def test_percents_are_recomputed_and_never_added(
    period: str, books: dict[str, Book], by_hand: dict[str, dict[str, Any]]
) -> None:
    """The share of the province is that of the members counted, to two decimals; a bare percent stands apart."""
    (expected,) = by_hand[period]["percents"]
    line = next(line for line in books[period].lines if line.indicator.id == expected["indicator"])
    assert line.total is not None
    assert line.total.quantity.low is not None
    assert line.total.quantity.low.quantize(Decimal("0.01"), ROUND_HALF_UP) == Decimal(expected["value"])
    assert line.rests_on == expected["rests_on"]
    for org, percent in expected["apart"].items():
        assert line.by_org[org].quantity == Quantity(Decimal(percent), Decimal(percent))


@needs_tesseract
@pytest.mark.parametrize("period", PERIODS)
def test_the_province_s_own_figures_stand_beside_the_totals(
    period: str, books: dict[str, Book], by_hand: dict[str, dict[str, Any]]
) -> None:
    """What the province says of itself is kept as it says it, and replaces no total."""
    wanted = {each["indicator"]: _bounds(each) for each in by_hand[period].get("own", [])}
    assert {line.indicator.id: line.own.quantity for line in books[period].lines if line.own} == wanted


@needs_tesseract
@pytest.mark.parametrize("period", PERIODS)
def test_documents_that_disagree_are_conflicts(
    period: str, books: dict[str, Book], by_hand: dict[str, dict[str, Any]]
) -> None:
    """Exactly the figures on which two documents disagree, with both values."""
    wanted = {(each["org"], each["indicator"]): sorted(each["values"]) for each in by_hand[period].get("conflicts", [])}
    found = {
        (each.org, each.indicator.id): sorted({str(told.quantity.low) for told in each.share.told})
        for each in books[period].conflicts
    }
    assert found == wanted


@needs_tesseract
@pytest.mark.parametrize("period", PERIODS)
def test_who_reported_and_who_did_not(period: str, books: dict[str, Book], by_hand: dict[str, dict[str, Any]]) -> None:
    """A half-year, a cut-off file and an empty one are no report of a year."""
    basis, expected = books[period].basis, by_hand[period]
    assert len(basis.covered) == expected["reported"]
    assert [place.org for place in basis.missing] == expected["missing"]


@needs_tesseract
def test_whose_each_document_is_and_for_which_period(
    books: dict[str, Book], by_hand: dict[str, dict[str, Any]]
) -> None:
    """Every readable sample is given to its org and period, or to none where nobody could tell."""
    wanted = {
        Path(each["file"]).stem: (each.get("org", ""), each.get("period", ""))
        for expected in by_hand.values()
        for each in expected["documents"]
        if not any(code.startswith("FILE-") for code in each.get("findings", []))
    }
    told = books["2023"].basis.reports
    found = {each.document.name: (each.org, str(each.period or "")) for each in told}
    assert found == wanted


@needs_tesseract
@pytest.mark.parametrize("period", PERIODS)
def test_limitations_that_came_back_are_marked_and_no_others(
    period: str, reviews: dict[str, Review], by_hand: dict[str, dict[str, Any]]
) -> None:
    """A shortcoming told in like words by the same org in an earlier period is marked; a new one is not."""
    review = reviews[period]
    marked = [line for line in review.content.limitations if line.came_back_from]
    found = sorted((line.org, "".join(run.text for run in line.runs)) for line in marked)
    wanted = sorted((review.basis.name(each["org"]), each["begins"]) for each in by_hand[period]["came_back"])
    assert len(found) == len(wanted), found
    for (org, said), (wanted_org, begins) in zip(found, wanted, strict=True):
        assert org == wanted_org
        assert said.startswith(begins)


@needs_tesseract
@pytest.mark.parametrize("period", ["2023", "2024"])
def test_figures_of_no_indicator_are_not_lost(
    period: str, reviews: dict[str, Review], by_hand: dict[str, dict[str, Any]]
) -> None:
    """What fits no indicator stands in an annex and leads to its sentence."""
    loose = {each.text: each.target for each in reviews[period].content.annexes.loose_figures}
    assert set(by_hand[period]["loose"]) <= set(loose)
    assert set(loose.values()) <= {source.id for source in reviews[period].content.sources}


@needs_tesseract
@pytest.mark.parametrize("period", ["2023", "2024"])
def test_documents_that_give_nothing_are_named(
    period: str, reviews: dict[str, Review], by_hand: dict[str, dict[str, Any]]
) -> None:
    """A file that cannot be read and a report of nobody stand in their annexes, so that somebody asks for them."""
    annexes = reviews[period].content.annexes
    assert set(by_hand[period]["unread"]) <= {each.name for each in annexes.unread}
    doubts = "\n".join(str(each) for each in annexes.doubts)
    assert all(name in doubts for name in by_hand[period]["doubted"])
