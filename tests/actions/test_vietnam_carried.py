"""Figures carried over the change of 2025-07-01 on the real map: exact where whole, nothing made up where divided."""

from collections import Counter
from datetime import date

from tongket.actions.vietnam.read_map import NEW_MAP, read_map
from tongket.rollup.versions import Versions
from tongket.rollup.ways import ways_on
from tongket.terms.columns import Certainty
from tongket.terms.orgs import ChangeKind

TODAY = date(2026, 11, 22)


def test_whatever_was_reported_before_adds_exactly_to_the_provinces_of_today() -> None:
    """Every commune, district and province until 2025-06-30 counts wholly under one province of the new map."""
    country = read_map()
    versions = Versions(country.orgs, country.changes)
    old = {each.number for each in versions.all if each.valid_to <= NEW_MAP and each.level != "nước"}
    under = [way for way in ways_on(versions, TODAY) if way.version in old and way.level == "tỉnh"]
    assert Counter(way.version for way in under) == dict.fromkeys(old, 1)
    assert {(way.share, way.certainty) for way in under} == {(1, Certainty.EXACT)}


def test_a_divided_commune_gives_no_figure_to_its_parts() -> None:
    """The parts of the communes that were divided are said to be not derivable; whole ones are exact."""
    country = read_map()
    versions = Versions(country.orgs, country.changes)
    levels = {each.org: each.level for each in versions.all}
    divided = {change.sources[0] for change in country.changes if change.kind is ChangeKind.SPLIT and not change.shares}
    old = {each.number: each.org for each in versions.all if each.valid_to <= NEW_MAP and levels[each.org] == "xã"}
    told = {
        (old[way.version], way.certainty)
        for way in ways_on(versions, TODAY)
        if way.version in old and way.level == "xã"
    }
    assert {org for org, certainty in told if certainty is Certainty.NOT_DERIVABLE} == divided
    assert {org for org, certainty in told if certainty is Certainty.EXACT} == set(old.values()) - divided
