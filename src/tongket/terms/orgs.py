"""Organisations through time: dated facts about an org, and what happened to orgs on a day.

An org has an id of its own, never an official code: codes are given again to others. Its name, code, level and
parent are facts that are true on `[valid_from, valid_to)`. What a history cannot be is told in `org_history.py`.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from tongket.terms.period import Period


class ChangeKind(StrEnum):
    """What happened to orgs on a day."""

    MERGE = "merge"
    SPLIT = "split"
    RENAME = "rename"
    MOVE = "move"
    OPEN = "open"
    ABOLISH = "abolish"


@dataclass(frozen=True, slots=True)
class Org:
    """One row of dated facts about an org, true on `[valid_from, valid_to)`; names as they are written in reports.

    Attributes:
        id: Own id; several rows may have it, on days that do not overlap.
        name: With its level word: `huyện Sông Thượng`.
        level: Free word: tỉnh, huyện, xã …; duties refer to it.
        aliases: Other writings, and the bodies that report for it.
        parent: Org id; None at the top.
        kind: Free word: địa phương, sở ngành …
        valid_from: First day on which the row is true; `date.min` for always.
        valid_to: First day on which it no longer is; `date.max` for as far as known.
        code: Official code in that time, empty where there is none; never an id.
    """

    id: str
    name: str
    level: str
    aliases: tuple[str, ...] = ()
    parent: str | None = None
    kind: str = ""
    valid_from: date = date.min
    valid_to: date = date.max
    code: str = ""

    def valid_on(self, day: date) -> bool:
        """Tell whether the row is true on `day`."""
        return self.valid_from <= day < self.valid_to

    def valid_in(self, period: Period) -> bool:
        """Tell whether the row is true on at least one day of `period`."""
        return self.valid_from <= period.last and period.first < self.valid_to


@dataclass(frozen=True, slots=True)
class Share:
    """Which part of a source went to a target: more than 0, at most 1."""

    source: str
    target: str
    share: Decimal


@dataclass(frozen=True, slots=True)
class OrgChange:
    """A change of the map with its legal basis; orgs by id.

    Attributes:
        kind: What happened.
        date: First day on which the new map holds.
        sources: Who was there before; for `open` nobody.
        targets: Who is there after; for `abolish` nobody. An org that gave away a part and stayed is among both.
        basis: Legal basis.
        shares: Parts of a source that went to several targets; those of one source sum to 1. A source without
            shares and with one target went there whole; with several targets its parts are not known.
        share_basis: What the shares were measured by: dân số, diện tích, đảng viên …; empty where there are none.
    """

    kind: ChangeKind
    date: date
    sources: tuple[str, ...]
    targets: tuple[str, ...]
    basis: str
    shares: tuple[Share, ...] = ()
    share_basis: str = ""
