"""Keeping the desk: the profile with its versions, the audit log, health."""

from datetime import datetime

from django.http import HttpRequest
from ninja import Field, Query, Router, Schema

from tongket.actions.keeping.audit import ActsAsked, acts, count_acts
from tongket.actions.keeping.health import Health, health, ledger_folder
from tongket.actions.keeping.profile_versions import versions
from tongket.actions.now import now
from tongket.actions.people.keep_profile import keep_profile
from tongket.actions.people.office import profile_entry
from tongket.ledger.entries import how_many, rows_of
from tongket.terms.roles import Verb
from tongket.terms.work import ProfileRow
from tongket.web.api.asking import asking
from tongket.web.api.operations import nowhere, operation
from tongket.web.api.shapes import Listed, Name, Window, answers
from tongket.web.desk.person import actor
from tongket.web.desk.routes import anyones

router = Router(tags=["keeping"])
_LONGEST = 5_000_000  # the profile of a province with all its communes is under 1 MB


class ProfileShown(Schema):
    """The profile that holds, as the text of its file (TOML)."""

    id: str
    text: str
    by: str


class ProfileKept(Schema):
    """Another version; `replaces` is the id of the one that was seen."""

    text: str = Field(max_length=_LONGEST)
    replaces: Name = Field(min_length=1)


class VersionListed(Schema):
    """A version of the profile."""

    id: str
    at: datetime
    by: str
    replaces: str


class AuditAsked(Window):
    """Which lines: who did it, for which org, which verb, to which entry; what is empty asks for all."""

    by: Name = ""
    org: Name = ""
    verb: Name = ""
    entry: Name = ""


class ActShown(Schema):
    """A line of the audit log."""

    id: str
    at: datetime
    by: str
    verb: str
    org: str
    entry: str
    told: str


class SignShown(Schema):
    """One thing about the desk: how it is, whether that is well, and what to do where not."""

    name: str
    told: str
    well: bool
    mend: str


class HealthShown(Schema):
    """How the desk is; versions of what runs, counts of what is kept."""

    well: bool
    signs: list[SignShown]
    versions: dict[str, str]
    counts: dict[str, int]


@router.get("/profile", response=answers(ProfileShown))
@operation(Verb.KEEP, anyones)
def profile(request: HttpRequest) -> ProfileShown:  # noqa: ARG001 - the gate has looked at it
    """Give the profile that holds."""
    return _holding()


@router.put("/profile", response=answers(ProfileShown))
@operation(Verb.KEEP, anyones)
def keep(request: HttpRequest, kept: ProfileKept) -> ProfileShown:
    """Let another version of the profile hold."""
    keep_profile(actor(asking(request)), kept.text, kept.replaces)
    return _holding()


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
    found = rows_of(ProfileRow, id=version)
    if not found:
        raise nowhere(version)
    return ProfileShown.from_orm(found[0])


@router.get("/audit", response=answers(Listed[ActShown]))
@operation(Verb.ADMINISTER, anyones)
def audit(request: HttpRequest, asked: Query[AuditAsked]) -> Listed[ActShown]:
    """List who did what, the newest first."""
    person, question = asking(request).person, ActsAsked(asked.by, asked.org, asked.verb, asked.entry)
    found = acts(person, question, asked.limit, asked.offset)
    shown = [
        ActShown(id=row.id, at=at, by=row.by, verb=row.verb, org=row.org, entry=row.entry, told=row.told)
        for at, row in found
    ]
    return Listed(total=count_acts(person, question), items=shown)


@router.get("/health", response=answers(HealthShown))
@operation(Verb.KEEP, anyones)
def desk_health(request: HttpRequest) -> HealthShown:  # noqa: ARG001 - as above
    """Tell how the desk is."""
    return _health(health(now(), ledger_folder()))


def _holding() -> ProfileShown:
    held = profile_entry()
    if held is None:
        raise nowhere("profile")  # noqa: EM101 - what is named in the path
    return ProfileShown.from_orm(held)


def _health(found: Health) -> HealthShown:
    return HealthShown(
        well=all(each.well for each in found.signs),
        signs=[SignShown.from_orm(each) for each in found.signs],
        versions=dict(found.versions),
        counts=dict(found.counts),
    )
