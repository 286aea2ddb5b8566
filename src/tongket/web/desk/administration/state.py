"""How the desk is: database, worker, queue, backups, disk, versions."""

from django.http import HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from tongket.actions.keeping.health import health, ledger_folder
from tongket.actions.now import now
from tongket.terms.roles import Verb
from tongket.web.desk.administration.tabs import shown
from tongket.web.desk.routes import DeskRequest, anyones, route


@never_cache
@require_safe
@route(Verb.KEEP, anyones)
def state(request: DeskRequest) -> HttpResponse:
    """Show the signs, what is wrong first."""
    found = health(now(), ledger_folder())
    signs = sorted(found.signs, key=lambda sign: sign.well)
    return shown(request, "state.html", {"health": found, "signs": signs, "tab": "state"})
