"""Accounts: a name and a password to sign in with; what a person may do is told by their grants."""

import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.apps import apps
from django.contrib.auth import get_user_model
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from tongket.terms.errors import TongketError


@dataclass(frozen=True, slots=True)
class Account:
    """What is shown of an account; `factors`: how many second factors it has."""

    name: str
    email: str
    active: bool
    last_seen: datetime | None
    factors: int


def make_account(name: str, email: str, password: str) -> None:
    """Make an account.

    Raises:
        TongketError: The name is taken or cannot be one, or the password is too easy to guess.
    """
    users = get_user_model()
    try:
        user = users(username=name, email=email)
        user.full_clean(exclude=["password"])
        validate_password(password, user)
        _refuse_taken(name)
        with transaction.atomic():
            user.set_password(password)
            user.save()
            # Whoever makes an account answers for its address; a second factor asks for one that is sure.
            addresses = apps.get_model("account", "EmailAddress")
            addresses.objects.create(user=user, email=email.lower(), primary=True, verified=True)
    except ValidationError as error:
        message = " ".join(error.messages)
        raise TongketError(message) from error
    except IntegrityError as error:
        message = f"Tên đăng nhập “{name}” hoặc địa chỉ thư đã có người dùng. Hãy chọn tên khác."
        raise TongketError(message) from error


def _refuse_taken(name: str) -> None:
    """Let no two names differ in capitals only."""
    if get_user_model().objects.filter(username__iexact=name).exists():
        raise IntegrityError(name)


def has_account(name: str) -> bool:
    """Tell whether there is an account of that name."""
    return get_user_model().objects.filter(username=name).exists()


def is_blocked(name: str) -> bool:
    """Tell whether the account of that name is blocked."""
    return get_user_model().objects.filter(username=name, is_active=False).exists()


def accounts_named(names: Iterable[str]) -> dict[str, Account]:
    """Return the accounts of some people by name; whoever has none is left out."""
    wanted = set(names)
    users = list(get_user_model().objects.filter(username__in=wanted))
    factors: dict[object, int] = {}
    kinds = apps.get_model("mfa", "Authenticator").objects.filter(user__in=users).exclude(type="recovery_codes")
    for owner in kinds.values_list("user_id", flat=True):
        factors[owner] = factors.get(owner, 0) + 1
    return {
        user.get_username(): Account(
            user.get_username(), user.email, user.is_active, user.last_login, factors.get(user.pk, 0)
        )
        for user in users
    }


def let_sign_in(name: str, *, allowed: bool) -> None:
    """Let an account sign in, or no longer; whoever is signed in is out at their next click."""
    get_user_model().objects.filter(username=name).update(is_active=allowed)


def forget_factors(name: str) -> int:
    """Take all second factors from an account: for whoever lost the telephone and the recovery codes; count them."""
    held = apps.get_model("mfa", "Authenticator").objects.filter(user__username=name)
    return int(held.delete()[0])


def any_password() -> str:
    """Return a password nobody guesses: 16 characters, 96 bits."""
    return secrets.token_urlsafe(12)
