"""The file in which roll-ups keep what they worked out, beside the ledger or where it is told.

Nothing in it is ever the only place of anything: a file that is missing, broken or cannot be written costs time and
nothing else. What is kept is named by what it was worked out of, so that it needs no date and cannot be out of date.
"""

import hashlib
import sqlite3
from collections.abc import Collection, Mapping
from contextlib import closing
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import pyarrow as pa
import pyarrow.ipc

_MADE = "CREATE TABLE IF NOT EXISTS kept (key TEXT, name TEXT, checked TEXT, rows BLOB, PRIMARY KEY (key, name))"
# Any number of our own in SQLite's head: a file of somebody else's is left alone.
_OURS = 0x746B_7274
# How much is kept, the oldest goes first: profiles and programs, and of one the changes from state to state.
_KEYS, _CHANGES = 3, 64
CHANGE = "change:"
"""What the names of changes from one state to another begin with."""


@dataclass(frozen=True, slots=True)
class KeptFile:
    """What is kept of one profile.

    Attributes:
        place: The file.
        key: What it all was worked out by: the profile and this program (`key_of`).
    """

    place: Path
    key: str

    def found(self, names: Collection[str]) -> dict[str, pa.Table]:
        """Return those tables of some names that are there and whole, all of one moment."""
        marks = ", ".join("?" * len(names))
        asked = f"SELECT name, checked, rows FROM kept WHERE key = ? AND name IN ({marks})"  # noqa: S608 - marks only
        try:
            with closing(sqlite3.connect(self.place)) as engine, engine:
                _check(engine)
                rows = engine.execute(asked, (self.key, *names)).fetchall()
        except sqlite3.DatabaseError:
            return {}
        return {name: pa.ipc.open_stream(held).read_all() for name, checked, held in rows if checked == _sum(held)}

    def keep(self, tables: Mapping[str, pa.Table]) -> None:
        """Keep tables under their names, all or none, in place of earlier ones of these names."""
        held = [(name, _bytes(rows)) for name, rows in tables.items()]
        try:
            with closing(sqlite3.connect(self.place)) as engine, engine:
                _check(engine)
                engine.executemany(
                    "INSERT OR REPLACE INTO kept VALUES (?, ?, ?, ?)",
                    [(self.key, name, _sum(rows), rows) for name, rows in held],
                )
                _drop_old(engine, self.key)
        except sqlite3.DatabaseError:
            # Read-only, locked, full, or no such file: next time it is worked out again.
            return


def kept_beside(ledger: Path) -> Path:
    """Return the file beside a ledger in which its roll-ups keep what they worked out."""
    return ledger.with_name(f"{ledger.name}-kept")


def key_of(*says: str) -> str:
    """Return the key of what is worked out by what `says` says and by this program as it is."""
    return hashlib.sha256("\0".join((_program(), *says)).encode()).hexdigest()


@lru_cache(maxsize=1)
def _program() -> str:
    # A version's number alone would let a changed rule answer from what an earlier one made.
    rooms = Path(__file__).parents[2]
    found = hashlib.sha256()
    for file in sorted(rooms.rglob("*.py")):
        found.update(file.read_bytes())
    return found.hexdigest()


def _check(engine: sqlite3.Connection) -> None:
    (mark,) = engine.execute("PRAGMA application_id").fetchone()
    if mark != _OURS:
        if engine.execute("SELECT 1 FROM sqlite_master").fetchone():
            message = "a file of somebody else's"
            raise sqlite3.DatabaseError(message)
        engine.execute(f"PRAGMA application_id = {_OURS}")
    engine.execute(_MADE)


def _drop_old(engine: sqlite3.Connection, key: str) -> None:
    engine.execute(
        "DELETE FROM kept WHERE key = ? AND name LIKE ? AND rowid NOT IN "
        "(SELECT rowid FROM kept WHERE key = ? AND name LIKE ? ORDER BY rowid DESC LIMIT ?)",
        (key, f"{CHANGE}%", key, f"{CHANGE}%", _CHANGES),
    )
    engine.execute(
        "DELETE FROM kept WHERE key NOT IN (SELECT key FROM kept GROUP BY key ORDER BY max(rowid) DESC LIMIT ?)",
        (_KEYS,),
    )


def _bytes(rows: pa.Table) -> bytes:
    written = pa.BufferOutputStream()
    with pa.ipc.new_stream(written, rows.schema, options=pa.ipc.IpcWriteOptions(compression="zstd")) as stream:
        stream.write_table(rows)
    found: bytes = written.getvalue().to_pybytes()
    return found


def _sum(held: bytes) -> str:
    return hashlib.sha256(held).hexdigest()
