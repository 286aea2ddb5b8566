"""The annex of sources: every entry that something in the review leads to, once, in the order of the documents."""

from tongket.actions.composing.basis import Basis, Report
from tongket.review.content import Source
from tongket.terms.span import Span
from tongket.terms.tables import AwardRow, DirectiveRow, EventRow, FigureRow, StatementRow

SourceRow = FigureRow | StatementRow | EventRow | DirectiveRow | AwardRow


class Sources:
    """Gathers entries as they are led to."""

    def __init__(self, basis: Basis) -> None:
        """Start with none."""
        self._basis = basis
        self._reports = {report.document.id: (place, report) for place, report in enumerate(basis.reports)}
        self._found: dict[str, tuple[tuple[int, int, str], Source]] = {}

    def to(self, row: SourceRow) -> str:
        """Return the target that leads to an entry, which will stand in the annex."""
        if row.id not in self._found:
            place, report = self._reports[row.document]
            self._found[row.id] = ((place, row.start, row.id), _source(row, report, self._basis))
        return row.id

    def all(self) -> tuple[Source, ...]:
        """Return the entries led to so far, by document and place in it."""
        return tuple(source for _, source in sorted(self._found.values(), key=lambda each: each[0]))


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
