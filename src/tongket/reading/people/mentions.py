"""Mentions of persons in the body: a name with the posts beside it, a name alone, a post alone."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tongket.reading.cues import Cues
from tongket.reading.page import Page
from tongket.reading.people.names import read_names
from tongket.reading.people.posts import Post, SentencePosts, is_of_body
from tongket.reading.places import provinces
from tongket.reading.spans import as_span
from tongket.terms.span import Span

_JOINED = re.compile(r"\s*(?:,|;|và|cùng)\s*$")
_MANY = re.compile(r"(?:các (?:đồng chí|ông|bà|đ/c|vị)|2 đồng chí|hai đồng chí)\s*:?\s*$")
# Parts a name from the post behind it.
_PARTED = re.compile(r"\s*[,-]")
# Right before a name these make it the name of a street, a school, a movement or a commemorated person.
_NAMED_AFTER = re.compile(
    r"(?:đường|(?<!thành )phố|trường|quỹ|giải thưởng|giải|thcs|thpt|tiểu học|đoàn|đội|học viện|viện|bảo tàng"
    r"|khu di tích|đền thờ"
    r"|đền|mẹ việt nam anh hùng|bà mẹ việt nam anh hùng|liệt sĩ|liệt sỹ|cố|họ|tổ chức phi chính phủ)\s*$"
)
# Right before a name these make it a place, unless a post held there leads up to them.
_PLACED = re.compile(r"(?<!\w)(?:tỉnh|thành phố|huyện|xã|phường|thị trấn|quận|thị xã|đặc khu|thôn|bản|ấp)\s*$")
_NUMBERED = re.compile(r"(?<!\w)số \d{1,2} $")
_PLACE_SYLLABLES = 2
_COMMITTEES = ("huyện ủy ", "thị ủy ", "thành ủy ", "quận ủy ", "tỉnh ủy ")
_LEVELS = ("huyện", "thị xã", "thành phố", "quận", "tỉnh")
# How far before a name the word of office of a post that leads up to it may stand (characters).
_HELD = 70


class Mention(NamedTuple):
    """One mention of a person.

    Attributes:
        name: The name, None where only the post stands.
        posts: The posts beside it, and those a list gives to all its names.
        span: The name with the posts next to it.
        sentence: Which sentence of the page it stands in.
    """

    name: Span | None
    posts: tuple[Post, ...]
    span: Span
    sentence: int


def read_mentions(page: Page, cues: Cues) -> list[Mention]:
    """Return every mention of a person in the body, in order: names with their posts, and posts alone."""
    found: list[Mention] = []
    read: dict[int, SentencePosts] = {}
    for index, names in _names_by_sentence(page, cues).items():
        persons = [name for name in names if _is_person(page, cues, page.sentences[index], name)]
        read[index] = SentencePosts(page, cues, page.sentences[index], persons)
        found.extend(_named(page, cues, read[index], index, persons))
    found.extend(_posts_alone(page, cues, read, found))
    return sorted(found, key=lambda mention: mention.span)


def _names_by_sentence(page: Page, cues: Cues) -> dict[int, list[Span]]:
    starts = page.sentence_starts
    found: dict[int, list[Span]] = {}
    for part in page.body:
        for name in read_names(page.text, cues, part):
            index = bisect_right(starts, name.start) - 1
            if index >= 0 and name.end <= page.sentences[index].end:
                found.setdefault(index, []).append(name)
    return found


def _named(page: Page, cues: Cues, posts: SentencePosts, index: int, names: Sequence[Span]) -> list[Mention]:
    sentence = page.sentences[index]
    found: list[Mention] = []
    floor = sentence.start
    for at, name in enumerate(names):
        limit = names[at + 1].start if at + 1 < len(names) else sentence.end
        left = posts.before(_bare_start(page, cues, name.start), floor)
        right = posts.after(name.end, told=bool(left))
        floor = right[-1].span.end if right else name.end
        start = left[0].span.start if left else name.start
        found.append(Mention(name, (*left, *right), as_span((start, min(floor, max(limit, name.end)))), index))
    return _with_shared(page.key, posts, sentence, found)


def _is_person(page: Page, cues: Cues, sentence: Span, name: Span) -> bool:
    """Tell a person from a street, a school or a place that bears a person's name."""
    key, lead = page.key, max(sentence.start, name.start - 26)
    if _PARTED.match(key, name.end, name.end + 4) and cues.within("post", name.end, name.end + 24):
        return True
    if _NAMED_AFTER.search(key, lead, name.start):
        return False
    if key[name.start - 2 : name.start - 1].isdigit() and _NUMBERED.search(key, lead, name.start):
        # "Phòng giao dịch số 2 Mẫu Thử": the place of an office that has a number.
        return name.of(page.text).count(" ") >= _PLACE_SYLLABLES
    if _PLACED.search(key, lead, name.start):
        syllables = name.of(page.text).split()
        known = len(syllables) > _PLACE_SYLLABLES or f"đồng chí {name.of(key)}" in key
        # "Phó Chủ tịch UBND tỉnh Cao Mẫu": no province is called so.
        known = known or (key.endswith("tỉnh ", lead, name.start) and name.of(key) not in provinces())
        return known and bool(cues.within("post", max(sentence.start, name.start - _HELD), name.start))
    if key.endswith(_COMMITTEES, 0, name.start) and len(name.of(text := page.key).split()) <= _PLACE_SYLLABLES:
        # "Bí thư Huyện ủy Châu Mẫu": a person's name too, unless the page knows a place of that name.
        return not any(f"{level} {name.of(text)}" in text for level in _LEVELS)
    return True


def _bare_start(page: Page, cues: Cues, start: int) -> int:
    """Return where the forms of address and ranks before a name begin."""
    at, key = start, page.key
    while ranks := [cue for cue in cues.within("rank", max(0, at - 40), at) if not key[cue.end : at].strip(" .-")]:
        if is_of_body(page.text, ranks[0].start):
            break
        at = ranks[0].start
    return at


def _with_shared(key: str, posts: SentencePosts, sentence: Span, found: list[Mention]) -> list[Mention]:
    """Give posts that a list shares to each of its names."""
    colon = _posts_before_colon(key, posts, sentence, found)
    for at, mention in enumerate(found):
        if mention.name is None:
            continue
        if colon and mention.name.start > colon[-1].span.end:
            found[at] = mention._replace(posts=(*colon, *mention.posts))
        elif at and not mention.posts and _JOINED.fullmatch(key, found[at - 1].span.end, mention.name.start):
            before = found[at - 1]
            if before.name and any(post.span.start < before.name.start for post in before.posts):
                shared = tuple(post for post in before.posts if post.span.start < before.name.start)
                found[at] = mention._replace(posts=shared)
    return _shared_backwards(key, sentence, found)


def _posts_before_colon(key: str, posts: SentencePosts, sentence: Span, found: Sequence[Mention]) -> list[Post]:
    names = [mention.name for mention in found if mention.name]
    if len(names) < 2 or ":" not in key[sentence.start : names[-1].start]:  # noqa: PLR2004 - a list has two
        return []
    for at in range(sentence.start, names[-1].start):
        if key[at] == ":" and (shared := posts.before(at, sentence.start)):
            return [post for post in shared if not any(post in mention.posts for mention in found)]
    return []


def _shared_backwards(key: str, sentence: Span, found: list[Mention]) -> list[Mention]:
    """Give names without a post of their own that of their list's last ("các đồng chí A, B, Phó Chủ tịch …")."""
    for last, mention in enumerate(found):
        if not mention.posts or mention.name is None:
            continue
        first = last
        while (
            first
            and not found[first - 1].posts
            and _JOINED.fullmatch(key, found[first - 1].span.end, found[first].span.start)
        ):
            first -= 1
        if first < last and _MANY.search(key, sentence.start, found[first].span.start):
            for at in range(first, last):
                found[at] = found[at]._replace(posts=mention.posts)
    return found


def _posts_alone(page: Page, cues: Cues, read: dict[int, SentencePosts], named: Sequence[Mention]) -> Iterator[Mention]:
    """Yield the posts that stand without a name, where a person named elsewhere holds a post of that word of office."""
    heads = {page.key[post.span.start : post.head] for mention in named for post in mention.posts}
    if not heads:
        return
    taken = sorted(mention.span for mention in named)
    starts = [span.start for span in taken]
    for cue in cues.of("post"):
        before = bisect_right(starts, cue.start) - 1
        if page.key[cue.start : cue.end] not in heads or (before >= 0 and taken[before].end > cue.start):
            continue
        if page.key.endswith("đoàn ", 0, cue.start):
            # "Đoàn Chủ tịch Đại hội" is a body.
            continue
        index = bisect_right(page.sentence_starts, cue.start) - 1
        if index < 0 or page.sentences[index].end < cue.end:
            continue
        if index not in read:
            read[index] = SentencePosts(page, cues, page.sentences[index], [])
        post = read[index].at(cue)
        yield Mention(None, (post,), post.span, index)
