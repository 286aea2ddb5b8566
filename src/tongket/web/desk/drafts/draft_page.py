"""A draft as a document, the form that edits it, and its figures brought up to date."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from tongket.actions.drafting.draft_differences import differences
from tongket.actions.drafting.draft_form import draft_from_json
from tongket.actions.drafting.drafts import Standing, standing, version_of
from tongket.actions.drafting.edit_draft import Edit, StaleDraftError, edit_draft
from tongket.actions.drafting.fresh_figures import changed_figures, refresh_figures
from tongket.actions.drafting.linkable import linkable_totals
from tongket.actions.drafting.settle_draft import NEXT
from tongket.actions.people.gate import NotAllowedError, may
from tongket.actions.people.office import office
from tongket.terms.errors import TongketError
from tongket.terms.period import Period
from tongket.terms.roles import Verb
from tongket.web.desk.drafts.shown import STATES, STEPS, comments_shown, sections_shown
from tongket.web.desk.person import actor
from tongket.web.desk.refusals.spoken import spoken
from tongket.web.desk.routes import DeskRequest, not_found, org_in_path, period_in_path, route


@require_safe
@route(Verb.SEE, org_in_path)
def draft(request: DeskRequest, *, org: str, period: str) -> HttpResponse:
    """Show the newest version with what was said to it and what can be done next."""
    found = _standing(org, period)
    stretch = period_in_path(period)
    whole, sections = comments_shown(org, stretch, draft_from_json(found.version.content))
    steps = [(step, STEPS[step]) for step in NEXT[found.state]]
    shown = {
        **_frame(found, stretch),
        "sections": sections,
        "comments": whole,
        "may_draft": may(request.person, Verb.DRAFT, org),
        "steps": steps if may(request.person, Verb.PUBLISH, org) else [],
        "changed": _changed(request, found),
    }
    return render(request, "desk/drafts/draft.html", shown)


@require_http_methods(["GET", "POST"])
@route(Verb.DRAFT, org_in_path)
def edit(request: DeskRequest, *, org: str, period: str) -> HttpResponse:
    """Show the form of a draft, or save a version; a stale one comes back with everything typed and what differs."""
    found, stretch = _standing(org, period), period_in_path(period)
    if request.method != "POST":
        return render(request, "desk/drafts/edit.html", _form(found, stretch))
    made = _edit(request)
    try:
        edit_draft(actor(request), org, stretch, made)
    except NotAllowedError:
        raise
    except StaleDraftError as error:
        seen = draft_from_json(version_of(org, stretch, made.seen).content)
        newer = draft_from_json(found.version.content)
        shown = {**_form(found, stretch, made), "wrong": spoken(error), "newer": differences(seen, newer)}
        return render(request, "desk/drafts/edit.html", shown)
    except TongketError as error:
        return render(request, "desk/drafts/edit.html", {**_form(found, stretch, made), "wrong": spoken(error)})
    messages.success(request, gettext("Đã lưu phiên bản mới."))
    return redirect("draft", org=org, period=period)


@require_POST
@route(Verb.DRAFT, org_in_path)
def refresh(request: DeskRequest, *, org: str, period: str) -> HttpResponse:
    """Take over the figures that have changed since the draft was written."""
    refresh_figures(actor(request), org, period_in_path(period), request.POST.get("seen", ""))
    messages.success(request, gettext("Đã cập nhật số liệu theo sổ cái hiện nay."))
    return redirect("draft", org=org, period=period)


def _standing(org: str, period: str) -> Standing:
    found = standing(org, period_in_path(period))
    if found is None:
        raise not_found(org)
    return found


def _frame(found: Standing, period: Period) -> dict[str, Any]:
    word, chip = STATES[found.state]
    name = office().names.get(found.version.org, found.version.org)
    version = found.version
    return {"standing": found, "version": version, "name": name, "label": period.label, "state": word, "chip": chip}


def _changed(request: DeskRequest, found: Standing) -> object:
    """Ask for changed figures only when a person does: it composes the review anew, which takes seconds."""
    if "check" not in request.GET or not may(request.person, Verb.DRAFT, found.version.org):
        return None
    return {"figures": changed_figures(actor(request), found.version)}


def _form(found: Standing, period: Period, typed: Edit | None = None) -> dict[str, Any]:
    draft_now = draft_from_json(found.version.content)
    texts = typed.texts if typed else {}
    added = typed.added if typed else {}
    sections = [
        {
            "section": section,
            "blocks": [(each.block, texts.get(each.block.id, each.block.text)) for each in section.blocks],
            "added": "\n\n".join(added.get(section.id, ())),
        }
        for section in sections_shown(draft_now)
    ]
    # What was typed to a paragraph that a newer version no longer has is not lost either.
    gone = [text for name, text in texts.items() if name not in draft_now.blocks() and text.strip()]
    shown = {
        "form": sections,
        "gone": gone,
        "note": typed.note if typed else "",
        "totals": linkable_totals(found.version),
    }
    return {**_frame(found, period), **shown}


def _edit(request: DeskRequest) -> Edit:
    typed = [(name, str(text)) for name, text in request.POST.items()]
    texts = {name[5:]: text for name, text in typed if name.startswith("text-")}
    added = {
        name[6:]: [piece for piece in text.replace("\r\n", "\n").split("\n\n") if piece.strip()]
        for name, text in typed
        if name.startswith("added-")
    }
    plain = {name: " ".join(text.split()) for name, text in texts.items()}
    return Edit(request.POST.get("seen", ""), plain, added, request.POST.get("note", ""))
