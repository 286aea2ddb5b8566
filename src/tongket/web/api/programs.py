"""Tokens for programs: the asker's own, and those of whom the asker administers."""

from datetime import datetime

from django.http import HttpRequest
from ninja import Query, Router, Schema

from tongket.actions.now import now
from tongket.actions.people.gate import NotAllowedError, visible
from tongket.actions.people.tokens import HeldToken, end_token, make_token, tokens_of
from tongket.terms.roles import Verb
from tongket.web.api.asking import asking
from tongket.web.api.operations import nowhere, operation
from tongket.web.api.people import Ended, org_of_person
from tongket.web.api.shapes import MOST, Listed, Name, Window, answers, part
from tongket.web.desk.person import actor
from tongket.web.desk.routes import DeskRequest, anyones

router = Router(tags=["people"])


class TokenShown(Schema):
    """A token of the asker's; `over` where its time is."""

    id: str
    org: str
    name: str
    until: datetime
    over: bool


class TokenWanted(Schema):
    """A token to make: for which org, what for, for 30, 90 or 365 days."""

    org: Name
    name: Name
    days: int = 90


class TokenMade(TokenShown):
    """A token that was made; `secret` is shown here only."""

    secret: str


@router.get("/tokens", response=answers(Listed[TokenShown]))
@operation(Verb.ENTER, anyones)
def tokens(request: HttpRequest, window: Query[Window]) -> Listed[TokenShown]:
    """List the asker's own tokens."""
    return part(_tokens(asking(request)), window, _token)


@router.post("/tokens", response=answers(TokenMade))
@operation(Verb.ENTER, anyones)
def new_token(request: HttpRequest, wanted: TokenWanted) -> TokenMade:
    """Make a token; only for somebody who is signed in: whoever finds a token shall not outlive it."""
    if asking(request).by_token:
        message = "Mã truy cập không tạo được mã truy cập khác: hãy đăng nhập rồi tạo ở trang Mã truy cập."
        raise NotAllowedError(message)
    made = make_token(actor(asking(request)), wanted.org, wanted.name, wanted.days)
    return TokenMade(**_token(HeldToken(made.row, over=False)).dict(), secret=made.secret)


@router.post("/tokens/end", response=answers(Listed[TokenShown]))
@operation(Verb.ENTER, anyones)
def take_back(request: HttpRequest, ended: Ended) -> Listed[TokenShown]:
    """Take one of the asker's own tokens back."""
    if ended.id not in {each.row.id for each in _tokens(asking(request))}:
        raise nowhere(ended.id)
    end_token(actor(asking(request)), ended.id, ended.reason)
    return part(_tokens(asking(request)), Window(offset=0, limit=MOST), _token)


@router.get("/people/{person}/tokens", response=answers(Listed[TokenShown]))
@operation(Verb.ADMINISTER, org_of_person)
def tokens_of_person(request: HttpRequest, person: str, window: Query[Window]) -> Listed[TokenShown]:
    """List somebody's tokens at the orgs that the asker administers."""
    return part(_administered(asking(request), person), window, _token)


@router.post("/people/{person}/tokens/end", response=answers(Listed[TokenShown]))
@operation(Verb.ADMINISTER, org_of_person)
def end_tokens_of_person(request: HttpRequest, person: str, ended: Ended) -> Listed[TokenShown]:
    """Take somebody's token back."""
    if ended.id not in {each.row.id for each in _administered(asking(request), person)}:
        raise nowhere(ended.id)
    end_token(actor(asking(request)), ended.id, ended.reason)
    return part(_administered(asking(request), person), Window(offset=0, limit=MOST), _token)


def _tokens(request: DeskRequest) -> list[HeldToken]:
    """Return the tokens of the asker, of those orgs only for which they may act here."""
    return [each for each in tokens_of(request.person.name, now()) if each.row.org in request.person.orgs]


def _administered(request: DeskRequest, person: str) -> list[HeldToken]:
    orgs = set(visible(request.person, Verb.ADMINISTER))
    return [each for each in tokens_of(person, now()) if each.row.org in orgs]


def _token(each: HeldToken) -> TokenShown:
    row = each.row
    until = datetime.fromisoformat(row.until)
    return TokenShown(id=row.id, org=row.org, name=row.name, until=until, over=each.over)
