"""What the ledger knows for a roll-up at a moment: what each org told, which reports came, which need not."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from tongket.actions.corrected import Observed, corrected, corrections, without_place
from tongket.actions.excuse import excuses
from tongket.actions.inbox.told import as_told
from tongket.actions.own_work import scopes_of, tellings, told_apart
from tongket.actions.rolling.within import Within
from tongket.ledger.entries import rows_of
from tongket.ledger.holding import latest
from tongket.ledger.telling_documents import telling_documents
from tongket.rollup.cells import Tellings, by_org_and_indicator
from tongket.terms.period import Period
from tongket.terms.profile import Profile
from tongket.terms.profile_text import profile_text
from tongket.terms.tables import (
    AttributionRow,
    DocumentRow,
    ExcuseRow,
    FigureRow,
    MappingRow,
    ObservationRow,
    ReadingRow,
)


@dataclass(frozen=True, slots=True)
class Came:
    """A report that came: its period and its day, None where not told in full."""

    period: Period
    day: date | None


@dataclass(frozen=True)
class Sources:
    """Where figures stand.

    Attributes:
        documents: Names by document id.
        figures: By id, those that parts of totals lead to.
        tellings: What counts of an org as a whole, by org id and indicator id; empty of an answer out of kept tables.
    """

    documents: Mapping[str, str]
    figures: Mapping[str, FigureRow]
    tellings: Tellings = field(default_factory=dict)


@dataclass(frozen=True)
class Facts:
    """What was known.

    Attributes:
        said: Everything that was told, by org id and indicator id.
        scopes: Whose work a figure is, by figure id, of figures that say so.
        tellings: What counts of an org as a whole, by org id and indicator id (`own_work.told_apart`).
        reports: By org id.
        excuses: Those that hold.
        figures: By id, those that tell an indicator.
        documents: Names by document id.
    """

    said: Tellings
    scopes: Mapping[str, str]
    tellings: Tellings
    reports: Mapping[str, Sequence[Came]]
    excuses: Sequence[ExcuseRow]
    figures: Mapping[str, FigureRow]
    documents: Mapping[str, str]


def facts(profile: Profile, known_at: datetime | None, asked: Within | None = None) -> Facts:
    """Return what the documents, corrections and excuses known at a moment say by a profile.

    Args:
        profile: By which the readings were attributed (`attribute_readings`), with the reader of now or of then.
        known_at: What was recorded later does not count; None for all.
        asked: Only what can enter an answer about these; None for everything.
    """
    attributions = attributions_at(profile, known_at, asked)
    observed = list(observed_at(attributions, known_at))
    said, scopes = by_org_and_indicator(tellings(observed, profile)), scopes_of(observed)
    return Facts(
        said,
        scopes,
        told_apart(said, scopes, (), profile),
        reports_of(attributions),
        excuses(known_at),
        {row.id: row for row, said in observed if said.indicator},
        {row.id: row.name for row in _documents(attributions, asked)},
    )


def _documents(attributions: Sequence[AttributionRow], asked: Within | None) -> list[DocumentRow]:
    return rows_of(DocumentRow) if asked is None else rows_of(DocumentRow, id=[row.document for row in attributions])


def attributions_at(profile: Profile, known_at: datetime | None, asked: Within | None = None) -> list[AttributionRow]:
    """Return whose each reading that was the latest then is; a reader of then has a mapping of its own."""
    only = {} if asked is None else {"document": list(telling_documents(asked.orgs, asked.periods))}
    readings = [row.id for row in latest(rows_of(ReadingRow, known_at=known_at, **only))]
    text = profile_text(profile)
    mappings = [row.id for row in rows_of(MappingRow) if row.profile == text]
    found = rows_of(AttributionRow, reading=readings, mapping=mappings)
    return as_told({row.reading: row for row in found}.values(), known_at)


def observed_at(attributions: Sequence[AttributionRow], known_at: datetime | None) -> Iterator[Observed]:
    """Yield the figures of some documents as corrected then.

    Args:
        attributions: All of `attributions_at` that are of these documents.
        known_at: As in `facts`.
    """
    documents = sorted({row.document for row in attributions})
    corrections_then = corrections(known_at, documents)
    for mapping in sorted({row.mapping for row in attributions}):
        mine = [row for row in attributions if row.mapping == mapping]
        said = {
            row.figure: row for row in rows_of(ObservationRow, mapping=mapping, document=[e.document for e in mine])
        }
        figures = [row for row in rows_of(FigureRow, reading=[each.reading for each in mine]) if row.id in said]
        read = [(row, said[row.id]) for row in figures]
        of = {row.document for row in mine}
        mine_corrected = [each for each in corrections_then if each.document in of]
        yield from corrected(read, mine_corrected)
        yield from without_place(read, mine_corrected, mapping)


def reports_of(attributions: Iterable[AttributionRow]) -> Mapping[str, Sequence[Came]]:
    """Return by org id which reports came."""
    found: dict[str, list[Came]] = defaultdict(list)
    for row in attributions:
        if row.org and row.period:
            found[row.org].append(Came(Period.parse(row.period), _whole_day(row.day)))
    return found


def _whole_day(written: str) -> date | None:
    try:
        return date.fromisoformat(written)
    except ValueError:
        return None
