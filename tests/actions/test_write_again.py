"""An earlier review is written again to the last byte, whatever was recorded since."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from tongket.actions import write_review as writing
from tongket.actions.composing.basis import Asked
from tongket.actions.correct import Said, correct
from tongket.actions.list_reviews import list_reviews
from tongket.actions.open_ledger import close_ledger, open_ledger
from tongket.actions.take_in import take_in
from tongket.actions.write_review import Review, write_again, write_review
from tongket.ledger.entries import rows_of
from tongket.review.page import write_page
from tongket.review.word import write_docx
from tongket.terms.errors import TongketError
from tongket.terms.period import Period
from tongket.terms.profile import Profile
from tongket.terms.quantity import Quantity
from tongket.terms.tables import ObservationRow, Row, TotalRow

FIRST = datetime(2026, 1, 5, 8, 30, tzinfo=UTC)
LATER = FIRST + timedelta(days=20)
YEAR = Period.parse("2024")


@dataclass(frozen=True)
class Twice:
    """The review as first written, and as written after everything changed."""

    first: Review
    later: Review


@pytest.fixture(scope="module")
def reviews(folder: Path, profile: Profile, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Twice]:
    """Half of the reports, a review; then the others, a correction, another profile, a second review."""
    open_ledger(tmp_path_factory.mktemp("ledger") / "a.ledger")
    files = sorted(folder.glob("*.txt"))
    for file in files[: len(files) // 2]:
        take_in(file, FIRST)
    first = write_review(profile, "van-loc", YEAR, FIRST)
    for file in files[len(files) // 2 :]:
        take_in(file, LATER)
    told = next(row for row in rows_of(ObservationRow) if row.indicator)
    correct(told.figure, Said("đơn vị gửi lại", Quantity(Decimal(999), Decimal(999))), LATER)
    fewer = replace(profile, indicators=profile.indicators[:1])
    yield Twice(first, write_review(fewer, "van-loc", YEAR, LATER))
    close_ledger()


def test_the_earlier_review_comes_out_byte_for_byte(reviews: Twice, profile: Profile) -> None:
    """Later documents, corrections and profiles leave no trace in what was known before them."""
    again = write_again(profile.name, "van-loc", YEAR, list_reviews()[0].at)
    assert write_docx(again.content) == write_docx(reviews.first.content)
    assert write_page(again.content) == write_page(reviews.first.content)
    assert write_page(reviews.later.content) != write_page(reviews.first.content)


def test_as_known_later_it_is_the_later_review(reviews: Twice, profile: Profile) -> None:
    """Each moment has its own answer."""
    again = write_again(profile.name, "van-loc", YEAR, list_reviews()[-1].at)
    assert write_page(again.content) == write_page(reviews.later.content)


def test_the_ledger_tells_which_moment_gives_which_review(reviews: Twice, profile: Profile) -> None:
    """Two reviews were written; asked again with the moment told, each comes out."""
    written = list_reviews()
    assert [each.at.replace(microsecond=0) for each in written] == [FIRST, LATER]
    again = write_again(profile.name, written[0].review.org, Period.parse(written[0].review.period), written[0].at)
    assert write_page(again.content) == write_page(reviews.first.content)


def test_writing_again_records_nothing(reviews: Twice, profile: Profile) -> None:
    """An old answer told once more is no new entry."""
    assert reviews.first
    before = rows_of(TotalRow)
    write_again(profile.name, "van-loc", YEAR, FIRST + timedelta(hours=1))
    assert rows_of(TotalRow) == before


def test_before_the_first_entry_nothing_was_known(reviews: Twice, profile: Profile) -> None:
    """Asking for a time before is told so, with what to do."""
    assert reviews.first
    with pytest.raises(TongketError, match=re.escape("Hãy chọn thời điểm muộn hơn")):
        write_again(profile.name, "van-loc", YEAR, FIRST - timedelta(days=1))


def test_who_writes_while_a_review_is_composed_is_in_it(
    folder: Path, profile: Profile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The moment a review was recorded gives it again, though a report came while it was put together."""
    open_ledger(tmp_path / "a.ledger")
    take_in(folder / "khe-sim-2024.txt", FIRST)
    as_it_is = writing._composed  # noqa: SLF001 - stands for the other run that writes meanwhile
    came: list[Path] = [folder / "thuy-an-dau-nam.txt", folder / "thuy-an-cuoi-nam.txt"]

    def overtaken(asked: Asked) -> tuple[Review, list[Row]]:
        made = as_it_is(asked)
        while came:
            take_in(came.pop(), LATER)
            writing.attribute_readings(profile, LATER)
        return made

    with monkeypatch.context() as patched:
        patched.setattr(writing, "_composed", overtaken)
        first = write_review(profile, "van-loc", YEAR, FIRST)
    again = write_again(profile.name, "van-loc", YEAR, list_reviews()[0].at)
    close_ledger()
    assert write_page(again.content) == write_page(first.content)
    assert first.content.coverage.missing == ("huyện Hồng Ngàn",)
