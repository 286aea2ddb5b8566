"""The number grammar: how reports write an amount (`docs/spec/reading.md`, figures)."""

import re
from decimal import Decimal
from typing import NamedTuple

# Each multiplies what stands before it; "ngàn" is the southern "nghìn", "tỉ" the school spelling of "tỷ".
MAGNITUDES = {
    "nghìn": 1_000,
    "ngàn": 1_000,
    "vạn": 10_000,
    "triệu": 1_000_000,
    "tỷ": 1_000_000_000,
    "tỉ": 1_000_000_000,
}
DIGIT_WORDS = {
    "một": 1,
    "hai": 2,
    "ba": 3,
    "bốn": 4,
    "năm": 5,
    "sáu": 6,
    "bảy": 7,
    "bẩy": 7,
    "tám": 8,
    "chín": 9,
    "mười": 10,
}
# "một" is mostly an article and "năm" mostly a year.
_AS_ONE = tuple(f"một {size}" for size in ("trăm", *MAGNITUDES))
SURE_NUMBERS = (*(word for word in DIGIT_WORDS if word not in ("một", "năm")), *_AS_ONE)
# After "mươi" and "mười" four digits change their sound.
_ENDINGS = DIGIT_WORDS | {"mốt": 1, "tư": 4, "lăm": 5, "nhăm": 5}

# Dots or spaces between groups of three, a decimal comma; English thousands only where two commas prove them.
_PLAIN = re.compile(
    r"([0-9]{1,9})(?![.,]?[0-9]| [0-9]{3}(?![0-9]))"
    r"|([1-9][0-9]{0,2}(?:\.[0-9]{3})+|[1-9][0-9]{0,2}(?: [0-9]{3})+(?![0-9]))(,[0-9]+)?(?![.,]?[0-9])"
    r"|([0-9]{1,3}(?:,[0-9]{3}){2,})(?![.,]?[0-9])"
    r"|([0-9]+(?:,[0-9]+)?)(?![.,]?[0-9])"
    r"|([0-9]{1,3}\.[0-9]{1,2})(?![.,]?[0-9])"
)
_SCALE = re.compile(r" ?(?:(nghìn|ngàn|vạn|triệu|tỷ|tỉ)(?!\w)|tr\.? ?(?=đ))")
_SCALE_STARTS = frozenset("nvt")
_MORE = re.compile(r" ?([0-9]+(?:[.,][0-9]+)?) ?(nghìn|ngàn|vạn|triệu|tỷ|tỉ)(?!\w)")
_REST = re.compile(r" ([0-9]{3})(?![0-9.,/%])")
_WORD = re.compile(r"\w+")
# Groups of `_PLAIN` that have thousands marks, and the one with a dot that is none.
_GROUPED, _DOTTED = frozenset({2, 3, 4}), 6
# A binary float keeps so many digits of any number (IEEE 754), and nothing that offices count has more with decimals.
_DIGITS = 15
_LEADING = 2  # "05" is a small count as offices write it, "0986…" a telephone


class Amount(NamedTuple):
    """A number as written.

    Attributes:
        value: What it says; magnitude words are worked in.
        end: Where it ends in the text.
        scale: The magnitude word that belongs to it, as a number; 1 where none does.
        grouped: True where it is written with thousands marks.
        dotted: True where its dot can only be a decimal point of foreign habit, or no number at all ("9.2").
    """

    value: Decimal
    end: int
    scale: int
    grouped: bool
    dotted: bool

    @property
    def scaled(self) -> bool:
        """Tell whether a magnitude word belongs to it."""
        return self.scale > 1

    def times(self, scale: int) -> "Amount":
        """Return the amount with the magnitude word of its neighbour ("5 đến 10 triệu")."""
        return self._replace(value=tidy(self.value * scale), scale=scale)


def read_amount(key: str, start: int) -> Amount | None:
    """Read the amount in digits that begins at `start`.

    Args:
        key: Key of the text.
        start: Position of its first digit.

    Returns:
        The amount, or None where the digits are no number of this grammar (a date, a telephone).
    """
    match = _PLAIN.match(key, start)
    if match is None:
        return None
    kind, end = match.lastindex or 0, match.end()
    short, groups, fraction, foreign, plain, _ = match.groups()
    if (whole := short or plain) and whole[0] == "0" and len(whole.partition(",")[0]) > _LEADING:
        return None
    if short is not None:
        return _held(_scaled(key, end, Decimal(short), grouped=False, dotted=False))
    if groups is not None:
        digits = groups.replace(".", "").replace(" ", "") + ("." + fraction[1:] if fraction else "")
    elif foreign is not None:
        digits = foreign.replace(",", "")
    elif plain is not None:
        digits = plain.replace(",", ".")
    else:
        digits = match[0]
    return _held(_scaled(key, end, Decimal(digits), grouped=kind in _GROUPED, dotted=kind == _DOTTED))


def _held(amount: Amount) -> Amount | None:
    """Return the amount; None of one with decimals that has more digits than a reading can hold in JSON."""
    value = amount.value
    whole = value == value.to_integral_value()
    return amount if whole or len(value.as_tuple().digits) <= _DIGITS else None


def _scaled(key: str, end: int, value: Decimal, *, grouped: bool, dotted: bool) -> Amount:
    at = end + (key[end : end + 1] == " ")
    scale = _SCALE.match(key, end) if key[at : at + 1] in _SCALE_STARTS else None
    if scale is None:
        return Amount(value, end, 1, grouped, dotted)
    last = MAGNITUDES[scale[1] or "triệu"]
    value, end = value * last, scale.end()
    while more := _SCALE.match(key, end):  # "10 ngàn tỷ"
        size = MAGNITUDES[more[1] or "triệu"]
        value, end, last = value * size, more.end(), last * size
    while more := _MORE.match(key, end):  # "1 tỷ 278 triệu", "140 nghìn 900 tỷ"
        size, addend = MAGNITUDES[more[2]], decimal_of(more[1])
        value = value + addend * size if size < last else (value + addend) * size
        end, last = more.end(), size
    if last == MAGNITUDES["nghìn"] and (rest := _REST.match(key, end)):  # "3 nghìn 500"
        value, end = value + int(rest[1]), rest.end()
    if key.startswith(" rưỡi", end):
        value, end = value + Decimal(last) / 2, end + len(" rưỡi")
    return Amount(tidy(value), end, last, grouped, dotted=False)


def decimal_of(digits: str) -> Decimal:
    """Return the value of digits with dots between thousands and a decimal comma (`1.278,5`)."""
    head, _, tail = digits.partition(",")
    if "." in head and len(head.rpartition(".")[2]) != 3:  # noqa: PLR2004 - a thousands group has three digits
        return Decimal(head)
    return Decimal(head.replace(".", "") + ("." + tail if tail else ""))


def tidy(value: Decimal) -> Decimal:
    """Return a whole value without its zero decimals, so that it prints as people write it."""
    whole = int(value)
    return Decimal(whole) if whole == value else value.normalize()


def read_words(key: str, start: int) -> Amount | None:
    """Read the amount in words that begins at `start` ("hai", "mười hai", "hai mươi lăm", "ba trăm", "hai nghìn").

    Args:
        key: Key of the text.
        start: Position of its first letter.

    Returns:
        The amount, or None where no number word stands there.
    """
    word = _WORD.match(key, start)
    if word is None or word[0] not in DIGIT_WORDS:
        return None
    value, end = DIGIT_WORDS[word[0]], word.end()
    following = _next(key, end)
    if word[0] == "mười" and following and following[0] in _ENDINGS and following[0] not in ("mười", "năm"):
        value, end = 10 + _ENDINGS[following[0]], following.end()
    elif following and following[0] == "mươi":
        value, end = value * 10, following.end()
        ending = _next(key, end)
        if ending and ending[0] in _ENDINGS and ending[0] not in ("mười", "năm"):
            value, end = value + _ENDINGS[ending[0]], ending.end()
    elif following and following[0] == "trăm":
        value, end = value * 100, following.end()
        tail = read_words(key, end + 1) if key[end : end + 1] == " " else None
        if tail and 10 <= tail.value < 100 and not tail.scaled and tail.end > end + 4:  # noqa: PLR2004 - tens
            value, end = value + int(tail.value), tail.end
    return _held(_scaled(key, end, Decimal(value), grouped=False, dotted=False))


def _next(key: str, end: int) -> re.Match[str] | None:
    return _WORD.match(key, end + 1) if key[end : end + 1] == " " else None
