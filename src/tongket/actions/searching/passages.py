"""The passages of a reading: its sentences and the rows of its tables, with what was read in each."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from tongket.actions.searching.words import bare, composed, words_of
from tongket.reading.letters import UPPER
from tongket.reading.sentences import split_sentences
from tongket.terms.passages import Passage
from tongket.terms.span import Span
from tongket.terms.tables import (
    AwardRow,
    DirectiveRow,
    EventRow,
    FigureRow,
    OfficialRow,
    ReadingRow,
    StatementRow,
)

RecordRow = FigureRow | StatementRow | EventRow | DirectiveRow | OfficialRow | AwardRow
RECORD_ROWS: tuple[type[RecordRow], ...] = (
    StatementRow, FigureRow, EventRow, DirectiveRow, OfficialRow, AwardRow,
)  # fmt: skip
_KINDS = {
    FigureRow: "figure", EventRow: "event", DirectiveRow: "directive", OfficialRow: "official", AwardRow: "award",
}  # fmt: skip
# A printed line that goes on in the next one: no mark ends it, and the next begins with a small letter.
_GOES_ON = re.compile(rf"(?<=[^\s.!?:;])\n[ \t]*(?=[^\W\d_{UPPER}])")
# What is no sentence any more, as a sheet written into one line, is cut: a passage is there to be read.
_MOST_WORDS = 400


def passages_of(reading: ReadingRow, text: str, records: Iterable[RecordRow]) -> list[Passage]:
    """Return the passages of a reading; together they hold every word of its text.

    Args:
        reading: Which.
        text: Its text.
        records: Every record of it.
    """
    by_start = sorted(records, key=lambda row: (row.start, row.id))
    starts = [row.start for row in by_start]
    found = [
        _passage(reading, text, span, by_start[_from(starts, span.start) : _from(starts, span.end)])
        for span in _sentences(text)
    ]
    rows = list(_rows(reading, by_start))
    in_rows = "\n".join(f" {each.marked} " for each in rows)
    # What stands whole in the row of a table is found there, with its figures.
    kept = (each for each in found if each.marked and (each.records or f" {each.marked} " not in in_rows))
    return [*kept, *rows]


def kind_of(row: RecordRow) -> str:
    """Return by which kind a record is looked for: `figure`, `result`, `limitation`, `task`, `event` and so on."""
    return row.kind if isinstance(row, StatementRow) else _KINDS[type(row)]


def _from(starts: Sequence[int], place: int) -> int:
    return bisect_right(starts, place - 1)


def _sentences(text: str) -> Iterator[Span]:
    for paragraph in _paragraphs(text):
        for sentence in split_sentences(text, paragraph):
            yield from _cut(text, sentence)


def _paragraphs(text: str) -> Iterator[Span]:
    """Yield the lines of a text, those that go on in the next one together with it."""
    start = 0
    for hit in re.finditer(r"\n|$", text):
        if not _GOES_ON.match(text, hit.start()):
            if start < hit.start():
                yield Span(start, hit.start())
            start = hit.end()


def _cut(text: str, sentence: Span) -> Iterator[Span]:
    words = words_of(text[sentence.start : sentence.end])
    start = sentence.start
    for place in range(_MOST_WORDS, len(words), _MOST_WORDS):
        end = sentence.start + words[place][0].start
        yield Span(start, end)
        start = end
    yield Span(start, sentence.end)


def _passage(reading: ReadingRow, text: str, span: Span, records: Sequence[RecordRow]) -> Passage:
    shown = composed(" ".join(span.of(text).split()))
    line = text.count("\n", 0, span.start) + 1
    return _with_words(reading, span.start, line, shown, records)


def _rows(reading: ReadingRow, records: Iterable[RecordRow]) -> Iterator[Passage]:
    """Yield the rows of tables that hold figures: there a figure is found by the words of its row."""
    by_row: dict[str, list[FigureRow]] = defaultdict(list)
    for row in records:
        if isinstance(row, FigureRow) and row.in_cell:
            by_row[row.sentence].append(row)
    for sentence, figures in by_row.items():
        yield _with_words(reading, -1, figures[0].line, composed(sentence), figures)


def _with_words(reading: ReadingRow, start: int, line: int, text: str, records: Sequence[RecordRow]) -> Passage:
    words = [word for _, word in words_of(text)] + [word for row in records for word in _told_beside(row)]
    return Passage(
        reading.document,
        reading.id,
        start,
        line,
        text,
        "".join(f"\n{kind_of(row)} {row.id}" for row in records) + ("\n" if records else ""),
        " ".join(words),
        " ".join(map(bare, words)),
    )


def _told_beside(row: RecordRow) -> list[str]:
    """Return the words of a record that may stand elsewhere in the document: all posts of a person, a number."""
    told = {OfficialRow: "posts", DirectiveRow: "key"}.get(type(row))
    return [word for _, word in words_of(composed(str(getattr(row, told))))] if told else []
