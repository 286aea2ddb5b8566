"""A person says whose report a document is and for which period: it holds over what was read, in every total.

The figures that count by it are corrected one by one, as if the person had corrected each: so whatever asks for
figures finds them, and each says why.
"""

from collections import defaultdict

from tongket.actions.attribute import latest_readings_of, mapping_of, reckoned_as
from tongket.actions.correct import Said, as_read, place_of, said_in_place
from tongket.actions.corrected import corrections, places_of
from tongket.actions.inbox.told import tellings
from tongket.actions.people.gate import Actor, enter
from tongket.actions.people.office import office
from tongket.ledger.entries import rows_of
from tongket.ledger.names import entry_id
from tongket.terms.errors import StaleError, TongketError
from tongket.terms.period import Period
from tongket.terms.roles import Verb
from tongket.terms.tables import CorrectionRow, FigureRow, ObservationRow
from tongket.terms.work import TellingRow


def telling_of(document: str) -> TellingRow | None:
    """Return what a person last said of a document, None where nobody did."""
    return tellings([document]).get(document)


def tell(actor: Actor, inbox_of: str, said: TellingRow) -> TellingRow:
    """Say whose report a document is.

    Args:
        actor: Who.
        inbox_of: Org in whose inbox it lies, and for whom the actor judges.
        said: The document, org, period and reason; `replaces` is the telling that the actor saw, empty for none.
            Id and `by` are made here.

    Raises:
        NotAllowedError: They may not.
        StaleError: Somebody else has just said so.
        TongketError: There is no such org or period; no reason is given.
    """
    _check(said)
    before = telling_of(said.document)
    if (before.id if before else "") != said.replaces:
        message = "Đồng nghiệp vừa đổi đơn vị, kỳ của văn bản này. Hãy xem bản mới rồi sửa trên bản đó."
        raise StaleError(message)
    period = str(Period.parse(said.period))
    replaces = said.replaces or entry_id("TL", said.document)
    says = (said.document, said.org, period, said.reason.strip(), actor.person.name, replaces)
    row = TellingRow(entry_id("TL", *says), *says)
    told = f"ghi văn bản {said.document[:8]} là của {office().names[said.org]}, {Period.parse(period).label}"
    enter(actor, Verb.JUDGE, inbox_of, [row, *_corrections(row, before)], told)
    return row


def _check(said: TellingRow) -> None:
    if said.org not in office().names:
        message = f"Hồ sơ không có đơn vị “{said.org}”: hãy chọn đơn vị trong danh sách."
        raise TongketError(message)
    if not said.reason.strip():
        message = "Cần ghi lý do, để người khác biết vì sao đổi đơn vị, kỳ của văn bản."
        raise TongketError(message)


def _corrections(row: TellingRow, before: TellingRow | None) -> list[CorrectionRow]:
    """Return the corrections that make figures count by a telling; those that a person corrected otherwise stay."""
    profile, period, found = office().profile, Period.parse(row.period), []
    ever = defaultdict(list)
    for each in rows_of(CorrectionRow, document=row.document):
        ever[place_of(each)].append(each)
    held = {place_of(each): each for each in corrections(documents=[row.document])}
    observed = rows_of(ObservationRow, document=row.document, mapping=mapping_of(profile))
    read = {each.figure: each for each in observed}
    for reading in latest_readings_of(row.document):
        figures = rows_of(FigureRow, reading=reading.id)
        places = places_of(figures)
        for figure, reckoned in reckoned_as(figures, profile, row.org, period):
            place = places[figure.id]
            own = held.get(place)
            if figure.id not in read or (own and (before is None or own.reason != before.reason)):
                continue
            now = own or as_read(figure, place, read[figure.id])
            if reckoned.indicator or now.indicator:
                said = Said(row.reason, indicator=reckoned.indicator, org=row.org, period=period)
                found.append(said_in_place(said, now, ever[place]))
    return found
