"""Official letters and reports: the letterhead above the text, the signature and the addressees below it.

Layout after Nghị định 30/2020/NĐ-CP, phụ lục I (State) and Hướng dẫn 36-HD/VPTW (Party): motto, issuer, number,
place and date, then the type's name in capitals and its subject; below the text signature and `Nơi nhận`.
"""

import re
from collections.abc import Iterable

from tongket.document.seldom import seldom
from tongket.reading.furniture.lines import Look, Sheet
from tongket.terms.document import Document

OFFICE_FORMATS = frozenset({"docx", "odt", "pdf", "doc", "rtf"})
_HEAD_LINES = 30
_LONGEST_TYPE = 60
_LONGEST_HEAD = 140
TYPE_NAME = re.compile(
    r"(?:dự thảo )?(?:báo cáo|kế hoạch|chương trình|nghị quyết|chỉ thị|kết luận|quyết định|quy định|quy chế|hướng dẫn|"
    r"thông báo|thông tri|tờ trình|đề án|đề cương|biên bản|công điện|giấy mời|phương án|tổng hợp|phụ lục)\b"
)
# The type's name alone, at most with a word of its kind: then the line under it is its subject.
TYPE_ALONE = re.compile(
    TYPE_NAME.pattern
    + r"(?: (?:nhanh|tóm tắt|sơ bộ|sơ kết|tổng kết|chuyên đề|giải trình|bổ sung|tổng hợp|đột xuất|tháng|tuần|quý|năm))?"
)
# Alone on its line, or beside the issuer's name where two columns were copied as one line.
_MOTTO = re.compile(
    r"(?:^|[|\s](?=c)|ủy |  )(?:cộng hòa xã hội chủ nghĩa việt nam|đảng cộng sản việt nam)\W*$|"
    r"(?:^|[|\s])độc lập - tự do - hạnh phúc\W*$"
)
_NUMBER = re.compile(r"(?:^|[|\s])số\s*:?\s*[\d.…_]*\s*[-/]\s*[a-zđ][\w./-]*")
_PLACE_DATE = seldom(r",? ngày [\d.…_ ]{0,4} ?tháng [\d.…_ ]{0,4} ?năm (?:19|20)\d\d\s*$")
_WEEKDAY = re.compile(r"thứ |chủ nhật|hôm nay|cập nhật|đăng")
_SUBJECT = re.compile(r"v/v\b|kính gửi")
_SIGNATURE = seldom(
    r"nơi nhận\b|(?:t/m|tm\.?|k/t|kt\.?|t/l|tl\.?|tuq\.?|t/uq) \S|"
    r"(?:phó |quyền |q\. ?)?(?:trưởng ban|chủ tịch|bí thư|giám đốc|chánh văn phòng|hiệu trưởng|trưởng phòng|chủ nhiệm|"
    r"trưởng đoàn|thủ trưởng|người lập|tổng thư ký|viện trưởng|cục trưởng|bộ trưởng)(?: [\w ]{1,40})?$"
)
# Menus, counters and lists of articles: none of them stands in the first lines of a report.
_OF_PAGES = frozenset({Look.CLOSE, Look.LINE, Look.ASIDE, Look.FOREIGN, Look.PICTURE})
_STRAY_LINES = 2
_LAST_LINES = 3
_ANNEX = re.compile(r"(?:phụ lục|phụ biểu|biểu số|biểu mẫu)\b")


def find_letter(document: Document, sheet: Sheet) -> list[range] | None:
    """Return the runs of lines between letterhead and signature, annexes included; None where it is no letter."""
    office = document.format in OFFICE_FORMATS
    if not office and not _looks_like_letter(sheet):
        return None
    start = _first_line(sheet, sure=not office)
    if start is None:
        return _runs(sheet, 0) if office and sheet.looks else None
    return _runs(sheet, start)


def _looks_like_letter(sheet: Sheet) -> bool:
    # One search in the first lines tells most pages apart before any line is asked.
    if not sheet.looks:
        return False
    top = sheet.key[: sheet.ends[min(_HEAD_LINES, len(sheet.ends)) - 1]]
    if is_type_line(sheet, 0) and len(sheet.looks) > 1:
        return _furnished(sheet) == 0
    if not any(word in top for word in ("chủ nghĩa việt nam", "đảng cộng sản việt nam", " tháng ", "số")):
        return False
    # A portal lists documents with number, place and date beside its menus: that is no letterhead.
    if _furnished(sheet) > _STRAY_LINES:
        return False
    head = range(min(_HEAD_LINES, len(sheet.looks)))
    return is_letterhead(sheet.line(place) for place in head) or _is_numbered(sheet, head)


def _is_numbered(sheet: Sheet, head: range) -> bool:
    """Tell whether a number stands above the name of a type: motto, place and date were left out."""
    number = next((place for place in head if _NUMBER.match(sheet.line(place))), None)
    return number is not None and any(is_type_line(sheet, place) for place in head[number + 1 :])


def _furnished(sheet: Sheet) -> int:
    return sum(look in _OF_PAGES for look in sheet.looks[:_HEAD_LINES])


def is_letterhead(lines: Iterable[str]) -> bool:
    """Tell whether folded lines hold at least two of motto, number, and place with date."""
    seen: set[str] = set()
    for line in lines:
        if len(line) > _LONGEST_HEAD:
            continue
        if _MOTTO.search(line):
            seen.add("motto")
        if "số" in line and _NUMBER.search(line):
            seen.add("number")
        if tells_place_and_day(line):
            seen.add("day")
    return len(seen) > 1


def tells_place_and_day(line: str) -> bool:
    """Tell whether a folded line ends in a letterhead's place and date ("Sơn Trạch, ngày 20 tháng 02 năm 2018")."""
    if " ngày " not in line:
        return False
    match = _PLACE_DATE.search(line)
    return match is not None and match.start() > 1 and len(line) <= _LONGEST_HEAD and not _WEEKDAY.match(line)


def is_type_line(sheet: Sheet, place: int) -> bool:
    """Tell whether a line is the name of a type of document, in capitals and alone."""
    if sheet.ends[place] - sheet.starts[place] > _LONGEST_TYPE:
        return False
    return bool(TYPE_NAME.match(sheet.line(place))) and sheet.written(place).isupper()


def _first_line(sheet: Sheet, *, sure: bool) -> int | None:
    top = range(min(_HEAD_LINES, len(sheet.looks)))
    for place in top:
        # Texts out of old fonts lose their capitals.
        if is_type_line(sheet, place) or TYPE_ALONE.fullmatch(sheet.line(place)):
            return place
    last = None
    for place in top:
        line = sheet.line(place)
        if sheet.looks[place] is Look.PROSE:
            break
        if is_head_line(line) and not sure:
            last = place + 1
        elif _SUBJECT.match(line):
            return place
    return last if last is not None and last < len(sheet.looks) else None


def is_head_line(line: str) -> bool:
    """Tell whether a folded line is motto, number or place and date of a letterhead."""
    return len(line) <= _LONGEST_HEAD and bool(_MOTTO.search(line) or _NUMBER.match(line) or tells_place_and_day(line))


def _runs(sheet: Sheet, start: int) -> list[range]:
    runs: list[range] = []
    place = start
    while place < len(sheet.looks):
        end = _signature(sheet, place)
        runs.append(range(place, end))
        place = next(
            (spot for spot in range(end, len(sheet.looks)) if _ANNEX.match(sheet.line(spot))), len(sheet.looks)
        )
    return runs


def _signature(sheet: Sheet, start: int) -> int:
    """Return the first line of the signature block below `start`, the end of the text where there is none."""
    for place in range(start + 1, len(sheet.looks)):
        line = sheet.line(place)
        if len(line) > _LONGEST_HEAD or not _SIGNATURE.match(line):
            continue
        told = line.startswith("nơi nhận") or sheet.written(place).isupper() or place >= len(sheet.looks) - _LAST_LINES
        if told and not _prose_follows(sheet, place):
            return place
    return len(sheet.looks)


def _prose_follows(sheet: Sheet, place: int) -> bool:
    for spot in range(place + 1, len(sheet.looks)):
        if _ANNEX.match(sheet.line(spot)):
            return False
        if sheet.looks[spot] is Look.PROSE:
            return True
    return False
