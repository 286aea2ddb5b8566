"""Say of every reading in the ledger whose report it is, for which period, and which indicator each figure is.

What is said belongs to a mapping: the content of the profile, the version of the rules and that of the reader. A
changed profile adds new entries under a new mapping; those of the old one stay.
"""

from collections.abc import Iterable, Iterator
from datetime import datetime

from tongket.actions.attribute_tables import rows_of_tables
from tongket.actions.entries import finding_row
from tongket.actions.take_in import reader_version
from tongket.ledger.entries import add, rows_of
from tongket.ledger.holding import latest
from tongket.ledger.names import entry_id
from tongket.reading.attribution import Attribution, attribute
from tongket.reading.figure_reasons import Circumstance
from tongket.reading.form import reading_from_json
from tongket.reading.indicators import Reckoned, reckon
from tongket.reading.org_names import names_of
from tongket.reading.percent_bases import base_of, with_halves
from tongket.reading.scopes import scope_of, standing_of
from tongket.terms.orgs import Org
from tongket.terms.period import Period
from tongket.terms.profile import Profile
from tongket.terms.profile_text import profile_text
from tongket.terms.tables import (
    AttributionRow,
    DocumentRow,
    FigureRow,
    FormRow,
    MappingRow,
    ObservationRow,
    ReadingRow,
    Row,
)

# Goes up whenever `reading/attribution.py`, `indicators.py`, `scopes.py` or `percent_bases.py` decides differently.
_RULES = "2"


def mapping_of(profile: Profile) -> str:
    """Return the id of what this profile and these rules make of the current reader's readings."""
    return entry_id("M", _RULES, reader_version(), profile_text(profile))


def attribute_readings(profile: Profile, at: datetime) -> str:
    """Attribute the latest reading of every document that this mapping has not seen; return the mapping's id.

    Args:
        profile: By which; its text is kept, so that the mapping can be told again.
        at: When new entries are recorded.
    """
    mapping = mapping_of(profile)
    add([MappingRow(mapping, _RULES, reader_version(), profile_text(profile))], at=at)
    done = {row.reading: row for row in rows_of(AttributionRow, mapping=mapping)}
    before = {row.document: row.id for row in rows_of(AttributionRow) if row.mapping != mapping}
    # Of a file without text nothing can be told; its own finding says why.
    blank = {row.id for row in rows_of(DocumentRow) if not row.readable}
    for reading in latest_readings().values():
        if reading.id not in done and reading.document not in blank:
            add(_rows(reading, profile, mapping, before.get(reading.document, "")), at=at)
    return mapping


def attribute_document(document: str, profile: Profile, at: datetime) -> str:
    """Attribute the latest reading of one document, where this mapping has not seen it; return the mapping's id.

    Args:
        document: Its id.
        profile: As in `attribute_readings`.
        at: When new entries are recorded.
    """
    mapping = mapping_of(profile)
    latest = latest_readings_of(document)
    readable = any(row.readable for row in rows_of(DocumentRow, id=document))
    told = rows_of(AttributionRow, document=document)
    rows: list[Row] = [MappingRow(mapping, _RULES, reader_version(), profile_text(profile))]
    for reading in latest if readable else []:
        if not any((row.reading, row.mapping) == (reading.id, mapping) for row in told):
            before = next((row.id for row in reversed(told) if row.mapping != mapping), "")
            rows += _rows(reading, profile, mapping, before)
    add(rows, at=at)
    return mapping


def latest_readings_of(document: str) -> list[ReadingRow]:
    """Return the latest reading of one document: one or, where it was never read, none."""
    return latest(rows_of(ReadingRow, document=document))


def reckoned_as(
    figures: Iterable[FigureRow], profile: Profile, org: str, period: Period
) -> Iterator[tuple[FigureRow, Reckoned]]:
    """Yield the figures of a reading with what they would count for, were it the report of an org for a period.

    Args:
        figures: All of one reading.
        profile: Whose indicators are meant.
        org: Org id.
        period: Of the reporting calendar.
    """
    rows = sorted(figures, key=lambda figure: (figure.start, figure.end, _size(figure)))
    orgs = tuple(each for each in profile.orgs if each.valid_in(period))
    about = Circumstance(period, _own(org, orgs), names_of(orgs))
    yield from zip(rows, reckon(rows, profile.indicators, about), strict=True)


def latest_readings(known_at: datetime | None = None) -> dict[str, ReadingRow]:
    """Return the latest reading of every document, by document id: one that no other takes the place of.

    A document whose file is no longer at hand keeps the reading of an earlier version of the reader.

    Args:
        known_at: As known at this moment; None for now.
    """
    return {row.document: row for row in latest(rows_of(ReadingRow, known_at=known_at))}


def _rows(row: ReadingRow, profile: Profile, mapping: str, replaces: str) -> list[Row]:
    by_table = rows_of_tables(row, profile, mapping, replaces)
    if by_table is not None:
        return by_table
    told = attribute(reading_from_json(rows_of(FormRow, id=row.id)[0].form), profile)
    attribution = AttributionRow(
        entry_id("W", mapping, row.id),
        mapping,
        row.id,
        row.document,
        told.org or "",
        told.org_basis,
        str(told.period or ""),
        told.period_basis,
        told.day,
        replaces,
    )
    findings = [finding_row(each, row.id, row.document, mapping) for each in told.findings]
    return [attribution, *findings, *_observations(row, profile, mapping, told)]


def _observations(row: ReadingRow, profile: Profile, mapping: str, told: Attribution) -> Iterable[ObservationRow]:
    figures = sorted(rows_of(FigureRow, reading=row.id), key=lambda figure: (figure.start, figure.end, _size(figure)))
    bases = [base_of(place, figures) for place in range(len(figures))]
    known = with_halves(_reckoned(figures, profile, told), bases, profile.indicators)
    scopes = _scopes(figures, profile, told)
    for figure, reckoned, scope, base in zip(figures, known, scopes, bases, strict=True):
        yield ObservationRow(
            entry_id("B", mapping, figure.id),
            mapping,
            figure.id,
            row.document,
            reckoned.indicator,
            told.org or "",
            str(told.period or ""),
            reckoned.reason,
            scope,
            figures[base.whole].id if base else "",
        )


def _scopes(figures: list[FigureRow], profile: Profile, told: Attribution) -> list[str]:
    """Return whose work each figure is, as far as told; empty where not, as where it is not told whose report it is."""
    rows = [row for row in profile.orgs if row.id == told.org and told.period and row.valid_in(told.period)]
    if not rows:
        return [""] * len(figures)
    where = standing_of(rows[-1])
    return [scope_of(figure, figures, where) or "" for figure in figures]


def _size(figure: FigureRow) -> tuple[bool, object, str]:
    """Put the part of a fraction before its whole, which has the same span."""
    return figure.low is None, figure.low or 0, figure.id


def _reckoned(figures: list[FigureRow], profile: Profile, told: Attribution) -> list[Reckoned]:
    if told.org is None or told.period is None:
        what = "đơn vị" if told.org is None else "kỳ báo cáo"
        return [Reckoned(reason=f"chưa rõ {what}") for _ in figures]
    rows = tuple(org for org in profile.orgs if org.valid_in(told.period))
    return reckon(figures, profile.indicators, Circumstance(told.period, _own(told.org, rows), names_of(rows)))


def _own(org: str, rows: tuple[Org, ...]) -> frozenset[str]:
    """Return the org and all above it: what a report says of the bodies above is still on its own work."""
    above = {row.id: row.parent for row in rows}
    own: list[str] = []
    at: str | None = org
    while at is not None and at not in own:
        own.append(at)
        at = above.get(at)
    return frozenset(own)


def period_of(row: AttributionRow | ObservationRow) -> Period | None:
    """Return the period a row names, None where it names none."""
    return Period.parse(row.period) if row.period else None
