"""Awards: the honours the body reports as given, each with who gave it.

`awards_honours` finds the names of honours, `awards_givers` reads verb and giver; here the two are put together:
one record for each honour and giver, its span the first mention (`docs/spec/reading.md`, awards).
"""

from bisect import bisect_right
from dataclasses import dataclass

from tongket.document.seldom import seldom
from tongket.reading.awards.givers import (
    Giving,
    active_givers,
    follows,
    givers_after,
    is_planned,
    passive_givers,
    verb_before,
)
from tongket.reading.awards.honours import Honour, honours
from tongket.reading.cues import Cues
from tongket.reading.keyed import fold
from tongket.reading.page import Page
from tongket.terms.records import Award
from tongket.terms.span import Span

# How far before an honour its verb, and before the verb its clause, is looked for: longer than the longest sentence
# seen on a page, so that a page without a full stop costs no more than its length.
_REACH = 1500
# Titles counted one after another, with one verb for all: "6 tập thể đạt …, 50 cán bộ chiến sĩ tiên tiến".
_COUNTED = seldom(
    r"[\"'”’]?(?: (?:của|do|cho|vì|tặng|năm|cấp) [^;.\d]{2,60})?(?:,|;| và|, và)? ?\d+ (?:lượt |cán bộ,? |đồng chí "
    r"|tập thể |cá nhân |đơn vị |công chức,? |đảng viên |người )*(?:đạt |danh hiệu |là )*[\"'“]?"
)
# The longest number with the word for who is counted (characters).
_COUNT = 40
_COUNTS = seldom(r"\d+ (?:lượt |tập thể |cá nhân |đồng chí |cán bộ )*[\"'“]?$")
_THEN_GIVEN = seldom(r"[^.;]{0,60}? được (?P<giver>[^,.;]{2,40}?) (?:khen|tặng|công nhận|trao|biểu dương)\b")
# How far before the verb of reaching the decision stands that confers a title (characters).
_DECIDED = 60
_AFTER = seldom(r"(?: [^\s,.;:]+){0,6}? (?P<verb>thuộc về|được trao|được tặng)\b")
# "… tặng nhiều phần thưởng cao quý như: Huân chương …; Cờ thi đua …".
_AS_EXAMPLES = seldom(r"(?:phần thưởng|danh hiệu|hình thức khen)[^.;:]{0,40}?(?: như\b|:)")
_CEREMONY = (" lễ ", " buổi lễ ")


@dataclass(slots=True)
class _Given:
    """One honour given by one body; `weak` where it only shows the handing over that is told elsewhere."""

    honour: Honour
    giver: str | None
    span: Span
    weak: bool = False


@dataclass(slots=True)
class _Sentence:
    """Where the reader stands in a sentence: the last verb, its givers, the end of the last honour."""

    span: Span
    verb: Giving | None = None
    givers: tuple[Span, ...] = ()
    passive: bool = False
    person: bool = False
    reached: int = 0


def read_awards(page: Page, cues: Cues) -> tuple[Award, ...]:
    """Read the honours the body reports as given, in order of first mention.

    Args:
        page: The document with its key and body.
        cues: Its cues.

    Returns:
        One record for each honour and giver; `grantor` as written, None where none is told.
    """
    found = honours(page, cues)
    if not found:
        return ()
    given: list[_Given] = []
    starts = page.sentence_starts
    state: _Sentence | None = None
    for honour in found:
        at = bisect_right(starts, honour.span.start) - 1
        if at < 0:
            continue
        sentence = page.sentences[at]
        if state is None or state.span != sentence:
            state = _Sentence(sentence, reached=sentence.start)
        given += _read(page, honour, state)
    return _records(given)


def _read(page: Page, honour: Honour, state: _Sentence) -> list[_Given]:
    """Read one honour of a sentence; what it tells of verb and givers stays in `state` for the next."""
    key = page.key
    if honour.kind == "bare" and (giver := _given_later(key, honour, state.span)):
        state.reached = honour.span.end
        return [_Given(honour, giver.of(page.text), honour.span)]
    verb = verb_before(key, max(state.span.start, honour.span.start - _REACH), honour.span.start)
    after = givers_after(key, honour.span.end)
    if verb is None:
        verb = _verb_after(key, honour, state.span, after)
        if verb is None:
            return []
    elif state.verb is None or verb.start != state.verb.start:
        _read_givers(key, verb, state)
    parted = key.find(";", max(verb.end, state.reached), honour.span.start) >= 0
    if honour.kind == "bare" and (parted or not _confers(key, verb, honour, state.reached)):
        return _counted(key, honour, state)
    if is_planned(key, _clause(key, state.span.start, verb.start), verb.start):
        return []
    state.verb = verb
    end = after[1] if after else honour.span.end
    givers = tuple(after[0]) if after else state.givers
    if len(givers) > 1 and not after and _AS_EXAMPLES.search(key, verb.end, honour.span.start):
        # Several gave several honours: which gave which is not told.
        givers = ()
    low = min([honour.span.start, *(giver.start for giver in givers if state.reached <= giver.start < verb.start)])
    state.reached = honour.span.end
    span = Span(max(low, state.span.start), end)
    if not givers:
        weak = not state.passive and (verb.hands or state.person or verb.does == "reach")
        return [_Given(honour, None, span, weak=weak)]
    return [_Given(honour, giver.of(page.text), span) for giver in givers]


def _given_later(key: str, honour: Honour, sentence: Span) -> Span | None:
    """Return who gives titles that are counted before the verb: "4 chiến sĩ thi đua được tỉnh khen"."""
    if not _COUNTS.search(key, max(sentence.start, honour.span.start - _COUNT), honour.span.start):
        return None
    given = _THEN_GIVEN.match(key, honour.span.end, sentence.end)
    return Span(*given.span("giver")) if given else None


def _counted(key: str, honour: Honour, state: _Sentence) -> list[_Given]:
    """Read a title that is counted after another honour and shares its verb."""
    if state.verb is None or not _COUNTED.fullmatch(key, state.reached, honour.span.start):
        return []
    state.reached = honour.span.end
    return [_Given(honour, None, honour.span)]


def _read_givers(key: str, verb: Giving, state: _Sentence) -> None:
    start = max(state.reached, _clause(key, state.span.start, verb.start))
    opens = start == state.span.start or key[start - 1] in ";:"
    passive = passive_givers(key, start, verb.start) if verb.does == "give" else []
    state.passive = passive is not None and verb.does == "give"
    state.person = False
    if key.endswith(_CEREMONY, start, verb.start):
        # Who holds the ceremony need not be who gives.
        state.givers = ()
        return
    if passive is not None:
        state.givers = tuple(passive)
        return
    active = active_givers(key, start, verb.start, opens=opens)
    if active is not None:
        state.givers = tuple(active)
        state.person = not active


def _confers(key: str, verb: Giving, honour: Honour, reached: int) -> bool:
    """Tell whether the verb confers a bare title; "đạt trong sạch vững mạnh" reaches a standard."""
    if verb.does == "reach" and fold(honour.name).startswith("trong sạch"):
        return key.find("quyết định công nhận", max(0, verb.start - _DECIDED), verb.start) >= 0
    return follows(key, max(verb.end, reached), honour.span.start)


def _verb_after(key: str, honour: Honour, sentence: Span, after: tuple[list[Span], int] | None) -> Giving | None:
    """Read "giải Nhất thuộc về", "Bằng khen được trao cho": the verb stands after its honour."""
    end = after[1] if after else honour.span.end
    match = _AFTER.match(key, end, sentence.end)
    return None if match is None else Giving(match.start("verb"), match.end(), "receive", hands=True)


def _clause(key: str, start: int, end: int) -> int:
    low = max(start, end - _REACH)
    return max(low, key.rfind(";", low, end) + 1)


def _records(given: list[_Given]) -> tuple[Award, ...]:
    """Make the records; a weak or nameless mention joins the record that tells more of the same honour."""
    told = {(fold(one.honour.name), one.giver is not None) for one in given}
    fuller = {one.honour.kind for one in given if one.honour.full}
    records: dict[tuple[str, str | None], Award] = {}
    for one in given:
        name = fold(one.honour.name)
        if one.giver is None and one.weak and (name, True) in told:
            continue
        if not one.honour.full and one.honour.kind in fuller:
            continue
        pair = (name, None if one.giver is None else fold(one.giver))
        records.setdefault(pair, Award(one.honour.name.strip(), one.span, one.giver))
    return tuple(records.values())
