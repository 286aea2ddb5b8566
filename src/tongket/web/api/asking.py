"""What operations ask of their requests: who it is from, and the periods that a path or a question names."""

from typing import cast

from django.http import HttpRequest

from tongket.terms.errors import TongketError
from tongket.terms.period import Period
from tongket.web.api.operations import nowhere
from tongket.web.api.shapes import YEARS
from tongket.web.desk.routes import DeskRequest


def asking(request: HttpRequest) -> DeskRequest:
    """Return the request with who asks: the middleware or the token put them on it."""
    return cast("DeskRequest", request)


def period_in_path(text: str) -> Period:
    """Return the period that a path names; one that is none leads nowhere."""
    try:
        return period_asked(text)
    except TongketError as error:
        raise nowhere(text) from error


def period_asked(text: str) -> Period:
    """Return the period that a question names.

    Raises:
        TongketError: It is none, or on years of which nobody reports.
    """
    try:
        period = Period.parse(text)
    except ValueError as error:  # digits of other scripts that make no year
        raise TongketError(str(error)) from error
    if not {period.first.year, period.last.year} <= set(YEARS):
        message = f"Kỳ báo cáo “{text}” ngoài các năm {YEARS.start} – {YEARS.stop - 1}: hãy chọn năm khác."
        raise TongketError(message)
    return period
