"""Whose document a short form cites: what stands before it, another citation of the body, the registry.

The order of trust: the issuer told with the citation; the one that "đã ban hành" it; another citation of the same
number and type in the body; the next of a row of citations ("Chỉ thị 05, Kết luận 01 của Bộ Chính trị"); the registry
of well-known directives; an issuer told after the subject. Nothing of these: `?`.
"""

import re
from bisect import bisect_left
from collections import defaultdict

from tongket.reading.directives.cited import Cited, iso_date
from tongket.reading.directives.numbers import make_key
from tongket.reading.directives.registry import known_key, same_code
from tongket.reading.directives.words import ISSUED_BETWEEN, ISSUED_VERBS, Issuer, last_issuer

_LINK = re.compile(r"[ ,;]*(?:và |cùng với |cũng như |hay |hoặc )?(?:các |với )?")
_VERB = re.compile(
    r"\b(?:" + "|".join(sorted(ISSUED_VERBS, key=len, reverse=True)) + r")(?: (?:" + "|".join(ISSUED_BETWEEN) + r"))* $"
)
_DAY = re.compile(r"ngày (\d{1,2})[/.-](\d{1,2})[/.-]((?:19|20)\d\d),? [^.;:]{3,80}$")
_LONG_DAY = re.compile(r"ngày (\d{1,2}) tháng (\d{1,2}),? năm (\d{4}),? [^.;:]{3,80}$")
_REACH = 170
# Between an issuer and the paper that holds its orders; how long an issuer's name is at most (characters).
_IN = re.compile(r" (?:tại|trong)(?: các)? $")
_ISSUER = 60
_BOTH = "chính phủ, thủ tướng chính phủ"
_GOVERNMENT, _PREMIER = Issuer("CP", "state"), Issuer("TTg", "state")
_BREAK = re.compile(r"[.;:\n](?=\s)|\n")


def settle_keys(key: str, found: list[Cited]) -> None:
    """Give every citation of `found` its key, in place; `found` is in the order of the text."""
    _look_before(key, found)
    short = [cited for cited in found if cited.key is None]
    for cited in short:
        cited.key = _own_key(cited)
    known = _by_number(found)
    for at in range(len(found) - 1, -1, -1):
        if found[at].key is None:
            found[at].key = _from_body(known, found[at]) or _from_next(key, found, at)
    for cited in found:
        if cited.key is None:
            cited.key = _from_registry(cited)
    _settle_plena(key, found)


def _look_before(key: str, found: list[Cited]) -> None:
    """Read "Ngày …, Tỉnh ủy đã ban hành" before each citation, and carry the issuer along a row of them."""
    previous: Cited | None = None
    given: Issuer | None = None
    both = False
    for cited in found:
        linked = previous is not None and previous.end <= cited.start and _linked(key, previous.end, cited.start)
        given = given if linked else None
        if not linked and cited.number:
            given = _issued_before(key, cited) or _orders_in(key, cited)
            both = given is not None and key.find(_BOTH, max(0, cited.start - _REACH), cited.start) >= 0
        if given is not None and both:
            # "của Chính phủ, Thủ tướng Chính phủ tại Nghị quyết số 16, Chỉ thị số 04": to each its own.
            given = _GOVERNMENT if cited.code in ("NQ", "NĐ") else _PREMIER
        if cited.short and cited.issuer is None and not cited.foreign and given is not None:
            cited.issuer = given
        previous = cited


def _orders_in(key: str, cited: Cited) -> Issuer | None:
    """Return whose orders stand in a paper: "theo chỉ đạo của Thủ tướng Chính phủ tại Chỉ thị số 16"."""
    found = _IN.search(key, max(0, cited.start - len(" trong các ")), cited.start) if cited.short else None
    if found is None:
        return None
    named = last_issuer(key, max(0, found.start() - _ISSUER), found.start())
    return named.issuer if named is not None and named.end == found.start() else None


def _issued_before(key: str, cited: Cited) -> Issuer | None:
    low = max(0, cited.start - _REACH)
    # The verb is looked for only where one of its words stands: a search with so many beginnings is slow.
    window = key[max(low, cited.start - 60) : cited.start]
    if not any(word in window for word in ISSUED_VERBS):
        return None
    verb = _VERB.search(key, max(low, cited.start - 60), cited.start)
    if verb is None:
        return None
    clause = _clause_start(key, low, verb.start())
    if cited.date is None:
        day = _DAY.search(key, clause, verb.start()) or _LONG_DAY.search(key, clause, verb.start())
        cited.date = None if day is None else iso_date(day)
    if not cited.short:
        return None
    named = last_issuer(key, clause, verb.start())
    if named is None:
        return None
    gap = key[named.end : verb.start()]
    return None if any(mark in gap for mark in (",", "tham mưu", "trình ", "đề nghị")) else named.issuer


def _clause_start(key: str, low: int, end: int) -> int:
    start = low
    for match in _BREAK.finditer(key, low, end):
        start = match.end()
    return start


def _linked(key: str, start: int, end: int) -> bool:
    return end - start <= 14 and _LINK.fullmatch(key, start, end) is not None  # noqa: PLR2004 - " cùng với các "


def _own_key(cited: Cited) -> str | None:
    issuer = cited.issuer
    if issuer is None and cited.code == "NĐ":
        # Only the Government issues nghị định (Luật Ban hành văn bản quy phạm pháp luật).
        issuer = Issuer("CP", "state")
    if issuer is None:
        return None
    return make_key(cited.number, cited.year, cited.code, issuer.symbol, issuer.shape)


def _by_number(found: list[Cited]) -> dict[tuple[str, str], list[Cited]]:
    known: dict[tuple[str, str], list[Cited]] = defaultdict(list)
    for cited in found:
        if cited.number and cited.key is not None:
            known[cited.number, same_code(cited.code)].append(cited)
    return known


def _from_body(known: dict[tuple[str, str], list[Cited]], cited: Cited) -> str | None:
    """Return the key of the nearest earlier citation of the same number and type, else of the first later one."""
    same = known.get((cited.number, same_code(cited.code)))
    if not same or cited.foreign:
        return None
    earlier = bisect_left(same, cited.start, key=lambda other: other.start)
    return same[max(0, earlier - 1)].key


def _from_next(key: str, found: list[Cited], at: int) -> str | None:
    cited = found[at]
    if cited.foreign or at + 1 == len(found) or not _linked(key, cited.end, found[at + 1].start):
        return None
    cited.issuer = found[at + 1].issuer if found[at + 1].short else None
    return _own_key(cited)


def _from_registry(cited: Cited) -> str:
    known = None if cited.foreign or cited.year else known_key(cited.number, cited.code)
    if known is not None:
        return known
    cited.issuer = cited.about
    return _own_key(cited) or make_key(cited.number, cited.year, cited.code, "?", "state" if cited.year else "party")


def _settle_plena(key: str, found: list[Cited]) -> None:
    """A plenum told without its term has that of the next in a row, else is the one of that number told before it."""
    last: dict[str, str] = {}
    for cited, after in zip(reversed(found[:-1]), reversed(found), strict=False):
        if cited.key and after.key and cited.key.endswith("/?") and not cited.number and not after.number:
            term = after.key.partition("/")[2]
            if "TW" in cited.key and "TW" in after.key and term and _linked(key, cited.end, after.start):
                cited.key = cited.key[:-1] + term
    for cited in found:
        if cited.number or cited.key is None or "TW" not in cited.key:
            continue
        plenum, _, term = cited.key.partition("/")
        if term == "?":
            cited.key = last.get(plenum, cited.key)
        else:
            last[plenum] = cited.key
