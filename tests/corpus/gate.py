"""The quality gate: scores of the readings of real pages, and the floors under them.

    python tests/corpus/gate.py             scores beside their floors
    python tests/corpus/gate.py --update    pins the floors again; lowers one only with --allow-regression

These are the pages the grammar was written with. Their scores tell whether a change breaks what worked; they do
not tell how well a page that nobody has looked at is read, and must not be quoted as if they did.

The pages, their gold and the scorer are not part of the repository: they lie beside it in `../shared`, or
where `TONGKET_SHARED` says.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

from tongket.document.files import read_file
from tongket.reading import read
from tongket.reading.form import reading_to_json

SHARED = Path(os.environ.get("TONGKET_SHARED", Path(__file__).parents[3] / "shared"))
FLOORS = Path(__file__).with_name("floors.json")
CORPORA = ("seeds", "pages")
MEAN = "mean"
# How far a floor lies under the score it is pinned from. A floor at the very score would reward exceptions made
# for one of these pages and punish whoever takes one out; a real loss is larger than this.
SLACK = 0.02

Scores = dict[str, float]


def scores_of(corpus: str) -> Scores:
    """Read every page of a corpus and return the F1 of each record type that its gold has, and their mean."""
    with tempfile.TemporaryDirectory() as folder:
        for page in sorted((SHARED / corpus).glob("*.txt")):
            form = reading_to_json(read(read_file(page)))
            Path(folder, f"{page.stem}.json").write_text(form, encoding="utf-8")
        asked = [sys.executable, str(SHARED / "tools" / "score_readings.py"), str(SHARED / "gold" / corpus), folder]
        ran = subprocess.run([*asked, "--json"], capture_output=True, text=True, check=True)
    table = json.loads(ran.stdout)
    told = {kind: row["f1"] for kind, row in table["types"].items() if row["gold"]}
    return {**told, MEAN: table["mean_f1"]}


def floors() -> dict[str, Scores]:
    """Return the pinned floors, a table a corpus."""
    pinned: dict[str, Scores] = json.loads(FLOORS.read_text(encoding="utf-8"))
    return pinned


def fallen(scores: Mapping[str, float], under: Mapping[str, float]) -> dict[str, tuple[float, float]]:
    """Return what lies under its floor: score and floor a record type."""
    return {kind: (scores.get(kind, 0.0), floor) for kind, floor in under.items() if scores.get(kind, 0.0) < floor}


def raised(scores: Mapping[str, float], under: Mapping[str, float] | None = None) -> Scores:
    """Return the floors that these scores allow, none lower than those of `under`."""
    allowed = {kind: round(max(score - SLACK, 0.0), 4) for kind, score in scores.items()}
    return {kind: max(floor, (under or {}).get(kind, 0.0)) for kind, floor in allowed.items()}


def main() -> int:
    """Print the scores; pin them where asked. Status 1 where a floor is broken."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--update", action="store_true", help="pin the floors again")
    parser.add_argument("--allow-regression", action="store_true", help="let a floor sink")
    asked = parser.parse_args()
    pinned = floors() if FLOORS.exists() else {}
    found = {corpus: scores_of(corpus) for corpus in CORPORA}
    broken = {corpus: fallen(found[corpus], pinned.get(corpus, {})) for corpus in CORPORA}
    for corpus in CORPORA:
        for kind, score in found[corpus].items():
            floor = pinned.get(corpus, {}).get(kind)
            sys.stdout.write(f"{corpus:6} {kind:13} {score:.4f}  floor {floor}\n")
    if any(broken.values()) and not (asked.update and asked.allow_regression):
        sys.stdout.write(f"under the floor: {broken}\n")
        return 1
    if asked.update:
        kept = {} if asked.allow_regression else pinned
        pins = {corpus: raised(found[corpus], kept.get(corpus)) for corpus in CORPORA}
        FLOORS.write_text(json.dumps(pins, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
