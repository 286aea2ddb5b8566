"""How the desk bears 100 people at once, beside one: `make bench-desk`.

A PostgreSQL server of its own, a province with two million observations (`fill.py`), two workers behind one address,
and people who look at the board and the roll-up, open documents and accept records, with pauses between
(`people.py`). Printed are the medians and the 95th and 99th of a hundred of each page, for one person and for many in
the same run, their ratio, what failed, and whether every record that was accepted is in the ledger.
"""

import argparse
import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from statistics import quantiles

import requests
from fill import COMMUNES, MONTHS, TOP, commune, fill, profile
from people import Somebody, Told, work

from tongket.actions.open_desk import desk_settings, open_desk
from tongket.actions.people.accounts import make_account
from tongket.actions.people.grants import first_grant
from tongket.actions.people.whose import whose_document
from tongket.ledger.entries import rows_of
from tongket.terms.roles import Role
from tongket.terms.work import VerdictRow

sys.path.insert(0, str(Path(__file__).parents[1] / "rollup"))

from peer import postgres

_READY_SECONDS = 300
WORKERS = 2
# Months of the last half-year and a whole year: what people look at, over and over.
PERIODS = (*MONTHS[-6:], "2024")
PAGES = ("board", "roll-up", "reading", "accept")


def main() -> None:
    """Fill, serve, ask, tell."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=100)
    parser.add_argument("--seconds", type=int, default=300)
    parser.add_argument("--alone", type=int, default=240, help="seconds of the one person before")
    asked = parser.parse_args()
    programs = max(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int(path.parts[-2]))
    with postgres(programs) as url, tempfile.TemporaryDirectory() as name:
        os.environ |= {"DATABASE_URL": url, "TONGKET_SECRET_KEY": "benchmark", "TONGKET_HOSTS": "127.0.0.1"}
        people = _filled(url, Path(name), asked.people)
        port = _free_port()
        program = [sys.executable, "-c", "from tongket.cli.main import main; main()"]
        command = [*program, "serve", "--port", str(port), "--workers", str(WORKERS)]
        with subprocess.Popen(command) as served:
            try:
                _measure(f"http://127.0.0.1:{port}", people, asked, served)
            finally:
                served.terminate()


def _filled(url: str, folder: Path, count: int) -> list[Somebody]:
    begun = time.monotonic()
    desk_settings(url)
    (folder / "profile.toml").write_text(profile(), encoding="utf-8")
    open_desk(url, folder / "profile.toml", datetime.now(UTC))
    documents = fill(url, folder)
    people = _people(documents, count)
    _say(f"filled in {time.monotonic() - begun:.0f} s, {len(people)} people, {len(documents)} documents to open")
    return people


def _people(documents: Sequence[str], count: int) -> list[Somebody]:
    """Make reporters of the communes whose documents were read, and officers of the province."""
    # Only now: models are there once Django is set up.
    from django.contrib.auth.models import User
    from django.contrib.sessions.backends.db import SessionStore

    of_org = {whose_document(document): document for document in documents}
    reporters = [org for org in map(commune, range(COMMUNES)) if org in of_org]
    made = []
    for number in range(count):
        org = reporters[number % len(reporters)] if number % 5 < 3 else TOP  # noqa: PLR2004 - three of five report
        name = f"nguoi-{number:03}"
        make_account(name, f"{name}@example.org", f"mat-khau-{number:03}-dai")
        first_grant(name, Role.REPORTER if org != TOP else Role.SYNTHESISER, datetime.now(UTC), org)
        user = User.objects.get(username=name)
        session = SessionStore()
        session["_auth_user_id"] = str(user.pk)
        session["_auth_user_backend"] = "allauth.account.auth_backends.AuthenticationBackend"
        session["_auth_user_hash"] = user.get_session_auth_hash()
        session.create()
        mine = [of_org[org]] if org != TOP else list(of_org.values())
        made.append(Somebody(str(session.session_key), org, mine, PERIODS, judges=org != TOP))
    return made


def _measure(
    address: str, people: Sequence[Somebody], asked: argparse.Namespace, served: subprocess.Popen[bytes]
) -> None:
    _wait(address, served)
    officer = people[-1]
    for page in (
        ("/board/", f"/rollup/{officer.org}/?period={PERIODS[0]}") * WORKERS * 2
    ):  # each worker has opened them once
        requests.get(address + page, cookies={"sessionid": officer.session}, timeout=_READY_SECONDS)
    alone = work(address, people[:1], asked.alone)
    _tell("one person", alone)
    many = work(address, people, asked.seconds)
    _tell(f"{len(people)} people", many)
    kept = {row.entry for row in rows_of(VerdictRow)}
    lost = (alone.accepted | many.accepted) - kept
    _say(f"records accepted: {len(alone.accepted | many.accepted)}, lost: {len(lost)}")
    for page in PAGES:
        one, all_of_them = alone.seconds.get(page, []), many.seconds.get(page, [])
        if len(one) > 1 and len(all_of_them) > 1:
            _say(f"RATIO {page}, p95 of {len(people)} people / of one: {_at(all_of_them, 95) / _at(one, 95):.1f}")


def _tell(who: str, told: Told) -> None:
    for page in PAGES:
        taken = told.seconds.get(page, [])
        if len(taken) > 1:
            shown = ", ".join(f"p{part} {_at(taken, part) * 1000:.0f} ms" for part in (50, 95, 99))
            _say(f"{who}: {page:<8} {len(taken):>5} times: {shown}")
    _say(f"{who}: failed {len(told.failed)} {told.failed[:3]}")


def _at(taken: Sequence[float], part: int) -> float:
    return quantiles(taken, n=100, method="inclusive")[part - 1]


def _wait(address: str, served: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + _READY_SECONDS
    while time.monotonic() < until:
        try:
            requests.get(address + "/accounts/login/", timeout=_READY_SECONDS)
        except requests.ConnectionError:
            if served.poll() is not None:
                break
            time.sleep(0.5)
        else:
            return
    message = "the desk does not answer"
    raise TimeoutError(message)


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        return int(taken.getsockname()[1])


def _say(text: str) -> None:
    print(text, flush=True)  # noqa: T201 - a benchmark tells


if __name__ == "__main__":
    main()
