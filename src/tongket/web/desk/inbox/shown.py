"""An item of the inbox in words."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext

from tongket.actions.inbox.list_inbox import Item
from tongket.actions.people.office import office
from tongket.terms.errors import TongketError
from tongket.terms.period import Period

_MESSAGES = 3


@dataclass(frozen=True, slots=True)
class ShownItem:
    """A row of the list; `state_kind` and `sure_kind` are the colours of chips."""

    item: Item
    state: str
    state_kind: str
    sure: str
    sure_kind: str
    org: str
    period: str
    doubts: list[str]
    more: int
    via: str
    inbox_of: str


def shown_items(items: Iterable[Item]) -> list[ShownItem]:
    """Return the rows of the list."""
    names = office().names
    return [shown(item, names) for item in items]


def shown(item: Item, names: Mapping[str, str]) -> ShownItem:
    """Return a row of the list.

    Args:
        item: What came in.
        names: Of orgs, by org id.
    """
    state, state_kind = _states()[item.state]
    sure, sure_kind = _sureness()[item.sure]
    doubts = [each.message for each in item.grave]
    return ShownItem(
        item=item,
        state=state,
        state_kind=state_kind,
        sure=sure,
        sure_kind=sure_kind,
        org=names.get(item.org, item.org),
        period=period_label(item.period),
        doubts=doubts[:_MESSAGES],
        more=max(0, len(doubts) - _MESSAGES),
        via=_ways()[item.row.via],
        inbox_of=names.get(item.row.org, item.row.org),
    )


def period_label(period: str) -> str:
    """Return a period as an official report writes it; what is none, as it stands."""
    try:
        return Period.parse(period).label if period else ""
    except TongketError:
        return period


def _states() -> dict[str, tuple[str, str]]:
    return {
        "waiting": (gettext("Đang chờ đọc"), "accent"),
        "read": (gettext("Đã đọc"), "good"),
        "unreadable": (gettext("Không có chữ"), "bad"),
        "failed": (gettext("Lỗi"), "bad"),
    }


def _sureness() -> dict[str, tuple[str, str]]:
    return {
        "": ("", ""),
        "sure": (gettext("Chắc chắn"), "good"),
        "look": (gettext("Cần xem"), "warn"),
        "untold": (gettext("Chưa rõ đơn vị, kỳ"), "bad"),
    }


def _ways() -> dict[str, str]:
    return {
        "upload": gettext("đưa lên"),
        "mail": gettext("thư điện tử"),
        "folder": gettext("thư mục"),
        "form": gettext("biểu nhập"),
    }
