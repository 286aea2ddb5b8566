"""How fast readings are made, beside a word segmenter; what a second process brings; what memory holds; the start.

    make bench

Reads the pages of `../shared/seeds` (or, where they are missing, the texts of the samples) repeated to 2,000
documents. Prints ratios, which travel from machine to machine; times are printed for orientation only.
Nothing here is asserted: the figures belong into the release notes, with the machine they were measured on.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from itertools import cycle, islice
from pathlib import Path
from statistics import median
from typing import Any

ROOT = Path(__file__).parents[1]
SHARED = Path(os.environ.get("TONGKET_SHARED", ROOT.parent / "shared"))
DOCUMENTS = 2000
FEWER = 500
# underthesea does about forty pages a second; a hundred are enough to tell.
PEER_DOCUMENTS = 100
# Rounds in turn, so that what else the machine does meets both sides alike.
TRIES = 3
STARTS = 10


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--peer", help="a Python that has underthesea installed")
    parser.add_argument("--compiled", help="a folder with the compiled package (`make wheel`)")
    parser.add_argument("--documents", type=int, default=DOCUMENTS, help="how many documents to read")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        pages = copies(Path(folder), asked.documents)
        say(f"load of the machine: {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores; over 1 the figures below waver")
        say(f"{len(pages)} documents of {len(sources())} pages, {sum(p.stat().st_size for p in pages) / 1e6:.1f} MB")
        beside_the_peer(pages, asked)
        beside_itself(Path(folder))
        in_memory(pages)
        to_start(pages[0], asked.compiled)


def sources() -> list[Path]:
    """The pages to repeat."""
    seeds = sorted((SHARED / "seeds").glob("*.txt"))
    return seeds or sorted((ROOT / "samples").rglob("*.txt"))


def copies(folder: Path, count: int) -> list[Path]:
    """Write so many pages as files, over and over the same."""
    pages = []
    for number, source in enumerate(islice(cycle(sources()), count)):
        page = folder / f"{number:05}.txt"
        page.write_bytes(source.read_bytes())
        pages.append(page)
    return pages


def beside_the_peer(pages: list[Path], asked: argparse.Namespace) -> None:
    """Full readings a second of one core, and how many times underthesea's `word_tokenize` that is.

    The code as it stands and the compiled code (`make wheel`) take turns with the peer. The peer is given texts in
    memory, so the same is measured here, and the whole way from file to JSON besides.
    """
    forms = {"compiled": asked.compiled, "as it stands": None} if asked.compiled else {"as it stands": None}
    everywhere = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {min(everywhere)})
    rounds: list[dict[str, Any]] = []
    for start in range(TRIES):
        told: dict[str, Any] = {form: rates(pages[0].parent, start, there) for form, there in forms.items()}
        told["peer"] = peer_rate(asked.peer, pages[start:PEER_DOCUMENTS:TRIES]) if asked.peer else None
        rounds.append(told)
    os.sched_setaffinity(0, everywhere)
    if asked.peer:
        say(f"underthesea word_tokenize, one core: {median(told['peer'] for told in rounds):.1f} pages a CPU second")
    for form in forms:
        each = [(told[form]["reading"], told[form]["whole"], told["peer"]) for told in rounds]
        say(
            f"full reading, one core, {form}: {median(row[0] for row in each):.0f} pages a CPU second"
            f" from text to reading, {median(row[1] for row in each):.0f} from file to JSON"
        )
        if asked.peer:
            say_ratios(f"text to reading / word_tokenize, {form}", [row[0] / row[2] for row in each])
            say_ratios(f"file to JSON / word_tokenize, {form}", [row[1] / row[2] for row in each])
    if asked.compiled:
        alike = all(told["compiled"]["readings"] == told["as it stands"]["readings"] for told in rounds)
        say(f"readings of both to the last byte: {'the same' if alike else 'NOT THE SAME'}")


def say_ratios(what: str, ratios: list[float]) -> None:
    """Print the median of some ratios, and each of them."""
    say(f"RATIO {what}: {median(ratios):.1f} (rounds: {', '.join(f'{ratio:.1f}' for ratio in ratios)})")


def rates(folder: Path, start: int, compiled: str | None) -> dict[str, Any]:
    """Return what `rates.py` tells of every third page of a folder, in the code as it stands or the compiled one."""
    asked = [sys.executable, str(Path(__file__).with_name("rates.py")), str(folder), str(start), str(TRIES)]
    ran = subprocess.run(asked, capture_output=True, text=True, check=True, env=environment(compiled))
    told: dict[str, Any] = json.loads(ran.stdout)
    return told


def environment(compiled: str | None) -> dict[str, str]:
    """Return the environment in which a process finds the compiled code before that of the source tree."""
    return {**os.environ, "PYTHONPATH": compiled} if compiled else dict(os.environ)


PEER = """
import json, sys, time
from underthesea import word_tokenize
texts = [open(name, encoding="utf-8").read() for name in sys.argv[1:]]
for text in texts[:3]:
    word_tokenize(text)
begun = time.process_time()
for text in texts:
    word_tokenize(text)
print(json.dumps(len(texts) / (time.process_time() - begun)))
"""


def peer_rate(peer: str, pages: list[Path]) -> float:
    """Documents a CPU second that underthesea cuts into words, on the core this process is bound to."""
    asked = [peer, "-c", PEER, *map(str, pages)]
    ran = subprocess.run(asked, capture_output=True, text=True, check=True)
    return float(json.loads(ran.stdout.splitlines()[-1]))


def beside_itself(folder: Path) -> None:
    """Wall time of the command with one process and with two, beside what the machine can bring at all.

    The limit is two commands of one process at once, each over half of the documents: cores that share their
    arithmetic, or that other machines share, do not double the work.
    """
    pages = sorted(folder.iterdir())
    with tempfile.TemporaryDirectory() as left, tempfile.TemporaryDirectory() as right:
        for half, there in ((pages[::2], left), (pages[1::2], right)):
            for page in half:
                Path(there, page.name).symlink_to(page)
        walls = [(run(folder, 1)[0], run(folder, 2)[0], at_once(Path(left), Path(right))) for _ in range(TRIES)]
    one, two, limit = (min(column) for column in zip(*walls, strict=True))
    say(f"tongket read --json: {one:.1f} s with one process, {two:.1f} s with two, {limit:.1f} s two commands at once")
    say(f"RATIO two processes / one: {one / two:.2f}; the machine's limit in this run: {one / limit:.2f}")


def at_once(*folders: Path) -> float:
    """Wall time until a command over each folder has ended, all begun together."""
    begun = time.perf_counter()
    with ThreadPoolExecutor(len(folders)) as pool:
        list(pool.map(lambda folder: run(folder, 1), folders))
    return time.perf_counter() - begun


def in_memory(pages: list[Path]) -> None:
    """Largest resident memory of the command over few documents and over many."""
    for jobs in (1, 2):
        peaks = []
        for count in (FEWER, len(pages)):
            with tempfile.TemporaryDirectory() as part:
                for page in pages[:count]:
                    Path(part, page.name).symlink_to(page)
                peaks.append(run(Path(part), jobs)[1])
        say(f"peak memory, --jobs {jobs}: {peaks[0]:.1f} MB for {FEWER} documents, {peaks[1]:.1f} MB for {len(pages)}")


def to_start(page: Path, compiled: str | None) -> None:
    """Wall time from nothing to the JSON of one page, beside an interpreter that does nothing; the least of many."""
    reading = ["-c", "from tongket.cli.main import main; main()", "read", "--json", str(page)]
    bare = min(_wall(["-c", ""], None) for _ in range(STARTS))
    for form, there in (("compiled", compiled), ("as it stands", None)) if compiled else (("as it stands", None),):
        wall = min(_wall(reading, there) for _ in range(STARTS))
        say(f"start to the JSON of one page, {form}: {wall:.2f} s; an interpreter that does nothing {bare:.3f} s")


def _wall(asked: list[str], compiled: str | None) -> float:
    begun = time.perf_counter()
    quiet = subprocess.DEVNULL
    subprocess.run([sys.executable, *asked], stdout=quiet, stderr=quiet, check=True, env=environment(compiled))
    return time.perf_counter() - begun


def run(folder: Path, jobs: int) -> tuple[float, float]:
    """Run the command over a folder; return its wall seconds and the peak of its largest process in MB."""
    begun = time.perf_counter()
    command = "from tongket.cli.main import main; main()"
    asked = [sys.executable, "-c", command, "read", "--json", "--jobs", str(jobs), str(folder)]
    with subprocess.Popen(asked, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as child:
        _pid, status, used = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode not in {0, 1}:
        message = f"tongket read ended with {child.returncode}"
        raise RuntimeError(message)
    return time.perf_counter() - begun, used.ru_maxrss / 1024


def say(line: str) -> None:
    """Print at once, so that a long run shows how far it is."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
