"""The register of directives, one directive, and the word of a person on what is shown for it."""

from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from tongket.actions.people.gate import NotAllowedError, may
from tongket.actions.people.office import office
from tongket.actions.register.directives import OrgsWay, list_directives, read_directive
from tongket.actions.register.evidence import Shown, judge_evidence
from tongket.actions.register.tasks import task_of
from tongket.terms.errors import TongketError
from tongket.terms.roles import Verb
from tongket.terms.work import EvidenceRow
from tongket.web.desk.board.asked import PAGE, year_asked
from tongket.web.desk.board.words import Mark
from tongket.web.desk.person import actor
from tongket.web.desk.register.words import NOTHING_YET, STAGES, VERDICTS
from tongket.web.desk.routes import DeskRequest, not_found, org_in_path, refused, route


@require_safe
@route(Verb.SEE)
def register(request: DeskRequest) -> HttpResponse:
    """Show the register."""
    words = request.GET.get("words", "").strip()
    page = Paginator(list_directives(request.org, words), PAGE).get_page(request.GET.get("page"))
    context = {"page": page, "words": words, "tab": "directives"}
    return render(request, "desk/register/directives.html", context)


@require_safe
@route(Verb.SEE)
def directive(request: DeskRequest) -> HttpResponse:
    """Show one directive with how far each org is."""
    key, stage, year = request.GET.get("key", ""), request.GET.get("stage", ""), year_asked(request.GET)
    found = read_directive(key, request.org, year)
    if found is None:
        raise not_found(key)
    ways = [way for way in found.ways if not stage or (way.stage or "nothing") == stage]
    page = Paginator(ways, PAGE).get_page(request.GET.get("page"))
    context = {
        "found": found,
        "key": key,
        "year": year or "",
        "stage": stage,
        "counts": _counts(found.ways),
        "page": page,
        "ways": [_shown(request, way) for way in page],
        "stages": STAGES.items(),
        "nothing": NOTHING_YET,
        "may_assign": may(request.person, Verb.ASSIGN, request.org),
        "tab": "directives",
    }
    return render(request, "desk/register/directive.html", context)


@require_POST
@route(Verb.ANSWER, org_in_path)
def judge_own(request: DeskRequest, org: str) -> HttpResponse:
    """Say what a sentence of the own org's report shows."""
    return _judge(request, Verb.ANSWER, org)


@require_POST
@route(Verb.ASSIGN, org_in_path)
def judge_below(request: DeskRequest, org: str) -> HttpResponse:
    """Say what a sentence of a report from below shows."""
    return _judge(request, Verb.ASSIGN, org)


def _judge(request: DeskRequest, verb: Verb, org: str) -> HttpResponse:
    about, entry, stage, verdict, seen = (
        request.POST.get(name, "") for name in ("about", "entry", "stage", "verdict", "seen")
    )
    try:
        judge_evidence(actor(request), verb, EvidenceRow("", about, entry, org, stage, verdict, "", seen))
    except NotAllowedError:
        raise
    except TongketError as error:
        return refused(request, error, 400)
    messages.success(request, _("Đã ghi."))
    if task_of(about) is not None:
        return redirect("task", task=about)
    return redirect(reverse("directive") + "?" + urlencode({"key": about}))


def judging_route(request: DeskRequest, org: str) -> str:
    """Return the address at which a person judges what an org's reports show; empty for one who may not."""
    place = office()
    if may(request.person, Verb.ASSIGN, org, within=place):
        return reverse("evidence-below", kwargs={"org": org})
    return reverse("evidence", kwargs={"org": org}) if may(request.person, Verb.ANSWER, org, within=place) else ""


def sentences(shown: list[Shown]) -> list[dict[str, Any]]:
    """Return sentences with their marks in words."""
    return [
        {"shown": each, "stage": STAGES.get(each.stage) if each.stage else None, "verdict": VERDICTS.get(each.verdict)}
        for each in shown
    ]


def _shown(request: DeskRequest, way: OrgsWay) -> dict[str, Any]:
    return {
        "way": way,
        "mark": STAGES[way.stage] if way.stage else NOTHING_YET,
        "sentences": sentences(list(way.shown)),
        "judge": judging_route(request, way.org) if way.shown else "",
    }


def _counts(ways: Sequence[OrgsWay]) -> list[tuple[str, Mark, int]]:
    counted = [(stage.value, mark, sum(way.stage is stage for way in ways)) for stage, mark in STAGES.items()]
    counted.append(("nothing", NOTHING_YET, sum(way.stage is None for way in ways)))
    return [each for each in counted if each[2]]
