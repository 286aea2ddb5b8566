"""People: invited by an administrator only, blocked, with tokens for their programs; each act is in the log."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.core.mail import EmailMessage

from tongket.actions.now import now
from tongket.actions.people.accounts import make_account
from tongket.actions.people.block import block, forget_second_factor, unblock
from tongket.actions.people.gate import Actor, NotAllowedError, person_named
from tongket.actions.people.grants import grant
from tongket.actions.people.invitations import (
    Standing,
    invitation_of,
    invitations_to,
    invite,
    send_invitation,
    take_up,
    take_up_as,
    withdraw_invitation,
)
from tongket.actions.people.list_people import people_at
from tongket.actions.people.tokens import end_token, make_token, person_of_token, tokens_at, tokens_of
from tongket.ledger.entries import rows_of
from tongket.terms.errors import TongketError
from tongket.terms.roles import Role
from tongket.terms.work import ActRow, InvitationRow, TokenRow
from web.conftest import Desk

PASSWORD = "một-mật-khẩu-dài-2025"  # noqa: S105 - of an account that lives as long as its test


def _administrator(desk: Desk, org: str = "tinh") -> Actor:
    return Actor(desk.actor(f"quan-tri-{org}", org, Role.ADMINISTRATOR).person, now())


def test_invitation_makes_an_account_with_its_role_once(desk: Desk, outbox: list[EmailMessage]) -> None:
    """The mail holds the link, the ledger only its sha256; taken up it gives the role, a second time nothing."""
    actor = _administrator(desk)
    row, secret = invite(actor, " mai@example.org ", "huyen-mot", Role.REPORTER)
    send_invitation(row, f"https://desk.example.org/invited/{secret}")
    assert outbox[0].to == ["mai@example.org"]
    assert secret in str(outbox[0].body)
    assert secret not in repr([*rows_of(InvitationRow), *rows_of(ActRow)])
    given = take_up(secret, "mai", PASSWORD, now())
    assert (given.person, given.org, given.role, given.by) == ("mai", "huyen-mot", "reporter", "quan-tri-tinh")
    assert person_named("mai").orgs == ("huyen-mot",)
    found = invitation_of(secret, now())
    assert found is not None
    assert found.standing is Standing.TAKEN_UP
    with pytest.raises(TongketError, match="không còn dùng được"):
        take_up(secret, "ai-khac", PASSWORD, now())
    assert not User.objects.filter(username="ai-khac").exists()


def test_invitation_ends_by_time_or_by_word(desk: Desk) -> None:
    """After a week, or once it was withdrawn, an invitation opens nothing; an unknown secret is none."""
    actor = _administrator(desk)
    late, withdrawn = (invite(actor, f"{name}@example.org", "tinh", Role.READER)[1] for name in ("a", "b"))
    entry = rows_of(InvitationRow, email="b@example.org")[0].id
    assert {each.row.email for each in invitations_to(["tinh"], now())} == {"a@example.org", "b@example.org"}
    withdraw_invitation(actor, entry, "")
    with pytest.raises(TongketError, match="không còn dùng được"):
        take_up(withdrawn, "b", PASSWORD, now())
    with pytest.raises(TongketError, match="không còn dùng được"):
        take_up(late, "a", PASSWORD, now() + timedelta(days=8))
    assert invitation_of("gì-đó", now()) is None
    assert not User.objects.exists()


def test_invitation_adds_a_role_to_an_account_that_is_there(desk: Desk) -> None:
    """Who has an account takes the role with it; nobody gets the roles of a name that others had before."""
    actor = _administrator(desk)
    make_account("mai", "mai@example.org", PASSWORD)
    secret = invite(actor, "mai@example.org", "xa-mot", Role.READER)[1]
    take_up_as(secret, "mai", now())
    assert person_named("mai").orgs == ("xa-mot",)
    other = invite(actor, "la@example.org", "xa-mot", Role.READER)[1]
    for name in ("mai", "MAI", "quan-tri-tinh", "có dấu cách"):
        with pytest.raises(TongketError):
            take_up(other, name, PASSWORD, now())
    with pytest.raises(TongketError, match="phổ biến"):
        take_up(other, "moi", "password", now())


def test_only_who_administers_an_org_invites_to_it(desk: Desk) -> None:
    """Below the own org yes, above and beside no; an address that is none and an org that is not there are refused."""
    actor = _administrator(desk, "huyen-mot")
    invite(actor, "a@example.org", "xa-mot", Role.READER)
    for org in ("tinh", "huyen-hai"):
        with pytest.raises(NotAllowedError):
            invite(actor, "a@example.org", org, Role.READER)
    for email, org in (("a", "xa-mot"), ("a@example.org", "khong-co")):
        with pytest.raises(TongketError):
            invite(actor, email, org, Role.READER)


def test_blocking_needs_power_over_all_orgs_of_a_person(desk: Desk) -> None:
    """An administrator below blocks nobody who also acts above; nobody blocks themselves; reasons are asked for."""
    top, below = _administrator(desk), _administrator(desk, "huyen-mot")
    make_account("mai", "mai@example.org", PASSWORD)
    grant(top, "mai", "xa-mot", Role.REPORTER)
    block(below, "mai", "nghỉ hưu")
    assert not User.objects.get(username="mai").is_active
    unblock(below, "mai")
    assert User.objects.get(username="mai").is_active
    grant(top, "mai", "tinh", Role.READER)
    with pytest.raises(NotAllowedError):
        block(below, "mai", "nghỉ hưu")
    for who, reason in (("mai", " "), ("khong-co", "nghỉ")):
        with pytest.raises(TongketError):
            block(top, who, reason)
    make_account("quan-tri-tinh", "qt@example.org", PASSWORD)
    with pytest.raises(TongketError, match="không ai tự khóa"):
        block(top, "quan-tri-tinh", "thử")
    forget_second_factor(top, "mai", "mất điện thoại")
    told = [row.told for row in rows_of(ActRow)]
    assert "khóa tài khoản mai: nghỉ hưu" in told
    assert "bỏ 0 lớp xác thực của mai: mất điện thoại" in told


def test_people_of_a_subtree_are_listed_with_their_accounts(desk: Desk) -> None:
    """Grants that hold, by name; whoever has none left is still listed, so that they can be blocked."""
    top = _administrator(desk)
    make_account("mai", "mai@example.org", PASSWORD)
    grant(top, "mai", "xa-mot", Role.REPORTER)
    listed = people_at(["xa-mot", "thon"])
    assert [(each.name, [row.role for row in each.grants]) for each in listed] == [("mai", ["reporter"])]
    account = listed[0].account
    assert account is not None
    assert account.email == "mai@example.org"
    assert [each.name for each in people_at(["tinh", "xa-mot"], "TRI")] == ["quan-tri-tinh"]


def test_token_acts_at_one_org_until_it_ends(desk: Desk) -> None:
    """It opens what its person may do at that org; taken back, over, or of a blocked account it opens nothing."""
    desk.actor("mai", "xa-mot", Role.REPORTER)
    actor = Actor(desk.actor("mai", "tinh", Role.READER).person, now())
    make_account("mai", "mai@example.org", PASSWORD)
    made = make_token(actor, "xa-mot", "máy tính phòng", 30)
    assert made.secret not in repr([*rows_of(TokenRow), *rows_of(ActRow)])
    person = person_of_token(made.secret)
    assert (person.name, person.orgs) == ("mai", ("xa-mot",))
    assert person_of_token("tongket_la").grants == ()
    User.objects.update(is_active=False)
    assert person_of_token(made.secret).name == ""
    User.objects.update(is_active=True)
    assert [each.row.id for each in tokens_of("mai", now())] == [made.row.id]
    assert [each.over for each in tokens_at(["xa-mot"], now() + timedelta(days=31))] == [True]
    with pytest.raises(NotAllowedError):
        end_token(_administrator(desk, "huyen-hai"), made.row.id, "")
    end_token(_administrator(desk, "huyen-mot"), made.row.id, "đổi máy")
    assert person_of_token(made.secret).name == ""
    old = Actor(actor.person, now() - timedelta(days=40))
    assert person_of_token(make_token(old, "tinh", "cũ", 30).secret).name == ""
    for org, name, days in (("huyen-mot", "x", 30), ("tinh", " ", 30), ("tinh", "x", 10_000)):
        with pytest.raises(TongketError):
            make_token(actor, org, name, days)
