"""The story of an org: where it stood and which changes it was in; and orgs by name, for fields that name one."""

from django.http import HttpRequest
from ninja import Query, Router, Schema

from tongket.actions.now import today
from tongket.actions.org_chart import ChangeSeen, OrgChart, OrgSeen
from tongket.actions.people.office import office
from tongket.terms.roles import Verb
from tongket.web.api.changes import ChangeMade, change_made
from tongket.web.api.operations import nowhere, operation
from tongket.web.api.orgs import OrgShown, org_shown
from tongket.web.api.shapes import Listed, Name, Window, answers, part
from tongket.web.desk.inbox.orgs import orgs_called
from tongket.web.desk.routes import anyones, org_in_path

router = Router(tags=["orgs"])


class OrgStanding(Schema):
    """A row of facts; `above` from the nearest up, `below` how many orgs stood right below it, by level."""

    row: OrgShown
    above: list[OrgShown]
    below: dict[str, int]


class OrgChanged(Schema):
    """A change with the orgs in it: `land` is what those right below an abolished org became."""

    change: ChangeMade
    before: list[OrgShown]
    after: list[OrgShown]
    land: list[OrgShown]


class OrgStoryShown(Schema):
    """All that is known of one org: its rows, oldest first, and its changes."""

    rows: list[OrgStanding]
    changes: list[OrgChanged]


class NamesAsked(Window):
    """Only names in which these words stand."""

    words: Name = ""


class OrgNamed(Schema):
    """An org as it is called."""

    id: str
    name: str


@router.get("/orgs/{org}/story", response=answers(OrgStoryShown))
@operation(Verb.ADMINISTER, org_in_path)
def story(request: HttpRequest, org: str) -> OrgStoryShown:  # noqa: ARG001 - the gate has looked at it
    """Tell the story of one org."""
    place = office()
    if org not in place.names:
        raise nowhere(org)
    found = OrgChart(place.profile.orgs, place.profile.changes).story(org, today())
    return OrgStoryShown(rows=[_standing(each) for each in found.rows], changes=[_seen(each) for each in found.changes])


@router.get("/org-names", response=answers(Listed[OrgNamed]))
@operation(Verb.ENTER, anyones)
def org_names(request: HttpRequest, asked: Query[NamesAsked]) -> Listed[OrgNamed]:  # noqa: ARG001 - as above
    """List the orgs of the office by name, whoever may see their figures."""
    return part(orgs_called(asked.words), asked, lambda each: OrgNamed(id=each[0], name=each[1]))


def _standing(each: OrgSeen) -> OrgStanding:
    return OrgStanding(row=org_shown(each.org), above=[org_shown(one) for one in each.above], below=dict(each.below))


def _seen(each: ChangeSeen) -> OrgChanged:
    before, after, land = ([org_shown(one) for one in rows] for rows in (each.before, each.after, each.land))
    return OrgChanged(change=change_made(each.change), before=before, after=after, land=land)
