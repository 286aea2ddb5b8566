"""What a review rests on: who stood below the org in the period, which reports speak for each, which only stand by."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property

from tongket.actions.attribute import latest_readings
from tongket.actions.corrected import corrected, corrections, without_place
from tongket.actions.own_work import is_own_work, orgs_with_own_work, scopes_of, tellings, with_own_work
from tongket.ledger.entries import rows_of
from tongket.reading.period_words import periods_of_file_name
from tongket.rollup.below import Place, owes, places_below
from tongket.rollup.cells import by_org_and_indicator
from tongket.rollup.coverage import cover
from tongket.terms.errors import TongketError
from tongket.terms.orgs import Org
from tongket.terms.period import Period
from tongket.terms.profile import Indicator, OverTime, Profile
from tongket.terms.tables import AttributionRow, CorrectionRow, DocumentRow, FigureRow, ObservationRow


@dataclass(frozen=True, slots=True)
class Asked:
    """The question of a review: by which profile and mapping, on whose work, in which period, as known when."""

    profile: Profile
    mapping: str
    org: str
    period: Period
    known_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """A document in the ledger with whose it is; `org` and `period` are empty and None where not told."""

    document: DocumentRow
    attribution: AttributionRow
    org: str
    period: Period | None
    day: str


@dataclass(frozen=True)
class Basis:
    """What a review rests on, as known when it was gathered."""

    asked: Asked
    reports: tuple[Report, ...]
    unread: tuple[DocumentRow, ...]

    @cached_property
    def places(self) -> list[Place]:
        """Who stood directly below the org in the period."""
        return places_below(self.asked.profile.orgs, self.asked.org, self.asked.period)

    @cached_property
    def own_place(self) -> Place:
        """The org itself, over the whole period."""
        row = self._row(self.asked.org)
        return Place(row.id, row.name, row.level, self.asked.period)

    @cached_property
    def orgs(self) -> frozenset[str]:
        """The org itself and those below it."""
        return frozenset((self.asked.org, *(place.org for place in self.places)))

    def name(self, org: str) -> str:
        """Return what an org was called at the end of the period, empty for none."""
        return self._row(org).name if org else ""

    @cached_property
    def speaking(self) -> dict[str, Report]:
        """The reports that speak for an org in the period, by document id."""
        found: dict[str, Report] = {}
        for place in (self.own_place, *self.places):
            for report in self._speaking_for(place):
                found[report.document.id] = report
        return found

    @cached_property
    def adding(self) -> frozenset[str]:
        """The documents among those that speak whose periods cover their org's stretch: what totals rest on."""
        adding = {(place.org, period) for place in (self.own_place, *self.places) for period in self._covering(place)}
        return frozenset(
            document for document, report in self.speaking.items() if (report.org, report.period) in adding
        )

    @cached_property
    def within(self) -> dict[str, Report]:
        """All reports on or of the period, those whose org or period is not told among them, by document id."""
        return {report.document.id: report for report in self.reports if self._within(report)}

    @cached_property
    def covered(self) -> list[Place]:
        """The orgs below whose reports cover the whole stretch in which they stood there."""
        return [place for place in self.places if self._covering(place)]

    @cached_property
    def missing(self) -> list[Place]:
        """The orgs below that owed a report on that stretch and have none."""
        covered = set(self.covered)
        return [place for place in self.places if place not in covered and self.owed_by(place)]

    @cached_property
    def apart(self) -> frozenset[str]:
        """The org itself, where its own work stands apart on the map (`own_work.with_own_work`)."""
        return frozenset({self.asked.org} if any(is_own_work(place.org) for place in self.places) else ())

    def owed_by(self, place: Place) -> bool:
        """Tell whether an org owed a report; where the profile tells of no duties everybody did."""
        if is_own_work(place.org):
            return False
        duties = self.asked.profile.duties
        return owes(place, duties) if duties else True

    def places_for(self, indicator: Indicator) -> list[Place]:
        """Return the orgs that can give an indicator: a stock at the end only those that were there at the end."""
        if indicator.over_time is OverTime.LAST:
            return [place for place in self.places if place.stretch.last == self.asked.period.last]
        return self.places

    def figures(self, documents: Iterable[str]) -> list[tuple[FigureRow, ObservationRow]]:
        """Return the figures of some documents with what this mapping and corrections make of them, in text order."""
        asked = set(documents)
        mine = rows_of(ObservationRow, document=sorted(asked), mapping=self.asked.mapping)
        observed = {row.figure: row for row in mine}
        readings = [report.attribution.reading for report in self.reports if report.document.id in asked]
        rows = [row for row in rows_of(FigureRow, reading=readings) if row.id in observed]
        read = [(row, observed[row.id]) for row in sorted(rows, key=lambda row: (row.document, row.start, row.id))]
        mine_corrected = [each for each in self.corrections.values() if each.document in asked]
        return [*corrected(read, mine_corrected), *without_place(read, mine_corrected, self.asked.mapping)]

    @cached_property
    def observed(self) -> list[tuple[FigureRow, ObservationRow]]:
        """The figures in which something on the period may be told (`telling`)."""
        return self.figures(self.telling)

    @cached_property
    def corrections(self) -> dict[str, CorrectionRow]:
        """The corrections that hold, of documents that are attributed, by id."""
        known = {report.document.id for report in self.reports}
        return {each.id: each for each in corrections(self.asked.known_at) if each.document in known}

    @cached_property
    def telling(self) -> frozenset[str]:
        """The documents in which figures on the period may stand: those within, and those corrected to be on it."""
        moved = {
            each.document
            for each in self.corrections.values()
            if each.indicator and each.org in self.orgs and self.asked.period.contains(Period.parse(each.period))
        }
        return frozenset(moved | self.within.keys())

    @cached_property
    def _by_org(self) -> dict[str, list[Report]]:
        by_org: dict[str, list[Report]] = defaultdict(list)
        for report in self.reports:
            if report.org and report.period:
                by_org[report.org].append(report)
        return by_org

    def _covering(self, place: Place) -> tuple[Period, ...]:
        periods = [report.period for report in self._by_org[place.org] if report.period]
        return (place.stretch,) if place.stretch in periods else cover(place.stretch, periods)

    def _speaking_for(self, place: Place) -> list[Report]:
        covering = self._covering(place)
        reports = [report for report in self._by_org[place.org] if report.period]
        if covering:
            return [report for report in reports if report.period in covering]
        return [report for report in reports if report.period and place.stretch.contains(report.period)]

    def _within(self, report: Report) -> bool:
        asked = self.asked.period
        if report.org and report.org not in self.orgs:
            return False
        if report.period is not None:
            return asked.contains(report.period)
        return _in_time(report.day, asked, untold=not report.org)

    def _row(self, org: str) -> Org:
        rows = self.asked.profile.org_rows(org)
        on_time = [row for row in rows if row.valid_from <= self.asked.period.last]
        return (on_time or rows)[-1]


def gather(asked: Asked) -> Basis:
    """Gather what a review rests on.

    Raises:
        TongketError: The profile has no such org.
    """
    if not asked.profile.org_rows(asked.org):
        known = ", ".join(dict.fromkeys(org.id for org in asked.profile.orgs))
        message = f"Hồ sơ (profile) không có đơn vị “{asked.org}”. Hãy chọn một trong: {known}."
        raise TongketError(message)
    documents = {row.id: row for row in rows_of(DocumentRow, known_at=asked.known_at)}
    latest = {reading.id for reading in latest_readings(asked.known_at).values()}
    rows = rows_of(AttributionRow, known_at=asked.known_at, mapping=asked.mapping)
    attributed = [row for row in rows if row.reading in latest]
    reports = [_report(row, documents[row.document]) for row in attributed]
    unread = [row for row in documents.values() if not row.readable and _file_in_time(row.name, asked.period)]
    basis = Basis(asked, _in_order(reports, asked.profile), tuple(sorted(unread, key=lambda row: (row.name, row.id))))
    return _with_own_work(basis)


def _with_own_work(basis: Basis) -> Basis:
    """Return the basis with the org's own work on its map, where a figure of the period tells of it."""
    asked = basis.asked
    observed = [(row, said) for row, said in basis.observed if said.org == asked.org and said.indicator]
    told = by_org_and_indicator(tellings(observed, asked.profile))
    orgs = orgs_with_own_work(told, scopes_of(observed), {asked.org}, asked.profile)
    return replace(basis, asked=replace(asked, profile=with_own_work(asked.profile, orgs))) if orgs else basis


def _report(row: AttributionRow, document: DocumentRow) -> Report:
    return Report(document, row, row.org, Period.parse(row.period) if row.period else None, row.day)


def _in_order(reports: Sequence[Report], profile: Profile) -> tuple[Report, ...]:
    """Put reports in the profile's order of orgs, then by period, then by name."""
    places = {org.id: place for place, org in reversed(list(enumerate(profile.orgs)))}
    last = len(places)
    return tuple(
        sorted(
            reports,
            key=lambda report: (
                places.get(report.org, last),
                str(report.period.first) if report.period else "9",
                report.document.name,
                report.document.id,
            ),
        )
    )


def _in_time(day: str, asked: Period, *, untold: bool) -> bool:
    """Tell whether a day as far as told lies in the period; without any day only a document of nobody may belong."""
    try:
        told = Period.parse(day[:7])
    except TongketError:
        return untold
    return asked.overlaps(told) if len(day) < len("2024-01") else asked.contains(told)


def _file_in_time(name: str, asked: Period) -> bool:
    told = [named.period for named in periods_of_file_name(name)]
    return not told or any(asked.overlaps(period) for period in told)
