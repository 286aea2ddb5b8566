"""List numbers as word processors write them: Roman, letters, digits, Vietnamese words."""

from collections.abc import Callable

_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
_LETTERS = 26
# Above this Word itself goes on in digits.
_MOST_ROMAN = 3999
_MOST_LETTERS = 780
_WORDS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười")
_TEN = 10
# Bullets of the symbol fonts (Symbol, Wingdings), which stand in the private area; the rest become the round one.
_SYMBOLS = {
    0xF02D: "-", 0xF0B7: "•", 0xF0A7: "▪", 0xF0D8: "➢", 0xF0FC: "✓", 0xF076: "❖", 0xF0A8: "◦", 0xF0BE: "-", 0xF02B: "+",
    0xF02A: "*", 0xF06C: "●", 0xF06E: "■", 0xF0E8: "➔", 0xF0E0: "→",
}  # fmt: skip
_PRIVATE = range(0xE000, 0xF900)


def roman(value: int) -> str:
    """Write a number in Roman capitals; digits where it has none."""
    if not 0 < value <= _MOST_ROMAN:
        return str(value)
    written = ""
    for worth, letters in _ROMAN:
        count, value = divmod(value, worth)
        written += letters * count
    return written


def letters(value: int) -> str:
    """Write a number as word processors letter a list: a to z, then aa, bb; digits where it has none."""
    if not 0 < value <= _MOST_LETTERS:
        return str(value)
    turns, place = divmod(value - 1, _LETTERS)
    return chr(ord("a") + place) * (turns + 1)


def words(value: int) -> str:
    """Write a number under a hundred in Vietnamese words, a larger one in digits."""
    if not 0 <= value < _TEN * _TEN:
        return str(value)
    if value <= _TEN:
        return _WORDS[value]
    tens, ones = divmod(value, _TEN)
    head = "mười" if tens == 1 else f"{_WORDS[tens]} mươi"
    if not ones:
        return head
    last = {1: "mốt" if tens > 1 else "một", 5: "lăm"}.get(ones, _WORDS[ones])
    return f"{head} {last}"


def bullet(text: str) -> str:
    """Return a bullet as a person sees it: signs of symbol fonts become their Unicode."""
    return "".join(_SYMBOLS.get(ord(char), "•") if ord(char) in _PRIVATE else char for char in text).strip()


# By the names of ECMA-376 part 1, 17.18.59 (ST_NumberFormat); a name that is missing counts in digits.
WORD_FORMATS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda value: f"{value:02d}",
    "upperRoman": roman,
    "lowerRoman": lambda value: roman(value).lower(),
    "upperLetter": lambda value: letters(value).upper(),
    "lowerLetter": letters,
    "vietnameseCounting": words,
    "numberInDash": lambda value: f"- {value} -",
    "none": lambda _: "",
}
# By the values of `style:num-format` (ODF 1.2, 19.500) and of HTML's `type`.
SIGN_FORMATS: dict[str, Callable[[int], str]] = {
    "1": str,
    "I": roman,
    "i": lambda value: roman(value).lower(),
    "A": lambda value: letters(value).upper(),
    "a": letters,
}
