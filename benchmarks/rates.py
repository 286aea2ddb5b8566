"""How many pages a second one process reads, from text to reading and from file to JSON, and what came out.

Run by `run.py` in a process of its own, so that the code as it stands and the compiled code are measured alike:

    python rates.py PAGES FROM STEP

PAGES is a folder of texts, of which every STEPth from the FROMth is read; prints one JSON object.
"""

import hashlib
import json
import sys
import time
from pathlib import Path

from tongket.document.files import read_file
from tongket.reading import read
from tongket.reading.form import reading_to_json

# Read before the clock starts: patterns that are compiled on first use, words that are kept.
WARM = 10


def main() -> None:
    """Measure and print."""
    folder, start, step = sys.argv[1:]
    pages = sorted(Path(folder).iterdir())[int(start) :: int(step)]
    rate, digest = full_rate(pages)
    sys.stdout.write(json.dumps({"reading": reading_rate(pages), "whole": rate, "readings": digest}))


def reading_rate(pages: list[Path]) -> float:
    """Texts in memory read in one CPU second of this process."""
    texts = [page.read_text(encoding="utf-8") for page in pages]
    for text in texts[:WARM]:
        read(text)
    begun = time.process_time()
    for text in texts:
        read(text)
    return len(texts) / (time.process_time() - begun)


def full_rate(pages: list[Path]) -> tuple[float, str]:
    """Documents read from the file to the JSON line in one CPU second of this process, and a digest of the lines."""
    for page in pages[:WARM]:
        reading_to_json(read(read_file(page)))
    lines: list[str] = []
    begun = time.process_time()
    for page in pages:
        lines.append(reading_to_json(read(read_file(page))))  # noqa: PERF401 - as a program writes line by line
    spent = time.process_time() - begun
    return len(pages) / spent, hashlib.sha256("\n".join(lines).encode()).hexdigest()


if __name__ == "__main__":
    main()
