"""People at work on a desk: what each does, over and over, with pauses, and what it took."""

import re
import threading
import time
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from random import Random

import requests

# What an officer takes to look at a page before the next one.
PAUSE_SECONDS = (5.0, 15.0)
_TIMEOUT = 60
# The button that accepts a record: its id, and the verdict the person saw.
_BUTTON = re.compile(r'name="accept"\s+value="([A-Z]-[a-z2-7]{12})\|([^"]*)"')


@dataclass(frozen=True)
class Somebody:
    """A person with a session that is open: its key, their org, what they open, and whether they accept records."""

    session: str
    org: str
    documents: Sequence[str]
    periods: Sequence[str]
    judges: bool


@dataclass
class Told:
    """What was seen of all requests."""

    seconds: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    failed: list[str] = field(default_factory=list)
    accepted: set[str] = field(default_factory=set)
    lock: threading.Lock = field(default_factory=threading.Lock)


class AtWork(threading.Thread):
    """One person, working until told to stop."""

    def __init__(self, address: str, who: Somebody, told: Told, until: float) -> None:
        """Get ready; `until` is a moment of the steady clock."""
        super().__init__(daemon=True)
        self._address, self._who, self._told, self._until = address, who, told, until
        self._chance = Random(who.session)  # noqa: S311 - whom they ask for next
        self._browser = requests.Session()
        self._browser.cookies.set("sessionid", who.session)
        self._ways: Mapping[str, tuple[int, Callable[[], None]]] = {
            "board": (25, lambda: self._get("board", "/board/")),
            "roll-up": (
                35,
                lambda: self._get("roll-up", f"/rollup/{who.org}/?period={self._chance.choice(who.periods)}"),
            ),
            "reading": (25, self._read),
            "accept": (15, self._accept if who.judges else self._read),
        }

    def run(self) -> None:
        """Do one thing after the other."""
        time.sleep(self._chance.uniform(0, PAUSE_SECONDS[0]))
        names = list(self._ways)
        while time.monotonic() < self._until:
            (name,) = self._chance.choices(names, [self._ways[each][0] for each in names])
            self._ways[name][1]()
            time.sleep(self._chance.uniform(*PAUSE_SECONDS))

    def _roll_up(self) -> None:
        self._get("roll-up", f"/rollup/{self._who.org}/?period={self._chance.choice(self._who.periods)}")

    def _read(self) -> None:
        self._get("reading", f"/documents/{self._chance.choice(self._who.documents)}")

    def _accept(self) -> None:
        """Open a document and accept one of its records."""
        document = self._chance.choice(self._who.documents)
        page = self._get("reading", f"/documents/{document}")
        waiting = [each for each in _BUTTON.findall(page) if each[0] not in self._told.accepted]
        if not waiting:
            return
        record, seen = self._chance.choice(waiting)
        headers = {"X-CSRFToken": self._browser.cookies.get("csrftoken", ""), "Referer": self._address}
        path = f"{self._address}/documents/{document}/judge"
        sent = {"accept": f"{record}|{seen}"}
        answer = self._timed("accept", lambda: self._browser.post(path, sent, headers=headers, timeout=_TIMEOUT))
        if answer is not None and answer.status_code < requests.codes.bad_request:
            with self._told.lock:
                self._told.accepted.add(record)

    def _get(self, name: str, path: str) -> str:
        answer = self._timed(name, lambda: self._browser.get(self._address + path, timeout=_TIMEOUT))
        return answer.text if answer is not None else ""

    def _timed(self, name: str, ask: Callable[[], requests.Response]) -> requests.Response | None:
        begun = time.perf_counter()
        try:
            answer = ask()
        except requests.RequestException as error:
            self._fail(f"{name}: {error}")
            return None
        taken = time.perf_counter() - begun
        with self._told.lock:
            self._told.seconds[name].append(taken)
        if answer.status_code >= requests.codes.bad_request:
            self._fail(f"{name}: {answer.status_code} {answer.url}")
        return answer

    def _fail(self, what: str) -> None:
        with self._told.lock:
            self._told.failed.append(what)


def work(address: str, people: Sequence[Somebody], seconds: float) -> Told:
    """Let people work for a while; return what was seen."""
    told = Told()
    until = time.monotonic() + seconds
    threads = [AtWork(address, who, told, until) for who in people]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    return told
