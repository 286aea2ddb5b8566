"""The annex of sources: every entry that something in the review leads to, once, in the order of the documents."""

from dataclasses import dataclass, field

from tongket.actions.composing.basis import Basis, Report
from tongket.review.content import Source
from tongket.terms.span import Span
from tongket.terms.tables import AwardRow, DirectiveRow, EventRow, FigureRow, StatementRow

SourceRow = FigureRow | StatementRow | EventRow | DirectiveRow | AwardRow


@dataclass
class Sources:
    """Gathers entries as they are led to."""

    basis: Basis
    _found: dict[str, Source] = field(default_factory=dict)
    _order: dict[str, tuple[int, int, str]] = field(default_factory=dict)

    def to(self, row: SourceRow) -> str:
        """Return the target that leads to an entry, which will stand in the annex."""
        if row.id not in self._found:
            report = self._reports[row.document][1]
            self._found[row.id] = _source(row, report, self.basis)
            self._order[row.id] = (self._reports[row.document][0], row.start, row.id)
        return row.id

    def all(self) -> tuple[Source, ...]:
        """Return the entries led to so far, by document and place in it."""
        return tuple(self._found[each] for each in sorted(self._found, key=lambda each: self._order[each]))

    @property
    def _reports(self) -> dict[str, tuple[int, Report]]:
        if not self._by_document:
            self._by_document.update(
                {report.document.id: (place, report) for place, report in enumerate(self.basis.reports)}
            )
        return self._by_document

    _by_document: dict[str, tuple[int, Report]] = field(default_factory=dict)


def _source(row: SourceRow, report: Report, basis: Basis) -> Source:
    sentence, quote = _shown(row)
    return Source(
        id=row.id,
        document=report.document.name,
        org=basis.name(report.org),
        period=report.period.label if report.period else "",
        sentence=sentence,
        quote=quote,
        page=row.page or None,
        line=row.line,
    )


def _shown(row: SourceRow) -> tuple[str, Span | None]:
    if isinstance(row, FigureRow):
        return row.sentence, Span(row.at, row.at + len(row.quote)) if row.at >= 0 else None
    if isinstance(row, StatementRow | EventRow):
        return row.quote, None
    at = row.sentence.find(row.quote)
    return row.sentence, Span(at, at + len(row.quote)) if at >= 0 else None
