"""People and their roles, invitations, accounts."""

from datetime import datetime

from django.http import HttpRequest
from django.urls import reverse
from ninja import Query, Router, Schema

from tongket.actions.now import now
from tongket.actions.people.accounts import Account, accounts_named
from tongket.actions.people.block import block, forget_second_factor, unblock
from tongket.actions.people.gate import may, visible
from tongket.actions.people.grants import end_grant, grant, grants_of
from tongket.actions.people.invitations import (
    Invited,
    Standing,
    invitations_to,
    invite,
    send_invitation,
    withdraw_invitation,
)
from tongket.actions.people.list_people import PersonListed, people_at
from tongket.ledger.entries import rows_of
from tongket.terms.roles import Role, Verb
from tongket.terms.work import GrantRow, InvitationRow
from tongket.web.api.asking import asking
from tongket.web.api.operations import nowhere, operation
from tongket.web.api.shapes import MOST, Line, Listed, Name, Window, answers, part
from tongket.web.desk.person import actor
from tongket.web.desk.routes import DeskRequest, anyones

router = Router(tags=["people"])


class PeopleAsked(Window):
    """Only people with this in their name, or at this org."""

    name: Name = ""
    org: Name = ""


class GrantShown(Schema):
    """A role at an org."""

    id: str
    org: str
    role: Role


class AccountShown(Schema):
    """An account; `factors` is how many second factors it has."""

    email: str
    active: bool
    last_seen: datetime | None
    factors: int


class PersonShown(Schema):
    """Somebody with their roles; `account` is null for one who cannot sign in yet."""

    name: str
    grants: list[GrantShown]
    account: AccountShown | None


class Granted(Schema):
    """A role to give."""

    org: Name
    role: Role


class Ended(Schema):
    """What shall hold no longer, by its id, and why."""

    id: Name
    reason: Line


class Blocked(Schema):
    """Whether an account may no longer sign in, and why."""

    blocked: bool
    reason: Line = ""


class Reason(Schema):
    """Why."""

    reason: Line


class InvitationShown(Schema):
    """An invitation."""

    id: str
    email: str
    org: str
    role: Role
    until: datetime
    by: str
    standing: Standing


class InvitationMade(Granted):
    """Whom to invite, to which org, in which role."""

    email: Name


class InvitationSent(InvitationShown):
    """An invitation that was made; `link` opens it once and is shown here only; `mailed` tells whether it was sent."""

    link: str
    mailed: bool


def org_of_person(request: DeskRequest, *, person: str) -> str:
    """Return an org for which a person acts or acted: one that the asker administers, where there is one."""
    orgs = [row.org for row in rows_of(GrantRow, person=person)]
    if not orgs:
        raise nowhere(person)
    return next((org for org in orgs if may(request.person, Verb.ADMINISTER, org)), orgs[0])


@router.get("/people", response=answers(Listed[PersonShown]))
@operation(Verb.ADMINISTER, anyones)
def people(request: HttpRequest, asked: Query[PeopleAsked]) -> Listed[PersonShown]:
    """List who acts for the orgs that the asker administers."""
    orgs = [org for org in visible(asking(request).person, Verb.ADMINISTER) if asked.org in ("", org)]
    return part(people_at(orgs, asked.name), asked, _listed)


@router.get("/people/{person}", response=answers(PersonShown))
@operation(Verb.ADMINISTER, org_of_person)
def one_person(request: HttpRequest, person: str) -> PersonShown:  # noqa: ARG001 - the gate has looked at it
    """Tell of somebody: roles, account."""
    return _person(person)


@router.post("/people/{person}/grants", response=answers(PersonShown))
@operation(Verb.ADMINISTER, org_of_person)
def give(request: HttpRequest, person: str, granted: Granted) -> PersonShown:
    """Give somebody a role at an org."""
    grant(actor(asking(request)), person, granted.org, granted.role)
    return _person(person)


@router.post("/people/{person}/grants/end", response=answers(PersonShown))
@operation(Verb.ADMINISTER, org_of_person)
def take_away(request: HttpRequest, person: str, ended: Ended) -> PersonShown:
    """Take a role away."""
    if ended.id not in {row.id for row in grants_of(person)}:
        raise nowhere(ended.id)
    end_grant(actor(asking(request)), ended.id, ended.reason)
    return _person(person)


@router.put("/people/{person}/blocked", response=answers(PersonShown))
@operation(Verb.ADMINISTER, org_of_person)
def set_blocked(request: HttpRequest, person: str, blocked: Blocked) -> PersonShown:
    """Block an account, or let it in again."""
    who = actor(asking(request))
    if blocked.blocked:
        block(who, person, blocked.reason)
    else:
        unblock(who, person)
    return _person(person)


@router.post("/people/{person}/second-factor/forget", response=answers(PersonShown))
@operation(Verb.ADMINISTER, org_of_person)
def forget_factor(request: HttpRequest, person: str, why: Reason) -> PersonShown:
    """Let somebody sign in with the password alone, until they set up another second factor."""
    forget_second_factor(actor(asking(request)), person, why.reason)
    return _person(person)


@router.get("/invitations", response=answers(Listed[InvitationShown]))
@operation(Verb.ADMINISTER, anyones)
def invitations(request: HttpRequest, window: Query[Window]) -> Listed[InvitationShown]:
    """List the invitations to the orgs that the asker administers that are open or ran out."""
    return part(invitations_to(visible(asking(request).person, Verb.ADMINISTER), now()), window, _invited)


@router.post("/invitations", response=answers(InvitationSent))
@operation(Verb.ADMINISTER, anyones)
def invite_somebody(request: HttpRequest, wanted: InvitationMade) -> InvitationSent:
    """Invite somebody by mail."""
    row, secret = invite(actor(asking(request)), wanted.email, wanted.org, wanted.role)
    link = request.build_absolute_uri(reverse("invited", kwargs={"secret": secret}))
    try:
        send_invitation(row, link)
    except OSError:
        mailed = False
    else:
        mailed = True
    shown = _invitation(row, Standing.OPEN)
    return InvitationSent(**shown.dict(), link=link, mailed=mailed)


@router.post("/invitations/withdraw", response=answers(Listed[InvitationShown]))
@operation(Verb.ADMINISTER, anyones)
def withdraw(request: HttpRequest, ended: Ended) -> Listed[InvitationShown]:
    """Let an invitation open nothing any more."""
    if not rows_of(InvitationRow, id=ended.id):
        raise nowhere(ended.id)
    withdraw_invitation(actor(asking(request)), ended.id, ended.reason)
    orgs = visible(asking(request).person, Verb.ADMINISTER)
    return part(invitations_to(orgs, now()), Window(offset=0, limit=MOST), _invited)


def _person(name: str) -> PersonShown:
    return _listed(PersonListed(name, tuple(grants_of(name)), accounts_named([name]).get(name)))


def _listed(each: PersonListed) -> PersonShown:
    grants = [GrantShown(id=row.id, org=row.org, role=Role(row.role)) for row in each.grants]
    return PersonShown(name=each.name, grants=grants, account=_account(each.account))


def _account(account: Account | None) -> AccountShown | None:
    return AccountShown.from_orm(account) if account else None


def _invited(each: Invited) -> InvitationShown:
    return _invitation(each.row, each.standing)


def _invitation(row: InvitationRow, standing: Standing) -> InvitationShown:
    return InvitationShown(
        id=row.id,
        email=row.email,
        org=row.org,
        role=Role(row.role),
        until=datetime.fromisoformat(row.until),
        by=row.by,
        standing=standing,
    )
