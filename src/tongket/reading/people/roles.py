"""What each person mentioned does at the event: chairs, attends, speaks, hands over awards."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from operator import itemgetter

from tongket.reading.cues import Cues
from tongket.reading.page import Page
from tongket.reading.people.mentions import Mention
from tongket.reading.sentences import breaks_at_degree
from tongket.terms.records import Role
from tongket.terms.span import Span

_TAGS = {"chair": Role.CHAIR, "attend": Role.ATTENDEE, "speak": Role.SPEAKER, "award_verb": Role.AWARDER}
# Between a subject and its verb nothing may stand but helping words and whom the subject stands for.
_HELPING = re.compile(
    r"[\s,)–\"-]*(?:\([^)]{0,20}\)\s*)?"
    r"(?:(?:(?:và|cùng) (?:lãnh đạo|đại diện) [^.;:]{3,60}?(?= (?:đã|chủ trì|đồng chủ trì|dự|tham dự) )"
    r"|thừa ủy quyền(?: [^.;:,]{3,60}?)??(?= (?:trình|trao|tặng|công bố) )"
    r"|đã|cũng|chân thành|và|cùng|đồng thời|trực tiếp|vui mừng|trân trọng|tiếp tục|đến"
    r"|tới|về|lên|sẽ|nhiệt liệt"
    r"|ân cần|thống nhất"
    r"|đề cao|thay mặt[^,]{0,70},?|đại diện[^,]{0,70},?|tại (?:hội nghị|đại hội|buổi làm việc|buổi lễ)|cơ bản"
    r"|đồng)\s*,?\s*)*"
)
# "phát biểu" as what is told of, not done: "sau phát biểu của …", "theo báo cáo của …".
_SECOND_VERB = re.compile(r"(?:\bvà|,|đồng thời|cũng|;)\s*(?:đã\s+|cũng\s+)?(?:có (?:bài |ý kiến )?)?$")
# What is run: without it "điều hành" is work that is told of.
_RUNS = re.compile(r"\s*(?:\.|$|hội nghị|đại hội|phiên|buổi|cuộc|phần|chương trình|hội thảo|thảo luận|tọa đàm)")
_GUESTS = re.compile(
    r"(?<!\w)(?:vinh dự (?:được )?đón(?: tiếp)?|tiếp (?:và làm việc )?(?:với )?đoàn[^.;:]{0,20}?có|đón tiếp"
    r"|về (?:phía|lãnh đạo) [^.;:]{0,90}?có|thành phần (?:tham )?dự[^.;:]{0,80}|(?:cùng |về |đến "
    r"|tới )?(?:tham )?dự[^.;]{0,200}?(?:có|gồm)\b|với sự (?:tham dự|tham gia|có mặt|hiện diện) của"
    r"|có sự (?:tham dự|tham gia|có mặt) của|có mặt[^.;]{0,60}có|(?:điểm|đầu) cầu[^.;:]{0,60}?có"
    r"|khách mời[^.;]{0,40}có|tham gia[^.;:]{0,60}?có)\b"
)
_CHAIRS = re.compile(
    r"(?:chủ trì|chủ tọa|điều hành)[^.;:,]{0,60}?(?:có|là|gồm|:)|(?:dưới|với) sự (?:chủ trì|điều hành|chủ tọa) của"
)
_UNDER_CHAIR = re.compile(r"(?:dưới|với) sự (?:chủ trì|điều hành|chủ tọa) của")
_IN_CHARGE = re.compile(r"chủ trì|chủ tọa|điều hành")
# One of these stands in whatever `_GUESTS` meets.
_NAMES_GUESTS = re.compile(r"vinh dự|đoàn|đón|về (?:phía|lãnh)|thành phần|dự|tham gia|có mặt|hiện diện|cầu|khách mời")
# What may stand between two subjects of one verb.
_AND = re.compile(r"[\s,;]*(?:(?:và|cùng|các|đồng chí|ông|bà|đ/c|hai|pgs|gs|tskh|ths|ts|bs)[\s:,.]*)*")
_LISTED = re.compile(r";|\b(?:và|cùng)\b")
_WITH_DELEGATION = re.compile(r"(?:tiếp|làm việc)(?: và làm việc)? với đoàn[^.;:,]{0,24}\W*$")
_CAME = re.compile(r"dự(?: (?:hội nghị|buổi lễ|đại hội|buổi làm việc|lễ))?\W*$")
_SPEECH = re.compile(
    r"^[\"“\s]*(?:kết luận|tổng kết (?=hội|buổi|đại hội|phiên)|phát biểu|chỉ đạo|khai mạc|bế mạc|kết thúc|thay mặt"
    r"|tại)\b[^.;]{0,160}$"
)
# Tells that the speech comes from elsewhere ("theo chỉ đạo của đồng chí …").
_QUOTED_FROM = re.compile(
    r"(?:theo|thực hiện|tiếp thu|sự|ý kiến|lời|của) (?:[^,.;]{0,40} )?(?:của )?(?:đồng chí |ông |bà )?$"
)
_SAYS = re.compile(r"phát biểu|tổng kết|kết luận|khai mạc|bế mạc|chỉ đạo")
_CAME_AND_SPOKE = re.compile(r"(?:đến |về |tới )?(?:tham )?dự và (?:có bài )?phát biểu\b[^.;:]{0,60}$")
# "Theo Chủ tịch UBND xã Lê Văn Mẫu, …", and what follows then; "Trao quyết định và phát biểu tại …".
_ACCORDING = re.compile(r"theo (?:đồng chí |ông |bà |đ/c |diễn giả |nhà báo |tiến sĩ |ts\.? ?)?$")
_GAVE_AND_SPOKE = re.compile(r"(?:trao|tặng)\b[^.;:]{3,60}? và phát biểu")
# What stands before the name of someone whose words follow it.
_ADDRESSED = re.compile(r"[\W_]*(?:(?:đồng chí|ông|bà|đ/c|anh|chị)\s+)?")
# A list of duties or votes goes on with these instead.
_WORDS = re.compile(r":\s*(?!\d|trưởng |phó |tổ |ủy viên|thành viên|phụ trách|theo dõi|chỉ đạo|chủ trì|chịu |làm )\S")
# "trình bày các chuyên đề gồm: …": speakers in a list.
_SPEAKERS = re.compile(r"(?:trình bày|truyền đạt|báo cáo|tham luận)[^.;:]{0,60}? (?:gồm|có|là)\s?:\s?$")
_CLAUSE = 90
# The longest form of address before a name (characters), and what a list of persons tells of each.
_ADDRESS = 24
# "Thành phố Mẫu có các đồng chí: …", after a sentence that names guests.
_ALSO_CAME = re.compile(r"[^.;:,]{3,60} (?:có|gồm) (?:các )?(?:đồng chí|ông|bà|đ/c)\s?:?\s*")
_OF_LISTS = ({Role.ATTENDEE}, {Role.CHAIR})


def roles_of(page: Page, cues: Cues, mentions: Sequence[Mention]) -> list[set[Role]]:
    """Return the roles each mention tells, in the order of `mentions`."""
    by_sentence: dict[int, list[int]] = {}
    for at, mention in enumerate(mentions):
        by_sentence.setdefault(mention.sentence, []).append(at)
    found: list[set[Role]] = [set() for _ in mentions]
    verbs = _Verbs(cues)
    listed: tuple[int, Role] | None = None
    for index, members in by_sentence.items():
        sentence = _with_opener(page, index)
        persons = [mentions[at] for at in members]
        own = [_verbs_after(page.key, verbs, sentence, persons, at) for at in range(len(persons))]
        subject = _subject_after_chair(page.key, sentence, persons, own)
        _spread_back(page.key, sentence.start, persons[subject:], own[subject:])
        _from_openers(page.key, sentence, persons, own, chairs=subject or len(persons))
        if listed and listed[0] == index - 1 and _goes_on_listing(page.key, cues, sentence, persons, own):
            for roles in own:
                roles.add(listed[1])
        for at, roles in zip(members, own, strict=True):
            found[at] |= roles
        listed = (index, next(iter(own[-1]))) if own[-1] in _OF_LISTS else None
    return found


def _goes_on_listing(
    key: str, cues: Cues, sentence: Span, persons: Sequence[Mention], own: Sequence[set[Role]]
) -> bool:
    """Tell whether a sentence only names one more of those the sentence before lists: "Đồng chí X - Phó Bí thư."."""
    opener = persons[0].span.start - sentence.start
    if any(own) or (opener > _ADDRESS and not _ALSO_CAME.fullmatch(key, sentence.start, persons[0].span.start)):
        return False
    return key.find(" đã ", *sentence) < 0 and not any(cues.first(tag, *sentence) for tag in _TAGS)


def _with_opener(page: Page, index: int) -> Span:
    """Return a sentence, with the one before it where that breaks off at a degree ("có: GS.TS." / "Lê …")."""
    sentence = page.sentences[index]
    if index and breaks_at_degree(page.key, sentence.start):
        return Span(page.sentences[index - 1].start, sentence.end)
    return sentence


class _Verbs:
    """The verbs of a page that tell what a person does, all in one list, so that one look finds those in a stretch."""

    def __init__(self, cues: Cues) -> None:
        told = [(cue, role) for tag, role in _TAGS.items() for cue in cues.of(tag)]
        # A verb of two roles tells them in the order of `_TAGS`.
        self._told = sorted(told, key=itemgetter(0))
        self._starts = [cue.start for cue, _ in self._told]

    def between(self, start: int, end: int) -> list[tuple[Span, Role]]:
        """Return the verbs that begin in `[start, end)`, in order."""
        return self._told[bisect_left(self._starts, start) : bisect_left(self._starts, end)]


def _verbs_after(key: str, verbs: _Verbs, sentence: Span, members: Sequence[Mention], at: int) -> set[Role]:
    start = members[at].span.end
    end = members[at + 1].span.start if at + 1 < len(members) else sentence.end
    first = _first_verb(key, verbs, start, end)
    if first is None:
        return set()
    verb, done = first
    roles = {done}
    high = min(end, verb.end + _CLAUSE)
    for cue, role in verbs.between(verb.end, high):
        if cue.end <= high and _SECOND_VERB.search(key, verb.end - 1, cue.start) and _is_done(key, cue):
            roles.add(role)
    return roles


def _is_done(key: str, verb: Span) -> bool:
    """Tell a meeting that someone runs from work that is spoken of: "kết quả giám sát, điều hành đô thị"."""
    return not key.startswith("điều hành", verb.start) or _RUNS.match(key, verb.end) is not None


def _first_verb(key: str, verbs: _Verbs, start: int, end: int) -> tuple[Span, Role] | None:
    """Return the verb that a subject ending at `start` does, with its role; words may help it ("đến dự")."""
    helping = _HELPING.match(key, start, end)
    reach = helped = helping.end() if helping else start
    # No longer verb could begin as near.
    reach = max(reach, start + 1) + 1
    ready: dict[Role, Span | None] = {}
    for cue, role in verbs.between(start, min(end, reach)):
        if role not in ready:
            near = cue.start in (start + 1, helped) or _HELPING.fullmatch(key, start, cue.start)
            ready[role] = cue if cue.end <= end and near else None
    done = [(cue, role) for role, cue in ready.items() if cue]
    return min(done, key=lambda found: (found[0].start, -found[0].end), default=None)


def _subject_after_chair(key: str, sentence: Span, members: Sequence[Mention], own: Sequence[set[Role]]) -> int:
    """Return who is the subject after "dưới sự chủ trì của …,"; 0 where no one is."""
    if _UNDER_CHAIR.search(key, sentence.start, members[0].span.start) is None:
        return 0
    for at in range(1, len(members)):
        if own[at] and not _LISTED.search(key, members[at - 1].span.end, members[at].span.start):
            return at
    return 0


def _spread_back(key: str, start: int, members: Sequence[Mention], own: list[set[Role]]) -> None:
    """A verb after the last of several subjects is done by all of them."""
    for at in range(len(members) - 1, 0, -1):
        between = key[members[at - 1].span.end : members[at].span.start]
        if not own[at] or own[at - 1] or not _AND.fullmatch(between):
            continue
        # "Dự có ông X; ông Y chủ trì": of guests the last alone is in the chair.
        if ";" in between and Role.CHAIR in own[at] and _welcomes(key, start, members[0].span.start):
            continue
        own[at - 1] |= own[at]


def _welcomes(key: str, start: int, end: int) -> list[int]:
    """Return where words end that name guests ("dự có", "về phía tỉnh có")."""
    if _NAMES_GUESTS.search(key, start, end) is None:
        return []
    return [match.end() for match in _GUESTS.finditer(key, start, end)]


def _all_came(key: str, sentence: Span) -> bool:
    """Tell whether a sentence ends by saying that those it names came."""
    came = key.rfind("dự", *sentence)
    if came >= 0 and _CAME.match(key, came, sentence.end):
        return True
    return key.find("với đoàn", *sentence) >= 0 and _WITH_DELEGATION.search(key, *sentence) is not None


def _from_openers(key: str, sentence: Span, members: Sequence[Mention], own: list[set[Role]], *, chairs: int) -> None:
    """What the words before a list of persons say of all of them, of chairs only of the first `chairs`."""
    last = members[-1].span.start
    guests = _welcomes(key, sentence.start, last)
    chaired: list[int] = []
    if _IN_CHARGE.search(key, sentence.start, last):
        chaired = [match.end() for match in _CHAIRS.finditer(key, sentence.start, last)]
    for at, mention in enumerate(members):
        start = mention.span.start
        turned = bool(chaired and any(chaired[0] < guest <= start for guest in guests))
        if at < chairs and chaired and chaired[0] <= start and not turned and Role.CHAIR not in own[at]:
            own[at].add(Role.CHAIR)
        elif guests and guests[0] <= start and not own[at]:
            own[at].add(Role.ATTENDEE)
    if _all_came(key, sentence):
        for roles in own:
            if not roles:
                roles.add(Role.ATTENDEE)
    _from_speaking(key, sentence, members, own)


def _from_speaking(key: str, sentence: Span, members: Sequence[Mention], own: Sequence[set[Role]]) -> None:
    """What an opening that speaks says: "phát biểu tại …, X", "đến dự và phát biểu, X", "trình bày gồm: X, Y"."""
    opener = key[sentence.start : members[0].span.start]
    if _CAME_AND_SPOKE.match(opener):
        own[0] |= {Role.ATTENDEE, Role.SPEAKER}
    if _SPEAKERS.search(opener[: opener.rfind(":") + 1]):
        for roles in own:
            roles.add(Role.SPEAKER)
    if _ACCORDING.match(opener) and key.startswith(",", members[0].span.end) and (members[0].name or own[0]):
        own[0].add(Role.SPEAKER)
    end = members[0].span.end
    if key[end : end + 1] == ":" and members[0].name and _ADDRESSED.fullmatch(opener) and _WORDS.match(key, end):
        # "Ông Lê Văn Mẫu, Chủ tịch UBND xã: …": whose words follow.
        own[0].add(Role.SPEAKER)
    if _GAVE_AND_SPOKE.match(opener):
        own[0] |= {Role.AWARDER, Role.SPEAKER}
    if _SPEECH.match(opener) and _SAYS.search(opener) and not _QUOTED_FROM.search(opener):
        own[0].add(Role.SPEAKER)
