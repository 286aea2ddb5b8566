"""Django must be ready before its parts can be imported; every test of the ledger runs on both databases."""

import os
from collections.abc import Iterator
from pathlib import Path

import django
import pytest

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tongket.site.settings")
django.setup()

from postgres import new_database, postgres, postgres_server  # noqa: E402 - Django first
from tongket.actions.open_ledger import close_ledger, open_ledger  # noqa: E402 - Django first

__all__ = ["postgres", "postgres_server"]


@pytest.fixture(scope="session")
def postgres_template(postgres_server: Path) -> str:
    """The name of a database with the tables of a ledger, which is copied faster than it is made."""
    url = new_database(postgres_server)
    open_ledger(url)
    close_ledger()
    return url.partition("@/")[2].partition("?")[0]


@pytest.fixture(params=["sqlite", "postgresql"])
def ledger(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Path | str]:
    """An empty ledger in a file, then one on a server; gives what opens it."""
    place: Path | str = tmp_path / "a.ledger"
    if request.param == "postgresql":
        template = request.getfixturevalue("postgres_template")
        place = new_database(request.getfixturevalue("postgres_server"), like=template)
    open_ledger(place)
    yield place
    close_ledger()


@pytest.fixture
def file_ledger(tmp_path: Path) -> Iterator[Path]:
    """An empty ledger in a file."""
    open_ledger(tmp_path / "a.ledger")
    yield tmp_path / "a.ledger"
    close_ledger()
