"""The versions of a draft, and what differs between two of them."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from tongket.actions.drafting.draft_differences import differences
from tongket.actions.drafting.draft_form import draft_from_json
from tongket.actions.drafting.drafts import steps, versions
from tongket.actions.people.office import office
from tongket.terms.roles import Verb
from tongket.web.desk.drafts.shown import STATES
from tongket.web.desk.routes import DeskRequest, not_found, org_in_path, period_in_path, route


@require_safe
@route(Verb.SEE, org_in_path)
def all_versions(request: DeskRequest, *, org: str, period: str) -> HttpResponse:
    """List versions and steps; with `older` and `newer` in the address show what differs."""
    stretch = period_in_path(period)
    found = versions(org, stretch)
    if not found:
        raise not_found(org)
    by_id = {row.id: row for row in found}
    newer = by_id.get(request.GET.get("newer", ""), found[-1])
    older = by_id.get(request.GET.get("older", ""), found[max(found.index(newer) - 1, 0)])
    shown = {
        "name": office().names.get(org, org),
        "label": stretch.label,
        "org": org,
        "period": period,
        "versions": [(number, row) for number, row in enumerate(found, 1)],
        "steps": [(row, STATES[row.step][0]) for row in steps(org, stretch)],
        "older": older,
        "newer": newer,
        "differences": differences(draft_from_json(older.content), draft_from_json(newer.content)),
    }
    return render(request, "desk/drafts/versions.html", shown)
