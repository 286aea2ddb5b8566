"""Where a person's name may stand: a family name and one to four more capitalised syllables.

Vietnamese names put the family name first, and there are few family names (`data/surnames.txt`); so a run of
capitalised syllables holds a name where a family name begins its last two to five syllables.
"""

import re
from collections.abc import Iterator
from functools import cache

from tongket.reading.cues import Cues
from tongket.reading.keyed import fold
from tongket.reading.letters import LOWER, UPPER
from tongket.reading.places import provinces
from tongket.reading.spans import as_span
from tongket.terms.span import Span

# `K’Lam`, `R’Tung`, `Bh'lang`: an apostrophe inside a syllable of the Highland languages.
_SYLLABLE = f"[{UPPER}](?:[{LOWER}]|['’][{UPPER}{LOWER}])*"
# "Lê văn Mẫu": the syllable between is often left small.
_RUN = re.compile(rf"{_SYLLABLE}(?:[ \u00a0]{_SYLLABLE}| (?:văn|thị)(?= [{UPPER}]))+(?![\w'’])")
# One syllable with an apostrophe is a whole name in the Highlands, where a form of address stands before it.
_HIGHLAND = re.compile(rf"[{UPPER}]['’][{UPPER}{LOWER}]+(?![\w'’])")
_POST_FOLLOWS = re.compile(r"\s*[–,-]\s*")
_CAPITALS = frozenset(UPPER)
# The longest names in use have five syllables; two is the least.
_LONGEST, _SHORTEST = 5, 2
# "Thành Đoàn Mẫu Sơn": the youth union of a place, no family name.
_YOUTH = ("Tỉnh Đoàn", "Thành Đoàn", "Huyện Đoàn", "Thị Đoàn", "Quận Đoàn", "Xã Đoàn", "Công Đoàn", "Trung ương Đoàn")
# "Đoàn Thanh niên …", "Đoàn Trường Đại học …": bodies whose first word is a family name as well.
_UNIONS = (
    "Đoàn Thanh niên", "Đoàn Thanh Niên", "Đoàn TNCS", "Đoàn Trường ", "Đoàn Đại biểu", "Đoàn Công tác",
    "Đoàn Kiểm tra", "Đoàn Giám sát", "Đoàn Chủ tịch", "Đoàn Khối", "Đoàn Luật sư", "Đoàn Phường", "Đoàn Xã ",
)  # fmt: skip
# How far the first words of a post reach behind the capitalised ones (characters).
_LONGEST_POST = 30
# First words of ranks whose second is written small.
_OF_RANKS = (
    " Thiếu",
    " Trung",
    " Thượng",
    " Đại",
    " Chuẩn",
    " Đồng",
    " Tiến",
    " Thạc",
    " Bác",
    " Kỹ",
    " Luật",
    " Giáo",
)
# More than the small words of a rank behind its first (characters).
_LONGEST_RANK = 8
_PARTS_POST = (",", "-", "–")
# How likely a name of so many syllables is.
_BY_LENGTH = {2: 0.0, 3: 1.0, 4: 1.0, 5: -2.0}
# Eight families of ten bear one of these (the commonest family names of the Kinh).
_COMMON = frozenset(
    fold(word)
    for word in (
        "Nguyễn",
        "Trần",
        "Lê",
        "Phạm",
        "Hoàng",
        "Huỳnh",
        "Phan",
        "Vũ",
        "Võ",
        "Đặng",
        "Bùi",
        "Đỗ",
        "Hồ",
        "Ngô",
        "Dương",
        "Lý",
        "Đinh",
        "Đoàn",
        "Trịnh",
        "Trương",
        "Lò",
    )
)
# People of the past whose names stand for a heritage, a street, a movement: never office-holders of the work told.
_COMMEMORATED = frozenset(
    fold(name)
    for name in (
        "Hồ Chí Minh", "Hồ Chí", "Nguyễn Ái Quốc", "Nguyễn Tất Thành", "Tôn Đức Thắng", "Trần Phú", "Lê Hồng Phong",
        "Nguyễn Văn Cừ", "Trường Chinh", "Lê Duẩn", "Nguyễn Văn Linh", "Phạm Văn Đồng", "Võ Nguyên Giáp",
        "Võ Thị Sáu", "Lý Tự Trọng", "Nguyễn Thị Minh Khai", "Trần Quốc Toản", "Hồ Xuân Hương", "Nguyễn Trãi",
        "Phan Bội Châu", "Phan Châu Trinh", "Trần Hưng Đạo", "Lê Lợi", "Quang Trung", "Chu Văn An",
    )
)  # fmt: skip


# A capitalised syllable that no given name is: the run is the name of a body.
_OF_BODIES = frozenset(
    fold(word)
    for word in (
        "Các",
        "Ban",
        "Sở",
        "Tỉnh",
        "Huyện",
        "Quận",
        "Phường",
        "Ủy",
        "Đảng",
        "Chủ",
        "Bí",
        "Phó",
        "Giám",
        "Giáo",
    )
)


def read_names(text: str, cues: Cues, part: Span) -> list[Span]:
    """Return the stretches of `part` that are most likely names of persons, in order.

    Of the stretches of one run of capitalised syllables that begin with a family name the likeliest counts: what
    stands before it in the run is the place its post belongs to ("Huyện ủy Đông Thành Lê …"). A name reaches the end
    of its run, for what follows a name is set apart from it.
    """
    best: dict[int, tuple[float, Span]] = {}
    run: Span | None = None
    for cue in cues.within("surname", part.start, part.end):
        if text[cue.start] not in _CAPITALS or text.endswith(_YOUTH, 0, cue.end):
            continue
        if text.startswith(_UNIONS, cue.start):
            continue
        run = _rest_of(text, run, cue.start) or _run_at(text, cues, cue.start, part)
        weight = _likelihood(text, run) if run else None
        if run is None or weight is None:
            continue
        held = best.get(run.end)
        if held is None or weight > held[0]:
            best[run.end] = (weight, run)
    _add_told(text, cues, part, best)
    return [
        span
        for _, span in sorted(best.values(), key=lambda held: held[1])
        if fold(span.of(text)).replace("\u00a0", " ") not in _COMMEMORATED
    ]


def _add_told(text: str, cues: Cues, part: Span, best: dict[int, tuple[float, Span]]) -> None:
    """Add the names that a form of address or their place in a row tells, by where they end."""
    for rank in cues.within("rank", *part):
        at = rank.end + 1
        match = _RUN.match(text, at, part.end) if text[at : at + 1] in _CAPITALS else None
        if not match or cues.at("post", at) is not None or not _is_whole_name(match) or _is_of_name(text, rank):
            continue
        held = best.get(match.end())
        # "đồng chí Chúng Thị Mẫu": what follows a form of address is the name, though its family is not listed.
        if held is None or held[1].start > match.start():
            best[match.end()] = (0.0, Span(*match.span()))
    for listed in _listed(text, cues, part):
        # "…; Chúng Thị Mẫu, Phó Bí thư": in a row of persons what stands before a post is a name.
        held = best.get(listed.end)
        if held is None or (listed.start < held[1].start and held[1].of(text).count(" ") < _SHORTEST):
            best[listed.end] = (0.0, listed)


def _listed(text: str, cues: Cues, part: Span) -> Iterator[Span]:
    """Yield the names of rows of persons: a run of a name's length between ";" or ":" and a post after a mark."""
    for post in cues.within("post", *part):
        mark = text[post.start - 2 : post.start]
        if mark[1:] != " " or mark[0] not in _PARTS_POST:
            continue
        begun = max(text.rfind(";", max(part.start, post.start - _LONGEST_POST), post.start - 2), -1)
        begun = begun if begun >= 0 else text.rfind(":", max(part.start, post.start - _LONGEST_POST), post.start - 2)
        run = _RUN.match(text, begun + 2, post.start) if begun >= 0 else None
        if run and not text[run.end() : post.start - 2].strip() and _is_listed_name(run):
            yield Span(*run.span())


def _is_listed_name(run: re.Match[str]) -> bool:
    """Tell a full name, of three syllables at least, from a body or a place in a row."""
    return run.group().count(" ") >= _SHORTEST and _is_whole_name(run)


def _is_of_name(text: str, rank: Span) -> bool:
    """Tell whether a form of address is a syllable of a place's name: "Thành ủy Bà Mẫu", "Hai Bà …"."""
    return (
        text.startswith(("Bà ", "Ông ", "Nhà ", "Nghệ "), rank.start)
        and text[: rank.start].rstrip(" \u00a0")[-1:].isalpha()
    )


def _run_at(text: str, cues: Cues, start: int, part: Span) -> Span | None:
    match = _RUN.match(text, start, part.end) or _addressed(text, cues, start, part)
    if match is None:
        return None
    run = as_span(match.span())
    rank = cues.first("rank", run.start + 1, run.end + _LONGEST_RANK) if text.endswith(_OF_RANKS, *run) else None
    if rank and rank.start < run.end < rank.end:
        # "phường Mẫu Sơn Trung tá Lê Văn Thử": the first word of a rank ends what stands before it.
        return Span(run.start, rank.start - 1) if " " in text[run.start : rank.start - 1] else None
    return _before_post(text, cues, run)


def _before_post(text: str, cues: Cues, run: Span) -> Span:
    """Return a run without the post that stands behind the name with no mark between ("Lê Văn Mẫu Phó Bí thư …")."""
    if run.of(text).count(" ") <= _SHORTEST:
        return run
    post = next((cue for cue in cues.within("post", run.start, run.end + _LONGEST_POST) if cue.start < run.end), None)
    if post is None:
        return run
    name = Span(run.start, post.start - 1)
    # Two syllables are a place's as well: "Huyện ủy Mẫu Sơn Chủ tịch …".
    return name if name.of(text).count(" ") >= _SHORTEST else run


def _rest_of(text: str, run: Span | None, start: int) -> Span | None:
    """Return the rest of the last run from `start` on: it ends where that ends, so it need not be met again."""
    if run is None or not run.start < start < run.end:
        return None
    rest = text[start : run.end]
    return Span(start, run.end) if " " in rest or "\u00a0" in rest else None


def _is_whole_name(run: re.Match[str]) -> bool:
    """Tell whether a run after a form of address has the length of a name and holds no word of bodies."""
    folded = fold(run.group()).split(" ")
    return _SHORTEST <= len(folded) <= _LONGEST and _OF_BODIES.isdisjoint(folded)


def _addressed(text: str, cues: Cues, start: int, part: Span) -> re.Match[str] | None:
    match = _HIGHLAND.match(text, start, part.end)
    if match and _POST_FOLLOWS.match(text, match.end()) and cues.within("post", match.end(), match.end() + 30):
        return match
    ranks = cues.within("rank", max(part.start, start - 12), start) if match else []
    return match if ranks and not text[ranks[-1].end : start].strip() else None


@cache
def _seconds() -> frozenset[str]:
    """Return the second syllables of the names of provinces."""
    return frozenset(name.partition(" ")[2] for name in provinces())


def _ends_province(text: str, start: int, syllable: str) -> bool:
    """Tell whether the syllable at `start` makes a province's name with the one before it, written in capitals."""
    before = text[max(0, start - _LONGEST_RANK) : start].rstrip().rpartition(" ")[2]
    return before[:1].isupper() and fold(f"{before} {syllable}") in provinces()


def _follows_capitals(text: str, start: int) -> bool:
    """Tell whether the word before `start` is a capitalised one that no body's name ends in."""
    word = text[max(0, start - _LONGEST_RANK) : start - 1].rpartition(" ")[2]
    return word[:1].isupper() and fold(word) not in _OF_BODIES


def _likelihood(text: str, run: Span) -> float | None:
    whole = fold(run.of(text))
    folded = whole.split(" ")
    if len(folded) == 1:
        return 1.0
    if not _SHORTEST <= len(folded) <= _LONGEST or not _OF_BODIES.isdisjoint(folded):
        return None
    if whole in provinces() or (whole == "đoàn đại" and text.startswith(" biểu", run.end)):
        return None
    weight = 2.0 if folded[0] in _COMMON else 0.0
    weight += _BY_LENGTH[len(folded)]
    if len(folded) > _SHORTEST and f"{folded[0]} {folded[1]}" in provinces():
        weight -= 3.0
    if len(folded) > _SHORTEST and folded[0] in _seconds() and _ends_province(text, run.start, folded[0]):
        # "Tỉnh ủy Hải Dương Lê Văn Mẫu": what looks like the family name is a province's second syllable.
        weight -= 3.0
    before = text[max(0, run.start - _SHORTEST) : run.start]
    at_start_of_run = not before[:1].isalpha()
    if not weight and not at_start_of_run and text[run.start - 2].isalpha() and _follows_capitals(text, run.start):
        # "Cảng hàng không Tân Sơn Mẫu": two syllables within a longer name.
        return None
    return weight + (0.5 if at_start_of_run else 0.0)
