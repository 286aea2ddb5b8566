"""Keeping the desk: the audit log, health."""

from datetime import datetime

from django.http import HttpRequest, HttpResponse
from ninja import Query, Router, Schema

from tongket.actions.keeping.audit import ActsAsked, acts, count_acts
from tongket.actions.keeping.health import Health, health, ledger_folder
from tongket.actions.now import now
from tongket.terms.roles import Verb
from tongket.web.api.asking import asking
from tongket.web.api.operations import operation
from tongket.web.api.shapes import Listed, Name, Window, answers, gives
from tongket.web.desk.administration.log import log_file
from tongket.web.desk.routes import anyones

router = Router(tags=["keeping"])


class ActsWanted(Schema):
    """Which lines: who did it, for which org, which verb, to which entry; what is empty asks for all."""

    by: Name = ""
    org: Name = ""
    verb: Name = ""
    entry: Name = ""

    def question(self) -> ActsAsked:
        """Return it as it is asked of the log."""
        return ActsAsked(self.by, self.org, self.verb, self.entry)


class AuditAsked(ActsWanted, Window):
    """Which lines, and which part of them."""


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


@router.get("/audit", response=answers(Listed[ActShown]))
@operation(Verb.ADMINISTER, anyones)
def audit(request: HttpRequest, asked: Query[AuditAsked]) -> Listed[ActShown]:
    """List who did what, the newest first."""
    person, question = asking(request).person, asked.question()
    found = acts(person, question, asked.limit, asked.offset)
    shown = [
        ActShown(id=row.id, at=at, by=row.by, verb=row.verb, org=row.org, entry=row.entry, told=row.told)
        for at, row in found
    ]
    return Listed(total=count_acts(person, question), items=shown)


@router.get("/audit.csv", response=answers(None), openapi_extra=gives("text/csv"))
@operation(Verb.ADMINISTER, anyones)
def audit_file(request: HttpRequest, asked: Query[ActsWanted]) -> HttpResponse:
    """Give all lines that are asked for as CSV, the newest first."""
    return log_file(asking(request).person, asked.question())


@router.get("/health", response=answers(HealthShown))
@operation(Verb.KEEP, anyones)
def desk_health(request: HttpRequest) -> HealthShown:  # noqa: ARG001 - the gate has looked at it
    """Tell how the desk is."""
    return _health(health(now(), ledger_folder()))


def _health(found: Health) -> HealthShown:
    return HealthShown(
        well=all(each.well for each in found.signs),
        signs=[SignShown.from_orm(each) for each in found.signs],
        versions=dict(found.versions),
        counts=dict(found.counts),
    )
