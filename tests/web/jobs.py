"""Jobs of the desk in tests: done here and now; letters are kept instead of sent."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.core import mail
from django.core.management import call_command
from django.test import override_settings


def do_jobs() -> None:
    """Do what waits in the queue, until nothing is ready."""
    call_command("db_worker", batch=True, verbosity=0)


@contextmanager
def mail_kept() -> Iterator[None]:
    """Keep letters in `django.core.mail.outbox`."""
    mail.outbox = []  # type: ignore[attr-defined] # Django's own test runner makes it so
    with override_settings(EMAIL_BACKEND="django.core.mail.backends.locmem.EmailBackend"):
        yield
