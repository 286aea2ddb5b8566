"""What every page shows around itself: the parts a person may open, the orgs they act for, the language."""

from dataclasses import dataclass
from typing import Any, cast

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy

from tongket.actions.people.gate import may
from tongket.actions.people.office import Office, office
from tongket.web.desk.parts import PARTS
from tongket.web.desk.routes import DeskRequest


@dataclass(frozen=True, slots=True)
class Place:
    """A part of the desk in the list of parts."""

    title: str
    address: str
    here: bool


def around(request: HttpRequest) -> dict[str, Any]:
    """Return what the frame of a page needs (context processor)."""
    asking = cast("DeskRequest", request)
    person = getattr(asking, "person", None)
    if person is None or not person.name or not person.grants:
        return {"desk_title": gettext_lazy("Tổng kết"), "signed_in": bool(person and person.name)}
    place = office()
    return {
        "desk_title": place.profile.name,
        "signed_in": True,
        "person": person,
        "acting_for": asking.org,
        "acting_name": place.names.get(asking.org, asking.org),
        "own_orgs": [(org, place.names.get(org, org)) for org in person.orgs],
        "parts": _parts(asking, place),
    }


def _parts(request: DeskRequest, place: Office) -> list[Place]:
    shown = [(part, reverse(part.name)) for part in PARTS if may(request.person, part.verb, within=place)]
    return [Place(str(part.title), address, _is_here(request.path, address)) for part, address in shown]


def _is_here(path: str, address: str) -> bool:
    """Tell whether a page is of the part that begins at an address; the home page is a part of itself only."""
    return path == address or (address != reverse("home") and path.startswith(address))
