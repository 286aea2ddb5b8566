"""Days that are kept as texts, written as people write them."""

from datetime import date

from django import template

register = template.Library()
_ISO_DAY = 10


@register.filter
def day(text: str) -> str:
    """Return `2025-07-01…` as `01/07/2025`; what is no whole day, as `2016-05`, stays as it is."""
    try:
        return f"{date.fromisoformat(text[:_ISO_DAY]):%d/%m/%Y}"
    except ValueError:
        return text
