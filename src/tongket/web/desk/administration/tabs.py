"""The pages of administration beside one another, as far as a person may open them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from tongket.actions.people.gate import may
from tongket.terms.roles import Verb
from tongket.web.desk.routes import DeskRequest


@dataclass(frozen=True, slots=True)
class Tab:
    """A page of administration; `name` is that of its route."""

    name: str
    title: str | Promise
    verb: Verb


TABS = (
    Tab("people", _("Người và vai trò"), Verb.ADMINISTER),
    Tab("orgs", _("Đơn vị"), Verb.ADMINISTER),
    Tab("profile", _("Hồ sơ"), Verb.KEEP),
    Tab("log", _("Nhật ký"), Verb.ADMINISTER),
    Tab("state", _("Tình trạng"), Verb.KEEP),
)


def shown(request: DeskRequest, template: str, context: Mapping[str, Any]) -> HttpResponse:
    """Show a page of administration with the tabs over it."""
    tabs = [tab for tab in TABS if may(request.person, tab.verb)]
    return render(request, f"desk/administration/{template}", {**context, "tabs": tabs})
