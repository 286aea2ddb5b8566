"""Taking up an invitation, and the tokens of one's own programs."""

from django.contrib import messages
from django.contrib.auth import get_user_model, login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from tongket.actions.now import now
from tongket.actions.people.invitations import Invited, Standing, invitation_of, take_up, take_up_as
from tongket.actions.people.office import office
from tongket.actions.people.tokens import MadeToken, end_token, make_token, tokens_of
from tongket.terms.errors import TongketError
from tongket.terms.roles import Verb
from tongket.web.desk.account.forms import TakeUpForm, TokenForm
from tongket.web.desk.person import actor
from tongket.web.desk.refusals.spoken import spoken
from tongket.web.desk.routes import DeskRequest, anyones, route
from tongket.web.desk.words import ROLES

_BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


@never_cache
@sensitive_post_parameters("password", "again")
@require_http_methods(["GET", "HEAD", "POST"])
def invited(request: HttpRequest, secret: str) -> HttpResponse:
    """Let whoever holds the secret of an invitation make an account, or add its role to the one they have."""
    found = invitation_of(secret, now())
    if found is None or found.standing is not Standing.OPEN:
        return render(request, "desk/account/not_invited.html", {"found": found}, status=410 if found else 404)
    if request.user.is_authenticated:
        return _with_own_account(request, found, secret)
    form = TakeUpForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        name = form.cleaned_data["name"]
        try:
            take_up(secret, name, form.cleaned_data["password"], now())
        except TongketError as error:
            form.add_error(None, spoken(error))
        else:
            login(request, get_user_model().objects.get(username=name), backend=_BACKEND)
            messages.success(request, _("Tài khoản đã sẵn sàng. Nên bật xác thực hai lớp trong mục tài khoản."))
            return redirect("home")
    return _invited_page(request, found, {"form": form})


invited.open_to_strangers = "whoever holds the secret of an invitation has no account yet"  # type: ignore[attr-defined] # a function may carry what it likes


def _with_own_account(request: HttpRequest, found: Invited, secret: str) -> HttpResponse:
    if request.method != "POST":
        return _invited_page(request, found, {})
    grant = take_up_as(secret, request.user.get_username(), now())
    messages.success(request, _("Đã nhận thêm vai trò tại %(org)s.") % {"org": office().names[grant.org]})
    return redirect("home")


def _invited_page(request: HttpRequest, found: Invited, more: dict[str, object]) -> HttpResponse:
    told = {"org_name": office().names.get(found.row.org, found.row.org), "role": ROLES[found.row.role]}
    return render(request, "desk/account/invited.html", {"row": found.row, **told, **more})


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@route(Verb.ENTER, anyones)
def tokens(request: DeskRequest) -> HttpResponse:
    """Show a person the tokens of their programs; make one, end one."""
    names = office().names
    orgs = [(org, names.get(org, org)) for org in request.person.orgs]
    asked = request.POST if request.POST.get("do") == "make" else None
    form, made = TokenForm(asked, initial={"org": request.org}).for_orgs(orgs), None
    if request.POST.get("do") == "end":
        end_token(actor(request), request.POST.get("entry", ""), request.POST.get("reason", ""))
        messages.success(request, _("Đã thu hồi mã truy cập."))
        return redirect("tokens")
    if asked is not None and form.is_valid():
        made = _made(request, form)
        form = TokenForm(initial={"org": request.org}).for_orgs(orgs)
    held = [(each, names.get(each.row.org, each.row.org)) for each in tokens_of(request.person.name, now())]
    return render(request, "desk/account/tokens.html", {"form": form, "made": made, "held": held})


def _made(request: DeskRequest, form: TokenForm) -> MadeToken:
    asked = form.cleaned_data
    return make_token(actor(request), asked["org"], asked["name"], asked["days"])
