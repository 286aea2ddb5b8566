"""The samples and what was added up by hand from them."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def reports() -> Path:
    """Where the sample reports are."""
    return ROOT / "samples" / "reports"


@pytest.fixture(scope="session")
def by_hand() -> dict[str, dict[str, Any]]:
    """What was written by hand, by period."""
    files = sorted((ROOT / "samples" / "expected").glob("*.toml"))
    return {path.stem: tomllib.loads(path.read_text(encoding="utf-8")) for path in files}
