"""A profile as the text of a TOML file: what `profile_form.py` reads back is the same profile.

The ledger keeps this text beside what was made with it, so that an old answer can be given again.
"""

import json
from collections.abc import Iterator
from dataclasses import MISSING, Field, fields
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Any

from tongket.terms.orgs import OrgChange, Share
from tongket.terms.profile import Dhis2Ids, Heading, Profile
from tongket.terms.same import Same

_KEYS = {
    (OrgChange, "sources"): "from",
    (OrgChange, "targets"): "to",
    (Share, "source"): "from",
    (Share, "target"): "to",
}
_WRITTEN_APART = {"name", "style", "headings", "dhis2"}


def profile_text(profile: Profile) -> str:
    """Return the profile as TOML, every table in the order of the profile."""
    return _written(Same(profile))


@lru_cache(maxsize=8)
def _written(same: Same[Profile]) -> str:
    # Whatever was made by a profile is known by this text: it is asked for on every page.
    profile = same.it
    lines = [f"name = {_value(profile.name)}", f"style = {_value(profile.style)}"]
    for place, heading in enumerate(profile.headings):
        lines += ["[[office.renamed]]" if place else "[office]", *_heading(heading, first=not place)]
    for field in fields(profile):
        value = getattr(profile, field.name)
        if field.name not in _WRITTEN_APART and value is not None:
            lines += _part(field.name, value)
    return "\n".join((*lines, *_dhis2(profile.dhis2), ""))


def _part(name: str, value: Any) -> Iterator[str]:  # noqa: ANN401 - any part of the profile
    for row in value if isinstance(value, tuple) else (value,):
        yield f"[[{name}]]" if isinstance(value, tuple) else f"[{name}]"
        yield from (f"{key} = {text}" for key, text in _pairs(row))


def _dhis2(ids: Dhis2Ids) -> Iterator[str]:
    if ids != Dhis2Ids():
        yield from ("[dhis2]", f"data_set = {_value(ids.data_set)}", f"category = {_value(ids.category)}")
        for table in ("elements", "orgs"):
            yield f"[dhis2.{table}]"
            yield from (f"{_value(own)} = {_value(theirs)}" for own, theirs in getattr(ids, table))


def _heading(heading: Heading, *, first: bool) -> Iterator[str]:
    """Write every value, since an empty one takes away that of the heading before."""
    for field in fields(heading):
        if not (first and field.name == "valid_from"):
            yield f"{field.name} = {_value(getattr(heading, field.name))}"


def _pairs(row: Any) -> Iterator[tuple[str, str]]:  # noqa: ANN401 - any of the profile's frozen types
    # What a percent is by default depends on its kind, so how an indicator adds up is always written.
    for field in fields(row):
        value = getattr(row, field.name)
        if value is not None and (value != _default(field) or field.name.startswith("over_")):
            yield _KEYS.get((type(row), field.name), field.name), _value(value)


def _default(field: "Field[Any]") -> object:
    return None if field.default is MISSING else field.default


def _value(value: object) -> str:
    if isinstance(value, str):
        # JSON's escapes are TOML's too, but for DEL, which only TOML wants escaped.
        return json.dumps(str(value), ensure_ascii=False).replace("\x7f", "\\u007f")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, int | Decimal):
        return f"{value:f}" if isinstance(value, Decimal) else str(value)
    if isinstance(value, tuple):
        return f"[{', '.join(map(_value, value))}]"
    return f"{{ {', '.join(f'{key} = {text}' for key, text in _pairs(value))} }}"
