"""Where citations may stand: one pass over the body, then the grammar at every place worth a look.

The pass runs on the ASCII image of the key (`ascii_image.py`).
"""

import re

import re2

from tongket.reading.ascii_image import pattern_of
from tongket.reading.directives.cited import Cited, bare_at, numbered_at, read_tail, type_at
from tongket.reading.directives.gatherings import Adopted, congresses_at, loose_plena_at, plena_at
from tongket.reading.directives.words import TYPES
from tongket.reading.page import Page
from tongket.terms.span import Span

_SLASH = re.compile("/(?=[A-ZĐÐƯ])")
_AT_CONGRESS = re.compile(r",? ?(?:của |các |kỳ )*(?:đại hội|đh)")
_NAMES = "|".join(pattern_of(word) for word in sorted(TYPES, key=len, reverse=True))
_ADOPTING = "|".join(map(pattern_of, ("nghị quyết", "kết luận", "nq", "kl")))
_WAYS = (
    "hội nghị", "lần thứ", "trung ương ?[0-9]", "trung ương lần", "trung ương đảng lần", "tw ?[0-9]", "tư ?[0-9]",
    r"t·ư ?[0-9]", "bch", "ban chấp", "đại hội", "đh",
)  # fmt: skip
_GATHERED = "|".join(map(pattern_of, _WAYS))
_PLACES = re2.compile(
    (
        rf"(?:{_ADOPTING}),? ?(?:c\?a |c\?c |k\? )?(?:{_GATHERED})"
        rf"|(?:{_NAMES})(?:(?: [a-z?&-]+){{0,9}},? s\?)?[ .:]{{0,3}}[0-9]"
        r"|(?:trung \?\?ng|tw|t\?|t\.\?) ?[0-9]{1,2}[ ,(0-9v?]{1,12}kh\?a"
    ).encode()
)


def citations(page: Page) -> list[Cited]:
    """Return the citations of the body in the order of their place, no two of them overlapping."""
    found: list[Cited] = []
    for part in page.body:
        _scan_part(page, part, found)
    found.sort(key=lambda cited: cited.start)
    return found


def _scan_part(page: Page, part: Span, found: list[Cited]) -> None:
    text, key, at = page.text, page.key, part.start
    before = len(found)
    for match in _PLACES.finditer(page.image, *part):
        start, end = match.span()
        if end <= at:
            continue
        group = _read(text, key, max(start, at), end)
        if group:
            found += group
            at = max(cited.end for cited in group)
    _scan_bare(text, key, part, found, found[before:])


def _read(text: str, key: str, start: int, end: int) -> list[Cited]:
    if key[end - 1].isdigit():
        group = numbered_at(text, key, start, end - 1)
        if group:
            return group
    group = _gathered(text, key, start, end)
    return group or _loose(text, key, start)


def _gathered(text: str, key: str, start: int, end: int) -> list[Cited]:
    """Read the resolutions of plena or congresses after the type word in `[start, end)`."""
    found = type_at(text, key, start, end)
    if found is None or TYPES[found[2]] not in {"NQ", "KL"}:
        return []
    at, after, word = found
    if _AT_CONGRESS.match(key, after) is None:
        adopted = plena_at(text, key, after, TYPES[word])
    else:
        adopted = list(congresses_at(text, key, after)) if TYPES[word] == "NQ" else []
    return _as_cited(key, at, adopted)


def _loose(text: str, key: str, start: int) -> list[Cited]:
    return _as_cited(key, start, loose_plena_at(text, key, start))


def _as_cited(key: str, start: int, adopted: list[Adopted]) -> list[Cited]:
    """Make citations of adopted papers; two papers of one wording share its span."""
    group: list[Cited] = []
    for paper in adopted:
        if group and paper.end > group[-1].end:
            start = _skip(key, group[-1].end)
        group.append(Cited(start, paper.end, key=paper.key))
    if group:
        read_tail(key, group[-1:])
    return group


def _skip(key: str, at: int) -> int:
    place = key.find("đại hội", at)
    return at if place < 0 else place


def _scan_bare(text: str, key: str, part: Span, found: list[Cited], known: list[Cited]) -> None:
    """Add the full numbers without a type word ("(35-NQ/TW)") that stand outside the citations found so far."""
    floor = part.start
    waiting = iter(known)
    cited = next(waiting, None)
    for match in _SLASH.finditer(text, part.start, part.end):
        slash = match.start()
        while cited is not None and cited.end <= slash:
            floor, cited = max(floor, cited.end), next(waiting, None)
        if cited is not None and cited.start <= slash:
            continue
        bare = bare_at(text, key, slash, floor)
        if bare is not None:
            found.append(bare)
            floor = bare.end
