"""Learn what counts for what in a sentence: marked pages in, `reading/data/statement_weights.csv` out.

    python tools/learn_statements.py FOLDER… [--out FILE] [--leave-out]

Each FOLDER holds `pages/NAME.txt` and `gold/NAME.json` (format `tongket-reading/1`; only its `statements` are used),
or, as `tools/pages_to_learn` does, texts of our own: `NAME.txt`, marked sentence by sentence (`read_marked`). With
`--leave-out` such texts are never left out, only learnt from. A folder named twice counts twice.
Without `--out` nothing is written. `--leave-out` says how well each folder is told by what the others teach: quote
these figures, never those of pages that were learnt from. Needs numpy. Nothing of a page goes into the weights but how
often words, the lists of `data/cues.txt` and headings went with each kind.
What was decided, and what it was measured at: `docs/decisions/0010-statements-are-weighed.md`, `0012-….md`.
"""

import argparse
import csv
import json
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from tongket.document.plain import document_from_text
from tongket.reading.cues import Cues
from tongket.reading.directives.reader import read_directives
from tongket.reading.events.reader import read_events
from tongket.reading.fields.reader import read_fields
from tongket.reading.furniture.body import find_body
from tongket.reading.keyed import fold
from tongket.reading.page import Page
from tongket.reading.people.reader import read_people
from tongket.reading.statements.reader import sentences_seen
from tongket.reading.statements.traits import traits_of
from tongket.reading.statements.weighing import AFTER, KINDS, Weights, Worth, packed, weigh
from tongket.reading.statements.wording import Wording
from tongket.terms.records import StatementKind
from tongket.terms.span import Span

Matrix = NDArray[np.float64]
# How far weights are drawn to nothing: those of single words furthest, those between kinds in a row least. From half
# to twice of these unseen folders were told alike.
_RIDGE, _RIDGE_WORD, _RIDGE_AFTER = 8.0, 12.0, 1.0
# Shortcomings are few: of two kinds nearly as likely they are told. Each set told by the others, nothing to half a
# point was tried for each kind.
_LEAN = {StatementKind.LIMITATION: 0.2}
# A trait seen on fewer pages counts for nothing.
_PAGES = 3
# With 200 of our own texts 300 to 560 steps were needed; a row of steps broken off early can end far from the best.
_STEPS, _STILL = 2000, 0.05
# How sentences of our own texts are marked.
_HEADLINE = "# "
_MARKS = {
    _HEADLINE: None,
    "- ": None,
    "r ": StatementKind.RESULT,
    "l ": StatementKind.LIMITATION,
    "t ": StatementKind.TASK,
}
# Weights are kept in hundredths, whole.
_SCALE = 100
_HALF = 0.5


class Marked(NamedTuple):
    """A page: its sentences with their traits, what each tells, and the spans of each kind in the gold."""

    spans: list[Span]
    traits: list[list[str]]
    spoken: set[int]
    kinds: list[int]
    gold: "_Told"


_Table = dict[str, Worth]
_Told = list[tuple[StatementKind, Span]]


def marked_page(text: str, gold: _Told) -> Marked:
    """Read a page up to its statements and lay what they are beside it."""
    document = document_from_text(text, "")
    key = fold(document.text)
    body = find_body(document, key)
    page = Page(document, key, body, read_fields(document, key, body))
    cues = Cues(document.text, key, body)
    taken = tuple(sorted(span for directive in read_directives(page) for span in directive.spans))
    wording = Wording(key, cues)
    seen = sentences_seen(page, wording, read_events(page, cues, taken), read_people(page, cues).speeches)
    spans = [sentence.span for sentence in seen]
    spoken = {place for place, sentence in enumerate(seen) if sentence.spoken}
    return Marked(spans, traits_of(wording, seen), spoken, [_kind_of(span, gold) for span in spans], gold)


def _kind_of(span: Span, gold: _Told) -> int:
    """Return the number of the kind that most of a sentence is marked as."""
    for kind, (start, end) in gold:
        if min(end, span.end) - max(start, span.start) > _HALF * (span.end - span.start):
            return KINDS.index(kind)
    return 0


def read_marked(lines: str) -> tuple[str, _Told]:
    """Return the text of a document marked sentence by sentence, and what its sentences tell.

    A line that begins with `# ` is the headline; every other line is one sentence after `r ` (result), `l `
    (limitation), `t ` (task) or `- ` (nothing). A blank line ends a paragraph.

    Raises:
        ValueError: A line that is marked otherwise.
    """
    text, told, gap = "", [], ""
    for line in lines.splitlines():
        if not line.strip():
            gap = "\n"
            continue
        mark, sentence = line[:2], line[2:].strip()
        if mark not in _MARKS:
            raise ValueError(line)
        text += gap
        if kind := _MARKS[mark]:
            told.append((kind, Span(len(text), len(text) + len(sentence))))
        text += sentence
        gap = "\n" if mark == _HEADLINE else " "
    return text + "\n", told


def own_folder(folder: Path) -> list[Marked]:
    """Read every text of our own of a folder."""
    texts = (path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.txt")))
    return [marked_page(*read_marked(text)) for text in texts]


def is_own(folder: Path) -> bool:
    """Tell whether a folder holds texts of our own."""
    return not (folder / "gold").exists()


def marked_folder(folder: Path) -> list[Marked]:
    """Read every page of a folder."""
    if is_own(folder):
        return own_folder(folder)
    found: list[Marked] = []
    for path in sorted((folder / "gold").glob("*.json")):
        text = (folder / "pages" / f"{path.stem}.txt").read_text(encoding="utf-8")
        found.append(marked_page(text, _statements_of(path)))
    return found


def _statements_of(path: Path) -> _Told:
    form = json.loads(path.read_text(encoding="utf-8"))
    return [(StatementKind(told["kind"]), Span(*told["span"])) for told in form["statements"]]


def _full(traits: Sequence[str]) -> set[str]:
    """Return traits with all that they imply, without words with figures: no number tells kinds apart."""
    named = {trait for trait in traits if not any(map(str.isdigit, trait))}
    return named.union(*map(_implied, named))


def _is_word(trait: str) -> bool:
    return trait.startswith("first:") or not (":" in trait or " " in trait)


class _Problem:
    """How unlikely weights make what is marked, and which way they get better.

    Sentences stand in rows: first the first of every page, then the second of all that have one, and so on, the
    longest page first. So one step goes through all pages at once.
    """

    def __init__(self, pages: Sequence[Marked], names: Sequence[str]) -> None:
        pages = sorted((page for page in pages if page.kinds), key=lambda page: -len(page.kinds))
        lengths = np.array([len(page.kinds) for page in pages])
        self._still = [int((lengths > place).sum()) for place in range(int(lengths[0]))]
        self._begin = np.concatenate([[0], np.cumsum(self._still)])
        self.traits = len(names)
        self._ridge = np.concatenate(
            [
                [_RIDGE_WORD if _is_word(name) else _RIDGE for name in names],
                [0.0],
                np.full(2 * len(KINDS), _RIDGE_AFTER),
            ]
        )
        self._fill(pages, {name: place for place, name in enumerate(names)})
        # The row of the last sentence of each page, and of the sentence before each that has one.
        self._last = np.array([self._begin[length - 1] + page for page, length in enumerate(lengths)])
        self._before = np.concatenate([self._rows(place - 1, place) for place in range(1, len(self._still))])
        self._page = np.concatenate([np.arange(count) for count in self._still])

    def _fill(self, pages: Sequence[Marked], number: Mapping[str, int]) -> None:
        total = int(self._begin[-1])
        self._seen = np.zeros((total, self.traits + 1))
        self._seen[:, -1] = 1.0
        self._kinds, self._spoken = np.zeros(total, dtype=np.int64), np.zeros(total, dtype=np.int64)
        for place, page in enumerate(pages):
            for sentence, traits in enumerate(page.traits):
                row = self._begin[sentence] + place
                self._seen[row, [number[trait] for trait in _full(traits) if trait in number]] = 1.0
                self._kinds[row], self._spoken[row] = page.kinds[sentence], sentence in page.spoken

    def _rows(self, place: int, of: int) -> NDArray[np.int64]:
        """Return the rows of the sentences in one place, of those pages that have a sentence in another."""
        begin = self._begin[place]
        return np.arange(begin, begin + self._still[of])

    def start(self) -> Matrix:
        """Return weights that say nothing: traits, the kind alone, after each kind, the same in a spoken sentence."""
        return np.zeros((self.traits + 1 + 2 * len(KINDS), len(KINDS)))

    def slope(self, weights: Matrix) -> Matrix:
        """Return the slope of the regularised log loss at the weights."""
        own = self.traits + 1
        after = weights[own:].reshape(2, len(KINDS), len(KINDS))
        worth = self._seen @ weights[:own]
        to, rest = self._to(worth, after), self._rest(worth, after)
        total = _sum(to[self._last], 1)[self._page]
        off = np.exp(to + rest - total[:, None])
        off[np.arange(len(off)), self._kinds] -= 1.0
        slope: Matrix = self._ridge[:, None] * weights
        slope[:own] += self._seen.T @ off
        # Rows behind the first of a page, with the row before each.
        here, before = np.arange(self._still[0], len(off)), self._before
        pairs = to[before][:, :, None] + after[self._spoken[here]] + (worth[here] + rest[here])[:, None, :]
        pairs = np.exp(pairs - total[here][:, None, None])
        pairs[np.arange(len(here)), self._kinds[before], self._kinds[here]] -= 1.0
        turns = slope[own:].reshape(2, len(KINDS), len(KINDS))
        for spoken in (0, 1):
            turns[spoken] += pairs[self._spoken[here] == spoken].sum(axis=0)
        return slope

    def _to(self, worth: Matrix, after: Matrix) -> Matrix:
        """Return what all ways to each kind of each sentence are worth."""
        to = worth.copy()
        for place in range(1, len(self._still)):
            here, before = self._rows(place, place), self._rows(place - 1, place)
            to[here] += _sum(to[before][:, :, None] + after[self._spoken[here]], 1)
        return to

    def _rest(self, worth: Matrix, after: Matrix) -> Matrix:
        """Return what all ways from each kind of each sentence to the end of its page are worth."""
        rest = np.zeros_like(worth)
        for place in range(len(self._still) - 2, -1, -1):
            here, ahead = self._rows(place, place + 1), self._rows(place + 1, place + 1)
            rest[here] = _sum(after[self._spoken[ahead]] + (worth[ahead] + rest[ahead])[:, None, :], 2)
        return rest


def _sum(worth: Matrix, axis: int) -> Matrix:
    """Return the logarithm of the sum of what logarithms are given of."""
    most = worth.max(axis=axis, keepdims=True)
    total: Matrix = (most + np.log(np.exp(worth - most).sum(axis=axis, keepdims=True))).squeeze(axis)
    return total


def learn(pages: Sequence[Marked]) -> _Table:
    """Return the table of weights under which what is marked is likeliest, drawn to nothing.

    The loss is convex; steps are those of Barzilai and Borwein.
    """
    met = Counter(trait for page in pages for trait in set[str]().union(*map(_full, page.traits)))
    names = sorted(trait for trait, times in met.items() if times >= _PAGES)
    problem = _Problem(pages, names)
    weights = problem.start()
    slope = problem.slope(weights)
    step = 1e-3
    for _ in range(_STEPS):
        moved = weights - step * slope
        turned = problem.slope(moved)
        change, bend = moved - weights, turned - slope
        weights, slope = moved, turned
        if float(np.abs(slope).max()) < _STILL:
            break
        step = float((change * change).sum() / max((change * bend).sum(), 1e-12))
    return _whole(names, weights)


def _whole(names: Sequence[str], weights: Matrix) -> _Table:
    """Return the table: a row a trait, each worth what all it implies are worth together."""
    number = {name: place for place, name in enumerate(names)}
    together = weights.copy()
    for name, place in number.items():
        for other in _implied(name):
            if other in number:
                together[place] += weights[number[other]]
    rows = [tuple(int(worth) for worth in row) for row in np.rint(together * _SCALE)]
    alone = list(rows[len(names)])
    for kind, lean in _LEAN.items():
        alone[KINDS.index(kind)] += round(lean * _SCALE)
    table = {"(alone)": tuple(alone)}
    table |= dict(zip((name for group in AFTER for name in group), rows[len(names) + 1 :], strict=True))
    return table | {name: row for name, row in zip(names, rows, strict=False) if any(row)}


def _implied(trait: str) -> list[str]:
    """Return what else a trait says: what stands in the opening stands in the main clause and in the sentence."""
    place, _, tag = trait.partition(":")
    implied = {"open": ["main", "any"], "main": ["any"]}.get(place, [])
    return [f"{other}:{tag}" for other in implied]


def weights_of(table: _Table) -> Weights:
    """Return the weights of a table."""
    rows = dict(table)
    alone = packed(rows.pop("(alone)"))
    after, spoken = (tuple(rows.pop(name) for name in names) for names in AFTER)
    return Weights(alone, after, spoken, {name: packed(row) for name, row in rows.items()})


def f1_of(pages: Sequence[Marked], weights: Weights) -> dict[StatementKind, float]:
    """Return by kind the F1 over the characters of the sentences."""
    hits, marked, told = Counter[StatementKind](), Counter[StatementKind](), Counter[StatementKind]()
    for page in pages:
        found = weigh(page.traits, page.spoken, weights)
        for kind, (start, end) in page.gold:
            marked[kind] += end - start
        for span, told_kind in zip(page.spans, found, strict=True):
            if told_kind is None:
                continue
            told[told_kind] += span.end - span.start
            hits[told_kind] += sum(
                max(0, min(end, span.end) - max(start, span.start))
                for kind, (start, end) in page.gold
                if kind is told_kind
            )
    return {kind: 2 * hits[kind] / max(1, marked[kind] + told[kind]) for kind in StatementKind}


def write(table: _Table, path: Path) -> None:
    """Write the table that `tongket.reading.statements.weighing` reads."""
    with path.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file, lineterminator="\n")
        rows.writerow(["trait", *(kind or "none" for kind in KINDS)])
        rows.writerows([name, *row] for name, row in table.items())


def main() -> int:
    """Learn from the folders; say how well each is told by the others, and write the weights, where asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", type=Path, nargs="+", metavar="FOLDER")
    parser.add_argument("--out", type=Path, help="where to write the weights")
    parser.add_argument("--leave-out", action="store_true", help="score each folder by what the others teach")
    asked = parser.parse_args()
    times = Counter(asked.folders)
    folders = {folder: marked_folder(folder) * times[folder] for folder in times}
    if asked.leave_out:
        for left, pages in folders.items():
            if is_own(left):
                continue
            table = learn([page for folder, others in folders.items() if folder != left for page in others])
            told = f1_of(pages[: len(pages) // times[left]], weights_of(table))
            sys.stdout.write(f"{left}: " + ", ".join(f"{kind} {score:.3f}" for kind, score in told.items()) + "\n")
    if asked.out:
        write(learn([page for pages in folders.values() for page in pages]), asked.out)
    return 0


if __name__ == "__main__":
    sys.exit(main())
