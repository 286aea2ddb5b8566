"""Which indicator, org or period the words of a head or a label name, how sure that is, and why.

Sure is only what a person would sign without looking: the very name, or the profile's own rules for sentences met by
the head alone. Everything else is a proposal that a person has to take.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from tongket.reading.figures.numbers import MAGNITUDES
from tongket.reading.indicators import best_fits
from tongket.reading.keyed import fold
from tongket.reading.likeness import likeness
from tongket.reading.org_names import names_of
from tongket.reading.period_words import named_periods, periods_of_file_name, without_marks
from tongket.terms.errors import TongketError
from tongket.terms.orgs import Org
from tongket.terms.period import Period
from tongket.terms.profile import Indicator
from tongket.terms.records import FigureKind
from tongket.terms.tables import FigureRow

_BRACKETS = re.compile(r"\(([^()]*)\)")
_COUNTING = re.compile(r"^(?:trong đó:? |tổng )?(?:ước )?(?:thực hiện )?(?:số lượng |số )?(?:các )?")
_NUMBERING = re.compile(r"^(?:[-+*•]|\(?(?:[ivx]+|[a-h]|\d{1,2}(?:\.\d{1,2})*)[.)/])\s*", re.IGNORECASE)
_MEASURED = re.compile(r"(?:đvt|đv tính|đơn vị tính)\s*:?\s*(.+)")
# "Đơn vị: triệu đồng" is a measure, "Đơn vị: Huyện ủy An Bình" is who.
_MEASURED_OR_WHO = re.compile(r"^\(?đơn vị\s*:\s*(.*(?:đồng|nghìn|ngàn|triệu|tỷ|%|người|lượt).*)")
_SHARE = re.compile(r"%|(?<!\w)t[ỷỉ] lệ(?!\w)|phần trăm")
_MONEY = re.compile(r"(?<!\w)(?:(nghìn|ngàn|triệu|tỷ|tỉ)\s+)?(?:đồng|vnđ|vnd)(?!\w)")
_SCALED = re.compile(r"(?<!\w)(nghìn|ngàn|triệu|tỷ|tỉ)(?!\w)")
_ROUGH = re.compile(r"(?<!\w)ước(?!\w)")
_YEAR = re.compile(r"(?:19|20)\d\d")
WHOLE_YEAR = frozenset({"cả năm", "năm", "toàn năm", "12 tháng"})
"""Heads that mean the year of the table."""
_MONTHS = re.compile(r"(?:tháng |t)?(\d{1,2})(?:\s*[/.-]\s*((?:19|20)\d\d))?")
# Words of level before a name. Short ones are written out; a label without one ("Lộc Vân") may be of any level.
_SHORT_LEVELS = (
    (re.compile(r"^h\.\s*"), "huyện "), (re.compile(r"^x\.\s*"), "xã "), (re.compile(r"^p\.\s*"), "phường "),
    (re.compile(r"^tp\b\.?\s*"), "thành phố "), (re.compile(r"^tx\b\.?\s*"), "thị xã "),
    (re.compile(r"^tt\b\.?\s*"), "thị trấn "),
)  # fmt: skip
_LEVEL = re.compile(r"^(?:huyện|xã|phường|quận|thành phố|thị xã|thị trấn|tỉnh|đặc khu)\s+")
# A head shares so much of an indicator's name before it is worth a person's look.
_ALIKE = 0.6


@dataclass(frozen=True, slots=True)
class Match:
    """What words may mean: the ids, whether the only one is sure, and why, in Vietnamese."""

    ids: tuple[str, ...] = ()
    sure: bool = False
    why: str = ""

    @property
    def told(self) -> str:
        """The id where it is sure, else nothing."""
        return self.ids[0] if self.sure else ""


NOTHING = Match(why="không thấy trong hồ sơ")


def bare(text: str) -> str:
    """Return words folded, without numbering, counting words and what stands in brackets."""
    key = _NUMBERING.sub("", fold(" ".join(_BRACKETS.sub(" ", text).split())))
    return _COUNTING.sub("", key.strip(" .:*-")).strip()


def measure_in(text: str) -> str:
    """Return the measure a head gives: "Số lượt nghe (lượt người)", "Kinh phí, ĐVT: nghìn đồng"; empty for none."""
    return stated_measure(text) or " ".join(_BRACKETS.findall(fold(text))).strip(" .:")


def stated_measure(text: str) -> str:
    """Return the measure that a line above or below a table states: "(ĐVT: triệu đồng)"; empty for none."""
    key = fold(" ".join(text.split()))
    told = _MEASURED.search(key) or _MEASURED_OR_WHO.search(key)
    return told[1].strip(" .:)") if told else ""


def scale_in(measure: str) -> Decimal:
    """Return what a measure multiplies numbers with ("triệu đồng", "nghìn lượt"); 1 where it says nothing."""
    found = _SCALED.search(fold(measure))
    return Decimal(MAGNITUDES[found[1]]) if found else Decimal(1)


def is_rough(text: str) -> bool:
    """Tell whether a head calls its numbers rough ("Ước thực hiện năm 2024")."""
    return _ROUGH.search(fold(text)) is not None


def kind_in(words: str) -> FigureKind:
    """Return what kind of figure the words of a head or a measure tell."""
    key = fold(words)
    if _SHARE.search(key):
        return FigureKind.PERCENT
    return FigureKind.MONEY if _MONEY.search(key) else FigureKind.COUNT


def indicator_of(words: Sequence[str], measure: str, title: str, indicators: Sequence[Indicator]) -> Match:
    """Return the indicator that the heads of a column or the label of a row name.

    Args:
        words: The heads, outermost first, or the label.
        measure: Told by head, title or a column of its own; empty where not told.
        title: The lines above the table, one a line: they may only make a proposal, never make it sure.
        indicators: Of the profile.
    """
    texts = [bare(words[-1]), bare(" ".join(words))] if words else []
    named = [each for each in indicators if bare(each.name) in texts]
    fitting = [each for each in named if _measures_agree(each, measure, words)]
    if len(fitting) == 1:
        return Match((fitting[0].id,), sure=True, why="trùng tên chỉ tiêu")
    if named and not fitting:
        return Match(tuple(each.id for each in named), why=f"trùng tên nhưng khác đơn vị tính ({measure})")
    best = _by_rules(words, measure, "", indicators)
    if len(best) == 1:
        return Match((best[0].id,), sure=True, why="theo từ ngữ của chỉ tiêu trong hồ sơ")
    if best:
        return Match(tuple(each.id for each in best), why="hợp với nhiều chỉ tiêu")
    return _proposed(words, measure, title, indicators)


def org_of(text: str, orgs: tuple[Org, ...]) -> Match:
    """Return the org that a label or head is the name of, as a whole.

    Args:
        text: The words.
        orgs: Rows of facts that may be meant: those true in the period.
    """
    words = _NUMBERING.sub("", " ".join(text.split())).strip(" .:*-")
    if not words:
        return NOTHING
    shown = words if not words.islower() else words.title()
    named = [each for each in names_of(orgs).named_in(shown) if len(each.words) == len(shown)]
    ids = tuple(sorted(named[0].orgs)) if named else _called(words, orgs, _written_out)
    if ids:
        several = "tên này có ở nhiều đơn vị"
        return Match(ids, sure=len(ids) == 1, why="trùng tên đơn vị" if len(ids) == 1 else several)
    ids = _called(words, orgs, _plain)
    return Match(ids, why="gần giống tên đơn vị, khác dấu") if ids else NOTHING


def period_of(text: str, year: int | None) -> Period | None:
    """Return the one period that words name, None where they name none or several.

    Args:
        text: A head, a label, a title, the name of a sheet.
        year: Of the table, for a period that is named without one.
    """
    key = fold(" ".join(text.split())).strip(" .:*-()")
    if _YEAR.fullmatch(key):
        return Period.parse(key)
    if key in WHOLE_YEAR:
        return Period.parse(str(year)) if year else None
    found = {named.period for named in named_periods(text, year)} or {
        named.period for named in periods_of_file_name(text)
    }
    found = {each for each in found if not any(other != each and each.contains(other) for other in found)}
    return found.pop() if len(found) == 1 else None


def period_in_cell(text: str, head: str, year: int | None) -> Period | None:
    """Return the period of a cell in a column of periods: `2024`, `Quý I`, `6` under "Tháng", `06/2024`, `2024-H1`."""
    try:
        return Period.parse(text)
    except TongketError:
        pass
    key, above = fold(text).strip(), fold(head)
    month = _MONTHS.fullmatch(key) if "quý" not in above else None
    if month and 1 <= int(month[1]) <= 12 and (month[2] or year):  # noqa: PLR2004 - the months of a year
        return Period.of_months(int(month[2] or year or 0), int(month[1]), int(month[1]))
    return period_of(text, year) or period_of(f"{head} {text}", year)


def without_periods(text: str) -> str:
    """Return words without the periods they name: "Số lớp năm 2024" is "Số lớp"."""
    for named in reversed(named_periods(text, 2000)):
        text = text[: named.span.start] + " " + text[named.span.end :]
    return " ".join(text.split()).strip(" -/,;–")


def _measures_agree(indicator: Indicator, measure: str, words: Sequence[str]) -> bool:
    """Tell whether a measure may be the indicator's: persons are no person-times, shares and money nothing else."""
    told = kind_in(" ".join([measure, *words]))
    if told is not indicator.kind and (measure or told is not FigureKind.COUNT):
        return False
    own, given = fold(indicator.measure), fold(measure)
    return not given or ("lượt" in given) == ("lượt" in own)


def _by_rules(words: Sequence[str], measure: str, title: str, indicators: Sequence[Indicator]) -> list[Indicator]:
    kind = kind_in(" ".join([measure, *words]))
    shown = [bare(each) for each in words]
    row = FigureRow(
        id="", reading="", document="", kind=kind.value, low=None, high=None, approx=False, noun=" ".join(shown),
        start=0, end=0, quote="", sentence=" | ".join(shown[-1:]), at=-1, before="", headings=title, in_cell=True,
        column=" / ".join(shown), said_in="", page=0, line=0,
    )  # fmt: skip
    found = best_fits(row, " ".join(shown), indicators)
    return [each for each in found if _measures_agree(each, measure, words)]


def _proposed(words: Sequence[str], measure: str, title: str, indicators: Sequence[Indicator]) -> Match:
    by_title = _by_rules(words, measure, title, indicators)
    if by_title:
        return Match(tuple(each.id for each in by_title), why="hợp nếu hiểu theo tiêu đề của bảng")
    text = " ".join(words)
    alike = [(likeness(text, each.name), each) for each in indicators if _measures_agree(each, measure, words)]
    best = max((share for share, _ in alike), default=0.0)
    if best < _ALIKE:
        return NOTHING
    return Match(tuple(each.id for share, each in alike if share == best), why="từ ngữ gần giống tên chỉ tiêu")


def _called(words: str, orgs: Iterable[Org], key_of: Callable[[str], str]) -> tuple[str, ...]:
    """Return the orgs of a name; without a word of level it is compared without theirs."""
    with_level = _LEVEL.match(_written_out(words)) is not None
    key = key_of(words)
    found = {
        org.id
        for org in orgs
        for name in (org.name, *org.aliases)
        if key == key_of(name if with_level else _LEVEL.sub("", _written_out(name)))
    }
    return tuple(sorted(found))


def _written_out(name: str) -> str:
    key = fold(" ".join(name.split()))
    for short, word in _SHORT_LEVELS:
        key = short.sub(word, key)
    return key


def _plain(name: str) -> str:
    return without_marks(_written_out(name))
