"""Which tables a backup keeps: every kind of entry, then the accounts."""

from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db import connection
from django.db.models import Field, Model

from tongket.ledger.model import Entry

# Who may sign in, by which address and with which second factor; sessions, counters and jobs are not kept.
_ACCOUNTS = (("auth", "User"), ("account", "EmailAddress"), ("mfa", "Authenticator"))


@dataclass(frozen=True)
class KeptTable:
    """A table of a backup: all entries of a kind, or of the accounts."""

    name: str
    model: type[Model]

    @property
    def columns(self) -> dict[str, "Field[Any, Any]"]:
        """Its columns by name, in their order."""
        return {field.attname: field for field in self.model._meta.concrete_fields}  # noqa: SLF001 - Django's own name

    @property
    def in_database(self) -> str:
        """What the database calls it."""
        return self.model._meta.db_table  # noqa: SLF001 - as above


def in_database(field: "Field[Any, Any]") -> str:
    """Return what the database calls a column, as it stands in a statement."""
    return connection.ops.quote_name(str(field.column))


def kept_tables() -> list[KeptTable]:
    """Return every table of the ledger's entries, then those of the accounts.

    The index of the search is none of them: it is made anew.
    """
    entries = [model for model in apps.get_app_config("ledger").get_models() if issubclass(model, Entry)]
    ledger = sorted((_named("ledger", model) for model in entries), key=lambda each: each.name)
    return [*ledger, *(_named("accounts", apps.get_model(*name)) for name in _ACCOUNTS)]


def _named(part: str, model: type[Model]) -> KeptTable:
    return KeptTable(f"{part}/{model._meta.db_table}", model)  # noqa: SLF001 - as above
