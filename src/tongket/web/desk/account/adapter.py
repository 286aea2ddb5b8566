"""No open sign-up: allauth makes an account only for whoever holds an invitation."""

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


class InvitedOnly(DefaultAccountAdapter):  # type: ignore[misc] # allauth has no types
    """Close allauth's own sign-up page; accounts are made where an invitation is taken up."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:  # noqa: ARG002 - the signature is allauth's
        """Return that nobody may sign up by themselves."""
        return False
