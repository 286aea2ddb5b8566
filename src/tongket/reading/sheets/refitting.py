"""A mapping on a later sheet of the same form: lines are known by their words, periods are told by the new sheet."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from tongket.reading.keyed import fold
from tongket.reading.sheets.matching import without_periods
from tongket.reading.sheets.proposal import Proposal
from tongket.terms.sheet_mapping import MappedLine, MappedTable, SheetMapping


@dataclass(frozen=True)
class Refitted:
    """A mapping for the new sheet, and the words of its lines that the old mapping does not know."""

    mapping: SheetMapping
    unknown: tuple[str, ...]


def refit(mapping: SheetMapping, proposal: Proposal) -> Refitted:
    """Put `mapping` on the sheet that `proposal` was made for.

    Of the sheet it was made for it is taken as it is. On another, a row or column means what the one with the same
    words means; one with new words means what is proposed for it where that is sure. Periods, and whose a form of one
    org is, are never carried over.
    """
    if mapping.sha256 == proposal.mapping.sha256:
        return Refitted(mapping, ())
    unknown: list[str] = []
    tables = tuple(_table(each, mapping.tables, unknown) for each in proposal.mapping.tables)
    return Refitted(replace(proposal.mapping, tables=tables), tuple(unknown))


def _table(new: MappedTable, known: Sequence[MappedTable], unknown: list[str]) -> MappedTable:
    old = max(known, key=lambda table: _shared(new, table), default=None)
    if old is None or not _shared(new, old):
        unknown += [line.words for line in new.columns]
        return new
    columns, rows = _lines(new.columns, old.columns, unknown), _lines(new.rows, old.rows, unknown)
    return replace(new, columns=columns, rows=rows, scale=old.scale, indicator=old.indicator)


def _shared(one: MappedTable, other: MappedTable) -> int:
    return len(set(_by_words(one.columns)) & set(_by_words(other.columns)))


def _lines(new: Sequence[MappedLine], old: Sequence[MappedLine], unknown: list[str]) -> tuple[MappedLine, ...]:
    known = _by_words(old)
    unknown += [line.words for line in new if _key(line) not in known]
    return tuple(_line(line, known.get(_key(line))) for line in new)


def _line(new: MappedLine, old: MappedLine | None) -> MappedLine:
    return new if old is None else replace(old, place=new.place, words=new.words, period=new.period)


def _by_words(lines: Sequence[MappedLine]) -> Mapping[str, MappedLine]:
    return {_key(line): line for line in lines}


def _key(line: MappedLine) -> str:
    return fold(without_periods(" ".join(line.words.split())))
