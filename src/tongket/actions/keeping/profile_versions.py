"""The versions of the profile: who kept which when, what differs between them, and where a text is wrong."""

import re
from dataclasses import dataclass
from datetime import datetime
from difflib import unified_diff

from tongket.actions.people.keep_profile import read_profile_text
from tongket.ledger.entries import newest
from tongket.terms.errors import TongketError
from tongket.terms.profile_text import profile_text
from tongket.terms.work import ProfileRow

_AT_LINE = re.compile(r"at line (\d+)")
# As `terms/profile_form.py` says where: `[orgs] xa-mot: …`.
_AT_ROW = re.compile(r"\[(?P<table>\w+)\] (?P<row>[^:\s]+)")


@dataclass(frozen=True, slots=True)
class Version:
    """A version of the profile with when it was kept."""

    at: datetime
    row: ProfileRow


@dataclass(frozen=True, slots=True)
class Checked:
    """What is wrong with a text; `line` counts from 1, None where it cannot be told."""

    message: str
    line: int | None


def versions(count: int, after: int = 0) -> list[Version]:
    """Return the versions of the profile, the newest first."""
    return [Version(at, row) for at, row in newest(ProfileRow, count, after)]


def differences(old: str, new: str) -> list[str]:
    """Return what differs between two texts, each line with `+`, `-` or a space before it; `@` tells the place."""
    lines = unified_diff(old.splitlines(), new.splitlines(), lineterm="", n=2)
    return [line for line in lines if not line.startswith(("---", "+++"))]


def in_normal_form(text: str) -> str:
    """Return a text as it would be kept.

    Raises:
        TongketError: It is no profile.
    """
    return profile_text(read_profile_text(text))


def what_is_wrong(text: str) -> Checked | None:
    """Return what is wrong with the text of a profile, None where nothing is."""
    try:
        read_profile_text(text)
    except TongketError as error:
        return Checked(str(error), _line_of(str(error), text.splitlines()))
    return None


def _line_of(message: str, lines: list[str]) -> int | None:
    if told := _AT_LINE.search(message):
        return int(told[1])
    row = _AT_ROW.search(message)
    if row is None:
        return None
    table, named = f"[[{row['table']}]]", re.compile(rf"id\s*=\s*[\"']{re.escape(row['row'])}[\"']")
    inside = ""
    for number, line in enumerate(lines, 1):
        inside = line.strip() if line.lstrip().startswith("[") else inside
        if inside == table and named.search(line):
            return number
    return None
