"""What one process of a desk worked out, the others find, as long as it holds."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.cache import caches
from django.test import override_settings
from django_tasks_db.models import DBTaskResult

from tongket.actions.attribute import attribute_readings
from tongket.actions.people.office import office
from tongket.actions.pivoting import kept as kept_module
from tongket.actions.pivoting.beside_processes import Form
from tongket.actions.pivoting.kept import kept
from tongket.actions.take_in import take_in
from tongket.terms.roles import Role
from tongket.web.desk.rolling import tables as tables_module
from tongket.web.desk.rolling.ahead import begin, have_ready
from web.conftest import AT, Desk
from web.jobs import do_jobs

FORM: Form[list[str]] = Form(json.dumps, json.loads)
THUONG, HA = frozenset({"huyen-mot"}), frozenset({"huyen-hai"})
REPORT = "HUYỆN ỦY SÔNG THƯỢNG\nBÁO CÁO\nnăm 2024\nNăm 2024, huyện Sông Thượng tổ chức 12 hội nghị.\n"


@pytest.fixture
def served(desk: Desk) -> Iterator[Desk]:
    """A desk whose processes share what they make."""
    cache = {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": "answers"}
    with override_settings(CACHES={"default": cache, "answers": cache}):
        caches["answers"].clear()
        yield desk
        caches["answers"].clear()


class Process:
    """A process that serves the desk: it has made nothing yet, and counts what it makes."""

    def __init__(self) -> None:
        """Begin."""
        self.made = 0

    def ask(self, orgs: frozenset[str], monkeypatch: pytest.MonkeyPatch) -> list[str]:
        """Ask, in this process, the one question of this test."""
        if not hasattr(self, "ledgers"):
            self.ledgers: dict[str, object] = {}
        monkeypatch.setattr(kept_module, "_LEDGERS", self.ledgers)
        return kept(("question", orgs), orgs, self._make, FORM)

    def _make(self) -> list[str]:
        self.made += 1
        return ["made"]


def test_a_second_process_finds_what_the_first_made(served: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """One works it out, both answer."""
    del served
    first, second = Process(), Process()
    assert first.ask(THUONG, monkeypatch) == second.ask(THUONG, monkeypatch) == ["made"]
    assert (first.made, second.made) == (1, 0)


def test_what_was_made_before_something_was_told_is_made_again(
    served: Desk, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A report of the org that an answer rests on ends it for every process; answers on others hold."""
    del served
    first, second = Process(), Process()
    for process in (first, second):
        process.ask(HA, monkeypatch)
    first.ask(THUONG, monkeypatch)
    second.ask(HA, monkeypatch)
    (tmp_path / "thuong.txt").write_text(REPORT, encoding="utf-8")
    take_in(tmp_path / "thuong.txt", AT)
    attribute_readings(office().profile, AT)
    for process in (second, first):
        process.ask(THUONG, monkeypatch)
        process.ask(HA, monkeypatch)
    assert (first.made, second.made) == (2, 1)


def test_a_fault_lets_the_next_one_try(served: Desk) -> None:
    """Who could not make an answer is not waited for."""
    del served

    def fail() -> list[str]:
        message = "no"
        raise ValueError(message)

    with pytest.raises(ValueError, match="no"):
        kept(("fails",), THUONG, fail, FORM)
    assert kept(("fails",), THUONG, lambda: ["now"], FORM) == ["now"]


def test_the_whole_office_is_worked_out_before_anybody_asks(
    served: Desk, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """The process for jobs has the latest period and its year ready: the process that serves pages makes nothing."""

    def turn() -> None:
        monkeypatch.setattr(kept_module, "_LEDGERS", of_jobs)
        DBTaskResult.objects.filter(status="READY").update(run_after=AT)
        do_jobs()

    def tell(name: str, words: str) -> None:
        (tmp_path / name).write_text(words, encoding="utf-8")
        take_in(tmp_path / name, AT)
        attribute_readings(office().profile, AT)

    def ask() -> str:
        monkeypatch.setattr(kept_module, "_LEDGERS", {})
        with monkeypatch.context() as page:
            page.setattr(tables_module, "_made", lambda *_: pytest.fail("made by who asked"))
            return reader.get("/rollup/tinh/?period=2024").content.decode()

    of_jobs: dict[str, object] = {}
    reader = served.person("binh", "tinh", Role.READER)
    tell("thuong.txt", REPORT)
    begin()
    begin()
    turn()
    assert DBTaskResult.objects.filter(task_path=have_ready.module_path, status="READY").count() == 1
    assert re.search(r">\s*12\s*<", ask())
    tell("ha.txt", REPORT.replace("12 hội", "30 hội").replace("SÔNG THƯỢNG", "SÔNG HẠ").replace("Thượng", "Hạ"))
    turn()
    assert re.search(r">\s*42\s*<", ask())


def test_one_process_alone_has_nothing_worked_out_ahead(desk: Desk) -> None:
    """Where nobody would find it no job is asked for."""
    del desk
    begin()
    assert not DBTaskResult.objects.filter(task_path=have_ready.module_path).exists()
