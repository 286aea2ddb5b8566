"""A PostgreSQL server of the tests' own: a new cluster in a scratch folder, on a socket only, gone at the end.

The fixture `postgres` gives the URL of a new, empty database; tests that share a server never share data.
"""

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest

_PACKAGE = "apt-get install postgresql"
_NUMBERS = count(1)


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[Path]:
    """Start a server; give the folder of its socket."""
    programs = _programs()
    if programs is None:
        pytest.skip(f"no PostgreSQL on this machine: {_PACKAGE}")
    # Not pytest's scratch folder: another user must be able to enter it.
    home = Path(tempfile.mkdtemp(prefix="tongket-postgres-"))
    user = _unprivileged()
    if user:
        shutil.chown(home, user)
    data = home / "data"
    _run(user, programs / "initdb", "-D", data, "-U", "tongket", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync")
    # Nothing of it outlives the tests, so nothing has to reach the disk.
    settings = f"-c listen_addresses='' -c unix_socket_directories={home} -c fsync=off -c full_page_writes=off"
    _run(user, programs / "pg_ctl", "-D", data, "-w", "-s", "-l", home / "log", "-o", settings, "start")
    try:
        yield home
    finally:
        _run(user, programs / "pg_ctl", "-D", data, "-m", "immediate", "-s", "stop")
        shutil.rmtree(home)


@pytest.fixture
def postgres(postgres_server: Path) -> str:
    """Make an empty database; give its URL."""
    return new_database(postgres_server)


def new_database(server: Path, like: str = "template1") -> str:
    """Make a database, empty or a copy of another, on the server whose socket lies in `server`; return its URL."""
    name = f"tests_{next(_NUMBERS)}"
    programs = _programs()
    assert programs is not None
    _run("", programs / "createdb", "-h", server, "-U", "tongket", "-T", like, name)
    return f"postgresql://tongket@/{name}?host={server}"


def _programs() -> Path | None:
    """Return the folder of the newest PostgreSQL, which Debian keeps off the path."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    beside = shutil.which("initdb")
    return found[-1].parent if found else (Path(beside).parent if beside else None)


def _unprivileged() -> str:
    """Return as whom to run it: the server refuses to run as root."""
    if os.geteuid() != 0:
        return ""
    known = {entry.pw_name for entry in pwd.getpwall()}
    return next(name for name in ("postgres", "nobody") if name in known)


def _run(user: str, *command: str | Path) -> None:
    asked = list(map(str, command))
    # The server stays behind as a child of nobody; it must not hold the pipes of this process open.
    subprocess.run(asked, check=True, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, cwd="/", user=user or None)
