"""Tables of any format: cells in reading order, one line a cell."""

from typing import NamedTuple

from tongket.document.draft import Draft
from tongket.terms.document import LineKind, Origin

# With fewer rows and columns than one of these pairs a table only sets things side by side, as the head of a letter.
_DATA_SIZES = ((3, 2), (2, 3))


class Part(NamedTuple):
    """A paragraph: its words, kind, resolved number, and its place among the file's paragraphs."""

    text: str
    kind: LineKind = LineKind.PARAGRAPH
    number: str = ""
    paragraph: int | None = None


class Cell(NamedTuple):
    """A cell at the row and column of its top left corner, from 1."""

    row: int
    column: int
    parts: list[Part]


def add_table(draft: Draft, table: int, cells: list[Cell], *, article: bool = True) -> None:
    """Add the cells of one table to a draft.

    A cell of a table of data becomes one line; in a table that only sets things side by side (the head of an
    official letter) each paragraph of a cell is a line, all with the origin of the cell.

    Args:
        draft: Where to.
        table: Its place among the tables of the file, from 1.
        cells: Its cells in reading order, without those that only continue another.
        article: Whether it belongs to the article.
    """
    rows = max((cell.row for cell in cells), default=0)
    columns = max((cell.column for cell in cells), default=0)
    data = any(rows >= least_rows and columns >= least_columns for least_rows, least_columns in _DATA_SIZES)
    for cell in cells:
        shown = [(f"{part.number} {part.text.strip()}".strip(), part.paragraph) for part in cell.parts]
        if data and shown:
            words = " ".join(" ".join(text for text, _ in shown).split())
            shown = [(words, shown[0][1])]
        for text, paragraph in shown:
            origin = Origin(paragraph=paragraph, table=table, row=cell.row, column=cell.column)
            draft.add(text, LineKind.CELL, origin=origin, article=article)
