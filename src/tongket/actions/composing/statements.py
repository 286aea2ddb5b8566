"""What reports say of results, limitations and tasks: sentence by sentence, each org's own words, repeats left out."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from tongket.actions.composing.basis import Basis, Report
from tongket.actions.composing.drawn import charts
from tongket.actions.composing.lines import Line
from tongket.actions.composing.sources import Sources
from tongket.actions.judging.rejected import rejected
from tongket.ledger.entries import rows_of
from tongket.reading.keyed import fold
from tongket.reading.likeness import alike, likeness
from tongket.review.content import FigureRun, Paragraph, Run, StatementLine, TextRun, Theme, marked
from tongket.review.sentences import Told, joined, paragraph
from tongket.terms.orgs import ChangeKind
from tongket.terms.profile import Profile
from tongket.terms.profile import Theme as ThemeOfProfile
from tongket.terms.records import StatementKind
from tongket.terms.span import Span
from tongket.terms.tables import FigureRow, StatementRow

# From this share of telling syllables on, a second sentence of the same org is the same told again (a news page
# and the Word report of one conference).
_SAME = 0.85
_OTHER_THEME = ThemeOfProfile("", "Các mặt công tác khác")
# Changes through which an org goes on under another id; one that was abolished has no heir.
_HEIRS = frozenset({ChangeKind.MERGE, ChangeKind.SPLIT, ChangeKind.RENAME, ChangeKind.MOVE})


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence with the report it stands in."""

    row: StatementRow
    report: Report


class Statements:
    """Everything that is said in the reports of a review and before."""

    def __init__(self, basis: Basis, sources: Sources) -> None:
        """Gather what the reports say, and the figures in their sentences."""
        self._basis = basis
        self._sources = sources
        by_document: dict[str, list[StatementRow]] = defaultdict(list)
        refused = rejected([report.document.id for report in basis.reports], basis.asked.known_at)
        for row in rows_of(StatementRow, reading=[report.attribution.reading for report in basis.reports]):
            if row.id in refused:
                continue
            by_document[row.document].append(row)
        self._said = {
            report.document.id: [
                Said(row, report)
                for row in sorted(by_document[report.document.id], key=lambda row: (row.start, row.id))
            ]
            for report in basis.reports
        }
        self._figures: dict[str, list[FigureRow]] = defaultdict(list)
        self._indicators: dict[str, str] = {}
        for figure, observed in basis.figures(basis.speaking):
            self._figures[figure.document].append(figure)
            self._indicators[figure.id] = observed.indicator

    def of(self, document: str) -> Sequence[Said]:
        """Return all that one document says, in its order."""
        return self._said[document]

    def themes(self, lines: Sequence[Line]) -> tuple[Theme, ...]:
        """Return section I: by theme the totals, then what each org tells of it."""
        by_theme: dict[str, list[Said]] = defaultdict(list)
        for said in self._of_kind(StatementKind.RESULT):
            by_theme[self._theme_of(said)].append(said)
        found = []
        for theme in (*self._basis.asked.profile.themes, _OTHER_THEME):
            paragraphs = [*_told(theme, lines, self._basis), *self._told_by_orgs(by_theme[theme.id])]
            if paragraphs:
                found.append(Theme(theme.title, tuple(paragraphs), charts(theme.id, lines, self._basis)))
        return tuple(found)

    def limitations(self) -> tuple[StatementLine, ...]:
        """Return section II, each marked where the same org, or one it came from, said the like before."""
        earlier = [
            said
            for report in self._basis.reports
            if report.period is not None and report.period.last < self._basis.asked.period.first
            for said in self._said[report.document.id]
            if said.row.kind == StatementKind.LIMITATION
        ]
        return tuple(self._limitation(said, earlier) for said in self._of_kind(StatementKind.LIMITATION))

    def tasks(self) -> tuple[StatementLine, ...]:
        """Return section III: what the reports set for the time after the period."""
        end = self._basis.asked.period.last
        ends = {place.org: place.stretch.last for place in self._basis.places}
        return tuple(
            self._line(said)
            for said in self._of_kind(StatementKind.TASK)
            # A task set at the half-year was for the second half, which is over.
            if said.report.period is None or said.report.period.last == ends.get(said.report.org, end)
        )

    def _of_kind(self, kind: StatementKind) -> Iterator[Said]:
        """Return the sentences of one kind in the reports that speak, one of those that an org tells twice."""
        told: dict[str, list[str]] = defaultdict(list)
        for document in self._basis.speaking:
            for said in self._said[document]:
                before = told[said.report.org]
                if said.row.kind == kind and not any(likeness(said.row.quote, each) >= _SAME for each in before):
                    before.append(said.row.quote)
                    yield said

    def _limitation(self, said: Said, earlier: Iterable[Said]) -> StatementLine:
        orgs = family(said.report.org, self._basis.asked.profile)
        before = [each for each in earlier if each.report.org in orgs and alike(each.row.quote, said.row.quote)]
        if not before:
            return self._line(said)
        # The latest time it was said; in one period the first report in order.
        last = max(before, key=lambda each: each.report.period.last if each.report.period else date.min)
        return self._line(said, last)

    def _line(self, said: Said, earlier: Said | None = None) -> StatementLine:
        period = earlier.report.period if earlier else None
        return StatementLine(
            self._runs(said),
            self._basis.name(said.report.org),
            self._sources.to(said.row),
            period.label if period else None,
            self._sources.to(earlier.row) if earlier else None,
        )

    def _told_by_orgs(self, told: Iterable[Said]) -> Iterator[Paragraph]:
        """Return one paragraph a report, which starts with whose it is, and for which period where for another."""
        for document, group in groupby(told, key=lambda said: said.row.document):
            report = self._basis.speaking[document]
            part = f" ({report.period.label})" if report.period and report.period != self._basis.asked.period else ""
            runs: list[Run] = [TextRun(f"{_capital(self._basis.name(report.org))}{part}:")]
            for said in group:
                runs += [TextRun(" "), *self._with_source(said)]
            yield Paragraph(tuple(joined(runs)))

    def _with_source(self, said: Said) -> tuple[Run, ...]:
        """Return a sentence whose figures lead to their sources; one without figures leads to its own as a whole."""
        runs = self._runs(said)
        if any(isinstance(run, FigureRun) for run in runs):
            return runs
        return (FigureRun("".join(run.text for run in runs), self._sources.to(said.row)),)

    def _runs(self, said: Said) -> tuple[Run, ...]:
        row = said.row
        inside = {
            Span(figure.start - row.start, figure.end - row.start): figure
            for figure in reversed(self._figures[row.document])
            if row.start <= figure.start and figure.end <= row.end
        }
        places = [(span, self._sources.to(figure)) for span, figure in inside.items()]
        return marked(row.quote.replace("\n", " "), places)

    def _theme_of(self, said: Said) -> str:
        row, profile = said.row, self._basis.asked.profile
        counts = dict.fromkeys([theme.id for theme in profile.themes], 0)
        for figure in self._figures[row.document]:
            indicator = profile.indicator(self._indicators[figure.id])
            if indicator and row.start <= figure.start < row.end:
                counts[indicator.theme] += 1
        for words in (row.quote, row.headings):
            if not any(counts.values()):
                counts = {theme.id: _cues(theme, words) for theme in profile.themes}
        best = max(counts, key=lambda theme: counts[theme], default="")
        return best if counts.get(best) else _OTHER_THEME.id


def _told(theme: ThemeOfProfile, lines: Iterable[Line], basis: Basis) -> list[Paragraph]:
    told = [
        Told(
            line.indicator.name,
            line.indicator.measure,
            line.total.quantity,
            line.total.target,
            line.rests_on,
            line.owed,
            line.indicator.kind,
        )
        for line in lines
        if line.indicator.theme == theme.id and line.total
    ]
    return [paragraph(f"Toàn {basis.own_place.level}", told)] if told else []


def _cues(theme: ThemeOfProfile, words: str) -> int:
    key = fold(words)
    return sum(fold(cue) in key for cue in theme.cues)


def family(org: str, profile: Profile) -> frozenset[str]:
    """Return an org with those it came from."""
    orgs = {org}
    for change in sorted(profile.changes, key=lambda change: change.date, reverse=True):
        if change.kind in _HEIRS and orgs.intersection(change.targets):
            orgs.update(change.sources)
    return frozenset(orgs)


def _capital(name: str) -> str:
    return name[:1].upper() + name[1:]
