"""All routes of the desk."""

from collections.abc import Iterator

from django.urls import URLPattern, URLResolver, get_resolver

# Routes that are not of the desk: allauth's own pages (its login is open to strangers, the rest asks for a
# session), the switch of the language, which changes a cookie of the one who asks, and the API, which has its own
# test (`test_api.py`).
NOT_OURS = ("accounts/", "language", "api/")


def routes() -> Iterator[tuple[str, URLPattern]]:
    """Yield every route of the desk with its path."""
    yield from _walk("", get_resolver().url_patterns)


def _walk(prefix: str, patterns: list[URLPattern | URLResolver]) -> Iterator[tuple[str, URLPattern]]:
    for pattern in patterns:
        path = prefix + str(pattern.pattern)
        if path.startswith(NOT_OURS):
            continue
        if isinstance(pattern, URLResolver):
            yield from _walk(path, pattern.url_patterns)
        else:
            yield path, pattern
