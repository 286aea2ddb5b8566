"""People and roles of the own subtree: invite, grant, end a grant, block an account, take back tokens."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from tongket.actions.now import now
from tongket.actions.people.accounts import accounts_named
from tongket.actions.people.block import block, forget_second_factor, unblock
from tongket.actions.people.gate import may, visible
from tongket.actions.people.grants import end_grant, grant, grants_of
from tongket.actions.people.invitations import invitations_to, invite, send_invitation, withdraw_invitation
from tongket.actions.people.list_people import people_at
from tongket.actions.people.office import office
from tongket.actions.people.tokens import end_token, tokens_of
from tongket.ledger.entries import rows_of
from tongket.terms.errors import TongketError
from tongket.terms.roles import Role, Verb
from tongket.terms.work import GrantRow
from tongket.web.desk.administration.forms import InviteForm, RoleForm
from tongket.web.desk.administration.tabs import shown
from tongket.web.desk.person import actor
from tongket.web.desk.refusals.spoken import spoken
from tongket.web.desk.routes import DeskRequest, anyones, not_found, route
from tongket.web.desk.words import ROLE_HELP, ROLES

_ON_A_PAGE = 100


@require_safe
@route(Verb.ADMINISTER, anyones)
def first(_request: DeskRequest) -> HttpResponse:
    """Lead to the first page of administration."""
    return redirect("people")


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@route(Verb.ADMINISTER, anyones)
def people(request: DeskRequest) -> HttpResponse:
    """List who acts for the orgs that the person administers; invite somebody, withdraw an invitation."""
    orgs = visible(request.person, Verb.ADMINISTER)
    choices = [(org, office().names[org]) for org in orgs]
    doing = request.POST.get("do", "")
    form = InviteForm(request.POST if doing == "invite" else None)
    form.for_orgs(choices)
    link = ""
    if doing == "withdraw":
        withdraw_invitation(actor(request), request.POST.get("entry", ""), request.POST.get("reason", ""))
        messages.success(request, _("Đã rút lời mời."))
        return redirect("people")
    if doing == "invite" and form.is_valid():
        link = _invite(request, form)
        form = InviteForm(initial={"org": form.cleaned_data["org"], "role": form.cleaned_data["role"]})
        form.for_orgs(choices)
    return shown(request, "people.html", _people(request, orgs) | {"form": form, "link": link})


def _people(request: DeskRequest, orgs: list[str]) -> dict[str, Any]:
    asked = {"name": request.GET.get("name", ""), "org": request.GET.get("org", "")}
    names = office().names
    found = people_at([org for org in orgs if asked["org"] in ("", org)], asked["name"])
    page = Paginator(found, _ON_A_PAGE).get_page(request.GET.get("page"))
    return {
        "page": page,
        "people": [
            (each, [(names.get(row.org, row.org), ROLES[row.role]) for row in each.grants]) for each in page.object_list
        ],
        "asked": asked,
        "orgs": [(org, names[org]) for org in orgs],
        "invitations": [
            (each, names.get(each.row.org, each.row.org), ROLES[each.row.role]) for each in invitations_to(orgs, now())
        ],
        "role_help": [(ROLES[role], ROLE_HELP[role]) for role in Role],
        "tab": "people",
    }


def _invite(request: DeskRequest, form: InviteForm) -> str:
    asked = form.cleaned_data
    row, secret = invite(actor(request), asked["email"], asked["org"], Role(asked["role"]))
    link = request.build_absolute_uri(reverse("invited", kwargs={"secret": secret}))
    try:
        send_invitation(row, link)
    except OSError as error:
        messages.warning(
            request, _("Không gửi được thư (%(error)s). Hãy tự chuyển đường dẫn dưới đây.") % {"error": error}
        )
    else:
        messages.success(request, _("Đã gửi lời mời đến %(email)s.") % {"email": row.email})
    return link


def _org_of_person(request: DeskRequest, *, person: str) -> str:
    """Return an org for which a person acts or acted: one that the asker administers, where there is one."""
    orgs = [row.org for row in rows_of(GrantRow, person=person)]
    if not orgs:
        raise not_found(person)
    return next((org for org in orgs if may(request.person, Verb.ADMINISTER, org)), orgs[0])


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@route(Verb.ADMINISTER, _org_of_person)
def person(request: DeskRequest, person: str) -> HttpResponse:
    """Show one person with roles, tokens and account, and change them."""
    choices = [(org, office().names[org]) for org in visible(request.person, Verb.ADMINISTER)]
    doing = request.POST.get("do", "")
    form = RoleForm(request.POST if doing == "grant" else None).for_orgs(choices)
    if request.method == "POST":
        try:
            if _do(request, person, doing, form):
                return redirect("person", person=person)
        except TongketError as error:
            messages.error(request, spoken(error))
    return shown(request, "person.html", _person(request, person) | {"form": form})


def _do(request: DeskRequest, name: str, doing: str, form: RoleForm) -> bool:
    """Do what a form of the page asks; tell whether anything was done."""
    who, given = actor(request), request.POST
    reason, entry = given.get("reason", ""), given.get("entry", "")
    if doing == "grant":
        if form.is_valid():
            grant(who, name, form.cleaned_data["org"], Role(form.cleaned_data["role"]))
        return form.is_valid()
    known = {
        "end-grant": lambda: end_grant(who, entry, reason),
        "end-token": lambda: end_token(who, entry, reason),
        "block": lambda: block(who, name, reason),
        "unblock": lambda: unblock(who, name),
        "forget-factor": lambda: forget_second_factor(who, name, reason),
    }
    if doing in known:
        known[doing]()
        messages.success(request, _("Đã ghi."))
    return doing in known


def _person(request: DeskRequest, name: str) -> dict[str, Any]:
    names = office().names
    may_end = set(visible(request.person, Verb.ADMINISTER))
    return {
        "name": name,
        "account": accounts_named([name]).get(name),
        "grants": [(row, names.get(row.org, row.org), ROLES[row.role], row.org in may_end) for row in grants_of(name)],
        "tokens": [
            (each, names.get(each.row.org, each.row.org)) for each in tokens_of(name, now()) if each.row.org in may_end
        ],
        "tab": "people",
    }
