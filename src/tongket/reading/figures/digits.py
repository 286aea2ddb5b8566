"""Amounts in digits: which runs of digits may be figures at all, and how each is to be read."""

import re

from tongket.reading.figures.context import FigureLists, in_quoted_name, is_date_word, words_before
from tongket.reading.figures.numbers import Amount, read_amount
from tongket.reading.figures.pairs import read_fraction, read_range
from tongket.reading.figures.scene import Reached, Scene, sign_at
from tongket.reading.figures.single import TO, read_count, read_signed
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
# With another letter behind it, or one space further on, a number has neither sign nor range.
_SIGNS = frozenset("%pđv-t")
_REACH = 200  # nothing that belongs to a number lies farther from it
_BEFORE = frozenset("_.,:@#\\=&")


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
        return read_fraction(scene, amount)
    if key[end : end + 1] not in _SIGNS and key[end + 1 : end + 2] not in _SIGNS:
        return read_count(scene, amount)
    kind, sign = sign_at(key, end, scene.lists)
    if (to := TO.match(key, sign, scene.limit)) and (high := read_amount(key, to.end())):
        return read_range(scene, amount, high, (kind, sign))
    return read_signed(scene, amount, kind, sign) if kind else read_count(scene, amount)
