"""The profile: its text with what is wrong in it, its tables to read, its versions with what differs."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from tongket.actions.keeping.profile_versions import Version, differences, in_normal_form, versions, what_is_wrong
from tongket.actions.people.keep_profile import keep_profile
from tongket.actions.people.office import office, profile_entry
from tongket.ledger.entries import rows_of
from tongket.terms.errors import TongketError
from tongket.terms.roles import Verb
from tongket.terms.work import ProfileRow
from tongket.web.desk.administration.tabs import shown
from tongket.web.desk.person import actor
from tongket.web.desk.refusals.spoken import spoken
from tongket.web.desk.routes import DeskRequest, anyones, route

_ON_A_PAGE = 100


@require_http_methods(["GET", "HEAD", "POST"])
@route(Verb.KEEP, anyones)
def profile(request: DeskRequest) -> HttpResponse:
    """Show the text of the profile; look at what would change; keep it."""
    held = profile_entry() or ProfileRow("", "", "", "")
    # Of a text that was typed: the browser sends other ends of lines.
    text = request.POST.get("text", held.text).replace("\r\n", "\n")
    saw = request.POST.get("replaces", held.id)
    told: dict[str, Any] = {"text": text, "replaces": saw, "held": held, "stale": saw != held.id, "tab": "profile"}
    if request.method == "POST":
        told["wrong"] = what_is_wrong(text)
        if not told["wrong"] and request.POST.get("do") == "keep":
            try:
                keep_profile(actor(request), text, saw)
            except TongketError as error:
                told["refused"] = spoken(error)
            else:
                messages.success(request, _("Hồ sơ mới đã có hiệu lực."))
                return redirect("profile")
        if not told["wrong"]:
            told |= {"looked": True, "lines": differences(held.text, in_normal_form(text))}
        if told["stale"]:
            told |= {"replaces": held.id}
    return shown(request, "profile.html", told)


@require_safe
@route(Verb.KEEP, anyones)
def tables(request: DeskRequest) -> HttpResponse:
    """Show indicators and duties to read."""
    found = office().profile
    themes = {theme.id: theme.title for theme in found.themes}
    indicators = [(each, themes.get(each.theme, each.theme)) for each in found.indicators]
    page = Paginator(indicators, _ON_A_PAGE).get_page(request.GET.get("page"))
    return shown(
        request,
        "profile_tables.html",
        {"page": page, "profile": found, "names": {each.id: each.name for each in found.indicators}, "tab": "profile"},
    )


@require_safe
@route(Verb.KEEP, anyones)
def all_versions(request: DeskRequest) -> HttpResponse:
    """List the versions of the profile; show what one changed in the one before it."""
    page = Paginator(_all(), _ON_A_PAGE).get_page(request.GET.get("page"))
    chosen = request.GET.get("version", "")
    found = rows_of(ProfileRow, id=chosen) if chosen else []
    told: dict[str, Any] = {"page": page, "tab": "profile"}
    if found:
        before = rows_of(ProfileRow, id=found[0].replaces)
        told |= {"chosen": found[0], "lines": differences(before[0].text if before else "", found[0].text)}
    return shown(request, "profile_versions.html", told)


def _all() -> list[Version]:
    # A profile changes a few times a year; two thousand versions are more than any office has seen.
    return versions(2000)
