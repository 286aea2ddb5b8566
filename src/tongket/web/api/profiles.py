"""The profile: its text with what is wrong in it, its tables to read, its versions with what differs."""

from datetime import datetime

from django.http import HttpRequest
from ninja import Field, Query, Router, Schema

from tongket.actions.keeping.profile_versions import differences, in_normal_form, versions, what_is_wrong
from tongket.actions.people.keep_profile import keep_profile
from tongket.actions.people.office import office, profile_entry
from tongket.ledger.entries import how_many, rows_of
from tongket.terms.profile import Duty, Indicator, ReportKind, Theme
from tongket.terms.roles import Verb
from tongket.terms.work import ProfileRow
from tongket.web.api.asking import asking
from tongket.web.api.operations import nowhere, operation
from tongket.web.api.shapes import Listed, Name, Window, answers
from tongket.web.desk.person import actor
from tongket.web.desk.routes import anyones

router = Router(tags=["profile"])
_LONGEST = 5_000_000  # the profile of a province with all its communes is under 1 MB


class ProfileShown(Schema):
    """The profile that holds, as the text of its file (TOML)."""

    id: str
    text: str
    by: str


class ProfileTyped(Schema):
    """The text of a profile."""

    text: str = Field(max_length=_LONGEST)


class ProfileKept(ProfileTyped):
    """Another version; `replaces` is the id of the one that was seen."""

    replaces: Name = Field(min_length=1)


class ProfileFault(Schema):
    """What is wrong with a text; `line` counts from 1, null where it cannot be told."""

    message: str
    line: int | None


class ProfileLooked(Schema):
    """What is wrong with a text, null where nothing is; and what it would change.

    Attributes:
        wrong: Why it cannot be kept.
        lines: What differs from the profile that holds, each line with `+`, `-` or a space before it.
        replaces: Id of the profile that holds, to be given back when the text is kept.
    """

    wrong: ProfileFault | None
    lines: list[str]
    replaces: str


class ThemeShown(Schema):
    """A part of the review."""

    id: str
    title: str
    cues: list[str]


class IndicatorShown(Schema):
    """An indicator, with the words by which its figures are known."""

    id: str
    name: str
    theme: str
    measure: str
    kind: str
    nouns: list[str]
    needs: list[str]
    refuses: list[str]
    over_orgs: str
    over_time: str
    part: str | None
    base: str | None


class DutyShown(Schema):
    """Who owes which report; `due` as the rule says it, `indicators` empty for all."""

    level: str
    report: ReportKind
    due: str
    grace: int
    indicators: list[str]


class ProfileTables(Schema):
    """The tables of the profile that holds."""

    themes: list[ThemeShown]
    indicators: list[IndicatorShown]
    duties: list[DutyShown]


class VersionListed(Schema):
    """A version of the profile."""

    id: str
    at: datetime
    by: str
    replaces: str


class LinesShown(Schema):
    """What a version changed in the one before it, each line with `+`, `-` or a space before it."""

    lines: list[str]


@router.get("/profile", response=answers(ProfileShown))
@operation(Verb.KEEP, anyones)
def profile(request: HttpRequest) -> ProfileShown:  # noqa: ARG001 - the gate has looked at it
    """Give the profile that holds."""
    return _shown(_holding())


@router.put("/profile", response=answers(ProfileShown))
@operation(Verb.KEEP, anyones)
def keep(request: HttpRequest, kept: ProfileKept) -> ProfileShown:
    """Let another version of the profile hold."""
    keep_profile(actor(asking(request)), kept.text, kept.replaces)
    return _shown(_holding())


@router.post("/profile/preview", response=answers(ProfileLooked))
@operation(Verb.KEEP, anyones)
def look(request: HttpRequest, typed: ProfileTyped) -> ProfileLooked:  # noqa: ARG001 - as above
    """Tell what is wrong with the text of a profile, and what it would change; nothing is entered."""
    held, wrong = _holding(), what_is_wrong(typed.text)
    fault = ProfileFault.from_orm(wrong) if wrong else None
    lines = [] if wrong else differences(held.text, in_normal_form(typed.text))
    return ProfileLooked(wrong=fault, lines=lines, replaces=held.id)


@router.get("/profile/tables", response=answers(ProfileTables))
@operation(Verb.KEEP, anyones)
def tables(request: HttpRequest) -> ProfileTables:  # noqa: ARG001 - as above
    """Give themes, indicators and duties of the profile that holds."""
    found = office().profile
    return ProfileTables(
        themes=[_theme(each) for each in found.themes],
        indicators=[_indicator(each) for each in found.indicators],
        duties=[_duty(each) for each in found.duties],
    )


@router.get("/profile/versions", response=answers(Listed[VersionListed]))
@operation(Verb.KEEP, anyones)
def profile_versions(request: HttpRequest, window: Query[Window]) -> Listed[VersionListed]:  # noqa: ARG001 - as above
    """List the versions of the profile, the newest first."""
    found = versions(window.limit, window.offset)
    shown = [VersionListed(id=each.row.id, at=each.at, by=each.row.by, replaces=each.row.replaces) for each in found]
    return Listed(total=how_many(ProfileRow), items=shown)


@router.get("/profile/versions/{version}", response=answers(ProfileShown))
@operation(Verb.KEEP, anyones)
def profile_version(request: HttpRequest, version: str) -> ProfileShown:  # noqa: ARG001 - as above
    """Give one version of the profile."""
    return _shown(_named(version))


@router.get("/profile/versions/{version}/changes", response=answers(LinesShown))
@operation(Verb.KEEP, anyones)
def profile_changes(request: HttpRequest, version: str) -> LinesShown:  # noqa: ARG001 - as above
    """Tell what a version of the profile changed in the one before it."""
    row = _named(version)
    before = rows_of(ProfileRow, id=row.replaces)
    return LinesShown(lines=differences(before[0].text if before else "", row.text))


def _holding() -> ProfileRow:
    held = profile_entry()
    if held is None:
        raise nowhere("profile")  # noqa: EM101 - what is named in the path
    return held


def _named(version: str) -> ProfileRow:
    found = rows_of(ProfileRow, id=version)
    if not found:
        raise nowhere(version)
    return found[0]


def _shown(row: ProfileRow) -> ProfileShown:
    return ProfileShown.from_orm(row)


def _theme(each: Theme) -> ThemeShown:
    return ThemeShown.from_orm(each)


def _indicator(each: Indicator) -> IndicatorShown:
    return IndicatorShown.from_orm(each)


def _duty(each: Duty) -> DutyShown:
    return DutyShown.from_orm(each)
