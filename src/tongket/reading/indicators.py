"""Which of the profile's indicators a figure is, or why it is none: transparent rules, no scores.

A figure counts for a period when it stands in a table or in a sentence that is neither task nor limitation nor on
the meeting itself, and is neither a target, a change against another time, a running total, a figure of another org
or period, nor part of a figure beside it. Of the indicators whose noun begins its noun the longest wins; then the
one whose needed word stands nearest: in its clause, its sentence, the sentence before, the headings above. Where two
are left it is neither, but of a percent's part and base: "5.916/6.000 đảng viên" is both in this order, a lone
figure is the part. `figure_reasons.py` holds the reasons, `figure_parts.py` what is part of what.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from tongket.reading.figure_parts import fraction_place, parts_of_one, rows_under_a_total
from tongket.reading.figure_reasons import Circumstance, reason_against
from tongket.reading.keyed import fold
from tongket.terms.profile import Indicator
from tongket.terms.records import FigureKind
from tongket.terms.tables import FigureRow

_COUNT_WORD = re.compile(r"^(?:tổng )?số (?:lượng )?")
# How many of the contexts are the figure's own sentence: its clause and the whole of it.
_OWN_SENTENCE = 2
_CLAUSE_END = re.compile(r"[;]|\.(?=\s)")


@dataclass(frozen=True, slots=True)
class Reckoned:
    """What a figure is: an indicator, or the reason in Vietnamese why it is none."""

    indicator: str = ""
    reason: str = ""


def reckon(figures: Sequence[FigureRow], indicators: Sequence[Indicator], about: Circumstance) -> list[Reckoned]:
    """Return for every figure of one document what it is, in their order.

    Args:
        figures: Of one document.
        indicators: Of the profile.
        about: Whose document it is and for which period.
    """
    first = [
        _reckoned(figure, _words_after(figure, figures), fraction_place(place, figures), indicators, about)
        for place, figure in enumerate(figures)
    ]
    for place in rows_under_a_total(figures):
        first[place] = Reckoned(reason="một dòng của bảng có dòng tổng")
    by_indicator: dict[str, list[int]] = {}
    for place, each in enumerate(first):
        if each.indicator:
            by_indicator.setdefault(each.indicator, []).append(place)
    for places in by_indicator.values():
        for place, reason in parts_of_one([figures[place] for place in places]):
            first[places[place]] = Reckoned(reason=reason)
    return first


def _words_after(figure: FigureRow, figures: Sequence[FigureRow]) -> str:
    """Return the figure with the words up to the next figure of its clause: what follows a figure describes it."""
    if figure.in_cell or figure.at < 0:
        return figure.sentence
    ends = [
        other.at for other in figures if other.sentence == figure.sentence and other.at >= figure.at + len(figure.quote)
    ]
    stop = _CLAUSE_END.search(figure.sentence, figure.at + len(figure.quote))
    return figure.sentence[figure.at : min([*ends, stop.start() if stop else len(figure.sentence)])]


def _reckoned(
    figure: FigureRow, after: str, fraction_place: int, indicators: Sequence[Indicator], about: Circumstance
) -> Reckoned:
    best = best_fits(figure, after, indicators)
    if not best:
        return Reckoned(reason="không thuộc chỉ tiêu nào của hồ sơ")
    found = best[0] if len(best) == 1 else _of_fraction(best, indicators, fraction_place)
    if found is None:
        return Reckoned(reason="có thể thuộc nhiều chỉ tiêu: " + ", ".join(each.name for each in best))
    reason = reason_against(figure, found, about)
    return Reckoned(reason=reason) if reason else Reckoned(found.id)


def _of_fraction(best: Sequence[Indicator], indicators: Sequence[Indicator], place: int) -> Indicator | None:
    """Tell a percent's part from its base where nothing but the order does."""
    ids = {each.id for each in best}
    for percent in indicators:
        if percent.part and percent.base and ids == {percent.part, percent.base}:
            asked = percent.base if place else percent.part
            return next(each for each in best if each.id == asked)
    return None


def best_fits(figure: FigureRow, after: str, indicators: Iterable[Indicator]) -> list[Indicator]:
    """Return the indicators whose noun and words fit best; several where nothing tells them apart.

    Args:
        figure: With its surroundings.
        after: The words up to the next figure, which describe it.
        indicators: To choose from.
    """
    contexts = _contexts(figure)
    ranked: list[tuple[tuple[int, int, int], Indicator]] = []
    for indicator in indicators:
        if indicator.kind is not FigureKind(figure.kind) or _has_any(indicator.refuses, fold(after)):
            continue
        length = _noun_length(indicator, figure)
        # Without a noun to hold on to, headings and other sentences would draw in figures of anything.
        rank = _nearest(indicator.needs, contexts if indicator.nouns else contexts[:_OWN_SENTENCE])
        if length is not None and rank is not None and (length or indicator.needs):
            ranked.append(((-length, rank, _distance(indicator.needs, figure)), indicator))
    least = min((key for key, _ in ranked), default=None)
    return [indicator for key, indicator in ranked if key == least]


def _contexts(figure: FigureRow) -> list[str]:
    """Return the words around a figure from near to far, folded."""
    prose = [_clause(figure), figure.sentence, figure.before]
    near = [figure.sentence, figure.column] if figure.in_cell else prose
    return [fold(text) for text in (*near, *reversed(figure.headings.split("\n")))]


def _clause(figure: FigureRow) -> str:
    start, end = max(figure.at, 0), max(figure.at, 0) + len(figure.quote)
    sentence = figure.sentence
    begin = max((hit.end() for hit in _CLAUSE_END.finditer(sentence, 0, start)), default=0)
    stop = _CLAUSE_END.search(sentence, end)
    return sentence[begin : stop.start() if stop else len(sentence)]


def _noun_length(indicator: Indicator, figure: FigureRow) -> int | None:
    """Return the length of the longest noun of `indicator` that begins the figure's; None where none does."""
    if not indicator.nouns:
        return 0
    nouns = [fold(" ".join(figure.noun.split()))]
    if figure.in_cell:
        cells = (*figure.sentence.split("|"), *figure.column.split("/"))
        nouns += [_COUNT_WORD.sub("", fold(cell.strip())) for cell in cells]
    lengths = [len(noun) for noun in map(fold, indicator.nouns) if any(_begins(each, noun) for each in nouns)]
    return max(lengths, default=None)


def _begins(text: str, noun: str) -> bool:
    return text.startswith(noun) and not text[len(noun) : len(noun) + 1].isalnum()


def _nearest(words: Sequence[str], contexts: Sequence[str]) -> int | None:
    if not words:
        return len(contexts)
    return next((place for place, text in enumerate(contexts) if _has_any(words, text)), None)


def _has_any(words: Sequence[str], key: str) -> bool:
    return bool(words) and _any_of(tuple(words)).search(key) is not None


def _distance(words: Sequence[str], figure: FigureRow) -> int:
    """Return how many characters lie between the figure and the nearest of `words` in its sentence."""
    if not words or figure.at < 0:
        return len(figure.sentence)
    end = figure.at + len(figure.quote)
    gaps = [
        0 if hit.start() < end and figure.at < hit.end() else max(figure.at - hit.end(), hit.start() - end)
        for hit in _any_of(tuple(words)).finditer(fold(figure.sentence))
    ]
    return min(gaps, default=len(figure.sentence))


@lru_cache(maxsize=512)
def _any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(r"(?<!\w)(?:" + "|".join(re.escape(fold(word)) for word in words) + r")(?!\w)")
