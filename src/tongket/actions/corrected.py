"""What the ledger says of each figure once the corrections that hold are in their place.

A correction is bound to a place in a document, not to a reading of it: whoever reads the document again, or with
another profile, finds the correction again. Where a later reading has no figure in that place, the correction goes on
telling by itself, as the accepted entry that it is.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime

from tongket.ledger.entries import rows_of
from tongket.ledger.holding import holding
from tongket.terms.tables import CorrectionRow, FigureRow, ObservationRow, WithdrawalRow

Observed = tuple[FigureRow, ObservationRow]
Place = tuple[str, int, int, int]
"""Document id, start and end of a span, and which of its figures."""

# A figure that a later reading no longer has stands nowhere in its text.
_NOWHERE = -1


def corrections(known_at: datetime | None = None, documents: Sequence[str] | None = None) -> list[CorrectionRow]:
    """Return the corrections that hold.

    Args:
        known_at: As known at this moment; None for now.
        documents: Ids of the documents they are of; None for all.
    """
    of = {} if documents is None else {"document": documents}
    return holding(rows_of(CorrectionRow, known_at=known_at, **of), rows_of(WithdrawalRow, known_at=known_at))


def places_of(figures: Iterable[FigureRow]) -> dict[str, Place]:
    """Return where each figure stands, by its id.

    Args:
        figures: All figures of whole readings, one reading a document.
    """
    places: dict[str, Place] = {}
    seen: Counter[tuple[str, int, int]] = Counter()
    for row in in_text_order(figures):
        span = (row.document, row.start, row.end)
        places[row.id] = (*span, seen[span])
        seen[span] += 1
    return places


def in_text_order(figures: Iterable[FigureRow]) -> list[FigureRow]:
    """Put figures in the order of the text; of a fraction the part comes before the whole, which has the same span."""
    return sorted(figures, key=lambda row: (row.document, row.start, row.end, row.low is None, row.low or 0, row.id))


def corrected(observed: Sequence[Observed], holding_ones: Iterable[CorrectionRow]) -> list[Observed]:
    """Return figures with what they are, each corrected where a correction holds (`C-` is its id then), in their order.

    Args:
        observed: All figures of whole readings, one reading a document, with what one mapping makes of them.
        holding_ones: Corrections that hold; of other documents too, which are passed over.
    """
    by_place = {_place(each): each for each in holding_ones}
    places = places_of(row for row, _ in observed) if by_place else {}
    return [
        _with(row, said, by_place[places[row.id]]) if places.get(row.id) in by_place else (row, said)
        for row, said in observed
    ]


def without_place(observed: Sequence[Observed], holding_ones: Iterable[CorrectionRow], mapping: str) -> list[Observed]:
    """Return the corrections whose figure a later reading does not have, as figures that stand nowhere in the text.

    Args:
        observed: As in `corrected`, all figures of the corrections' documents.
        holding_ones: Corrections that hold.
        mapping: Id of the mapping asked with.
    """
    there = set(places_of(row for row, _ in observed).values())
    alone = {each.figure: each for each in holding_ones if each.indicator and _place(each) not in there}
    gone = {row.id: row for row in rows_of(FigureRow, id=sorted(alone))}
    found = []
    for figure, each in alone.items():
        row = replace(gone[figure], start=_NOWHERE, end=_NOWHERE)
        said = ObservationRow(each.id, mapping, figure, each.document, "", "", "", "")
        found.append(_with(row, said, each))
    return found


def _place(row: CorrectionRow) -> Place:
    return row.document, row.start, row.end, row.nth


def _with(row: FigureRow, said: ObservationRow, correction: CorrectionRow) -> Observed:
    figure = replace(row, low=correction.low, high=correction.high, approx=correction.approx)
    reason = "" if correction.indicator else f"đính chính: {correction.reason}"
    told = replace(
        said,
        id=correction.id,
        indicator=correction.indicator,
        org=correction.org,
        period=correction.period,
        reason=reason,
        # The words told whose work it is for the org they were told of.
        scope=said.scope if correction.org == said.org else "",
    )
    return figure, told
