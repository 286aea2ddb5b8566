"""One amount in digits: a percent, a sum of money, a count."""

import re

from tongket.reading.figures.context import (
    Bounds,
    is_name,
    is_programme,
    nearest_word,
    read_bounds,
    stands_on,
)
from tongket.reading.figures.nouns import begins_with_head
from tongket.reading.figures.numbers import MAGNITUDES, Amount, read_amount
from tongket.reading.figures.scene import Reached, Scene, share_noun
from tongket.terms.quantity import Quantity
from tongket.terms.records import Figure, FigureKind
from tongket.terms.span import Span

_RATE = re.compile(r"(?:/[^\W\d]+)+")
TO = re.compile(r" ?- ?(?=[0-9])| (?:đến|tới) (?=[0-9])")
_ONWARD = re.compile(r" trở lên(?!\w)")
_DOWNWARD = re.compile(r" trở xuống(?!\w)")
_LETTERS = re.compile(r"[^\W\d_]+")
CODE = re.compile(r"[\w/.,-]*")
# Measures written right behind the number; other glued letters make a name ("5G", "4K"), long ones are a lost space.
_MEASURES = frozenset({"ha", "km", "kg", "m", "cm", "mm", "tạ", "kw", "mw", "ml", "kv", "hp", "cv", "đ"})
_LOST_SPACE = 3
# "trên 1 ha" tells what a yield is reckoned on; what is spread "trên 41 xã" is spread over so many.
_AREAS = ("ha", "hecta", "héc", "đơn vị diện tích", "m2", "mét vuông", "sào")
_SPREAD = frozenset({"phân bố", "trải đều", "trải rộng", "rải rác", "phân bổ", "rải đều"})
# Last words of verbs before so many of a thing that has its name in quotes.
_MADE = frozenset(
    {"chức", "dựng", "tặng", "trao", "hiện", "lập", "khai", "mắt", "thành", "mở", "có", "trì", "động", "các"}
)
# "tiêu chí số 15, 16 xã nông thôn mới": a row of numbers that name, and no more characters of it.
_IN_ROW = re.compile(r"(?:tiêu chí|nội dung|nhiệm vụ|mục|bảng|biểu) số \d{1,3}(?:, ?\d{1,3})*, $")
_ROW = 40
_SIGNS = frozenset("≥≤")
# How far behind its number "trở lên" may stand (characters).
_FAR = 90
# A bare number with no noun is a figure only after one of these.
TELLS = frozenset({"là", "đạt", "được", "có", "còn", "lên", "xuống", "tăng", "giảm", "gồm", "bằng", "thêm", "số"})
_EARLIEST, _LATEST = 1900, 2100
_YEAR_DIGITS = 4
# "tăng từ 1,49 lên 1,98": what something came from, and to.
_CHANGES = (" lên ", " xuống ")
_OF_CHANGE = frozenset({"từ", "lên", "xuống"})
# What is counted by thousands of millions and is no money in đồng.
_BY_BILLIONS = ("usd", "đô la", "kwh", "m3", "liều", "euro", "lượt")


def read_signed(scene: Scene, amount: Amount, kind: FigureKind, end: int) -> Reached:
    """Read a percent or an amount of money."""
    bounds = read_bounds(scene.left, scene.at, scene.lists)
    if not _SIGNS.isdisjoint(scene.key[scene.at - 2 : scene.at]):
        bounds = _compared(scene, bounds)
    end, bounds = _onward(scene, end, bounds)
    noun = None
    if kind is FigureKind.PERCENT:
        end, noun = share_noun(scene.key, scene.text, end, scene.limit)
        end, bounds = _onward(scene, end, bounds)
        bounds = _onward_at_last(scene, end, bounds)
    return Reached((Figure(kind, _quantity(amount, bounds), Span(bounds.start, end), noun),), end)


def read_count(scene: Scene, amount: Amount) -> Reached:
    """Read a number that has no sign of percent or money after it."""
    key, lists, end = scene.key, scene.lists, amount.end
    bounds = read_bounds(scene.left, scene.at, lists)
    if not _SIGNS.isdisjoint(key[scene.at - 2 : scene.at]):
        bounds = _compared(scene, bounds)
    counts = not is_programme(scene.left, lists) if amount.scaled else _can_count(scene, amount, bounds)
    if not counts or (amount.scaled and lists.no_count.match(key, end)) or _is_rate(scene, amount):
        code = CODE.match(key, end)
        return Reached((), code.end() if code else end)
    kind = FigureKind.COUNT
    last, noun = scene.noun_after(end)
    if noun is None and key.startswith(' "', end):
        last, noun = _quoted_noun(scene, end)
    if _is_money(scene, amount, noun):
        rate = _RATE.match(key, end)
        kind, noun, last = FigureKind.MONEY, None, rate.end() if rate else end
    elif noun is None and (key.startswith(" trong", end) or not _stands_alone(scene, amount, bounds)):
        return Reached((), end)
    if noun and scene.left.words[:1] == ("từ",) and (ranged := _from_to(scene, amount, last, noun)):
        return ranged
    if bounds.high_open and scene.left.words[0] == "trên":
        if amount.value == 1 and noun and noun.lower().startswith(_AREAS):
            # "sản lượng trên 1 ha đất": what a rate is reckoned on.
            return Reached((), end)
        if stands_on(key, end, amount.value, lists) or scene.left.last(2, 1) in _SPREAD:
            bounds = Bounds(scene.at)
    last, bounds = _onward(scene, last, bounds)
    return Reached((Figure(kind, _quantity(amount, bounds), Span(bounds.start, last), noun),), last)


def _compared(scene: Scene, bounds: Bounds) -> Bounds:
    """Open the bounds of a number behind a sign: "≥ 95%", "≤5 ngày"."""
    sign = scene.at - 1 - (scene.key[scene.at - 1] == " ")
    if sign < scene.floor or scene.key[sign] not in _SIGNS:
        return bounds
    least = scene.key[sign] == "≥"
    return bounds._replace(start=sign, high_open=least, low_open=not least)


def _quoted_noun(scene: Scene, end: int) -> tuple[int, str | None]:
    """Return where a name in quotes that is counted ends, and the name: "tổ chức 04 “Ngày thứ bảy xanh”"."""
    close = scene.key.find('"', end + 2, min(scene.limit, end + _FAR))
    made = nearest_word(scene.key, scene.at, scene.floor) in _MADE
    return (close + 1, scene.text[end + 1 : close + 1]) if made and close > 0 else (end, None)


def _from_to(scene: Scene, low: Amount, end: int, noun: str) -> Reached | None:
    """Read "từ 30 hộ đến 50 hộ", where both ends name what is counted."""
    to = TO.match(scene.key, end, scene.limit)
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
    if amount.grouped or amount.scaled or bounds.taken > 0:
        return True
    word = nearest_word(scene.key, scene.at, scene.floor)
    if word not in TELLS and not (word == "từ" and scene.key.startswith(_CHANGES, amount.end)):
        return False
    # "tuổi bình quân giảm từ 47,3 xuống 45,1": how old.
    return word not in _OF_CHANGE or scene.key.rfind("tuổi", max(scene.floor, scene.at - _FAR // 2), scene.at) < 0


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
    if letters and (
        letters[0] == "kv" or (after.isalpha() and letters[0] not in _MEASURES and len(letters[0]) < _LOST_SPACE)
    ):
        # "5G", "4K"; "500 kV": a name, and how strong a line is.
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
    # Behind a comma no word before the number is of its clause.
    in_row = key.startswith(", ", scene.at - 2) and _IN_ROW.search(key, max(scene.floor, scene.at - _ROW), scene.at)
    return not (in_row or is_name(scene.left, bounds.taken, amount.value, (key, end, scene.limit), scene.lists))


def _onward_at_last(scene: Scene, end: int, bounds: Bounds) -> Bounds:
    """Open the bounds of "từ 90% hội viên đạt mức tốt trở lên", where what is shared stands between."""
    if scene.left.words[:1] != ("từ",) or bounds.taken:
        return bounds
    rest = scene.key[end : min(scene.limit, end + _FAR)]
    onward = rest.find(" trở lên")
    alone = onward >= 0 and not any(char.isdigit() or char in ".;:" for char in rest[:onward])
    return bounds._replace(high_open=True, start=scene.left.starts[0]) if alone else bounds


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
