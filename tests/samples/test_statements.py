"""What the sentences of the samples tell is what a person marked, sentence by sentence.

The marks are in `samples/expected/statements.csv`. The scan is not among them: its sentences are those of Tesseract.
"""

import csv
import re
from pathlib import Path

import pytest

from tongket.document.files import read_file
from tongket.reading.reader import read
from tongket.terms.records import Reading

# Of 100 sentences that many are told right; the weights were learnt from these samples among others.
FLOOR = 0.96


@pytest.fixture(scope="module")
def marked(reports: Path) -> list[tuple[str, str, str]]:
    """Each marked sentence: its document, what it tells and how it opens."""
    with (reports.parent / "expected" / "statements.csv").open(encoding="utf-8", newline="") as file:
        return [(row["file"], row["kind"], row["opening"]) for row in csv.DictReader(file)]


def _told(reading: Reading, opening: str) -> str:
    start = re.search(r"\s+".join(map(re.escape, opening.split())), reading.text)
    assert start, opening
    kinds = [each.kind for each in reading.statements if each.span.start <= start.start() < each.span.end]
    return str(kinds[0]) if kinds else "nothing"


def test_sentences_tell_what_a_person_says_they_tell(reports: Path, marked: list[tuple[str, str, str]]) -> None:
    """Of all marked sentences of the samples nearly all are told as marked."""
    readings = {file: read(read_file(reports / file)) for file in {file for file, _, _ in marked}}
    wrong = [(*row, told) for row in marked if (told := _told(readings[row[0]], row[2])) != row[1]]
    assert len(wrong) <= (1 - FLOOR) * len(marked), wrong


def test_the_texts_to_learn_from_say_the_same(reports: Path, marked: list[tuple[str, str, str]]) -> None:
    """What a sentence of a sample is marked as here it is marked as in `tools/pages_to_learn`, from which is learnt."""
    letters = {"result": "r", "limitation": "l", "task": "t", "nothing": "-"}
    folder = reports.parents[1] / "tools" / "pages_to_learn"
    differ, compared = [], 0
    for file, kind, opening in marked:
        text = folder / f"sample-{re.sub(r'[^a-z0-9]+', '-', Path(file).stem.lower()).strip('-')}.txt"
        if not text.exists():
            continue
        lines = [" ".join(line.split()) for line in text.read_text(encoding="utf-8").splitlines()]
        told = {line[0] for line in lines if " ".join(opening.split()) in line}
        compared += 1
        if letters[kind] not in told:
            differ.append((file, kind, opening, told))
    assert not differ
    # One sample has no text there.
    assert compared > 0.95 * len(marked)
