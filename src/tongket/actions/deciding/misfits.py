"""Figures of an org's reports that fit no indicator of the profile, each with the reason the reader gives."""

from collections import Counter
from dataclasses import dataclass

from tongket.actions.attribute import mapping_of
from tongket.actions.corrected import corrected, corrections
from tongket.actions.people.gate import Person, require
from tongket.actions.people.office import Office, office
from tongket.actions.pivoting.kept import kept, rests_on
from tongket.ledger.entries import rows_of
from tongket.review.wording import bounded
from tongket.terms.period import Period
from tongket.terms.records import FigureKind
from tongket.terms.roles import Verb
from tongket.terms.tables import AttributionRow, DocumentRow, FigureRow, ObservationRow, ReadingRow

# What the reader was torn between comes first: there a person's word is worth most.
_TORN = "có thể thuộc nhiều chỉ tiêu"


@dataclass(frozen=True, slots=True)
class Misfit:
    """A figure that counts for nothing.

    Attributes:
        figure: Entry id.
        document: Document id.
        name: Of the document.
        text: The figure in words.
        before: The sentence before the figure's words.
        quote: The figure's words.
        after: The sentence behind them.
        reason: Why it counts for nothing.
        why: The reason without what is special to this figure.
        likely: Ids of the indicators that the reader was torn between.
    """

    figure: str
    document: str
    name: str
    text: str
    before: str
    quote: str
    after: str
    reason: str
    why: str
    likely: tuple[str, ...]


def misfits(person: Person, org: str, period: Period) -> tuple[list[Misfit], Counter[str]]:
    """Return what fits nothing in the reports of one org for one period, undecided, and how many for each `why`.

    Raises:
        NotAllowedError: They may not see the org.
    """
    require(person, Verb.SEE, org)
    place = office()
    found = kept(("misfits", place.entry, org, period), rests_on(place, org), lambda: _found(place, org, period))
    return found, Counter(each.why for each in found)


def _found(place: Office, org: str, period: Period) -> list[Misfit]:
    mapping = mapping_of(place.profile)
    attributed = rows_of(AttributionRow, org=org, mapping=mapping, period=str(period))
    later = {row.replaces for row in rows_of(ReadingRow, replaces=[row.reading for row in attributed])}
    readings = [row.reading for row in attributed if row.reading not in later]
    figures = {row.id: row for row in rows_of(FigureRow, reading=readings)}
    said = {row.figure: row for row in rows_of(ObservationRow, figure=list(figures)) if row.mapping == mapping}
    documents = {row.id: row.name for row in rows_of(DocumentRow, id=[row.document for row in attributed])}
    observed = [(figures[name], row) for name, row in said.items()]
    held = corrected(observed, corrections(documents=list(documents)))
    # What a person has corrected is decided.
    open_ones = [(row, each) for row, each in held if not each.indicator and not each.id.startswith("C-")]
    names = {each.name: each.id for each in place.profile.indicators}
    found = [_misfit(row, each.reason, documents[row.document], names) for row, each in open_ones]
    starts = {row.id: row.start for row, _ in open_ones}
    return sorted(found, key=lambda each: (each.why != _TORN, each.name, each.document, starts[each.figure]))


def _misfit(row: FigureRow, reason: str, name: str, ids: dict[str, str]) -> Misfit:
    at = row.at if row.at >= 0 else len(row.sentence)
    end = at + len(row.quote) if row.at >= 0 else at
    why, _, torn = reason.partition(": ")
    likely = tuple(ids[each] for each in torn.split(", ") if each in ids) if why == _TORN else ()
    text = bounded(row.quantity, FigureKind(row.kind)) + (f" {row.noun}" if row.noun else "")
    sentence = row.sentence
    return Misfit(
        row.id, row.document, name, text, sentence[:at], sentence[at:end], sentence[end:], reason, why, likely
    )
