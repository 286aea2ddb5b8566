"""Search in all that somebody may see, and the questions that they keep."""

from django.http import HttpRequest
from ninja import Field, Query, Router, Schema

from tongket.actions.people.gate import Person
from tongket.actions.searching.saved import forget_search, save_search, saved_searches
from tongket.actions.searching.search import AT_ONCE, KINDS, Hit, Sought, search
from tongket.terms.roles import Verb
from tongket.terms.work import SavedSearchRow
from tongket.web.api.asking import asking, period_asked
from tongket.web.api.operations import nowhere, operation
from tongket.web.api.shapes import MOST, Line, Listed, Name, Window, answers, part
from tongket.web.desk.person import actor
from tongket.web.desk.routes import anyones

router = Router(tags=["search"])
_MOST_PERIODS = 36  # as of the roll-up
_FARTHEST = 2_000  # the search ranks no more


class SearchAsked(Window):
    """What is looked for.

    Attributes:
        q: Words; `"a phrase"`, `-not`, with or without marks.
        org: Only reports of this org and of those below.
        period: Only reports on these periods.
        kind: Only sentences in which such a record was read.
    """

    q: Line = Field(min_length=1)
    org: Name = ""
    period: list[Name] = Field(default_factory=list, max_length=_MOST_PERIODS)
    kind: str = Field("", pattern=f"^({'|'.join(KINDS)})?$")
    offset: int = Field(0, ge=0, le=_FARTHEST)
    limit: int = Field(AT_ONCE, ge=1, le=100)


class MarkShown(Schema):
    """Where the words were hit: first character, and behind the last."""

    start: int
    end: int


class RecordFound(Schema):
    """A record that was read in the sentence."""

    kind: str
    entry: str


class HitShown(Schema):
    """A sentence that was found, with whose report it stands in; org and period are empty where not told."""

    document: str
    name: str
    org: str
    period: str
    line: int
    text: str
    marks: list[MarkShown]
    records: list[RecordFound]


class Hits(Listed[HitShown]):
    """What was found; `more` where it was counted no further; `without_marks` where it was found only without."""

    more: bool
    without_marks: bool


class SearchKept(Schema):
    """A question that is kept: the query of the page that shows it."""

    name: Name
    query: Line


class SearchShown(SearchKept):
    """A question that somebody keeps."""

    id: str


class Forgotten(Schema):
    """The question to let go of."""

    id: Name


@router.get("/search", response=answers(Hits))
@operation(Verb.SEE, anyones)
def find(request: HttpRequest, asked: Query[SearchAsked]) -> Hits:
    """Look for words."""
    periods = tuple(str(period_asked(each)) for each in asked.period)
    first, last = asked.offset // AT_ONCE, (asked.offset + asked.limit - 1) // AT_ONCE
    pages = [
        search(asking(request).person, Sought(asked.q, asked.org, periods, asked.kind, page))
        for page in range(first + 1, last + 2)
    ]
    hits = [_hit(hit) for page in pages for hit in page.hits][asked.offset - first * AT_ONCE :][: asked.limit]
    found = pages[0]
    return Hits(total=found.count, items=hits, more=found.more, without_marks=found.without_marks)


@router.get("/searches", response=answers(Listed[SearchShown]))
@operation(Verb.SEE, anyones)
def kept(request: HttpRequest, window: Query[Window]) -> Listed[SearchShown]:
    """List the questions that the asker keeps."""
    return part(saved_searches(asking(request).person), window, _kept)


@router.post("/searches", response=answers(SearchShown))
@operation(Verb.SEE, anyones)
def keep(request: HttpRequest, search_kept: SearchKept) -> SearchShown:
    """Keep a question under a name."""
    return _kept(save_search(actor(asking(request)), search_kept.name, search_kept.query))


@router.post("/searches/forget", response=answers(Listed[SearchShown]))
@operation(Verb.SEE, anyones)
def forget(request: HttpRequest, forgotten: Forgotten) -> Listed[SearchShown]:
    """Let go of a question."""
    who = asking(request).person
    if forgotten.id not in _ids(who):
        raise nowhere(forgotten.id)
    forget_search(actor(asking(request)), forgotten.id)
    return part(saved_searches(who), Window(offset=0, limit=MOST), _kept)


def _ids(person: Person) -> set[str]:
    return {row.id for row in saved_searches(person)}


def _kept(row: SavedSearchRow) -> SearchShown:
    return SearchShown(id=row.id, name=row.name, query=row.query)


def _hit(hit: Hit) -> HitShown:
    found = hit.found
    return HitShown(
        document=found.document,
        name=found.name,
        org=found.org,
        period=found.period,
        line=found.line,
        text=found.text,
        marks=[MarkShown(start=each.start, end=each.end) for each in hit.hits],
        records=[RecordFound(kind=kind, entry=entry) for kind, entry in hit.records],
    )
