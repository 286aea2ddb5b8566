"""The figures of a review: what each org gave, what it adds up to, and the way back from every one of them."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from tongket.actions.composing.basis import Basis
from tongket.actions.composing.lines import (
    Conflict,
    Disagreement,
    Line,
    Made,
    Shown,
    note_of_bounds,
    note_of_own,
    text_of,
)
from tongket.actions.composing.sources import Sources
from tongket.actions.own_work import scopes_of, tellings, told_apart
from tongket.ledger.names import entry_id
from tongket.review.content import Part, Total
from tongket.rollup.answers import Percent, sums_below
from tongket.rollup.below import Place
from tongket.rollup.cells import Cell, Tellings, Told, by_org_and_indicator, cell
from tongket.rollup.combine import combine
from tongket.terms.profile import Indicator, OverOrgs
from tongket.terms.quantity import Quantity
from tongket.terms.tables import FigureRow, PartRow, TotalRow

OWN_PLACE = 0
"""The place among a total's parts of the parent body's own figure: shown beside the sum, never part of it."""


@dataclass
class Book:
    """Works the figures out and keeps every total with its parts."""

    basis: Basis
    sources: Sources
    lines: list[Line] = field(default_factory=list)
    totals: dict[str, Total] = field(default_factory=dict)
    rows: list[TotalRow] = field(default_factory=list)
    parts: list[PartRow] = field(default_factory=list)
    conflicts: list[Conflict] = field(default_factory=list)
    disagreements: list[Disagreement] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Work out every indicator of the profile."""
        self.figures: dict[str, FigureRow] = {}
        # Why a figure was corrected, by its id.
        self._reasons: dict[str, str] = {}
        self._documents = {
            report.document.id: (place, report.document.name) for place, report in enumerate(self.basis.reports)
        }
        self._tellings = self._told_apart()
        cells = {each.id: self._cells(each) for each in self.basis.asked.profile.indicators}
        self.cells: list[Cell] = [each for group in cells.values() for each in group.values()]
        added, percents = sums_below(
            self.cells, self.basis.asked.profile, self.basis.asked.org, self.basis.asked.period
        )
        for indicator in self.basis.asked.profile.indicators:
            by_org = {org: self._shown(each, indicator) for org, each in cells[indicator.id].items()}
            own = self._own(indicator)
            if indicator.part and indicator.base:
                both = percents.get(indicator.id)
                total = self._percent(indicator, both, cells[indicator.part], cells[indicator.base]) if both else None
                rests_on = both.orgs if both and total else 0
            elif indicator.over_orgs is OverOrgs.SUM and indicator.id in added:
                found = added[indicator.id]
                rests_on = found.orgs
                total = self._sum(indicator, found.quantity, by_org, conflict=found.conflict, own=own)
            else:
                total, rests_on = None, len(by_org)
            owed = len([place for place in self._places(indicator) if place.org in by_org or self.basis.owed_by(place)])
            if by_org or own or total:
                self.lines.append(Line(indicator, by_org, own, total, rests_on, owed))
                self._compare(indicator, own, total)

    def _told_apart(self) -> Tellings:
        """Return what counts, by org and indicator: the org's own work apart, as of one more org below it."""
        observed = [(row, said) for row, said in self.basis.observed if said.indicator and said.org in self.basis.orgs]
        self.figures = {row.id: row for row, _ in observed}
        known = self.basis.corrections
        self._reasons = {row.id: known[said.id].reason for row, said in observed if said.id in known}
        profile = self.basis.asked.profile
        told = by_org_and_indicator(tellings(observed, profile))
        return told_apart(told, scopes_of(observed), self.basis.apart, profile)

    def _places(self, indicator: Indicator) -> list[Place]:
        return self.basis.places_for(indicator)

    def _cells(self, indicator: Indicator) -> dict[str, Cell]:
        found = ((place, self._cell(place, indicator)) for place in self._places(indicator))
        return {place.org: each for place, each in found if each is not None}

    def _cell(self, place: Place, indicator: Indicator) -> Cell | None:
        return cell(_of(self._tellings, place.org, indicator), indicator, place.stretch)

    def _own(self, indicator: Indicator) -> Shown | None:
        found = self._cell(self.basis.own_place, indicator)
        return None if found is None else self._shown(found, indicator)

    def _shown(self, found: Cell, indicator: Indicator) -> Shown:
        """Show what one org gave: a single telling leads to its sentence, anything else to a total of its own."""
        for share in found.shares:
            if share.combined.conflict:
                self.conflicts.append(Conflict(found.org, indicator, share))
        text = text_of(found.quantity, indicator, summed=len(found.shares) > 1)
        first = found.shares[0].told
        if len(found.shares) == 1 and len(first) == 1 and first[0].figure not in self._reasons:
            return Shown(found.quantity, text, self._source(first[0]), conflict=False)
        parts = self._telling_parts(found, indicator)
        label = f"{indicator.name}, {self.basis.name(found.org)}"
        kind = "own" if len(found.shares) == 1 else "periods"
        note = "Các văn bản nêu số khác nhau; cần người có thẩm quyền xác định." if found.conflict else ""
        made = Made(indicator, kind, label, found.quantity, text, parts, conflict=found.conflict, note=note)
        return Shown(found.quantity, text, self.enter(made, rests_on=1, owed=1), conflict=found.conflict)

    def _telling_parts(self, found: Cell, indicator: Indicator) -> list[Part]:
        return [
            Part(
                f"{share.period.label}: {self._document(each)}{self._reason(each)}",
                text_of(each.quantity, indicator),
                (self._source(each),),
            )
            for share in found.shares
            for each in sorted(share.told, key=self._place)
        ]

    def _reason(self, told: Told) -> str:
        reason = self._reasons.get(told.figure)
        return f" (đính chính: {reason})" if reason else ""

    def _place(self, told: Told) -> tuple[int, int, str]:
        """Order tellings as a reader meets them: by document, then in the order of its text."""
        return self._documents[told.document][0], self.figures[told.figure].start, told.figure

    def _document(self, told: Told) -> str:
        return self._documents[told.document][1]

    def _source(self, told: Told) -> str:
        return self.sources.to(self.figures[told.figure])

    def _sum(
        self,
        indicator: Indicator,
        quantity: Quantity,
        by_org: dict[str, Shown],
        *,
        conflict: bool,
        own: Shown | None = None,
    ) -> Shown:
        text = text_of(quantity, indicator, summed=len(by_org) > 1)
        parts = [Part(self.basis.name(org), shown.text, (shown.target,)) for org, shown in by_org.items()]
        missing = tuple(
            place.name for place in self._places(indicator) if place.org not in by_org and self.basis.owed_by(place)
        )
        notes = (
            note_of_own(indicator, own, quantity),
            "Trong đó có số liệu mà các văn bản nêu khác nhau." if conflict else "",
            note_of_bounds(quantity, ((self.basis.name(org), shown) for org, shown in by_org.items())),
        )
        note = " ".join(each for each in notes if each)
        made = Made(indicator, "sum", indicator.name, quantity, text, parts, conflict=conflict, note=note, own=own)
        target = self.enter(made, rests_on=len(by_org), owed=len(by_org) + len(missing), missing=missing)
        return Shown(quantity, text, target, conflict)

    def _percent(
        self, indicator: Indicator, both: Percent, part_cells: dict[str, Cell], base_cells: dict[str, Cell]
    ) -> Shown | None:
        """Recompute a percent from part and base of the orgs that gave both; percents themselves are never added."""
        if both.share is None:
            return None
        orgs = [org for org in part_cells if org in base_cells]
        parts = [
            self._half(indicator.part or "", both.part, part_cells, orgs, conflict=both.conflict),
            self._half(indicator.base or "", both.base, base_cells, orgs, conflict=both.conflict),
        ]
        text = text_of(both.share, indicator)
        note = "Tính lại từ số phần và số toàn thể của các đơn vị nêu đủ cả hai."
        made = Made(indicator, "percent", indicator.name, both.share, text, parts, conflict=both.conflict, note=note)
        places = self._places(indicator)
        missing = tuple(p.name for p in places if p.org not in orgs and self.basis.owed_by(p))
        target = self.enter(made, rests_on=both.orgs, owed=both.orgs + len(missing), missing=missing)
        return Shown(both.share, text, target, both.conflict)

    def _half(
        self, indicator_id: str, quantity: Quantity, cells: dict[str, Cell], orgs: Sequence[str], *, conflict: bool
    ) -> Part:
        indicator = self.basis.asked.profile.indicator(indicator_id)
        assert indicator is not None  # noqa: S101 - the profile was checked when it was read
        by_org = {org: self._shown(each, indicator) for org, each in cells.items() if org in orgs}
        shown = self._sum(indicator, quantity, by_org, conflict=conflict)
        return Part(indicator.name, shown.text, (shown.target,))

    def _compare(self, indicator: Indicator, own: Shown | None, total: Shown | None) -> None:
        if own and total and combine([own.quantity, total.quantity]).conflict:
            self.disagreements.append(Disagreement(indicator, own, total))

    def enter(self, made: "Made", *, rests_on: int, owed: int, missing: tuple[str, ...] = ()) -> str:
        """Keep a total with its parts; the same total made twice is one."""
        asked, quantity = self.basis.asked, made.quantity
        own = Part(self.basis.own_place.name, made.own.text, (made.own.target,)) if made.own else None
        targets = [target for part in (*made.parts, *([own] if own else [])) for target in part.targets]
        name = entry_id(
            "T", asked.mapping, asked.org, asked.period, made.indicator.id, made.kind, made.label, quantity, *targets
        )
        if name in self.totals:
            return name
        self.totals[name] = Total(
            name, made.label, made.text, tuple(made.parts), rests_on, owed, missing, own, made.note
        )
        self.rows.append(
            TotalRow(
                id=name,
                mapping=asked.mapping,
                org=asked.org,
                period=str(asked.period),
                indicator=made.indicator.id,
                kind=made.kind,
                low=quantity.low,
                high=quantity.high,
                approx=quantity.approx,
                conflict=made.conflict,
                rests_on=rests_on,
                owed=owed,
                label=made.label,
                text=made.text,
            )
        )
        numbered = [*enumerate(made.parts, OWN_PLACE + 1), *([(OWN_PLACE, own)] if own else [])]
        self.parts += [
            PartRow(entry_id("P", name, place, target), name, place, target, part.label, part.text)
            for place, part in numbered
            for target in part.targets
        ]
        return name


def _of(tellings: Tellings, org: str, indicator: Indicator) -> Sequence[Told]:
    return tellings.get((org, indicator.id), ())
