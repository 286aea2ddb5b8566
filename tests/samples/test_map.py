"""The map of the samples: a commune split with shares, a merged pair, and a history that can be."""

from pathlib import Path

from tongket.actions.read_profile import read_profile
from tongket.terms.org_history import check_history
from tongket.terms.orgs import ChangeKind


def test_the_samples_have_a_split_commune_with_shares_and_a_merged_pair(reports: Path) -> None:
    """What a roll-up over a changing map is shown with."""
    profile = read_profile(reports.parent / "profile.toml")
    check_history(profile.orgs, profile.changes)
    split = next(change for change in profile.changes if change.kind is ChangeKind.SPLIT)
    merged = next(change for change in profile.changes if change.kind is ChangeKind.MERGE)
    assert len(split.sources) == 1
    assert (len(split.shares), sum(each.share for each in split.shares), split.share_basis) == (2, 1, "dân số")
    assert (len(merged.sources), len(merged.targets)) == (2, 1)


def test_every_duty_of_the_samples_names_its_day(reports: Path) -> None:
    """So that late can be told from in time."""
    profile = read_profile(reports.parent / "profile.toml")
    assert len(profile.duties) == 10
    assert all(duty.due_on for duty in profile.duties)
