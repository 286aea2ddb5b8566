"""What every operation asks of its request: who it is from, and the period that its path names."""

from typing import cast

from django.http import HttpRequest

from tongket.terms.errors import TongketError
from tongket.terms.period import Period
from tongket.web.api.operations import nowhere
from tongket.web.desk.routes import DeskRequest


def asking(request: HttpRequest) -> DeskRequest:
    """Return the request with who asks: the middleware or the token put them on it."""
    return cast("DeskRequest", request)


def period_in_path(text: str) -> Period:
    """Return the period that a path names; one that is none leads nowhere."""
    try:
        return Period.parse(text)
    except (TongketError, ValueError) as error:
        raise nowhere(text) from error
