"""Let a page load nothing from any other host: a header tells the browser so."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

# Pictures as data: charts and second-factor codes are drawn into the page. Styles in attributes: widths of bars.
_POLICY = (
    "default-src 'self'; img-src 'self' data: blob:; style-src 'self' 'unsafe-inline'; script-src 'self'; "
    "object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'"
)


def only_own_files(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Put the policy on every answer (middleware)."""

    def with_policy(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        response.headers.setdefault("Content-Security-Policy", _POLICY)
        return response

    return with_policy
