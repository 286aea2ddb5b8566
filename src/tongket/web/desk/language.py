"""The language of the pages: Vietnamese, or what the person chose; what their browser was sold with says nothing.

A program that asks the API chooses by `Accept-Language`.
"""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import translation

_API = "/api/"


def chosen_language(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Speak the language of the cookie that `set_language` keeps, else Vietnamese (middleware)."""

    def in_language(request: HttpRequest) -> HttpResponse:
        chosen = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME) or _accepted(request)
        with translation.override(chosen if chosen in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE):
            return get_response(request)

    return in_language


def _accepted(request: HttpRequest) -> str:
    """Return the language that a program asks for, the first of those it accepts."""
    accepted = request.headers.get("Accept-Language", "") if request.path.startswith(_API) else ""
    first = accepted.partition(",")[0].partition(";")[0]
    return first.partition("-")[0].strip().lower() or settings.LANGUAGE_CODE
