"""The figures of a page: numbers that count or measure something (`docs/spec/reading.md`, figures).

One pass finds runs of digits, a second the number words; each is looked at where it stands: what is left of it
(`figures_context`), how it is written (`numbers`), what it counts (`nouns`).
"""

import re
from bisect import bisect_right
from dataclasses import dataclass
from decimal import Decimal

from tongket.reading.figures_context import (
    Left,
    figure_lists,
    is_name,
    no_count,
    read_bounds,
    stands_on,
    words_before,
)
from tongket.reading.nouns import begins_with_head, noun_end
from tongket.reading.numbers import UNITS, Amount, read_amount, read_words, tidy
from tongket.reading.page import Page
from tongket.terms.quantity import Quantity
from tongket.terms.records import Figure, FigureKind
from tongket.terms.span import Span

_DIGITS = re.compile(r"[0-9]+(?:[.,][0-9]+)*")
# Dates, stretches of years and times of day, in every way of writing them that was met.
_DATE = re.compile(
    r"[0-9]{1,2} ?[/.-] ?[0-9]{1,2} ?[/.-] ?(?:19|20)[0-9]{2}(?![0-9])"
    r"|(?:19|20)[0-9]{2}[-/][01]?[0-9][-/][0-3]?[0-9](?![0-9])"
    r"|(?:0?[1-9]|1[0-2]) ?[/.-] ?(?:19|20)[0-9]{2}(?![0-9.,/])"
    r"|(?:19|20)[0-9]{2} ?[-/] ?(?:19|20)?[0-9]{2}(?![0-9])"
    r"|(?:19|20)[0-9]{2} (?:đến|tới|và) (?:năm )?(?:19|20)[0-9]{2}(?![0-9])"
    r"|[0-9]{1,2} ?(?:h|g|giờ) ?[0-9]{0,2}(?![\w])(?! (?:công|phát|dạy|giảng|bay|học))"
    r"|[0-9]{1,3}:[0-9]{1,3}(?::[0-9]{2})?"
)
# A day and month without year, or several days of one month, after a word of date.
_DAY = re.compile(
    r"[0-9]{1,2}(?:(?: ?(?:-|,|và|đến) ?(?:ngày )?[0-9]{1,2})*(?: ?[/.-] ?(?:0?[1-9]|1[0-2])(?![0-9.,]))?)+(?![0-9/])"
)
_DAY_MONTH = re.compile(r"(0?[1-9]|[12][0-9]|3[01])[/](0?[1-9]|1[0-2])(?![0-9/])")
_PERCENT = re.compile(r" ?%| phần trăm(?!\w)")
_MONEY = re.compile(r" ?(?:đồng|vnđ|vnd|đ)(?![\w]|/c(?!\w))((?:/[^\W\d]+)*)")
_RANGE = re.compile(r" ?- ?(?=[0-9])| (?:đến|tới) (?=[0-9])")
_MORE = re.compile(r" trở lên(?!\w)")
_LESS = re.compile(r" trở xuống(?!\w)")
_GLUED = re.compile(r"[^\W\d_]+")
# Measures that are written without a space after the number; any other glued letters make a name ("5G", "4K").
_MEASURES = frozenset({"ha", "km", "km2", "kg", "m", "m2", "m3", "cm", "tấn", "tạ", "lít", "kw", "mw", "kwh", "hecta", "gam", "ml", "kv", "kva", "hp", "cv"})
_MARKS = {"~": "rough", "≈": "rough", ">": "low", "≥": "low", "<": "high", "≤": "high"}
# A bare number with no noun is a figure only after one of these.
_TELLS = frozenset({"là", "đạt", "được", "có", "còn", "lên", "xuống", "tăng", "giảm", "với", "gồm", "bằng", "thêm", "số"})
_NUMBER_WORDS = tuple(f" {word} " for word in UNITS)
_CENTURY = range(1900, 2101)
_NEAR = 45  # "một giải Nhất, hai giải Nhì": so close stand the members of one enumeration


@dataclass(frozen=True, slots=True)
class _Found:
    """Figures read at one place, and where reading goes on."""

    figures: tuple[Figure, ...]
    end: int


def read_figures(page: Page, taken: tuple[Span, ...]) -> tuple[Figure, ...]:
    """Read every figure of the body.

    Args:
        page: The prepared document.
        taken: Spans whose numbers are no figures: directives, dates.

    Returns:
        The figures in order of their place; a fraction gives two with one span.
    """
    key, text = page.key, page.text
    blocks = sorted(taken)
    starts = [span.start for span in blocks]
    found: list[Figure] = []
    for part in page.body:
        reached = part.start
        for match in _DIGITS.finditer(key, part.start, part.end):
            at = match.start()
            if at < reached:
                continue
            block = bisect_right(starts, at) - 1
            if block >= 0 and blocks[block].end > at:
                reached = blocks[block].end
                continue
            here = _read(key, text, at, match.end(), part)
            reached = here.end
            found.extend(here.figures)
    found.extend(_in_words(page, found, blocks))
    found.sort(key=lambda figure: figure.span)
    return tuple(found)


def _read(key: str, text: str, at: int, run_end: int, part: Span) -> _Found:
    """Read what begins with the run of digits `[at, run_end)`."""
    before = key[at - 1] if at > part.start else "\n"
    if before.isalnum() or before in "_.,:@#\\=&":
        return _Found((), run_end)
    if date := _DATE.match(key, at, part.end):
        return _Found((), max(date.end(), run_end))
    limit = key.find("\n", at, part.end)
    limit = part.end if limit < 0 else limit
    if before == "-" and at - 2 >= part.start and key[at - 2].isalnum():
        return _Found((), run_end)
    left = words_before(key, at, part.start)
    if left.words and left.words[0] in figure_lists().day_left and (day := _DAY.match(key, at, limit)) and int(key[at:run_end].partition(".")[0].partition(",")[0]) <= 31:
        if not (left.last(2).split()[0] in figure_lists().each):
            return _Found((), max(day.end(), run_end))
    amount = read_amount(key, at)
    if amount is None or (amount.end < run_end and key[amount.end : amount.end + 1] not in ".,"):
        return _Found((), run_end)
    if before == "\n" and amount.value < 100 and key[amount.end : amount.end + 1] in {".", ")", "/", "-"} and key[amount.end + 1 : amount.end + 2] in {" ", "."}:
        return _Found((), run_end)
    if key[amount.end : amount.end + 1] == "/" and key[amount.end + 1 : amount.end + 2].isdigit():
        return _fraction(key, text, at, amount, left, limit)
    if (ranged := _RANGE.match(key, amount.end, limit)) and (second := read_amount(key, ranged.end())):
        return _range(key, text, at, amount, second, left, limit)
    return _single(key, text, at, amount, left, limit)


def _fraction(key: str, text: str, at: int, part: Amount, left: Left, limit: int) -> _Found:
    """Read "106/109 nhiệm vụ": the part and the whole, with the same noun and span."""
    whole = read_amount(key, part.end + 1)
    if whole is None or key[whole.end : whole.end + 1] in {"/", "-"}:
        end = part.end
        while end < limit and (key[end].isalnum() or key[end] in "/-.,"):
            end += 1
        return _Found((), end)
    lists = figure_lists()
    day = _DAY_MONTH.match(key, at)
    if day and (left.words and (left.words[0] in lists.day_left) or not begins_with_head(key, whole.end, limit)):
        if part.value != whole.value or (left.words and left.words[0] in lists.day_left) or part.value < 10 and not _noun_follows(key, text, whole.end, limit):
            return _Found((), day.end())
    kind, end = _kind_at(key, whole.end)
    if kind is None:
        end = noun_end(key, text, whole.end, limit)
        noun = text[whole.end : end].strip() or None
        kind = FigureKind.COUNT
    else:
        noun = None
    if part.scaled != whole.scaled and whole.scaled and not part.scaled and part.value * 1000 < whole.value:
        part = part._replace(value=part.value * (whole.value / read_plain(key, part.end + 1)))
    bounds = read_bounds(left, at)
    span = Span(bounds.start, max(end, whole.end))
    figures = [Figure(kind, Quantity(part.value, part.value, bounds.approx), span, noun)]
    if part.value != whole.value:
        figures.append(Figure(kind, Quantity(whole.value, whole.value, bounds.approx), span, noun))
    return _Found(tuple(figures), span.end)


def read_plain(key: str, at: int) -> Decimal:
    """Return the digits at `at` without their magnitude word, 1 where there are none."""
    match = _DIGITS.match(key, at)
    amount = read_amount(match[0], 0) if match else None
    return amount.value if amount else Decimal(1)


def _noun_follows(key: str, text: str, at: int, limit: int) -> bool:
    return noun_end(key, text, at, limit) > at


def _kind_at(key: str, end: int) -> tuple[FigureKind | None, int]:
    """Return whether the number that ends at `end` is a percent or money, and where its sign ends."""
    if percent := _PERCENT.match(key, end):
        return FigureKind.PERCENT, percent.end()
    if money := _MONEY.match(key, end):
        follower = _GLUED.match(key, money.end() + 1)
        if key[money.end() : money.end() + 1] != " " or not follower or follower[0] not in figure_lists().not_money:
            return FigureKind.MONEY, money.end()
    return None, end


def _range(key: str, text: str, at: int, low: Amount, high: Amount, left: Left, limit: int) -> _Found:
    """Read "8,5 - 9%", "300-400 cuốn", "từ 5 đến 10 triệu đồng"."""
    lists = figure_lists()
    kind, end = _kind_at(key, high.end)
    low_value = low.value
    if high.scaled and not low.scaled:
        low_value = tidy(low.value * high.value / read_plain(key, high.end - len(key[low.end : high.end].lstrip(" -đếntới"))))
    skip = 1 if left.words and left.words[0] == "từ" else 0
    start = left.starts[0] if skip else at
    if low_value >= high.value or (low_value in _CENTURY and high.value in _CENTURY and kind is None):
        return _single(key, text, at, low, left, limit) if low_value >= high.value and kind is not None else _Found((), high.end)
    if kind is None:
        if is_name(left, skip, low.value, key, high.end, limit) or no_count(key, high.end) or low.dotted or high.dotted:
            return _Found((), high.end)
        kind = FigureKind.COUNT
        end = noun_end(key, text, high.end, limit)
        noun = text[high.end : end].strip() or None
        if noun is None:
            return _Found((), high.end)
    elif kind is FigureKind.PERCENT:
        end, noun = _share(key, text, end, limit)
    else:
        noun = None
    bounds = read_bounds(left, at) if not skip else None
    approx = bool(bounds and bounds.approx)
    if bounds and bounds.taken:
        start = bounds.start
    return _Found((Figure(kind, Quantity(low_value, high.value, approx), Span(start, end), noun),), end)


def _share(key: str, text: str, end: int, limit: int) -> tuple[int, str | None]:
    """Return where the noun of a percent ends, and the noun."""
    last = noun_end(key, text, end, limit, share=True) if key[end : end + 1] == " " else end
    return last, text[end:last].strip() or None


def _single(key: str, text: str, at: int, amount: Amount, left: Left, limit: int) -> _Found:
    kind, end = _kind_at(key, amount.end)
    bounds = read_bounds(left, at)
    noun: str | None = None
    if kind is None:
        after = key[amount.end : amount.end + 1]
        if amount.dotted and not amount.scaled:
            glued = _GLUED.match(key, amount.end + (after == " "))
            if glued is None or glued[0] not in _MEASURES:
                return _Found((), amount.end)
        if after.isalpha() and not amount.scaled:
            glued = _GLUED.match(key, amount.end)
            if glued and glued[0] not in _MEASURES and len(glued[0]) < 3:
                return _Found((), amount.end)
        if no_count(key, amount.end) and not amount.grouped:
            return _Found((), amount.end)
        plain = not amount.scaled and not amount.grouped
        if plain and is_name(left, bounds.taken, amount.value, key, amount.end, limit):
            return _Found((), amount.end)
        if plain and amount.value in _CENTURY and amount.end - at == 4 and (  # noqa: PLR2004 - digits of a year
            key[at - 1] == "/" or not begins_with_head(key, amount.end, limit)
        ):
            return _Found((), amount.end)
        if after in {"/", "-"} and key[amount.end + 1 : amount.end + 2].isalnum():
            end = amount.end
            while end < limit and not key[end].isspace():
                end += 1
            return _Found((), end)
        kind, end, noun = _counted(key, text, amount, left, bounds.taken, limit)
        if kind is None:
            return _Found((), amount.end)
    sign_end = end
    more, less = _MORE.match(key, end), _LESS.match(key, end)
    if more or less:
        end = sign_end = (more or less).end()  # type: ignore[union-attr] - one of them matched
    if kind is FigureKind.PERCENT:
        end, noun = _share(key, text, sign_end, limit)
        more = more or _MORE.match(key, end)
    low_open, high_open, start = bounds.low_open, bounds.high_open or bool(more), bounds.start
    if high_open and not more and left.last(1) == "trên" and kind is FigureKind.COUNT and stands_on(key, amount.end + 1, amount.value):
        high_open, start = False, at
    if more and bounds.taken < len(left.words) and left.words[bounds.taken] == "từ":
        start = left.starts[bounds.taken]
    low_open = low_open or bool(less)
    value = amount.value
    quantity = Quantity(None if low_open else value, None if high_open else value, bounds.approx)
    if more and more.end() > end:
        end = more.end()
    return _Found((Figure(kind, quantity, Span(start, end), noun),), end)


def _counted(
    key: str, text: str, amount: Amount, left: Left, skip: int, limit: int
) -> tuple[FigureKind | None, int, str | None]:
    """Return the kind, end and noun of a number that has no sign of percent or money after it."""
    end = noun_end(key, text, amount.end, limit)
    if end > amount.end:
        return FigureKind.COUNT, end, text[amount.end : end].strip()
    if amount.scaled and key[:amount.end].endswith(("tỷ", "tỉ", "triệu")):
        return FigureKind.MONEY, amount.end, None
    tells = skip < len(left.words) and left.words[skip] in _TELLS
    if tells or amount.grouped or skip:
        return FigureKind.COUNT, amount.end, None
    return None, amount.end, None


def _in_words(page: Page, figures: list[Figure], blocks: list[Span]) -> list[Figure]:
    """Read the number words of the body."""
    key, text = page.key.replace("\n", " "), page.text
    lists = figure_lists()
    spots: list[int] = []
    for word in _NUMBER_WORDS:
        at = key.find(word)
        while at >= 0:
            spots.append(at + 1)
            at = key.find(word, at + 1)
    spots.sort()
    found: list[Figure] = []
    doubtful: list[Figure] = []
    reached = 0
    for at in spots:
        if at < reached:
            continue
        part = next((part for part in page.body if part.start <= at < part.end), None)
        if part is None or any(block.start <= at < block.end for block in blocks):
            continue
        here = _word_figure(page.key, text, at, part)
        if here is None:
            continue
        reached = here.span.end
        (doubtful if key.startswith(("một ", "năm "), at) and here.quantity.low in {1, 5} else found).append(here)
    near = sorted(figure.span for figure in (*figures, *found))
    return found + [figure for figure in doubtful if _enumerated(page.key, figure.span, near)]


def _enumerated(key: str, span: Span, near: list[Span]) -> bool:
    """Tell whether another figure stands in one enumeration with this one."""
    for other in near:
        between = key[span.end : other.start] if other.start >= span.end else key[other.end : span.start]
        if len(between) <= _NEAR and not set(between) & set(".\n") and ("," in between or "và" in between or ";" in between or not between.strip()):
            return True
    return False


def _word_figure(key: str, text: str, at: int, part: Span) -> Figure | None:
    lists = figure_lists()
    amount = read_words(key, at)
    if amount is None:
        return None
    limit = key.find("\n", at, part.end)
    limit = part.end if limit < 0 else limit
    left = words_before(key, at, part.start)
    bounds = read_bounds(left, at)
    before = left.words[bounds.taken] if bounds.taken < len(left.words) else ""
    if before in lists.word_left or (key.startswith("năm", at) and before in lists.year_word_left):
        return None
    if text[at].isupper() and before:
        return None
    kind, end = _kind_at(key, amount.end)
    noun = None
    if kind is None:
        if no_count(key, amount.end) or not begins_with_head(key, amount.end, limit):
            return None
        end = noun_end(key, text, amount.end, limit)
        noun = text[amount.end : end].strip() or None
        kind = FigureKind.COUNT
        if noun is None:
            return None
    value = amount.value
    quantity = Quantity(None if bounds.low_open else value, None if bounds.high_open else value, bounds.approx)
    return Figure(kind, quantity, Span(bounds.start, end), noun)
