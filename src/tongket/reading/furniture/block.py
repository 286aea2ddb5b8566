"""Which stretch of a page's lines is the article: the densest block of prose, its headline and its end."""

import re

from tongket.reading.fields.bylines import (
    is_labelled,
    is_name_line,
    is_office,
    is_post,
    is_signature,
    is_source,
    is_workplace,
)
from tongket.reading.furniture.lines import OF_TEXT, Look, Sheet

# How much a line speaks for the article going on through it. A paragraph weighs its length (up to a bound, so that
# one huge footer is no article); a run of menu entries outweighs a stray sentence beside it.
_WEIGHTS = {
    Look.PROSE: 0, Look.LONG: 30, Look.SENTENCE: 40, Look.ITEM: 20, Look.SHORT: -25, Look.PICTURE: 0, Look.DATE: -20,
    Look.COUNTER: -60, Look.LINE: -80, Look.FOREIGN: -100, Look.ASIDE: -120, Look.CLOSE: 0,
}  # fmt: skip
_WEIGHT = tuple(_WEIGHTS[look] for look in Look)
_MOST_PROSE = 500
_FULL = frozenset({Look.PROSE, Look.SENTENCE, Look.ITEM})
_LEADS = frozenset({Look.PROSE, Look.SENTENCE})
_TITLED = frozenset({Look.LONG, Look.SHORT, Look.SENTENCE, Look.ITEM})
_END_MARK = "/."
CAPTION = re.compile(
    r"quang cảnh|quảng cảnh|toàn cảnh|ảnh: |ảnh minh|hình ảnh|một góc|các đại biểu|đại biểu |đại diện |"
    r"lãnh đạo .*(?:phát biểu|trao|tặng|chụp)|"
    r"(?:đồng chí|đ/c|ông|bà) .*(?:phát biểu|trao|tặng|chủ trì|kết luận|báo cáo|khai mạc|điều hành|tại |dự |chụp)|"
    r".*(?:phát biểu (?:tại|chỉ đạo|khai|kết)|chụp ảnh lưu niệm|(?:tại|dự) (?:hội nghị|buổi|đại hội|lễ)\.?$|"
    r"trao (?:giấy khen|bằng khen|quà|thưởng))"
)
# A lead begins with the time of what it tells, often behind the mark of its paper ("(BHO) - Sáng 5/7").
LEAD = re.compile(
    r"\(?[\w. -]{0,30}\)?\s?-?\s?"
    r"(?:(?:sáng|chiều|tối|trưa|đêm|hôm) (?:nay|qua|ngày|\d)|(?:trong )?(?:hai |\d )?ngày \d|vừa qua)"
)
# One of these stands in whatever `LEAD` meets, no farther on than this: a look at them spares a line the pattern.
# The mark of its paper with which a lead opens, wherever it stands: "(TTMM) - …", "VOV.VN - …".
PAPER_MARK = re.compile(r"\([\w. ]{2,24}\)\s?-\s*(?=\w)")
# How far below the by-line copies put the lead: right there, or behind one word of theirs.
_LEAD_BELOW = 2
_TIMES = ("sáng", "chiều", "tối", "trưa", "đêm", "hôm", "ngày", "vừa qua")
_LEAD_OPENING = 60
# Markdown marks bold and slanted lines so.
EMPHASIS = "*_ "
_WINDOW = 14
_INSIDE = 6
_SHORTEST_HEADLINE, _LONGEST_HEADLINE = 16, 230
_HEADLINE_WORDS = 3
# Names of sections are shorter.
_WHOLE_HEADLINE = 28
_LEAD_REACH = 500
_INSIDE_COST = 2
_MOST_FROM_LEAD = 6
_LABEL_WORDS = 4
# An unknown line between the last paragraph and a credit belongs to both: a name in an unusual form, a caption.
_SHORT_SIGN = 90
_FEW = 2
# "… kiểm tra hàng nhập khẩu. Ảnh: Hà Mẫu": a caption, whatever it begins with.
_PHOTO = " ảnh:"


def find_block(sheet: Sheet) -> tuple[int, int] | None:
    """Return the first and last line of the densest block of prose, None where the page has no prose."""
    best, best_from, best_to = 0, -1, -1
    total, start = 0, 0
    for place, look in enumerate(sheet.looks):
        if look is Look.CLOSE:
            total = 0
            continue
        if total <= 0:
            total, start = 0, place
        if look is Look.PROSE:
            total += min(sheet.ends[place] - sheet.starts[place], _MOST_PROSE)
        else:
            total += _WEIGHT[look]
        if total > best:
            best, best_from, best_to = total, start, place
    return (best_from, best_to) if best > 0 else None


def find_headline(sheet: Sheet, first: int, last: int, named: str) -> int | None:
    """Return the line that is the headline of the block `first`..`last`; None where it begins with its lead.

    Args:
        sheet: The lines.
        first: First line of the block.
        last: Last line of the block.
        named: The title that the file's properties tell, folded; empty without one.
    """
    if (dated := _dated_headline(sheet, first, last)) is not None:
        return dated
    best, chosen, distance = 0.0, None, 0
    for place in _upwards(sheet, first, last):
        if sheet.looks[place] not in _TITLED:
            continue
        if place < first:
            handicap = distance
            distance += 1
        else:
            handicap = _INSIDE_COST + 2 * (place - first)
        line = sheet.line(place)
        if not _SHORTEST_HEADLINE <= len(line) <= _LONGEST_HEADLINE:
            continue
        sure = _headline_signs(sheet, place, line, named, first) - handicap
        if sure + _MOST_FROM_LEAD > best:  # otherwise no lead could make it the better one
            score = sure + _from_lead(sheet, place, line) - _headline_doubts(sheet, place, line)
            if score > best:
                best, chosen = score, place
    return chosen


def _dated_headline(sheet: Sheet, first: int, last: int) -> int | None:
    """Return the first paragraph of the block where it is a long headline with a full stop, over the day it tells."""
    place = next((place for place in range(first, min(first + _FEW, last)) if sheet.looks[place] is Look.PROSE), None)
    if place is None or sheet.looks[place + 1] is not Look.DATE:
        return None
    if sheet.ends[place] - sheet.starts[place] > _LONGEST_HEADLINE or is_lead(sheet.line(place)):
        return None
    # Under a headline of its own it is a lead.
    titled = place > 0 and sheet.ends[place - 1] - sheet.starts[place - 1] >= _SHORTEST_HEADLINE
    return None if titled else place


def _upwards(sheet: Sheet, first: int, last: int) -> list[int]:
    # The lead may be a short sentence, and a slogan may stand above the headline: its first lines are asked too.
    inner = list(range(first, min(first + _INSIDE, last + 1)))
    stop = next((count for count, place in enumerate(inner) if sheet.looks[place] is Look.PROSE), len(inner))
    return [*range(first - 1, max(-1, first - 1 - _WINDOW), -1), *inner[:stop]]


def _headline_signs(sheet: Sheet, place: int, line: str, named: str, first: int) -> float:
    score = 3.0 + 3 * (place in sheet.headed) + 6 * bool(named and (line in named or named in line))
    score += 2 * (sheet.looks[place] is Look.LONG or len(line) > 3 * _SHORTEST_HEADLINE)
    # A bare copy has no menu: its first line is the headline, whatever button or picture stands below.
    score += 4 * (place == 0 and first <= _INSIDE and len(line) >= _WHOLE_HEADLINE and not is_office(line))
    return score + 3 * _beside_date(sheet, place)


def _from_lead(sheet: Sheet, place: int, line: str) -> float:
    """Return what the text below says: a lead takes up the words of its headline, and lists repeat it."""
    words = line.split()
    if len(words) < _HEADLINE_WORDS:
        return -9
    end = sheet.ends[place]
    below = set(sheet.key[end : end + _LEAD_REACH].split())
    score = 4.0 * sum(map(below.__contains__, words)) / len(words)
    if len(line) > 2 * _SHORTEST_HEADLINE and sheet.key.count(line) > 1:
        score += 2
    return score


def _headline_doubts(sheet: Sheet, place: int, line: str) -> float:
    doubts = 4.0 * (line[-1] in ".:;,") + 4.0 * is_lead(line)
    below_picture = place > 0 and sheet.looks[place - 1] is Look.PICTURE
    if CAPTION.match(line):
        doubts += 2 + 3 * below_picture
    elif _PHOTO in line:
        doubts += 5
    elif below_picture:
        doubts += 2
    if sheet.looks[place] is Look.ITEM or is_labelled(line) or is_name_line(sheet.written(place)):
        doubts += 5
    return doubts


def is_lead(line: str) -> bool:
    """Tell whether a folded line begins with the time of what it tells, as a lead does."""
    opening = line[:_LEAD_OPENING]
    return any(time in opening for time in _TIMES) and LEAD.match(line) is not None


def _beside_date(sheet: Sheet, place: int) -> bool:
    below, above = sheet.looks[place + 1 : place + 2], sheet.looks[max(place - 1, 0) : place]
    return Look.DATE in below or Look.DATE in above


def find_end(sheet: Sheet, first: int, last: int) -> int:
    """Return the last line of the article: a by-line, an end mark or the last paragraph and what belongs to it."""
    done = 0
    masses = [
        sheet.ends[place] - sheet.starts[place] if sheet.looks[place] in _FULL else 0
        for place in range(first, last + 1)
    ]
    whole = sum(masses)
    for place in range(first, last):
        done += masses[place - first]
        if 3 * done < whole or not (_may_end(sheet, place) or _list_follows(sheet, place)):
            continue
        if not _goes_on(sheet, place + 1, last):
            if sheet.looks[place] is Look.ASIDE:
                return place - 1
            return _tail(sheet, place, signed=sheet.looks[place] not in _FULL)
    return _tail(sheet, last, signed=_is_credit(sheet, last))


def find_lead_below(sheet: Sheet, first: int, end: int) -> int | None:
    """Return the line right below the article that is its lead: some copies put it last.

    Args:
        sheet: The lines.
        first: First line of the article.
        end: Its last line, as `find_end` returns it.
    """
    for place in range(end + 1, min(end + 1 + _LEAD_BELOW, len(sheet.looks))):
        if sheet.looks[place] in _LEADS and PAPER_MARK.match(sheet.key, sheet.starts[place]):
            marked = (PAPER_MARK.match(sheet.key, sheet.starts[other]) for other in range(first, end + 1))
            return None if any(marked) else place
    return None


def _may_end(sheet: Sheet, place: int) -> bool:
    look = sheet.looks[place]
    if look is Look.PROSE:
        return sheet.key.startswith(_END_MARK, sheet.ends[place] - len(_END_MARK))
    return look is Look.ASIDE or (look in OF_TEXT and (_is_credit(sheet, place) or is_office(sheet.line(place))))


def _list_follows(sheet: Sheet, place: int) -> bool:
    """Tell whether the next line stands there twice: lists give a picture's name and the headline beside it."""
    spot, again = place + 1, place + 2
    if again >= len(sheet.looks) or sheet.looks[spot] not in (Look.SHORT, Look.LONG):
        return False
    size = sheet.ends[spot] - sheet.starts[spot]
    same = size > _SHORTEST_HEADLINE and size == sheet.ends[again] - sheet.starts[again]
    return same and sheet.line(spot) == sheet.line(again)


def _goes_on(sheet: Sheet, place: int, last: int) -> bool:
    # Lists of other articles alternate headline and lead; an article that goes on has paragraphs one after the other.
    run = 0
    for spot in range(place, last + 1):
        look = sheet.looks[spot]
        if look in _FULL:
            run += 1
            if run > 1:
                return True
        elif look is not Look.PICTURE:
            run = 0
    return False


def _is_credit(sheet: Sheet, place: int) -> bool:
    look = sheet.looks[place]
    if look not in OF_TEXT or look is Look.PROSE:
        return False
    line = sheet.line(place).strip(EMPHASIS)
    return (
        is_labelled(line)
        or is_source(line)
        or is_name_line(sheet.written(place).strip(EMPHASIS))
        or _is_signed(sheet, place)
        or is_signature(sheet.written(place).strip(EMPHASIS), line)
    )


def is_label(sheet: Sheet, place: int) -> bool:
    """Tell whether a line above the first paragraph is too short for a caption and names nobody."""
    line = sheet.line(place)
    few = sheet.looks[place] is Look.SHORT and line.count(" ") < _LABEL_WORDS
    return few and not CAPTION.match(line.strip(EMPHASIS)) and not _is_credit(sheet, place)


def _is_signed(sheet: Sheet, place: int) -> bool:
    head, dash, office = sheet.written(place).replace("–", "-").replace(", ", " - ").partition(" - ")
    return bool(dash) and is_name_line(head) and (is_workplace(office.lower()) or is_post(office.lower()))


def _tail(sheet: Sheet, end: int, *, signed: bool) -> int:
    """Take in the captions and credits that stand right below the last paragraph."""
    place, apart = end + 1, False
    while place < len(sheet.looks) and place <= end + _INSIDE:
        look = sheet.looks[place]
        if look in (Look.CLOSE, Look.ASIDE, Look.FOREIGN):
            break
        if look in OF_TEXT:
            if _is_credit(sheet, place):
                end, signed = place, True
            elif not _is_caption(sheet, place, signed=signed, apart=apart):
                break
            else:
                end = place
        elif look is not Look.PICTURE:
            apart = True
        place += 1
    return end


def _is_caption(sheet: Sheet, place: int, *, signed: bool, apart: bool) -> bool:
    if apart or sheet.looks[place] is Look.PROSE:
        return False
    line = sheet.line(place)
    after_picture = sheet.looks[place - 1] is Look.PICTURE
    if signed:
        return (after_picture and bool(CAPTION.match(line))) or (line[0] == "(" and is_office(line))
    if after_picture or sheet.looks[place] in _FULL or CAPTION.match(line):
        return True
    below = place + 1
    if below < len(sheet.looks) and sheet.looks[below] in OF_TEXT:
        return len(line) < _SHORT_SIGN and _is_credit(sheet, below)
    return is_office(line)
