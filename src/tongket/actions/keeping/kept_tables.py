"""Which tables a backup keeps, and how a value of theirs is written as JSON: the same on every database."""

from base64 import b64decode, b64encode
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from django.apps import apps
from django.db.models import BinaryField, DateTimeField, Field, Model

from tongket.ledger.exact_decimal import ExactDecimalField
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


def kept_tables() -> list[KeptTable]:
    """Return every table of the ledger's entries, then those of the accounts.

    The index of the search is none of them: it is made anew.
    """
    entries = [model for model in apps.get_app_config("ledger").get_models() if issubclass(model, Entry)]
    ledger = sorted((KeptTable(f"ledger/{_table(model)}", model) for model in entries), key=lambda each: each.name)
    accounts = [apps.get_model(*name) for name in _ACCOUNTS]
    return [*ledger, *(KeptTable(f"accounts/{_table(model)}", model) for model in accounts)]


def written_rows(table: KeptTable) -> Iterator[list[Any]]:
    """Yield the rows of a table in the order of their keys, each value as JSON can hold it; a few are in memory."""
    manager = table.model._default_manager  # noqa: SLF001 - Django's own name
    # 500: rows with the bytes of documents are among them.
    for row in manager.order_by("pk").values_list(*table.columns).iterator(chunk_size=500):
        yield [_written(value) for value in row]


def read_by(field: "Field[Any, Any]") -> Callable[[Any], Any]:
    """Return what turns the JSON of a column into its value."""
    kinds: tuple[tuple[type, Callable[[Any], Any]], ...] = (
        (DateTimeField, datetime.fromisoformat),
        (ExactDecimalField, Decimal),
        (BinaryField, b64decode),
    )
    read = next((made for kind, made in kinds if isinstance(field, kind)), None)
    return _unchanged if read is None else lambda value: None if value is None else read(value)


def _unchanged(value: Any) -> Any:  # noqa: ANN401 - any value of a column
    return value


def _written(value: Any) -> Any:  # noqa: ANN401 - any value of a column
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, bytes | memoryview):
        return b64encode(bytes(value)).decode()
    return value


def _table(model: type[Model]) -> str:
    return model._meta.db_table  # noqa: SLF001 - Django's own name
