"""From one figure of a roll-up down to the sentences it rests on."""

from collections.abc import Iterable
from dataclasses import dataclass

from tongket.actions.people.gate import Person, require
from tongket.actions.people.office import Office, office
from tongket.actions.pivoting.kept import kept, rests_on
from tongket.actions.pivoting.pivot import Cell, Pivot, cell_of
from tongket.actions.roll_up import roll_up
from tongket.actions.rolling.asked import Asked
from tongket.actions.rolling.facts import Facts, Sources
from tongket.actions.rolling.places import Where
from tongket.review.wording import bounded, figure
from tongket.rollup.answers import Part, Saying
from tongket.rollup.cells import Told
from tongket.terms.columns import Certainty
from tongket.terms.errors import TongketError
from tongket.terms.period import Period
from tongket.terms.profile import Indicator
from tongket.terms.quantity import Quantity
from tongket.terms.roles import Verb


@dataclass(frozen=True, slots=True)
class Sentence:
    """What one document says: the figure and the sentence around it, cut before and behind the figure's words."""

    figure: str
    document: str
    name: str
    text: str
    before: str
    quote: str
    after: str
    page: int
    line: int


@dataclass(frozen=True, slots=True)
class PartSeen:
    """A figure that a total rests on; `share` tells what of it went in, empty where all of it did."""

    name: str
    period: str
    text: str
    share: str
    certainty: Certainty
    conflict: bool
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Parts:
    """A cell with what it rests on, and beside it what the org itself told."""

    name: str
    indicator: Indicator
    period: Period
    cell: Cell
    orgs: int
    owed: int
    parts: tuple[PartSeen, ...]
    own: tuple[Sentence, ...]


def parts_of_cell(person: Person, asked: Pivot, org: str, indicator: str, period: Period) -> Parts:
    """Return what a cell of a roll-up rests on.

    Raises:
        NotAllowedError: They may not see the org.
        TongketError: As `roll_up`; there is no figure.
    """
    require(person, Verb.SEE, org)
    place = office()
    question = Asked(Where(org, "", asked.of_level, asked.day), (period,), (indicator,), asked.known_at, drill=True)
    found = kept(("parts", place.entry, question), rests_on(place, org), lambda: _computed(place, question))
    if found is None:
        message = "Không có số liệu nào ở ô này: các đơn vị chưa báo cáo chỉ tiêu này trong kỳ."
        raise TongketError(message)
    return found


def _computed(place: Office, question: Asked) -> Parts | None:
    rolled = roll_up(place.profile, question)
    if not rolled.lines:
        return None
    line, facts = rolled.lines[0], rolled.facts
    kind, measure = line.indicator.kind, line.indicator.measure
    own = [told for told in facts.tellings.get((line.org, line.indicator.id), ()) if line.period.contains(told.period)]
    return Parts(
        line.name,
        line.indicator,
        line.period,
        cell_of(line),
        line.orgs,
        line.owed,
        tuple(_part(part, rolled.names.get(part.org, part.org), line.indicator, facts) for part in line.parts),
        tuple(_sentences(((figure(each.quantity, measure, kind), each) for each in own), facts)),
    )


def _part(part: Part, name: str, indicator: Indicator, facts: Sources) -> PartSeen:
    said = ((figure(each.quantity, indicator.measure, indicator.kind), each) for each in part.sayings)
    share = ""
    if part.certainty is Certainty.APPORTIONED and part.share is not None:
        share = f"× {bounded(Quantity(part.share, part.share))} ({part.basis}) = {bounded(part.went_in)}"
    return PartSeen(
        name,
        part.period.label,
        figure(part.told, indicator.measure, indicator.kind),
        share,
        part.certainty,
        part.conflict,
        tuple(_sentences(said, facts)),
    )


def _sentences(said: Iterable[tuple[str, Told | Saying]], facts: Sources) -> Iterable[Sentence]:
    for text, each in said:
        yield sentence_of(facts, each.figure, each.document, text)


def sentence_of(facts: Facts | Sources, figure_id: str, document: str, text: str) -> Sentence:
    """Return the sentence of a figure, with its words apart."""
    row = facts.figures[figure_id]
    at = row.at if row.at >= 0 else len(row.sentence)
    quote = row.sentence[at : at + len(row.quote)] if row.at >= 0 else ""
    return Sentence(
        figure_id,
        document,
        facts.documents.get(document, document),
        text,
        row.sentence[:at],
        quote,
        row.sentence[at + len(quote) :],
        row.page,
        row.line,
    )
