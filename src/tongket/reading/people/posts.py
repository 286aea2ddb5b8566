"""The posts that stand beside a name: a word of office and the organisation it is held in."""

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from tongket.document.seldom import seldom
from tongket.reading.abbreviations import expand
from tongket.reading.cues import Cues, first_words, opens, words_of
from tongket.reading.keyed import fold
from tongket.reading.page import Page
from tongket.reading.spans import as_span
from tongket.terms.span import Span

# What may end the organisation after a word of office; a dash or a comma may also stand inside its name.
# Every choice begins with a letter of its own, so a search stops only at these; the key knows but one dash and quote.
_MARK = re.compile(r",|;|\.|:|\(|\)|\n|\"|/| - | -(?=\w)|- |và(?<= và)(?= )|kiêm(?<= kiêm)(?= )")
_BETWEEN = re.compile(
    r"\s*(?:,\s*kiêm|, đồng thời là|kiêm nhiệm|kiêm|[,(/–—-]|và)?\s*(?:hiện là |là "
    r"|(?:tái đắc cử|trúng cử|tiếp tục"
    r"|(?:đã )?được (?:điều động(?: công tác)?(?:,| và) )?(?:[^,.;:()\d]{3,40}? )?"
    r"(?:chỉ định|bầu|bổ nhiệm|phân công|điều động|tín nhiệm))?\s*"
    r"(?:(?:giữ |đảm nhận )?chức(?: vụ| danh)?|giữ|làm|đảm nhận)\s)?"
)
# Longer than whatever `_BETWEEN` meets but for white space (characters).
_GAP = 80
# "Sở Lao động - TB&XH": a full stop inside or after a short form does not end the organisation.
_SHORT_STOP = re.compile(r"(?:\b(?:tp|tx|tt|t|ct|pct|h|p|q|x|đ|pgs|ts))$")
_BRACKET = re.compile(r"\([^\W\d][^()\d]{3,60}\)")
_WORD = re.compile(r"(?<![\w'])[^\W\d_]+(?:'[^\W\d_]+)*")
# The longest word that a full stop shortens, and the longest short form in brackets (characters).
_SHORT, _SHORT_FORM = 4, 12
_LONGEST_STOP = 24
# The longest given name with the space before it.
_LONGEST_GIVEN = 7
_IN_PLACE = (
    (re.compile(r"\A(Phó Bí thư|Phó Chủ tịch) TT\b"), r"\1 Thường trực"),
    (re.compile(r"\ABT\b"), "Bí thư"),
    (re.compile(r"\ATV (?=Hội đồng)"), "Thành viên "),
    (re.compile(r"\ACT\.?\s*(?=\S)"), "Chủ tịch "),
)
# "Trưởng Ban Ban Tuyên giáo": the word is of the office and of the body, and told once.
_TWICE = re.compile(r"(?<=rưởng )([Bb]an) [Bb]an ")
_GOING_ON = frozenset({"tại", "ở", "năm", "phụ"})
_ENVOYS = ("đại sứ", "lãnh sự")
# "Đảng ủy Khối Công nghiệp Trung ương tại TPHCM": of what is central the city is part of the name.
_CENTRAL = "trung ương "
_CITIES = ("tại tp", "tại thành phố", "tại hà nội", "tại đà nẵng", "tại cần thơ")
_FORMER = ("nguyên ", "quyền ")
_PLACE = re.compile(r"(?:xã|phường|thị trấn|đặc khu|huyện|thị xã|quận|thành phố|tỉnh)\b.*$", re.IGNORECASE)
_PARTY_BODY = re.compile(
    r"(?:tỉnh|thành|huyện|thị|quận|đảng|quân|chi)\s+ủy\b.*$|đảng bộ\b.*$|quân ủy\b.*$|trung ương\b.*$"
    r"|(?:công )?đoàn\b.*$"
)
# "Trưởng Ban chỉ đạo …", "Trưởng ban tổ chức …": a verb that is the commission's name.
_NAMED_BY_WORK = re.compile(r"ban (?:chỉ đạo|tổ chức|kiểm tra|giám sát|vận động)\b")
_COMMISSION = ("ban chỉ đạo", "ban tổ chức")
_LARGER = (
    "Bộ ", "Tổng cục ", "Cục ", "Sở ", "Đại học ", "Học viện ", "Ban ", "Hội đồng nhân dân ", "HĐND ", "Công an ",
    "Trường ", "Công ty ", "Tổng Công ty ", "Tổng công ty ", "Tập đoàn ", "Văn phòng ", "Viện ", "Bệnh viện ",
    "Ủy ban ", "Báo ", "Đài ",
)  # fmt: skip
_SMALLER = seldom(
    r"(?:ban (?:văn hóa|kinh tế|pháp chế|đô thị|dân tộc)|vụ|cục|viện|phòng|trung tâm|khoa|chi cục|chuyên gia|đội"
    r"|bộ môn)\b[^,]*$"
)
# A unit named with its place is in no larger one that a comma parts from it: who is named next came too.
_OF_A_PLACE = re.compile(r" (?:tỉnh|huyện|thành phố|thị xã|quận|xã(?! hội)|phường|thị trấn)(?: [^,]*)?$")
_JOINS = frozenset({",", "và", "kiêm", ", kiêm", "-", "/"})
# Bodies that have a party committee of their own, named after them.
_WITH_COMMITTEE = seldom(
    r"(?<!\w)(?:ủy ban nhân dân|quân sự|công an|khối|các cơ quan|sở|trường|bệnh viện|công ty|tổng công ty|tập đoàn"
    r"|tổng cục|bưu điện|ngân hàng|chi cục|cục|viện|học viện|đại học|trung tâm|kho bạc|bảo hiểm xã hội|tòa án|điện lực"
    r"|nhà máy|xí nghiệp|cảng|quân khu|quân đoàn|sư đoàn|lữ đoàn|trung đoàn|hợp tác xã|đài|báo|ban quản lý|nông trường"
    r"|lâm trường|hội liên hiệp|liên đoàn)\b.*$"
)
_BARE_COMMUNES = (" xã", " phường", " thị trấn", " đặc khu")
_PARTY_BRANCH = ("đảng ủy", "đảng bộ", "chi bộ", "chi ủy")
# "Chỉ huy phó - Ban Chỉ huy Quân sự": between a word of office and the body it is held in.
_DASHES = "-–—"
_DASH = re.compile(r"\s*[-–—]\s+")
# Which of its terms a body is in.
_TERM = re.compile(r",? kh[oó][aá] [ivxl\d]+$", re.IGNORECASE)
# Words of office that need no organisation after them.
_WHOLE = ("ủy viên", "ủy", "viên", "đảng", "nước", "quốc hội", "chính trị", "tổng bí thư", "thủ tướng", "phó thủ tướng")
# Of a department's head who leads another body these tell the grade: "Vụ trưởng, Trưởng Ban Văn hóa …".
_GRADES = frozenset({"vụ trưởng", "phó vụ trưởng", "hàm vụ trưởng"})
_MEMBER = re.compile(r"^(?:ủy viên|uv)\s*(?:ban\s+)?(?:thường vụ|chấp hành|btv|bch|tv)?$|^(?:uvbtv|uvtv|uvbch)$")


class Post(NamedTuple):
    """A post as it stands in the text.

    Attributes:
        span: From the word of office to the end of its organisation.
        head: Where the word of office ends.
    """

    span: Span
    head: int


class SentencePosts:
    """The posts of one sentence, each read once, and only where a name or a question leads to it."""

    def __init__(self, page: Page, cues: Cues, sentence: Span, names: Sequence[Span]) -> None:
        """Note where the posts of `sentence` stand, whose persons stand at `names`."""
        self._text, self._key, self._cues = page.text, page.key, cues
        self._start, self._limit = sentence
        self._starts = [name.start for name in names]
        self._heads = cues.within("post", *sentence)
        self._read: dict[Span, Post] = {}
        # "nguyên Bí thư": the post starts before its word of office.
        self._by_first_word = {self._with_former(head.start): head for head in self._heads}
        self._first_words = list(self._by_first_word)

    def at(self, head: Span) -> Post:
        """Return the post with that word of office."""
        post = self._read.get(head)
        if post is None:
            post = self._read[head] = self._from(head)
        return post

    def after(self, start: int, *, told: bool = False) -> list[Post]:
        """Return the posts listed after a name that ends at `start`.

        Args:
            start: Where the name ends.
            told: Whether posts stand before the name: a row that runs into the next name is then the next person's.
        """
        found: list[Post] = []
        at = start
        while True:
            following = bisect_left(self._first_words, at)
            if following == len(self._first_words) or self._first_words[following] - at > _GAP:
                break
            gap = _BETWEEN.match(self._key, at, self._limit)
            begin = gap.end() if gap else at
            head = self._by_first_word.get(begin)
            if head is None:
                break
            post = self.at(head)
            unmarked = gap and not gap.group().strip() and not found
            # "đồng chí Lê Văn Mẫu Chủ tịch Hội Nông dân xã": without a mark only a post with its body is surely his.
            if self._runs_into_name(post):
                return [] if told else found
            if (unmarked and post.span.end <= head.end) or (
                post.span.end - head.end <= _LONGEST_GIVEN and self._is_of_given_name(post)
            ):
                break
            found.append(post)
            at = post.span.end
            if self._key[at : at + 2].lstrip() == "(" or self._key[at : at + 1] == "(":
                closing = self._key.find(")", at, self._limit)
                at = closing + 1 if closing > 0 else at
        return found

    def before(self, end: int, floor: int) -> list[Post]:
        """Return the posts that lead up to `end` (where a name or its ranks begin), none of them before `floor`."""
        found: list[Post] = []
        for head in reversed(self._heads):
            if head.end > end:
                continue
            post = self.at(head)
            if post.span.end > end:
                continue
            if head.end < floor:
                break
            gap = self._key[post.span.end : found[0].span.start if found else end].strip()
            if not found and _BRACKET.fullmatch(gap):
                # "Vụ trưởng Vụ Mẫu (Bộ Y tế) Lê Văn Thử": the larger body in brackets.
                post = Post(Span(post.span.start, self._key.rindex(")", post.span.end, end) + 1), post.head)
                gap = ""
            if gap in _JOINS if found else gap in {"", "-"}:
                found.insert(0, post)
            else:
                break
        return found

    def _from(self, head: Span) -> Post:
        # "Tỉnh ủy viên Phó Chủ tịch …": the comma between two posts was lost.
        next_to = self._cues.at("post", head.end + 1)
        end = head.end if next_to else self._end_of_body(head.end)
        while end > head.end and self._text[end - 1] in " \u00a0-–—…":
            end -= 1
        if self._text.endswith(" và", head.end, end):
            # What was joined is no part of the name.
            end -= len(" và")
        return Post(as_span((self._with_former(head.start), end)), head.end)

    def _with_former(self, start: int) -> int:
        if self._key[start - 2 : start] == "n ":
            for former in _FORMER:
                if self._key.endswith(former, 0, start):
                    return start - len(former)
        return start

    def _runs_into_name(self, post: Post) -> bool:
        at = bisect_left(self._starts, post.span.end)
        return at < len(self._starts) and not self._key[post.span.end : self._before_rank(self._starts[at])].strip()

    def _is_of_given_name(self, post: Post) -> bool:
        """Tell whether a post is somebody else's, who is called by the given name: "…, Bí thư Mẫu hỏi"."""
        body = self._text[post.head + 1 : post.span.end]
        return body.istitle() and body.isalpha() and body.lower() not in words_of("body_word")

    def _end_of_body(self, start: int) -> int:
        stop = self._limit
        at = bisect_left(self._starts, start)
        if at < len(self._starts):
            stop = self._before_rank(self._starts[at])
        for mark in _MARK.finditer(self._key, start, stop):
            if not self._inside_name(mark):
                return self._before_verb(start, mark.start())
        return self._before_verb(start, stop)

    def _before_verb(self, start: int, limit: int) -> int:
        capital = about = False
        verbs, words = first_words("post_stop"), words_of("body_word")
        named = _NAMED_BY_WORK.match(self._key, start - len("ban"), limit)
        for word in _WORD.finditer(self._key, named.end() if named else start, limit):
            at, written = word.start(), word.group()
            if not self._text[at].islower():
                capital = True
            elif written in _GOING_ON and self._goes_on(written, start, at, named=named is not None):
                continue
            elif written == "về" and (named or self._key.endswith("quốc gia ", start, at)):
                # "Ban Chỉ đạo Trung ương về phòng, chống thiên tai": what the commission is for.
                about = True
            elif (
                (written in verbs and self._stops(at)) or (capital and not about and written not in words)
            ) and not self._key.startswith(_COMMISSION, at - len("ban ")):
                return at
        return limit

    def _stops(self, at: int) -> bool:
        """Tell whether words that end a body's name begin at `at`, with one space between them or more."""
        if opens("post_stop", self._key, at) > at:
            return True
        near = self._key[at : at + _LONGEST_STOP]
        return "  " in near and opens("post_stop", " ".join(near.split()), 0) > 0

    def _goes_on(self, word: str, start: int, at: int, *, named: bool) -> bool:
        """Tell whether a word that ends most bodies' names goes on with this one's."""
        if word == "ở":
            # "Ban Chỉ đạo Tổng điều tra dân số và nhà ở": housing.
            return self._key.endswith(" nhà ", start, at)
        if word == "năm":
            # "Ban Chỉ đạo Tổng điều tra … năm 2019 tỉnh": of what is held once, the year.
            return named and self._key.startswith(("19", "20"), at + len("năm "))
        if word == "phụ":
            # "Phó Chi cục trưởng phụ trách Chi cục": in charge, for no head is appointed.
            leads = at == start + 1 and self._key.startswith("phụ trách ", at)
            return leads and self._text[at + len("phụ trách ")].isupper()
        return self._is_abroad(start, at)

    def _is_abroad(self, start: int, at: int) -> bool:
        """Tell whether "tại" is of the post: "Đại sứ Việt Nam tại Lào", "Trưởng đại diện … tại Việt Nam"."""
        if self._key.endswith(_CENTRAL, start, at) and self._key.startswith(_CITIES, at):
            return True
        return self._key.startswith("tại việt nam", at) or self._key.endswith(_ENVOYS, 0, start)

    def _before_rank(self, start: int) -> int:
        at = start
        for cue in reversed(self._cues.within("rank", max(0, at - 40), at)):
            if self._key[cue.end : at].strip(" -.,") or is_of_body(self._text, cue.start):
                break
            at = cue.start
        return at

    def _is_part_of_larger(self, end: int, after: int) -> bool:
        """Tell whether what follows is the larger body of the one named before: "Vụ Hợp tác, Bộ Ngoại giao"."""
        if not self._text.startswith(_LARGER, after):
            return False
        low = self._key.rfind(",", self._start, end)
        if low >= 0 and opens("org_comma", self._key, low + 2) > low + 2:
            # The comma stands inside the name of the smaller one.
            end, low = low, self._key.rfind(",", self._start, low)
        smaller = _SMALLER.search(self._key, max(low, self._start), end)
        return smaller is not None and _OF_A_PLACE.search(smaller.group()) is None

    def _inside_name(self, mark: re.Match[str]) -> bool:
        """Tell whether a mark stands inside the name of a body rather than after it."""
        sign, start, after = mark.group().strip(), mark.start(), mark.end()
        while self._key[after : after + 1] == " ":
            after += 1
        if sign == ",":
            return opens("org_comma", self._key, after) > after or self._is_part_of_larger(start, after)
        if sign in {"-", "và"}:
            # "Ủy viên Thường vụ Quận ủy - …": the name of a committee goes on with no dash.
            return not (sign == "-" and self._key.endswith("ủy", 0, start)) and self._is_joint(after)
        if sign == ".":
            return bool(_SHORT_STOP.search(self._key, max(0, start - _SHORT), start))
        return self._is_bracket(sign, start, after)

    def _is_joint(self, after: int) -> bool:
        """Tell whether what follows a dash or an "và" goes on with the name: no number, person, post or address."""
        if self._key[after : after + 1].isdigit() or after in self._starts:
            return False
        return self._cues.at("post", after) is None and self._cues.at("rank", after) is None

    def _is_bracket(self, sign: str, start: int, after: int) -> bool:
        """Tell whether a bracket holds a short form: "Ban Thường vụ (BTV) Tỉnh ủy"."""
        if sign == "(":
            closing = self._key.find(")", after)
            return 0 < closing - after < _SHORT_FORM and self._text[after:closing].isupper()
        return sign == ")" and self._text[start - 1].isupper()


def is_of_body(text: str, rank: int) -> bool:
    """Tell whether a form of address is of a body's name, as its capital tells: "Hội Nhà báo"."""
    return text.startswith(("Nhà ", "Nghệ "), rank) and text[max(0, rank - 2) : rank - 1].isalpha()


def full_posts(text: str, posts: Sequence[Post], explained: Mapping[str, str]) -> list[str]:
    """Write posts in full: abbreviations expanded, a shared organisation given to each title before it.

    "Ủy viên Ban Thường vụ, Trưởng Ban Tuyên giáo Tỉnh ủy" gives both with Tỉnh ủy: of an organisation that follows
    several titles each title is held in it.
    """
    written = [_settled(expand(_joined(text, post), explained)) for post in posts]
    # The last has no other to share with.
    for index in range(len(posts) - 1):
        if shared := _shared_body(text, posts[index : index + 2], written[index:], explained):
            written[index] = f"{written[index]} {shared}"
    return written


def _joined(text: str, post: Post) -> str:
    """Return a post as written, without a dash between the word of office and its organisation."""
    near = text[post.head : post.head + 2]
    if near == ". ":
        # "PCT. UBND xã": a full stop of the short form.
        return f"{text[post.span.start : post.head]}{text[post.head + 1 : post.span.end]}"
    dash = _DASH.match(text, post.head, post.span.end) if near.strip()[:1] in _DASHES else None
    if dash is None:
        return post.span.of(text)
    return f"{text[post.span.start : post.head]} {text[dash.end() : post.span.end]}"


def _shared_body(text: str, posts: Sequence[Post], written: Sequence[str], explained: Mapping[str, str]) -> str:
    """Return the organisation that the first of some posts shares with a later one, empty where it has its own.

    Args:
        text: The document's text.
        posts: The post and the one after it.
        written: The post and all after it, in full words.
        explained: The abbreviations that the text explains.
    """
    key = fold(written[0])
    if _MEMBER.match(key):
        party = next((body for other in written[1:] if (body := _party_body(other))), "")
        return party or _committee_of(_body(written[1], _head(text, posts[1], explained)))
    if key.endswith(_PARTY_BRANCH):
        return _branch_of(_body(written[1], _head(text, posts[1], explained)))
    if fold(_head(text, posts[0], explained)) == key and not key.endswith(_WHOLE) and key not in _GRADES:
        body = _body(written[1], _head(text, posts[1], explained))
        return "" if "bí thư" in key and not _PARTY_BODY.search(fold(body)) else body
    return ""


def _head(text: str, post: Post, explained: Mapping[str, str]) -> str:
    return _settled(expand(text[post.span.start : post.head], explained))


def _branch_of(body: str) -> str:
    """Return whose party committee one is in who also holds office in `body`: a commune's, a firm's, a school's."""
    key = fold(body)
    place = _PLACE.search(body)
    if place and " " in place.group():
        commune = fold(place.group()).startswith(("xã", "phường", "thị trấn", "đặc khu"))
        if commune or "hội đồng" in key:
            return place.group()
    return _committee_of(body)


def _committee_of(body: str) -> str:
    """Return the firm, school or office in `body` that has a party committee named after it."""
    key = fold(body)
    own = _WITH_COMMITTEE.search(key)
    # "Hiệu trưởng Nhà trường", "Chủ tịch UBND xã": no name of whose committee it is.
    named = own and " " in own.group() and not own.group().endswith((*_BARE_COMMUNES, "ủy ban nhân dân"))
    return body[own.start() :] if own and named else ""


def _body(post: str, head: str) -> str:
    return post[len(head) :].strip()


def _party_body(post: str) -> str:
    match = _PARTY_BODY.search(fold(post))
    return post[match.start() :] if match and not fold(post).startswith("ủy viên trung ương") else ""


def _settled(post: str) -> str:
    """Bring short forms that need their place in a post (`TT`, `CT.`) into full words and drop the term it is for."""
    key = fold(post)
    if " kh" in key and "quốc hội" not in key:
        post = _TERM.sub("", post)
    if " ban ban " in key:
        post = _TWICE.sub(r"\1 ", post)
    if post[:2].isupper() or " TT" in post:
        for short, full in _IN_PLACE:
            post = short.sub(full, post, count=1)
    return post
