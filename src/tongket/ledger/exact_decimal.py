"""A column that keeps a decimal number to its last digit.

SQLite has no decimal type: Django's own field would go through a binary float and lose digits beyond the
fifteenth. The number is kept as its plain text, which is compared for equality and never calculated with here.
"""

from decimal import Decimal
from typing import TYPE_CHECKING

from django.db import models

if TYPE_CHECKING:
    _Text = models.TextField[Decimal | None, Decimal | None]
else:
    _Text = models.TextField


class ExactDecimalField(_Text):
    """A `Decimal`, kept as text without exponent and without trailing zeros."""

    def get_prep_value(self, value: Decimal | None) -> str | None:
        """Return the text that is kept."""
        return None if value is None else _plain(value)

    def from_db_value(self, value: str | None, _expression: object, _connection: object) -> Decimal | None:
        """Return the number that was kept."""
        return None if value is None else Decimal(value)

    def to_python(self, value: object) -> Decimal | None:
        """Return the number for any of its writings."""
        return None if value is None else Decimal(str(value))


def _plain(value: Decimal) -> str:
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
