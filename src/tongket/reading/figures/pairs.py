"""Two amounts in digits: a fraction ("106/109 nhiệm vụ") or a range ("300-400 cuốn")."""

import re
from decimal import Decimal

from tongket.reading.figures.context import is_name, nearest_word, read_bounds
from tongket.reading.figures.nouns import begins_with_head
from tongket.reading.figures.numbers import Amount, read_amount
from tongket.reading.figures.scene import Reached, Scene, share_noun, sign_at
from tongket.reading.figures.single import CODE, TELLS, read_signed
from tongket.terms.quantity import Quantity
from tongket.terms.records import Figure, FigureKind
from tongket.terms.span import Span

_DAY_MONTH = re.compile(r"(?:0?[1-9]|[12][0-9]|3[01])/(?:0?[1-9]|1[0-2])(?![0-9/])")
# Days that are named by their date and could be fractions: 1 May, 1 June, 2 September.
_FEASTS = ("1/5", "01/5", "01/05", "1/6", "01/6", "01/06", "2/9", "02/9", "02/09")
# "2/3 số hộ" is a share in words, not two counts.
_PARTS = 5
_MONTHS, _EARLIEST, _LATEST = 12, 1990, 2100


def read_fraction(scene: Scene, part: Amount) -> Reached:
    """Read the part and the whole, with the same noun and span; equal, they are one count."""
    key = scene.key
    whole = read_amount(key, part.end + 1)
    if whole is None or key[whole.end : whole.end + 1] in {"/", "-"} or _is_date(scene, part, whole):
        code = CODE.match(key, part.end)
        return Reached((), code.end() if code else part.end)
    kind, end = sign_at(key, whole.end, scene.lists)
    noun = None
    if kind is None and scene.lists.no_count.match(key, whole.end):
        return Reached((), whole.end)
    if kind is None:
        kind = FigureKind.COUNT
        end, noun = scene.noun_after(whole.end)
        if noun is None and part.value <= _MONTHS and _EARLIEST <= whole.value <= _LATEST:
            # "hơn tháng 4/2019": a month and its year.
            return Reached((), whole.end)
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
    if feast and nearest_word(key, scene.at, scene.floor) not in TELLS:
        return True
    return part.value > whole.value or not begins_with_head(*noun)


def read_range(scene: Scene, low: Amount, high: Amount, signed: tuple[FigureKind | None, int]) -> Reached:
    """Read two numbers with a dash or "đến" between them; what is no range is read as two.

    Args:
        scene: Where the first stands.
        low: The first.
        high: The second.
        signed: The sign of the first, and where it ends.
    """
    key, lists = scene.key, scene.lists
    sign, sign_end = signed
    kind, end = sign_at(key, high.end, lists)
    if high.scaled and not low.scaled:
        low = low.times(high.scale)
    if low.value >= high.value or (sign is not None and sign is not kind):
        return read_signed(scene, low, sign, sign_end) if sign else Reached((), high.end)
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
