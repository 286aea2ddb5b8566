"""Who gives an honour: the body before its verb ("UBND huyện đã trao"), in it ("được X tặng"), after it ("của X")."""

import re
from typing import NamedTuple

from tongket.document.seldom import seldom
from tongket.reading.awards.words import (
    AUXILIARY,
    BODIES,
    BODY_STOPS,
    GIVE,
    NO_BODIES,
    NOT_GIVEN,
    OPENING,
    PERSONS,
    PLANNED,
    REACH,
    RECEIVE,
    SPOKEN,
)
from tongket.terms.span import Span

_BODY = rf"(?!(?:{NO_BODIES})\b)(?:{BODIES})\b"
_BODY_AT = seldom(_BODY)
_VERB = seldom(
    rf"\b(?:(?P<give>{GIVE})|(?P<receive>{RECEIVE})|(?P<reach>{REACH}))\b"
    rf"(?! (?:{NOT_GIVEN})\b| \d+ suất| được (?!tặng|trao|danh|giải|bằng|giấy))"
)
_NOT_VERB = seldom(r"(?:ghi|tiếp|xác|đảm|chấp|thu|cảm|thừa|hiến) $")
_SPOKEN = seldom(rf"\b(?:{SPOKEN}) (?:xét )?(?:trao )?$")
_PLANNED = seldom(rf"\b(?<!theo )(?:{PLANNED})\b(?! của)")
_DONE = re.compile(r"\b(?:đã|vừa)\b")
_AUXILIARY = seldom(rf"(?:^|(?<= )|(?<=,))(?:{AUXILIARY})$")
_OPENING = seldom(rf"[ ,\"-]*(?:{OPENING})\b[ ,:]*")
_PERSON = seldom(rf"(?:^|[ ,(])(?:{PERSONS})\b")
_ONLY_VERBS = seldom(rf"(?:(?:{GIVE})(?:, | và )?)+")
_NO_AGENT = seldom(r"[,:]|^(?:sự|của|những|nhiều|quan tâm|biết|thành lập|bầu|chọn|\d)\b")
_SHORT_AGENT = 45
# No body on a page has a longer name.
_LONGEST_NAME = 160
_DEPUTED = seldom(r"thừa (?:ủy quyền|ủy nhiệm|lệnh)(?: của)? (?=\w)")
_OF = seldom(
    r"(?: (?:năm \d{4}|giai đoạn \d{4} ?- ?\d{4}|toàn diện|xuất sắc|chuyên đề|đột xuất|cấp [^\W\d]+))?"
    r"(?: của |,? do (?=[^.;]{3,90}(?:tặng|trao|cấp|ký|phong)\b))"
)
_NEAR = seldom(r"(?:[ ,;:.\"'\d]|là|và|cho|các|nhiều|lượt|cá nhân|tập thể|đồng chí|đơn vị|cơ sở|tổ chức|đảng|hội)*")
_END = seldom(
    rf"[.;:()\"\n?!]| (?:{BODY_STOPS})\b| (?=(?:bằng|giấy|thư) khen|kỷ niệm|huân chương|cờ thi|danh hiệu)|,| và "
)
_GIVES = seldom(rf"(?: (?:đã|vừa|cũng|còn))* (?:{GIVE})\b")
# What is given next, not the second half of a name.
_GIVEN_NEXT = ("phần thưởng", "nhiều ", "các phần thưởng", "giấy khen", "bằng khen", "danh hiệu")
_MARK = re.compile(r", |: | - ")
_JOINT = re.compile(r",? và |, ?")
_ONE_NAME = re.compile(
    r"(?:văn hóa|nông nghiệp|lao động|giáo dục|tài nguyên|khoa học|thông tin|kế hoạch|công nghiệp|thương mại)$"
)


class Giving(NamedTuple):
    """A verb of giving.

    Attributes:
        start: Where it starts.
        end: Where it ends.
        does: `give`, `receive` or `reach`.
        hands: Whether it tells the handing over ("trao", "nhận") rather than the decision ("tặng").
    """

    start: int
    end: int
    does: str
    hands: bool


def verb_before(key: str, start: int, end: int) -> Giving | None:
    """Return the last verb of giving in `[start, end)` of the key."""
    last = None
    for match in _VERB.finditer(key, start, end):
        if not _NOT_VERB.search(key, max(start, match.start() - 8), match.start()):
            last = match
    if last is None or last.lastgroup is None:
        return None
    return Giving(
        last.start(), last.end(), last.lastgroup, last.group().startswith(("trao", "nhận", "vinh", "đón", "lĩnh"))
    )


def is_planned(key: str, start: int, verb: int) -> bool:
    """Tell whether what stands before the verb makes it a plan, a request or a thing only spoken of."""
    if _SPOKEN.search(key, start, verb):
        return True
    plans = list(_PLANNED.finditer(key, start, verb))
    return bool(plans) and not _DONE.search(key, plans[-1].end(), verb)


def follows(key: str, start: int, end: int) -> bool:
    """Tell whether nothing but small words stands in `[start, end)`, between a verb or an honour and a bare title."""
    return _NEAR.fullmatch(key, start, end) is not None


def givers_after(key: str, end: int) -> tuple[list[Span], int] | None:
    """Return the bodies named right after an honour ("của X và Y", "do X trao tặng") and where they end."""
    match = _OF.match(key, end)
    if match is None:
        return None
    found = bodies_from(key, match.end())
    return (found, found[-1].end) if found else None


def bodies_from(key: str, start: int) -> list[Span]:
    """Return the bodies whose names start at `start` and go on over commas and "và" before further bodies."""
    found: list[Span] = []
    at = start
    while at < len(key):
        end = _name_end(key, at)
        if end <= at:
            break
        found.append(Span(at, end))
        joint = _JOINT.match(key, end)
        if joint is None or not _BODY_AT.match(key, joint.end()) or _gives_next(key, joint.end()):
            break
        at = joint.end()
    return found


def passive_givers(key: str, start: int, verb: int) -> list[Span] | None:
    """Return the bodies between "được" and the verb; empty where none is told, None where it is no passive."""
    at = key.rfind("được ", start, verb)
    if at < 0 or (at and key[at - 1].isalnum()):
        return None
    inner = Span(at + 5, verb)
    agent = key[inner.start : inner.end].strip(" ,")
    agent = _without_auxiliary(agent)
    if not agent or _ONLY_VERBS.fullmatch(agent):
        return []
    if not _BODY_AT.match(agent) and (len(agent) > _SHORT_AGENT or _NO_AGENT.search(agent)):
        return None
    if _PERSON.search(" " + agent):
        return []
    first = inner.start + key[inner.start : inner.end].index(agent)
    return _split(key, Span(first, first + len(agent)))


def active_givers(key: str, start: int, verb: int, *, opens: bool) -> list[Span] | None:
    """Return the bodies that are the subject of the verb; empty where a person hands over, None where none stands.

    Args:
        key: The folded text.
        start: Where the clause starts.
        verb: Where the verb starts.
        opens: Whether the clause opens its sentence, so that a row of bodies before the verb is all subject.
    """
    deputed = _DEPUTED.search(key, start, verb)
    if deputed is not None:
        return bodies_from(key, deputed.end())[:1]
    end = start + len(_without_auxiliary(key[start:verb]))
    lead = _past_opening(key, start, end) if opens else start
    if _PERSON.search(" " + key[lead:end]):
        return []
    pieces = _pieces(key, lead, end)
    last = pieces.pop()
    if last.start >= last.end:
        return None
    if not _BODY_AT.match(key, last.start):
        # "… cho 5 cá nhân và UBND xã tặng": the next giver stands behind the "và".
        joint = key.rfind(" và ", last.start, last.end) + len(" và ")
        other = Span(joint, last.end)
        if not opens and joint > last.start and _is_body(key, other):
            return [other]
        return [] if opens else None
    found = _split(key, last)
    while opens and pieces and _is_body(key, pieces[-1]):
        found = [*_split(key, pieces.pop()), *found]
    return found


def _pieces(key: str, start: int, end: int) -> list[Span]:
    """Cut what stands before a verb at its commas, colons and dashes, but not inside one body's name."""
    found: list[Span] = []
    at = start
    for mark in _MARK.finditer(key, start, end):
        if not _ONE_NAME.search(key, at, mark.start()):
            found.append(Span(_past_opening(key, at, mark.start()), mark.start()))
            at = mark.end()
    return [*found, Span(_past_opening(key, at, end), end)]


def _past_opening(key: str, start: int, end: int) -> int:
    """Return where the words end that open a sentence or clause ("Nhân dịp này, ")."""
    at = start
    while (match := _OPENING.match(key, at, end)) is not None and match.end() > at:
        at = match.end()
    while at < end and key[at] in " ,;":
        at += 1
    return at


def _is_body(key: str, piece: Span) -> bool:
    """Tell whether the whole piece is the name of a body."""
    return _BODY_AT.match(key, piece.start) is not None and _name_end(key, piece.start) >= piece.end


def _split(key: str, names: Span) -> list[Span]:
    """Cut "tỉnh hội, UBND huyện và huyện" into its bodies."""
    found: list[Span] = []
    at = names.start
    for joint in _JOINT.finditer(key, names.start, names.end):
        left, right = joint.span()
        if left > at and _BODY_AT.match(key, right) and not _ONE_NAME.search(key, at, left):
            found.append(Span(at, left))
            at = right
    found.append(Span(at, names.end))
    return [Span(name.start, max(name.start + 1, min(name.end, _name_end(key, name.start)))) for name in found]


def _name_end(key: str, start: int) -> int:
    at = start
    while True:
        match = _END.search(key, at, start + _LONGEST_NAME)
        if match is None:
            return len(key.rstrip()) if len(key) < start + _LONGEST_NAME else start
        mark = match.group()
        # "của Công đoàn tỉnh và 13 giấy khen": a number begins what is given next.
        joins = mark == " và " and not (
            _BODY_AT.match(key, match.end())
            or key[match.end() : match.end() + 1].isdigit()
            or key.startswith(_GIVEN_NEXT, match.end())
        )
        if joins or (mark == "," and _ONE_NAME.search(key, start, match.start())):
            at = match.end()
            continue
        return match.start()


def _gives_next(key: str, start: int) -> bool:
    """Tell whether the body at `start` is the subject of a verb of giving, so no giver of what stands before."""
    end = _name_end(key, start)
    return _GIVES.match(key, end) is not None


def _without_auxiliary(clause: str) -> str:
    trimmed = clause.rstrip(" ,")
    while (match := _AUXILIARY.search(trimmed)) is not None and not trimmed.endswith("ban tổ chức"):
        trimmed = trimmed[: match.start()].rstrip(" ,")
    return trimmed
