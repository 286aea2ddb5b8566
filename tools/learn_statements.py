"""Learn what counts for what in a sentence: marked pages in, `reading/data/statement_weights.csv` out.

    python tools/learn_statements.py FOLDER… [--out FILE] [--leave-out]

Each FOLDER holds `pages/NAME.txt` and `gold/NAME.json` (format `tongket-reading/1`; only its `statements` are used),
or, as `tools/pages_to_learn` does, texts of our own: `NAME.txt`, marked sentence by sentence (`read_marked`). With
`--leave-out` such texts are never left out, only learnt from.
What the rules of `judge.py` say of pages they were written with is right far oftener than of others. So their
verdict counts only where a folder also holds `blind/NAME.json`: the readings of its pages by rules that had never
met them. In a folder without `blind` the verdict is left out.
Without `--out` nothing is written. `--leave-out` says how well each folder is told by what the others teach: quote
these figures, never those of pages that were learnt from. Needs numpy. Nothing of a page goes into the weights but how
often the lists and words of `data/cues.txt` and the patterns of `reading/statements/` went with each kind.
What was decided, and what it was measured at: `docs/decisions/0010-statements-are-weighed.md`.
"""

import argparse
import csv
import json
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from tongket.document.plain import document_from_text
from tongket.reading.cues import Cues, words_of
from tongket.reading.directives.reader import read_directives
from tongket.reading.events.reader import read_events
from tongket.reading.fields.reader import read_fields
from tongket.reading.furniture.body import find_body
from tongket.reading.keyed import fold
from tongket.reading.page import Page
from tongket.reading.people.reader import read_people
from tongket.reading.statements.reader import sentences_seen
from tongket.reading.statements.traits import JUDGED
from tongket.reading.statements.weighing import AFTER, KINDS, Weights, Worth, packed, weigh
from tongket.terms.records import StatementKind
from tongket.terms.span import Span

Matrix = NDArray[np.float64]
# How far weights are drawn to nothing: those of single words furthest, those between kinds in a row least. From half
# to twice of these unseen folders were told alike.
_RIDGE, _RIDGE_WORD, _RIDGE_AFTER = 8.0, 20.0, 1.0
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
    known: dict[int, StatementKind | None]
    gold: "_Told"


_Table = dict[str, Worth]
_Told = list[tuple[StatementKind, Span]]


def marked_page(text: str, gold: _Told, blind: _Told | None) -> Marked:
    """Read a page up to its statements and lay what they are, and what was judged of them unseen, beside it."""
    document = document_from_text(text, "")
    key = fold(document.text)
    body = find_body(document, key)
    page = Page(document, key, body, read_fields(document, key, body))
    cues = Cues(document.text, key, body)
    taken = tuple(sorted(span for directive in read_directives(page) for span in directive.spans))
    seen = sentences_seen(page, cues, read_events(page, cues, taken), read_people(page, cues).speeches)
    spans = [sentence.span for sentence in seen]
    traits = [[trait for trait in sentence.traits if not trait.startswith(JUDGED)] for sentence in seen]
    if blind is not None:
        for sentence, found in zip(seen, traits, strict=True):
            unseen = KINDS[_kind_of(sentence.span, blind)]
            if unseen is sentence.judged:
                # The rules said so before they met the page, and say so for a reason that can be asked.
                found += [trait for trait in sentence.traits if trait.startswith(JUDGED)]
            else:
                found.append(f"{JUDGED}{unseen or 'none'}")
    # What the rules alone tell now counts as known only where they told it unseen.
    known = {
        place: sentence.judged
        for place, (sentence, found) in enumerate(zip(seen, traits, strict=True))
        if sentence.certain and f"{JUDGED}{sentence.judged or 'none'}" in found
    }
    spoken = {place for place, sentence in enumerate(seen) if sentence.spoken}
    return Marked(spans, traits, spoken, [_kind_of(span, gold) for span in spans], known, gold)


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
    """Read every text of our own of a folder; the rules' verdict is left out, as in a folder without `blind`."""
    texts = (path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.txt")))
    return [marked_page(*read_marked(text), None) for text in texts]


def is_own(folder: Path) -> bool:
    """Tell whether a folder holds texts of our own."""
    return not (folder / "gold").exists()


def marked_folder(folder: Path) -> list[Marked]:
    """Read every page of a folder."""
    if is_own(folder):
        return own_folder(folder)
    found: list[Marked] = []
    for path in sorted((folder / "gold").glob("*.json")):
        blind = folder / "blind" / path.name
        text = (folder / "pages" / f"{path.stem}.txt").read_text(encoding="utf-8")
        found.append(marked_page(text, _statements_of(path), _statements_of(blind) if blind.exists() else None))
    return found


def _statements_of(path: Path) -> _Told:
    form = json.loads(path.read_text(encoding="utf-8"))
    return [(StatementKind(told["kind"]), Span(*told["span"])) for told in form["statements"]]


def _full(traits: Sequence[str]) -> list[str]:
    """Return traits with all that they imply, without words that are in no list."""
    named = [trait for trait in traits if ":" in trait or " " in trait or trait in words_of("telling")]
    return [*named, *(other for trait in named for other in _implied(trait))]


def _is_word(trait: str) -> bool:
    return trait.startswith("first:") or not (":" in trait or " " in trait)


class _Problem:
    """How unlikely weights make what is marked, and which way they get better."""

    def __init__(self, pages: Sequence[Marked], names: Sequence[str]) -> None:
        number = {name: place for place, name in enumerate(names)}
        self.traits = len(names)
        self._ridge = np.array([_RIDGE_WORD if _is_word(name) else _RIDGE for name in names])
        self._pages: list[tuple[Matrix, NDArray[np.int64], NDArray[np.int64]]] = []
        for page in pages:
            if not page.kinds:
                continue
            seen = np.zeros((len(page.kinds), self.traits + 1))
            seen[:, -1] = 1.0
            for row, traits in enumerate(page.traits):
                for trait in _full(traits):
                    if trait in number:
                        seen[row, number[trait]] += 1.0
            spoken = np.array([row in page.spoken for row in range(len(page.kinds))], dtype=np.int64)
            self._pages.append((seen, np.array(page.kinds), spoken))

    def start(self) -> Matrix:
        """Return weights that say nothing: traits, the kind alone, after each kind, the same in a spoken sentence."""
        return np.zeros((self.traits + 1 + 2 * len(KINDS), len(KINDS)))

    def slope(self, weights: Matrix) -> Matrix:
        """Return the slope of the regularised log loss at the weights."""
        ridge = np.concatenate([self._ridge, [0.0], np.full(2 * len(KINDS), _RIDGE_AFTER)])
        slope: Matrix = ridge[:, None] * weights
        for seen, kinds, spoken in self._pages:
            self._add_page(slope, weights, seen, kinds, spoken)
        return slope

    def _add_page(
        self, slope: Matrix, weights: Matrix, seen: Matrix, kinds: NDArray[np.int64], spoken: NDArray[np.int64]
    ) -> None:
        own = self.traits + 1
        both = weights[own:].reshape(2, len(KINDS), len(KINDS))
        turns = slope[own:].reshape(2, len(KINDS), len(KINDS))
        worth = seen @ weights[:own]
        to = worth.copy()
        for row in range(1, len(kinds)):
            to[row] += np.logaddexp.reduce(to[row - 1][:, None] + both[spoken[row]], axis=0)
        rest = np.zeros_like(worth)
        for row in range(len(kinds) - 2, -1, -1):
            ahead = both[spoken[row + 1]] + (worth[row + 1] + rest[row + 1])[None, :]
            rest[row] = np.logaddexp.reduce(ahead, axis=1)
        total = np.logaddexp.reduce(to[-1])
        off = np.exp(to + rest - total)
        off[np.arange(len(kinds)), kinds] -= 1.0
        slope[:own] += seen.T @ off
        for row in range(1, len(kinds)):
            pair = np.exp(to[row - 1][:, None] + both[spoken[row]] + (worth[row] + rest[row])[None, :] - total)
            pair[kinds[row - 1], kinds[row]] -= 1.0
            turns[spoken[row]] += pair


def learn(pages: Sequence[Marked]) -> _Table:
    """Return the table of weights under which what is marked is likeliest, drawn to nothing.

    The loss is convex; steps are those of Barzilai and Borwein.
    """
    met = Counter(trait for page in pages for trait in {each for traits in page.traits for each in _full(traits)})
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
        found = weigh(page.traits, page.known, page.spoken, weights)
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
    folders = {folder: marked_folder(folder) for folder in asked.folders}
    if asked.leave_out:
        for left, pages in folders.items():
            if is_own(left):
                continue
            table = learn([page for folder, others in folders.items() if folder != left for page in others])
            told = f1_of(pages, weights_of(table))
            sys.stdout.write(f"{left}: " + ", ".join(f"{kind} {score:.3f}" for kind, score in told.items()) + "\n")
    if asked.out:
        write(learn([page for pages in folders.values() for page in pages]), asked.out)
    return 0


if __name__ == "__main__":
    sys.exit(main())
