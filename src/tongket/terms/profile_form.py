"""A profile out of the mapping of its TOML file; the form is told in `profile.py`."""

import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import NoReturn, TypeVar

from tongket.terms.errors import TongketError
from tongket.terms.org_history import check_history, settled
from tongket.terms.orgs import ChangeKind, Org, OrgChange, Share
from tongket.terms.profile import (
    Bodies,
    Dhis2Ids,
    DueDay,
    Duty,
    Heading,
    Indicator,
    MapPart,
    OverOrgs,
    OverTime,
    Profile,
    ReportKind,
    Style,
    Theme,
)
from tongket.terms.records import FigureKind

# Where in the name of a body the org's own name goes.
_PLACES = {"{name}", "{short}"}
_BRACES = re.compile(r"\{[^{}]*\}?|\}")
_Word = TypeVar("_Word", bound=StrEnum)
_Part = TypeVar("_Part")
_MONTH_DAYS = 31
_YEAR_DAYS = 366
_KEYS = {
    "hồ sơ": "name style office orgs changes map themes indicators duties dhis2",
    "office": "parent issuer work symbol place signer recipients renamed valid_from",
    "orgs": "id name aliases level parent kind valid_from valid_to code",
    "changes": "kind date from to basis shares share_basis",
    "shares": "from to share",
    "map": "under bodies",
    "bodies": "level kind names",
    "themes": "id title cues",
    "indicators": "id name theme measure kind nouns needs refuses over_orgs over_time part base code",
    "duties": "level report due due_on grace indicators cut_off",
    "due_on": "day months_after",
    "dhis2": "data_set category elements orgs",
}


def profile_from_text(text: str) -> Profile:
    """Return the profile of a TOML text, decimals to their last digit.

    Raises:
        tomllib.TOMLDecodeError: It is no TOML.
        TongketError: It says something a profile cannot.
    """
    return profile_from_mapping(tomllib.loads(text, parse_float=Decimal))


def profile_from_mapping(mapping: Mapping[str, object]) -> Profile:
    """Return the profile a mapping tells, checked: known keys, unique ids, references that lead somewhere.

    Raises:
        TongketError: Names the table, the row and the key that is wrong.
    """
    whole = _Row("hồ sơ", "", mapping)
    profile = Profile(
        name=whole.text("name"),
        style=whole.word("style", Style, Style.PARTY),
        headings=_headings(mapping.get("office", {})),
        orgs=_rows(mapping, "orgs", _org),
        themes=_rows(mapping, "themes", lambda row: Theme(row.text("id"), row.text("title"), row.texts("cues"))),
        indicators=_rows(mapping, "indicators", _indicator),
        duties=_rows(
            mapping,
            "duties",
            _duty,
        ),
        changes=_rows(mapping, "changes", _change),
        dhis2=_dhis2(mapping.get("dhis2", {})),
        map=_map_part(mapping["map"]) if "map" in mapping else None,
    )
    _check(profile)
    if profile.map is None:
        check_orgs(profile)
    return replace(profile, orgs=settled(profile.orgs, profile.changes))


class _Row:
    """One table of the file: gives values with their type or says what is wrong with them."""

    def __init__(self, table: str, name: str, values: object) -> None:
        self.where = f"[{table}] {name}".strip()
        if not isinstance(values, Mapping):
            self.refuse("phải là một bảng TOML")
        self.values: Mapping[str, object] = values
        if unknown := sorted(set(values) - set(_KEYS[table].split())):
            self.refuse(f"không biết khóa “{unknown[0]}”; các khóa được dùng: {_KEYS[table]}")

    def refuse(self, what: str) -> NoReturn:
        message = f"Hồ sơ (profile) sai ở {self.where}: {what}."
        raise TongketError(message)

    def text(self, key: str, default: str | None = None) -> str:
        value = self.values.get(key, default)
        if not isinstance(value, str) or (default is None and not value.strip()):
            self.refuse(f"cần “{key}” là một chuỗi chữ")
        return value

    def maybe(self, key: str) -> str | None:
        return self.text(key) if key in self.values else None

    def texts(self, key: str) -> tuple[str, ...]:
        value = self.values.get(key, [])
        if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
            self.refuse(f"cần “{key}” là một danh sách chuỗi chữ")
        return tuple(value)

    def pairs(self, key: str) -> tuple[tuple[str, str], ...]:
        value = self.values.get(key, {})
        if not isinstance(value, Mapping) or not all(isinstance(each, str) and each for each in value.values()):
            self.refuse(f"cần “{key}” là một bảng, mỗi dòng viết như: mã = “mã của DHIS2”")
        return tuple((str(name), str(each)) for name, each in value.items())

    def day(self, key: str, default: date | None) -> date:
        value = self.values.get(key, default)
        if type(value) is not date:
            self.refuse(f"cần “{key}” là một ngày, viết như 2025-07-01, không có dấu nháy")
        return value

    def number(self, key: str) -> Decimal:
        value = self.values.get(key)
        if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
            self.refuse(f"cần “{key}” là một số, viết như 0.6")
        return Decimal(str(value))

    def whole(self, key: str, least: int, most: int, default: int | None = None) -> int:
        value = self.values.get(key, default)
        if type(value) is not int or not least <= value <= most:
            self.refuse(f"cần “{key}” là một số nguyên từ {least} đến {most}")
        return value

    def word(self, key: str, words: type[_Word], default: _Word | None) -> _Word:
        value = self.values.get(key, default)
        found = [each for each in words if each == value]
        if not found:
            self.refuse(f"“{key}” phải là một trong: {', '.join(words)}")
        return found[0]


def _rows(mapping: Mapping[str, object], table: str, make: Callable[[_Row], _Part]) -> tuple[_Part, ...]:
    rows = mapping.get(table, [])
    if not isinstance(rows, list):
        message = f"Hồ sơ (profile) sai ở [{table}]: phải viết thành nhiều bảng [[{table}]]."
        raise TongketError(message)
    return tuple(make(_Row(table, _called(row, place), row)) for place, row in enumerate(rows, 1))


def _called(row: object, place: int) -> str:
    return str(row.get("id", f"thứ {place}")) if isinstance(row, Mapping) else f"thứ {place}"


def _headings(office: object) -> tuple[Heading, ...]:
    first = _Row("office", "", office)
    renamed = first.values.get("renamed", [])
    if not isinstance(renamed, list):
        first.refuse("“renamed” phải viết thành [[office.renamed]]")
    merged = dict(first.values)
    found = [_heading(first, date.min)]
    for row in (_Row("office", f"renamed thứ {place}", each) for place, each in enumerate(renamed, 1)):
        merged |= row.values
        found.append(_heading(_Row("office", "renamed", merged), row.day("valid_from", None)))
    return tuple(sorted(found, key=lambda heading: heading.valid_from))


def _heading(row: _Row, valid_from: date) -> Heading:
    return Heading(
        issuer=row.text("issuer", ""),
        parent=row.text("parent", ""),
        work=row.text("work", ""),
        symbol=row.text("symbol", ""),
        place=row.text("place", ""),
        signer=row.text("signer", ""),
        recipients=row.texts("recipients"),
        valid_from=valid_from,
    )


def _org(row: _Row) -> Org:
    org = Org(
        id=row.text("id"),
        name=row.text("name"),
        level=row.text("level"),
        aliases=row.texts("aliases"),
        parent=row.maybe("parent"),
        kind=row.text("kind", ""),
        valid_from=row.day("valid_from", date.min),
        valid_to=row.day("valid_to", date.max),
        code=row.text("code", ""),
    )
    if org.valid_from >= org.valid_to:
        row.refuse("“valid_to” phải sau “valid_from”")
    return org


def _map_part(values: object) -> MapPart:
    row = _Row("map", "", values)
    under = row.texts("under")
    if not under:
        row.refuse("cần “under” là danh sách id của những đơn vị trên bản đồ mà hồ sơ này làm việc")
    bodies = _rows(
        row.values, "bodies", lambda each: Bodies(each.texts("names"), each.text("level", ""), each.text("kind", ""))
    )
    for pattern in (name for each in bodies for name in each.names):
        if not {"{name}", "{short}"} & set(_BRACES.findall(pattern)) or set(_BRACES.findall(pattern)) - _PLACES:
            row.refuse(f"tên “{pattern}” cần có {{name}} hoặc {{short}}, và không có ngoặc nhọn nào khác")
    return MapPart(under, bodies)


def _change(row: _Row) -> OrgChange:
    kind = row.word("kind", ChangeKind, None)
    return OrgChange(
        kind=kind,
        date=row.day("date", None),
        sources=row.texts("from"),
        targets=row.texts("to"),
        basis=row.text("basis"),
        shares=_rows(
            row.values, "shares", lambda each: Share(each.text("from"), each.text("to"), each.number("share"))
        ),
        share_basis=row.text("share_basis", ""),
    )


def _share(row: _Row) -> Share:
    return Share(row.text("from"), row.text("to"), row.number("share"))


def _duty(row: _Row) -> Duty:
    told = _Row("due_on", row.where, row.values["due_on"]) if "due_on" in row.values else None
    day = DueDay(told.whole("day", 1, _MONTH_DAYS), told.whole("months_after", -12, 12, 0)) if told else None
    return Duty(
        level=row.text("level"),
        report=row.word("report", ReportKind, None),
        due=row.text("due", ""),
        due_on=day,
        grace=row.whole("grace", 0, _YEAR_DAYS, 0),
        indicators=row.texts("indicators"),
        cut_off=row.whole("cut_off", 1, _MONTH_DAYS) if "cut_off" in row.values else None,
    )


def _indicator(row: _Row) -> Indicator:
    kind = row.word("kind", FigureKind, FigureKind.COUNT)
    # Percents are never added up: one that says nothing is shown apart.
    percent = kind is FigureKind.PERCENT
    return Indicator(
        id=row.text("id"),
        name=row.text("name"),
        theme=row.text("theme"),
        measure=row.text("measure"),
        kind=kind,
        nouns=row.texts("nouns"),
        needs=row.texts("needs"),
        refuses=row.texts("refuses"),
        over_orgs=row.word("over_orgs", OverOrgs, OverOrgs.NONE if percent else OverOrgs.SUM),
        over_time=row.word("over_time", OverTime, OverTime.NONE if percent else OverTime.SUM),
        part=row.maybe("part"),
        base=row.maybe("base"),
        code=row.text("code", ""),
    )


def _dhis2(told: object) -> Dhis2Ids:
    row = _Row("dhis2", "", told)
    return Dhis2Ids(row.text("data_set", ""), row.text("category", ""), row.pairs("elements"), row.pairs("orgs"))


def check_orgs(profile: Profile) -> None:
    """Check that orgs and changes of a profile can be true together.

    Raises:
        TongketError: An org is below one that is not there, or the history cannot be (`check_history`).
    """
    orgs = {org.id for org in profile.orgs}
    for org in profile.orgs:
        _known("orgs", org.id, org.parent, orgs)
    check_history(profile.orgs, profile.changes)


def _check(profile: Profile) -> None:
    themes = _unique("themes", [theme.id for theme in profile.themes])
    indicators = _unique("indicators", [indicator.id for indicator in profile.indicators])
    for indicator in profile.indicators:
        _known("indicators", indicator.id, indicator.theme, themes)
        _known("indicators", indicator.id, indicator.part, indicators)
        _known("indicators", indicator.id, indicator.base, indicators)
        if indicator.kind is FigureKind.PERCENT and indicator.over_orgs is OverOrgs.SUM:
            message = f"Hồ sơ (profile) sai ở [indicators] {indicator.id}: tỷ lệ phần trăm không bao giờ được cộng."
            raise TongketError(message)
    for duty in profile.duties:
        for indicator_id in duty.indicators:
            _known("duties", f"{duty.level} {duty.report}", indicator_id, indicators)


def _unique(table: str, ids: list[str]) -> set[str]:
    if twice := sorted({each for each in ids if ids.count(each) > 1}):
        message = f"Hồ sơ (profile) sai ở [{table}]: “id” {twice[0]} có hai lần."
        raise TongketError(message)
    return set(ids)


def _known(table: str, row: str, reference: str | None, known: set[str]) -> None:
    if reference is not None and reference not in known:
        message = f"Hồ sơ (profile) sai ở [{table}] {row}: không có “{reference}” trong hồ sơ."
        raise TongketError(message)
