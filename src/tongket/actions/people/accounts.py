"""Accounts: a name and a password to sign in with; what a person may do is told by their grants."""

import secrets

from django.apps import apps
from django.contrib.auth import get_user_model
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from tongket.terms.errors import TongketError


def make_account(name: str, email: str, password: str) -> None:
    """Make an account.

    Raises:
        TongketError: The name is taken, or the password is too easy to guess.
    """
    users = get_user_model()
    try:
        validate_password(password, users(username=name, email=email))
        with transaction.atomic():
            user = users.objects.create_user(username=name, email=email, password=password)
            # Whoever makes an account answers for its address; a second factor asks for one that is sure.
            addresses = apps.get_model("account", "EmailAddress")
            addresses.objects.create(user=user, email=email.lower(), primary=True, verified=True)
    except ValidationError as error:
        message = " ".join(error.messages)
        raise TongketError(message) from error
    except IntegrityError as error:
        message = f"Tên đăng nhập “{name}” đã có người dùng. Hãy chọn tên khác."
        raise TongketError(message) from error


def has_account(name: str) -> bool:
    """Tell whether there is an account of that name."""
    return get_user_model().objects.filter(username=name).exists()


def any_password() -> str:
    """Return a password nobody guesses: 16 characters, 96 bits."""
    return secrets.token_urlsafe(12)
