"""The ids of a DHIS2 and those of a profile: by the profile's `[dhis2]` tables, else by codes, else by nothing."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from tongket.actions.dhis2.values import DataValue, DataValueSet
from tongket.terms.period import Period
from tongket.terms.profile import Indicator, Profile

PLAIN_CATEGORIES = frozenset({"", "default"})
"""What says that a value is not broken down; `default` is the code of DHIS2's own category option combo."""


@dataclass(frozen=True)
class Identifiers:
    """The ids of one profile."""

    profile: Profile

    def indicator_of(self, value: DataValue, sole_categories: frozenset[str]) -> str:
        """Return the indicator of a value; empty where none is told.

        Args:
            value: With data element and category option combo.
            sole_categories: Data elements with one category option combo only, so that it breaks nothing down.
        """
        whole = value.element in sole_categories or value.category in self._plain
        keys = [f"{value.element}.{value.category}", *([value.element] if whole else [])]
        return next((self._indicators[key] for key in keys if key in self._indicators), "")

    def org_of(self, their_org: str, period: Period) -> str:
        """Return the org of an org unit that stood in the period; empty where none did, or several."""
        by_table = {org for org, theirs in self.profile.dhis2.orgs if theirs == their_org}
        rows = [org for org in self.profile.orgs if org.valid_in(period)]
        by_code = {org.id for org in rows if their_org and org.code == their_org}
        standing = by_table & {org.id for org in rows} or by_code
        return standing.pop() if len(standing) == 1 else ""

    def knows_their_org(self, their_org: str) -> bool:
        """Tell whether any org, of any time, has this id or code."""
        by_table = {theirs for _, theirs in self.profile.dhis2.orgs}
        return bool(their_org) and (their_org in by_table or any(org.code == their_org for org in self.profile.orgs))

    def element_of(self, indicator: Indicator, *, by_code: bool) -> tuple[str, str]:
        """Return data element and category option combo of an indicator; the first is empty where it has none."""
        if by_code:
            return indicator.code, ""
        theirs = dict(self.profile.dhis2.elements).get(indicator.id, "")
        element, _, category = theirs.partition(".")
        return element, category or self.profile.dhis2.category

    def their_org_of(self, org: str, period: Period, *, by_code: bool) -> str:
        """Return the id of an org's org unit, or its code on the last day of the period; empty where it has none."""
        if not by_code:
            return dict(self.profile.dhis2.orgs).get(org, "")
        rows = [row for row in self.profile.org_rows(org) if row.valid_in(period)]
        return rows[-1].code if rows else ""

    @cached_property
    def _plain(self) -> frozenset[str]:
        return PLAIN_CATEGORIES | {self.profile.dhis2.category}

    @cached_property
    def _indicators(self) -> dict[str, str]:
        by_code = {each.code: each.id for each in self.profile.indicators if each.code}
        return by_code | {theirs: own for own, theirs in self.profile.dhis2.elements}


def sole_categories(values: DataValueSet) -> frozenset[str]:
    """Return the data elements that come with one category option combo only, attribute option combos told apart."""
    return frozenset(element for element, found in _combos(values.values).items() if len(found) == 1)


def _combos(values: Iterable[DataValue]) -> dict[str, set[tuple[str, str]]]:
    found: dict[str, set[tuple[str, str]]] = {}
    for value in values:
        found.setdefault(value.element, set()).add((value.category, value.attribute))
    return found
