"""Block an account, let it in again, or take its second factors from it: for a person one administers."""

from django.db import transaction

from tongket.actions.people.accounts import forget_factors, has_account, let_sign_in
from tongket.actions.people.gate import Actor, enter, require
from tongket.actions.people.grants import grants_of
from tongket.actions.people.office import office
from tongket.terms.errors import TongketError
from tongket.terms.roles import Verb


def block(actor: Actor, name: str, reason: str) -> None:
    """Let a person do nothing at the desk any more, and keep all they did.

    Raises:
        NotAllowedError: They act for an org that the actor does not administer.
        TongketError: There is no such account, it is the actor's own, or no reason is given.
    """
    org = _org_over(actor, name)
    if name == actor.person.name or not reason.strip():
        message = "Chưa khóa được: không ai tự khóa tài khoản của mình, và việc khóa cần nói lý do."
        raise TongketError(message)
    with transaction.atomic():
        let_sign_in(name, allowed=False)
        enter(actor, Verb.ADMINISTER, org, [], f"khóa tài khoản {name}: {reason.strip()}")


def unblock(actor: Actor, name: str) -> None:
    """Let a person in again; errors as for `block`."""
    org = _org_over(actor, name)
    with transaction.atomic():
        let_sign_in(name, allowed=True)
        enter(actor, Verb.ADMINISTER, org, [], f"mở lại tài khoản {name}")


def forget_second_factor(actor: Actor, name: str, reason: str) -> None:
    """Let a person sign in with the password alone, until they set up another second factor; errors as for `block`."""
    org = _org_over(actor, name)
    if not reason.strip():
        message = "Việc bỏ xác thực hai lớp của người khác cần nói lý do, ví dụ: mất điện thoại, đã gặp trực tiếp."
        raise TongketError(message)
    with transaction.atomic():
        count = forget_factors(name)
        enter(actor, Verb.ADMINISTER, org, [], f"bỏ {count} lớp xác thực của {name}: {reason.strip()}")


def _org_over(actor: Actor, name: str) -> str:
    """Return an org at which the person stands under the actor, who has to administer all their orgs."""
    if not has_account(name):
        message = f"Không có tài khoản “{name}”."
        raise TongketError(message)
    orgs = [grant.org for grant in grants_of(name)] or [office().top]
    for org in orgs:
        require(actor.person, Verb.ADMINISTER, org)
    return orgs[0]
