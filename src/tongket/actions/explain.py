"""The way back of a figure: total, its parts, the document, the sentence."""

from dataclasses import dataclass

from tongket.actions.composing.sources import SourceRow
from tongket.actions.composing.totals import OWN_PLACE
from tongket.ledger.entries import recorded, rows_of, starting_with
from tongket.review.wording import bounded
from tongket.terms.errors import TongketError
from tongket.terms.sheet_mapping_form import column_name
from tongket.terms.span import Span
from tongket.terms.tables import (
    AttributionRow,
    AwardRow,
    CellRow,
    CorrectionRow,
    DirectiveRow,
    DocumentRow,
    EventRow,
    FigureRow,
    ObservationRow,
    PartRow,
    StatementRow,
    TotalRow,
)

_SOURCES = {"F": FigureRow, "S": StatementRow, "E": EventRow, "D": DirectiveRow, "A": AwardRow}


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the way back.

    Attributes:
        id: Of the entry.
        label: What it is: the name of a total, of an org, of a period and document.
        text: The figure as text; of a sentence, the words that are meant.
        steps: What it rests on; empty for a sentence.
        document: Name of the document, for a sentence.
        sentence: The sentence; empty for a total.
        quote: Where in the sentence the words stand; None where the whole is meant.
        page: From 1; 0 where the format has none.
        line: From 1; 0 for a total.
        cell: Of a figure in a sheet, as sheets write it (`Biểu 1!C7`); else empty.
        beside: True for a figure that is shown beside a total and is no part of it.
        conflict: Whether documents disagree in it or below.
        scope: Of a figure, a word of `Scope`; empty where its words do not tell whose work it is.
        base: Of a percent, the figure that it is told to be of; None where none is.
    """

    id: str
    label: str
    text: str
    steps: "tuple[Step, ...]" = ()
    document: str = ""
    sentence: str = ""
    quote: Span | None = None
    page: int = 0
    line: int = 0
    cell: str = ""
    beside: bool = False
    conflict: bool = False
    scope: str = ""
    base: "Step | None" = None


def explain(name: str) -> Step:
    """Return the way back of an entry of the ledger that is open.

    Args:
        name: Its id, or so many of its first letters that no other begins with them.

    Raises:
        TongketError: No entry, or more than one, begins with it.
    """
    row = _the_one(name.strip())
    if isinstance(row, CorrectionRow):
        return _correction(row)
    return _total(row) if isinstance(row, TotalRow) else _source(row)


def _correction(row: CorrectionRow) -> Step:
    """Show what a person said and, below it, what was read."""
    read = _source(rows_of(FigureRow, id=row.figure)[0])
    return Step(row.id, f"Đính chính: {row.reason}", bounded(row.quantity), (read,))


def _the_one(name: str) -> TotalRow | CorrectionRow | SourceRow:
    mark = name[:1].upper()
    asked = mark + name[1:].lower()
    found: list[TotalRow | CorrectionRow | SourceRow] = []
    if mark == "C":
        found += starting_with(CorrectionRow, asked)
    elif mark == "T":
        found += starting_with(TotalRow, asked)
    elif mark in _SOURCES:
        found += starting_with(_SOURCES[mark], asked)
    exact = [row for row in found if row.id == asked]
    if len(exact or found) == 1:
        return (exact or found)[0]
    if found:
        message = f"Có {len(found)} mục bắt đầu bằng “{name}”. Hãy ghi đủ mã, ví dụ {found[0].id}."
    else:
        message = f"Sổ cái không có mục nào mang mã “{name}”. Hãy chép mã từ phụ lục nguồn của báo cáo."
    raise TongketError(message)


def _total(row: TotalRow, label: str = "", *, beside: bool = False) -> Step:
    parts = sorted(rows_of(PartRow, total=row.id), key=lambda part: (part.place == OWN_PLACE, part.place, part.id))
    steps = tuple(_part(part) for part in parts)
    return Step(row.id, label or row.label, row.text, steps, beside=beside, conflict=row.conflict)


def _part(part: PartRow) -> Step:
    beside = part.place == OWN_PLACE
    totals = rows_of(TotalRow, id=part.part)
    if totals:
        return _total(totals[0], part.label, beside=beside)
    return _source(rows_of(_SOURCES[part.part[0]], id=part.part)[0], part.label, part.text, beside=beside)


def _source(row: SourceRow, label: str = "", text: str = "", *, beside: bool = False) -> Step:
    document = rows_of(DocumentRow, id=row.document)[0]
    sentence = row.sentence if isinstance(row, FigureRow | DirectiveRow | AwardRow) else row.quote
    at = row.at if isinstance(row, FigureRow) else sentence.find(row.quote)
    said = _said(row.id) if isinstance(row, FigureRow) else None
    return Step(
        row.id,
        label or _whose(row.document),
        text or " ".join(row.quote.split()),
        document=document.name,
        sentence=sentence,
        quote=Span(at, at + len(row.quote)) if at >= 0 and sentence != row.quote else None,
        page=row.page,
        line=row.line,
        cell=_cell(row.id),
        beside=beside,
        scope=said.scope if said else "",
        base=_source(rows_of(FigureRow, id=said.base)[0]) if said and said.base else None,
    )


def _said(figure: str) -> ObservationRow | None:
    """Return what the mapping used last makes of a figure."""
    found = [row for _, row in recorded(ObservationRow, figure=figure)]
    return found[-1] if found else None


def _cell(figure: str) -> str:
    return next((_written(cell) for cell in rows_of(CellRow, id=figure)), "")


def _written(cell: CellRow) -> str:
    place = f"{column_name(cell.column)}{cell.row}"
    return f"{cell.sheet}!{place}" if cell.sheet else place


def _whose(document: str) -> str:
    rows = rows_of(AttributionRow, document=document)
    told = [f"{row.org} {row.period}".strip() for row in rows if row.org or row.period]
    return told[-1] if told else "chưa rõ đơn vị, kỳ báo cáo"
