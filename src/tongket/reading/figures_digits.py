"""Amounts in digits: alone, as a fraction ("106/109 nhiệm vụ") or as a range ("300-400 cuốn")."""

import re
from decimal import Decimal
from typing import NamedTuple

from tongket.reading.figures_context import (
    Bounds,
    FigureLists,
    Left,
    in_quoted_name,
    is_date_word,
    is_name,
    is_programme,
    nearest_word,
    read_bounds,
    stands_on,
    words_before,
)
from tongket.reading.nouns import begins_with_head, noun_end
from tongket.reading.numbers import MAGNITUDES, Amount, read_amount
from tongket.terms.quantity import Quantity
from tongket.terms.records import Figure, FigureKind
from tongket.terms.span import Span

# Dates, stretches of years and times of day, in every way of writing them that was met.
_DATE = re.compile(
    r"[0-9]{1,2} ?[/.-] ?[0-9]{1,2} ?[/.-] ?(?:19|20)[0-9]{2}(?![0-9])"
    r"|(?:19|20)[0-9]{2}[-/][01]?[0-9][-/][0-3]?[0-9](?![0-9])"
    r"|(?:0?[1-9]|1[0-2]) ?[/.-] ?(?:19|20)[0-9]{2}(?![0-9.,/])"
    r"|(?:19|20)[0-9]{2} ?[-/] ?(?:19|20)?[0-9]{2}(?![0-9.,])"
    r"|(?:19|20)[0-9]{2} (?:đến|tới|và) (?:năm )?(?:19|20)[0-9]{2}(?![0-9.,])"
    r"|[0-9]{1,2} ?(?:h|g|giờ) ?(?:[0-9]{2})?(?!\w)(?! (?:công|phát|dạy|giảng|bay|học|thực|lên|dân|chuẩn))"
    r"|[0-9]{1,3}:[0-9]{1,3}(?::[0-9]{2})?"
)
# After a word of date: a day, a day and month, or several days of one month.
_NUMBER_OF_DAY = r"(?:0?[1-9]|[12][0-9]|3[01])"
_DAY = re.compile(
    rf"{_NUMBER_OF_DAY}(?:(?: ?(?:-|,|và|đến) ?(?:ngày )?{_NUMBER_OF_DAY})*"
    r" ?[/.-] ?(?:0?[1-9]|1[0-2])(?![0-9])|(?![0-9.,]*[0-9]))"
)
_DAY_MONTH = re.compile(rf"{_NUMBER_OF_DAY}/(?:0?[1-9]|1[0-2])(?![0-9/])")
# Days that are named by their date and could be fractions: 1 May, 1 June, 2 September.
_FEASTS = ("1/5", "01/5", "01/05", "1/6", "01/6", "01/06", "2/9", "02/9", "02/09")
_PERCENT = re.compile(r" ?%| phần trăm(?!\w)| điểm (?:%|phần trăm(?!\w))")
_MONEY = re.compile(r" ?(?:đồng|vnđ|vnd|đ)(?!\w|/c(?!\w))((?:/[^\W\d]+)*)")
# With another letter behind it, or one space further on, a number has neither sign nor range.
_SIGNS = frozenset("%pđv-t")
_RATE = re.compile(r"(?:/[^\W\d]+)+")
_TO = re.compile(r" ?- ?(?=[0-9])| (?:đến|tới) (?=[0-9])")
_ONWARD = re.compile(r" trở lên(?!\w)")
_DOWNWARD = re.compile(r" trở xuống(?!\w)")
_LETTERS = re.compile(r"[^\W\d_]+")
_CODE = re.compile(r"[\w/.,-]*")
# Measures written right behind the number; other glued letters make a name ("5G", "4K"), long ones are a lost space.
_MEASURES = frozenset({"ha", "km", "kg", "m", "cm", "mm", "tạ", "kw", "mw", "ml", "kv", "hp", "cv", "đ"})
_LOST_SPACE = 3
_REACH = 200  # nothing that belongs to a number lies farther from it
# A bare number with no noun is a figure only after one of these.
_TELLS = frozenset({"là", "đạt", "được", "có", "còn", "lên", "xuống", "tăng", "giảm", "gồm", "bằng", "thêm", "số"})
_EARLIEST, _LATEST = 1900, 2100
_YEAR_DIGITS = 4
# What is counted by thousands of millions and is no money in đồng.
_BY_BILLIONS = ("usd", "đô la", "kwh", "m3", "liều", "euro", "lượt")
_BEFORE = frozenset("_.,:@#\\=&")
# "2/3 số hộ" is a share in words, not two counts.
_PARTS = 5


class Reached(NamedTuple):
    """Figures read at one place, and where reading goes on."""

    figures: tuple[Figure, ...]
    end: int


class Scene(NamedTuple):
    """Where a number stands: the text, its key, the lists, the number's start, its clause and its line."""

    key: str
    text: str
    lists: FigureLists
    at: int
    floor: int
    limit: int
    left: Left

    def noun_after(self, end: int) -> tuple[int, str | None]:
        """Return where the noun right after `end` ends, and the noun."""
        last = noun_end(self.key, self.text, end, self.limit)
        return last, self.text[end:last].strip() or None


def read_digits(key: str, text: str, lists: FigureLists, run: Span, part: Span) -> Reached:
    """Read what begins with a run of digits.

    Args:
        key: Key of the text.
        text: The text.
        lists: The word lists.
        run: The run: digits, with dots and commas between them.
        part: The piece of the body it stands in.
    """
    at = run.start
    if (date := _DATE.match(key, at, part.end)) or _is_glued(key, at, part.start):
        return Reached((), max(date.end() if date else 0, run.end))
    if lists.no_count.match(key, run.end):
        return Reached((), run.end)
    far = min(run.end + _REACH, part.end)
    limit = key.find("\n", at, far)
    left = words_before(key, at, part.start, lists)
    scene = Scene(key, text, lists, at, part.start, far if limit < 0 else limit, left)
    if is_date_word(scene.left, lists) and (day := _DAY.match(key, at, scene.limit)):
        return Reached((), max(day.end(), run.end))
    amount = read_amount(key, at)
    if amount is None or amount.end < run.end or in_quoted_name(text, key, at):
        return Reached((), run.end)
    return _amount(scene, amount)


def _is_glued(key: str, at: int, floor: int) -> bool:
    """Tell whether the character before makes the digits part of a code, a decimal or a compound ("covid-19")."""
    if at <= floor:
        return False
    before = key[at - 1]
    return before.isalnum() or before in _BEFORE or (before == "-" and at - 2 >= floor and key[at - 2].isalnum())


def _amount(scene: Scene, amount: Amount) -> Reached:
    key, end = scene.key, amount.end
    if key[end : end + 1] == "/" and key[end + 1 : end + 2].isdigit():
        return _fraction(scene, amount)
    if key[end : end + 1] not in _SIGNS and key[end + 1 : end + 2] not in _SIGNS:
        return _count(scene, amount)
    kind, sign = sign_at(key, end, scene.lists)
    if (to := _TO.match(key, sign, scene.limit)) and (high := read_amount(key, to.end())):
        return _range(scene, amount, high, kind)
    return _signed(scene, amount, kind, sign) if kind else _count(scene, amount)


def sign_at(key: str, end: int, lists: FigureLists) -> tuple[FigureKind | None, int]:
    """Return whether the number that ends at `end` is a percent or money, and where its sign ends."""
    if percent := _PERCENT.match(key, end):
        return FigureKind.PERCENT, percent.end()
    if money := _MONEY.match(key, end):
        follower = _LETTERS.match(key, money.end() + 1) if key[money.end() : money.end() + 1] == " " else None
        if follower is None or follower[0] not in lists.by_tag["not money"]:
            return FigureKind.MONEY, money.end()
    return None, end


def share_noun(key: str, text: str, end: int, limit: int) -> tuple[int, str | None]:
    """Return where the noun of a percent ends, and the noun."""
    last = noun_end(key, text, end, limit, share=True) if key[end : end + 1] == " " else end
    return last, text[end:last].strip() or None


def _fraction(scene: Scene, part: Amount) -> Reached:
    """Read the part and the whole, with the same noun and span; equal, they are one count."""
    key = scene.key
    whole = read_amount(key, part.end + 1)
    if whole is None or key[whole.end : whole.end + 1] in {"/", "-"} or _is_date(scene, part, whole):
        code = _CODE.match(key, part.end)
        return Reached((), code.end() if code else part.end)
    kind, end = sign_at(key, whole.end, scene.lists)
    noun = None
    if kind is None and scene.lists.no_count.match(key, whole.end):
        return Reached((), whole.end)
    if kind is None:
        kind = FigureKind.COUNT
        end, noun = scene.noun_after(whole.end)
        if noun is None and whole.scaled:
            kind = FigureKind.MONEY
    if whole.scaled and not part.scaled and part.value < whole.value / whole.scale:
        part = part.times(whole.scale)
    bounds = read_bounds(scene.left, scene.at, scene.lists)
    span = Span(bounds.start, end)
    values = (part.value,) if part.value == whole.value else (part.value, whole.value)
    return Reached(tuple(Figure(kind, Quantity(value, value, bounds.approx), span, noun) for value in values), end)


def _is_date(scene: Scene, part: Amount, whole: Amount) -> bool:
    """Tell whether two numbers with a slash are a day and month, a share in words ("2/3 số hộ") or a name."""
    key, noun = scene.key, (scene.key, whole.end, scene.limit)
    if is_name(scene.left, 0, Decimal(1), noun, scene.lists):
        return True
    if whole.value <= _PARTS and part.value < whole.value and key.startswith((" số", " tổng", " diện tích"), whole.end):
        return True
    if _DAY_MONTH.match(key, scene.at) is None:
        return False
    feast = key.startswith(_FEASTS, scene.at) and nearest_word(key, scene.at, scene.floor).isalpha()
    if feast and nearest_word(key, scene.at, scene.floor) not in _TELLS:
        return True
    return part.value > whole.value or not begins_with_head(*noun)


def _range(scene: Scene, low: Amount, high: Amount, sign: FigureKind | None) -> Reached:
    """Read two numbers with a dash or "đến" between them; what is no range is read as two."""
    key, lists = scene.key, scene.lists
    kind, end = sign_at(key, high.end, lists)
    if high.scaled and not low.scaled:
        low = low.times(high.scale)
    if low.value >= high.value or (sign is not None and sign is not kind):
        return _signed(scene, low, sign, low.end + 1) if sign else Reached((), high.end)
    skip = 1 if scene.left.words[:1] == ("từ",) else 0
    noun: str | None = None
    if kind is FigureKind.PERCENT:
        end, noun = share_noun(key, scene.text, end, scene.limit)
    elif kind is None:
        kind = FigureKind.COUNT
        end, noun = scene.noun_after(high.end)
        named = is_name(scene.left, skip, low.value, (key, high.end, scene.limit), lists)
        if named or noun is None or lists.no_count.match(key, high.end) or (low.dotted and not high.scaled):
            return Reached((), high.end)
    bounds = read_bounds(scene.left, scene.at, lists)
    start = scene.left.starts[0] if skip else bounds.start
    return Reached((Figure(kind, Quantity(low.value, high.value, bounds.approx), Span(start, end), noun),), end)


def _signed(scene: Scene, amount: Amount, kind: FigureKind, end: int) -> Reached:
    """Read a percent or an amount of money."""
    bounds = read_bounds(scene.left, scene.at, scene.lists)
    end, bounds = _onward(scene, end, bounds)
    noun = None
    if kind is FigureKind.PERCENT:
        end, noun = share_noun(scene.key, scene.text, end, scene.limit)
        end, bounds = _onward(scene, end, bounds)
    return Reached((Figure(kind, _quantity(amount, bounds), Span(bounds.start, end), noun),), end)


def _count(scene: Scene, amount: Amount) -> Reached:
    """Read a number that has no sign of percent or money after it."""
    key, lists, end = scene.key, scene.lists, amount.end
    bounds = read_bounds(scene.left, scene.at, lists)
    counts = not is_programme(scene.left, lists) if amount.scaled else _can_count(scene, amount, bounds)
    if not counts or (amount.scaled and lists.no_count.match(key, end)) or _is_rate(scene, amount):
        code = _CODE.match(key, end)
        return Reached((), code.end() if code else end)
    kind = FigureKind.COUNT
    last, noun = scene.noun_after(end)
    if _is_money(scene, amount, noun):
        rate = _RATE.match(key, end)
        kind, noun, last = FigureKind.MONEY, None, rate.end() if rate else end
    elif noun is None and (key.startswith(" trong", end) or not _stands_alone(scene, amount, bounds)):
        return Reached((), end)
    if noun and scene.left.words[:1] == ("từ",) and (ranged := _from_to(scene, amount, last, noun)):
        return ranged
    if bounds.high_open and scene.left.words[0] == "trên" and stands_on(key, end, amount.value, lists):
        bounds = Bounds(scene.at)
    last, bounds = _onward(scene, last, bounds)
    return Reached((Figure(kind, _quantity(amount, bounds), Span(bounds.start, last), noun),), last)


def _from_to(scene: Scene, low: Amount, end: int, noun: str) -> Reached | None:
    """Read "từ 30 hộ đến 50 hộ", where both ends name what is counted."""
    to = _TO.match(scene.key, end, scene.limit)
    high = read_amount(scene.key, to.end()) if to else None
    if high is None or high.value <= low.value:
        return None
    last, second = scene.noun_after(high.end)
    if second is None or second.partition(" ")[0] != noun.partition(" ")[0]:
        return None
    span = Span(scene.left.starts[0], last)
    return Reached((Figure(FigureKind.COUNT, Quantity(low.value, high.value), span, second),), last)


def _is_money(scene: Scene, amount: Amount, noun: str | None) -> bool:
    """Tell whether an amount is money without its "đồng": millions of nothing, thousands of millions of most things."""
    if noun is None:  # "quà 300 nghìn/suất" too
        return amount.scale >= MAGNITUDES["triệu"] or (amount.scaled and scene.key.startswith("/", amount.end))
    if amount.scale < MAGNITUDES["tỷ"]:
        return False
    return not begins_with_head(scene.key, amount.end, scene.limit) and not noun.lower().startswith(_BY_BILLIONS)


def _stands_alone(scene: Scene, amount: Amount, bounds: Bounds) -> bool:
    """Tell whether a number without a noun is a figure all the same ("là 6.159", "đạt 12"), as "1 trong 12" is not."""
    written = amount.grouped or amount.scaled or bounds.taken > 0
    return written or nearest_word(scene.key, scene.at, scene.floor) in _TELLS


def _is_rate(scene: Scene, amount: Amount) -> bool:
    """Tell whether the number is the base of a rate ("8,5 bác sĩ/10.000 dân")."""
    after_slash = scene.key[scene.at - 1 : scene.at] == "/"
    return after_slash and amount.value >= 1 and str(amount.value).strip("0") == "1"


def _can_count(scene: Scene, amount: Amount, bounds: Bounds) -> bool:
    """Tell whether a number without magnitude words is neither name, year, code nor decimal of doubt."""
    key, end = scene.key, amount.end
    after = key[end : end + 1]
    letters = _LETTERS.match(key, end + (after == " "))
    if amount.dotted and not (letters and letters[0] in _MEASURES):
        return False
    if after.isalpha() and letters and letters[0] not in _MEASURES and len(letters[0]) < _LOST_SPACE:
        return False
    if after in {"/", "-"} and key[end + 1 : end + 2].isalnum():
        return False
    if amount.grouped:
        return True
    if (
        end - scene.at == _YEAR_DIGITS
        and _EARLIEST <= amount.value <= _LATEST
        and (key[scene.at - 1] == "/" or not begins_with_head(key, end, scene.limit))
    ):
        return False
    return not is_name(scene.left, bounds.taken, amount.value, (key, end, scene.limit), scene.lists)


def _onward(scene: Scene, end: int, bounds: Bounds) -> tuple[int, Bounds]:
    """Work in a "trở lên" or "trở xuống" right after `end`, with the "từ" before the number."""
    if not scene.key.startswith(" tr", end):
        return end, bounds
    onward, downward = _ONWARD.match(scene.key, end), _DOWNWARD.match(scene.key, end)
    if onward is None and downward is None:
        return end, bounds
    start, words = bounds.start, scene.left.words
    if bounds.taken < len(words) and words[bounds.taken] == "từ":
        start = scene.left.starts[bounds.taken]
    bounds = bounds._replace(
        start=start, high_open=bounds.high_open or bool(onward), low_open=bounds.low_open or bool(downward)
    )
    return onward.end() if onward else downward.end() if downward else end, bounds


def _quantity(amount: Amount, bounds: Bounds) -> Quantity:
    value = amount.value
    return Quantity(None if bounds.low_open else value, None if bounds.high_open else value, bounds.approx)
