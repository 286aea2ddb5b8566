"""The readings of real pages are as good as they were: no record type under its floor."""

import pytest

from corpus.gate import CORPORA, SHARED, fallen, floors, raised, scores_of

BESIDE = pytest.mark.skipif(
    not (SHARED / "gold").is_dir(),
    reason=f"needs the real pages and their gold in {SHARED.name}/ beside the repository (or TONGKET_SHARED)",
)


@BESIDE
@pytest.mark.parametrize("corpus", CORPORA)
def test_no_type_is_under_its_floor(corpus: str) -> None:
    """Every record type of the corpus scores at least what was pinned for it."""
    assert fallen(scores_of(corpus), floors()[corpus]) == {}


def test_a_fallen_score_is_seen() -> None:
    """A score under its floor, or one that is missing, is named with both numbers."""
    assert fallen({"figures": 0.9, "roles": 0.8}, {"figures": 0.95, "roles": 0.8, "awards": 0.5}) == {
        "figures": (0.9, 0.95),
        "awards": (0.0, 0.5),
    }


def test_pinned_floors_hold_for_what_they_were_pinned_from() -> None:
    """Pinning a score and measuring it again is no regression."""
    scores = {"figures": 0.9333, "mean": 0.0}
    assert fallen(scores, raised(scores)) == {}


def test_a_floor_sinks_only_where_it_may() -> None:
    """A score a little lower than the one pinned, though above its floor, lowers no floor unasked."""
    assert raised({"figures": 0.94, "roles": 1.0}, {"figures": 0.93, "roles": 0.9}) == {"figures": 0.93, "roles": 0.98}
    assert raised({"figures": 0.94}) == {"figures": 0.92}


def test_floors_are_pinned_for_both_corpora() -> None:
    """There is a floor for the mean and for each of the main record types."""
    for corpus in CORPORA:
        assert {"mean", "body", "figures", "officials", "directives"} <= set(floors()[corpus])
