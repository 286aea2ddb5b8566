"""Amounts in words: "hai cá nhân", "mười hai hội nghị"."""

import re
from functools import cache

from tongket.reading.figures.context import FigureLists, nearest_word, read_bounds, words_before
from tongket.reading.figures.nouns import begins_with_head, head_starts, noun_end
from tongket.reading.figures.numbers import DIGIT_WORDS, read_words
from tongket.reading.figures.scene import sign_at
from tongket.reading.page import Page
from tongket.terms.quantity import Quantity
from tongket.terms.records import Figure, FigureKind
from tongket.terms.span import Span

# These two count only within an enumeration of counts.
_DOUBTFUL = (" một ", " năm ")
# Words of number that may follow the first: "mười hai", "hai mươi", "ba trăm", "hai triệu".
# Things so solid that one of them, made or opened, is one and no article.
_ONE_THING = re.compile(r"một (?:cuốn|quyển|lớp|tập|đầu sách|công trình|ấn phẩm|hội thi|cuộc thi)\b")
_MADE = re.compile(r"\b(?:phát hành|xuất bản|biên soạn|in|mở|khai giảng|khánh thành|ra mắt|tổ chức)(?: được)? $")
# More than the longest of these (characters).
_MAKING = 20
_FURTHER = frozenset({*DIGIT_WORDS, "mươi", "trăm", "nghìn", "ngàn", "triệu", "tỷ", "tỉ", "vạn", "lăm", "đồng", "phần"})
_NEAR = 8  # "một giải Nhất, hai giải Nhì": no more than a joint lies between the members of an enumeration
_BEFORE = 60  # and no more than a noun phrase with it
_JOINTS = frozenset({",", ";", "và", ", và", "; và", "cùng", "với", ", cùng"})


def read_number_words(page: Page, blocks: list[Span], figures: list[Figure], lists: FigureLists) -> list[Figure]:
    """Read the figures of the body that are written in words.

    Args:
        page: The prepared document.
        blocks: Spans whose words are no figures.
        figures: The figures in digits.
        lists: The word lists.
    """
    flat = " " + page.key.replace("\n", " ") if page.key else " "
    numbers = [cue for part in page.body for cue in page.cues.within("number", *part)]
    sure = _read_all(page, [cue.start for cue in numbers if _is_counting(flat, cue)], blocks, lists)
    spots: set[int] = set()
    for figure in (*figures, *sure):
        begin, end = max(0, figure.span.start - _BEFORE), figure.span.end + _NEAR + len(_DOUBTFUL[0])
        spots.update(at for word in _DOUBTFUL if word in flat[begin:end] for at in _spots(flat, word, begin, end))
    if spots:
        near = [figure.span for figure in (*figures, *sure)]
        doubtful = _read_all(page, list(spots), blocks, lists)
        sure += [figure for figure in doubtful if _is_enumerated(page.key, figure.span, near)]
    return [*sure, *_read_all(page, _made(page, sure), blocks, lists)]


def _made(page: Page, known: list[Figure]) -> list[int]:
    """Return where "một" counts a thing that was made or held: "phát hành một cuốn lịch sử"."""
    found = [
        match.start()
        for part in page.body
        for match in _ONE_THING.finditer(page.key, *part)
        if _MADE.search(page.key, max(part.start, match.start() - _MAKING), match.start())
    ]
    return [at for at in found if not any(figure.span.start <= at < figure.span.end for figure in known)]


def _is_counting(flat: str, cue: Span) -> bool:
    """Tell whether a number word has nothing but white space beside it and stands before something countable."""
    # `flat` is the key with one space before it.
    return flat[cue.start] == flat[cue.end + 1 : cue.end + 2] == " " and _follower(flat, cue.end + 2) in _followers()


def _follower(flat: str, at: int) -> str:
    stop = flat.find(" ", at)
    return flat[at : stop if stop >= 0 else None].rstrip(",.;:)")


def _spots(flat: str, word: str, begin: int, end: int) -> list[int]:
    """Return where `word` stands before something countable; `flat` is the key with one space before it."""
    found: list[int] = []
    at = flat.find(word, begin, end)
    while at >= 0:
        follows = at + len(word)
        if _follower(flat, follows) in _followers():
            found.append(at)
        at = flat.find(word, follows - 1, end)
    return found


@cache
def _followers() -> frozenset[str]:
    return head_starts() | _FURTHER


def _read_all(page: Page, spots: list[int], blocks: list[Span], lists: FigureLists) -> list[Figure]:
    found: list[Figure] = []
    reached = 0
    for at in sorted(spots):
        part = next((part for part in page.body if part.start <= at < part.end), None)
        if at < reached or part is None or any(block.start <= at < block.end for block in blocks):
            continue
        if figure := _read(page, at, part, lists):
            reached = figure.span.end
            found.append(figure)
    return found


def _read(page: Page, at: int, part: Span, lists: FigureLists) -> Figure | None:
    key, text = page.key, page.text
    amount = read_words(key, at)
    if amount is None:
        return None
    limit = key.find("\n", at, part.end)
    limit = part.end if limit < 0 else limit
    left = words_before(key, at, part.start, lists)
    bounds = read_bounds(left, at, lists)
    if _is_idiom(page, at, bounds.start, part.start, lists) or lists.no_count.match(key, amount.end):
        return None
    noun: str | None = None
    kind, end = sign_at(key, amount.end, lists)
    if kind is None:
        end = noun_end(key, text, amount.end, limit)
        noun = text[amount.end : end].strip() or None
        kind = FigureKind.COUNT
        if noun is None or not begins_with_head(key, amount.end, limit):
            return None
    value = amount.value
    quantity = Quantity(None if bounds.low_open else value, None if bounds.high_open else value, bounds.approx)
    return Figure(kind, quantity, Span(bounds.start, end), noun)


def _is_idiom(page: Page, at: int, start: int, floor: int, lists: FigureLists) -> bool:
    """Tell whether the word before makes it an ordinal, a name or a year, or its capital a name."""
    before = nearest_word(page.key, start, floor)
    if before in lists.by_tag["word left"]:
        return True
    if page.key.startswith("năm", at) and before in lists.by_tag["year word left"]:
        return True
    return page.text[at].isupper() and before.isalnum()


def _is_enumerated(key: str, span: Span, near: list[Span]) -> bool:
    """Tell whether another figure stands in one enumeration with this one."""
    for other in near:
        between = key[span.end : other.start] if other.start >= span.end else key[other.end : span.start]
        if len(between) <= _NEAR and between.strip() in _JOINTS:
            return True
    return False
