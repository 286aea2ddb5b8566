"""Watch a folder on the server: files put there come into an inbox.

A file that was taken in is moved into a folder beside it, one that cannot be into another, so that whoever put it there
sees what became of it and nothing is taken in twice.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from tongket.actions.inbox.receive import MOST_BYTES, Brought, Outcome, new_batch, receive_by_itself
from tongket.terms.errors import TongketError

TAKEN = "da-nhan"
REFUSED = "khong-nhan"
# A file that was changed so lately may still be on its way.
_SETTLED = timedelta(seconds=5)
# So many in one turn of the job: the others come in the next.
_AT_ONCE = 200


@dataclass(frozen=True, slots=True)
class Watched:
    """A folder that is watched, and in whose inbox its files come."""

    folder: Path
    org: str


def watched_folders(told: str) -> list[Watched]:
    """Read the setting `TONGKET_WATCH`: `folder:org`, several with commas between.

    Raises:
        TongketError: It is written otherwise.
    """
    found = []
    for each in filter(None, (part.strip() for part in told.split(","))):
        folder, _, org = each.rpartition(":")
        if not folder or not org:
            message = f"TONGKET_WATCH ghi “{each}”: hãy ghi thư-mục:mã-đơn-vị, nhiều thư mục cách nhau dấu phẩy."
            raise TongketError(message)
        found.append(Watched(Path(folder), org))
    return found


def take_from_folder(watched: Watched, at: datetime) -> int:
    """Take in the files that lie in a watched folder and below it; return how many were new.

    Args:
        watched: Which folder.
        at: When they are recorded; files changed right before wait for the next time.

    Raises:
        OSError: The folder is missing, or files in it cannot be moved.
    """
    if not watched.folder.is_dir():
        message = f"Không có thư mục `{watched.folder}` (TONGKET_WATCH)."
        raise FileNotFoundError(message)
    batch, taken = new_batch(), 0
    for file in _settled(watched.folder, at):
        large = file.stat().st_size > MOST_BYTES
        brought = [] if large else [Brought(file.name, file.read_bytes())]
        outcomes = [each.outcome for each in receive_by_itself(watched.org, batch, brought, "folder", at)]
        taken += outcomes == [Outcome.TAKEN]
        refused = large or Outcome.REFUSED in outcomes
        _move(file, watched.folder / (REFUSED if refused else TAKEN) / file.relative_to(watched.folder))
    return taken


def _settled(folder: Path, at: datetime) -> Iterator[Path]:
    last = (at - _SETTLED).timestamp()
    found = 0
    for file in sorted(folder.rglob("*")):
        parts = file.relative_to(folder).parts
        if parts[0] in (TAKEN, REFUSED) or any(part.startswith((".", "~$")) for part in parts):
            continue
        if not file.is_symlink() and file.is_file() and file.stat().st_mtime <= last:
            yield file
            found += 1
            if found >= _AT_ONCE:
                return


def _move(file: Path, to: Path) -> None:
    """Move a file; one of that name that is there already stays beside it."""
    to.parent.mkdir(parents=True, exist_ok=True)
    number = 1
    aim = to
    while aim.exists():
        number += 1
        aim = to.with_name(f"{to.stem} ({number}){to.suffix}")
    file.rename(aim)
