"""A stretch of the reporting calendar: a month, a quarter, a half-year, the first months of a year, a year, a term.

Written as in the format `tongket-reading/1`: `2023`, `2023-Q1`, `2023-H1`, `2023-06`, `2023-M4` (the first four
months), `2020/2025` (a term). The same stretch has one writing: the first six months are `2023-H1`, never `2023-M6`.
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from tongket.terms.errors import TongketError

_YEAR_MONTHS = 12
_QUARTER_MONTHS = 3
_HALF_MONTHS = 6
_ROMAN = ("I", "II", "III", "IV")
_WRITTEN = re.compile(r"(\d{4})(?:-(?:Q([1-4])|H([12])|M([1-9]|1[0-2])|(0[1-9]|1[0-2]))|/(\d{4}))?")


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """Whole months from the first of one to the last of another.

    Attributes:
        first: Its first day, a first of a month.
        last: Its last day, the last of a month.
    """

    first: date
    last: date

    @classmethod
    def parse(cls, text: str) -> "Period":
        """Read the writing of the format.

        Raises:
            TongketError: The text is no writing of a period.
        """
        match = _WRITTEN.fullmatch(text.strip())
        if match is None or (match[6] and int(match[6]) <= int(match[1])) or match[1] == "0000":
            message = (
                f"Không hiểu kỳ báo cáo “{text}”: hãy viết như 2024, 2024-H1, 2024-Q3, 2024-06, 2024-M9 hoặc 2020/2025."
            )
            raise TongketError(message)
        year, quarter, half, months, month, until = (int(group) if group else 0 for group in match.groups())
        if quarter:
            return cls.of_months(year, quarter * _QUARTER_MONTHS - 2, quarter * _QUARTER_MONTHS)
        if half:
            return cls.of_months(year, half * _HALF_MONTHS - 5, half * _HALF_MONTHS)
        if month:
            return cls.of_months(year, month, month)
        return (
            cls(date(year, 1, 1), date(until or year, _YEAR_MONTHS, 31))
            if not months
            else cls.of_months(year, 1, months)
        )

    @classmethod
    def of_months(cls, year: int, first: int, last: int) -> "Period":
        """Return the months `first` to `last` of `year`, both counted from 1 and both within."""
        return cls(date(year, first, 1), date(year, last, monthrange(year, last)[1]))

    def __str__(self) -> str:
        """Return the writing of the format; months that have none are two dates with `..` between."""
        return _written(self)

    @property
    def is_term(self) -> bool:
        """Tell whether it runs over more than one calendar year: a term of office, which never adds up from years."""
        return self.first.year != self.last.year

    @property
    def label(self) -> str:
        """The period as an official report writes it: `6 tháng đầu năm 2023`, `quý I/2023`, `năm 2023`."""
        text, year = str(self), self.first.year
        if self.is_term:
            return f"nhiệm kỳ {year} - {self.last.year}"
        mark = text[5:6]
        if mark == "Q":
            return f"quý {_ROMAN[int(text[6]) - 1]}/{year}"
        if mark == "H":
            return f"6 tháng {'đầu' if text[6] == '1' else 'cuối'} năm {year}"
        if mark == "M":
            return f"{text[6:]} tháng đầu năm {year}"
        if not mark:
            return f"năm {year}"
        begin, end = self.first.month, self.last.month
        return f"tháng {begin}/{year}" if begin == end else f"từ tháng {begin} đến tháng {end} năm {year}"

    @property
    def a_year_before(self) -> "Period":
        """The same stretch of the year before; for a term, the term before."""
        back = self.last.year - self.first.year if self.is_term else 1
        last_year, last_month = self.last.year - back, self.last.month
        last = date(last_year, last_month, monthrange(last_year, last_month)[1])
        return Period(self.first.replace(year=self.first.year - back), last)

    def contains(self, other: "Period | date") -> bool:
        """Tell whether a day or a whole other period lies within this one."""
        if isinstance(other, Period):
            return self.first <= other.first and other.last <= self.last
        return self.first <= other <= self.last

    def overlaps(self, other: "Period") -> bool:
        """Tell whether the two share at least one day."""
        return self.first <= other.last and other.first <= self.last


@lru_cache(maxsize=4096)
def _written(period: Period) -> str:
    # There are few periods, and each is written once for every figure of a roll-up.
    year, begin, end = period.first.year, period.first.month, period.last.month
    if period.is_term:
        return f"{year}/{period.last.year}"
    if end - begin == _QUARTER_MONTHS - 1 and end % _QUARTER_MONTHS == 0:
        return f"{year}-Q{end // _QUARTER_MONTHS}"
    if end - begin == _HALF_MONTHS - 1 and end % _HALF_MONTHS == 0:
        return f"{year}-H{end // _HALF_MONTHS}"
    if begin == end:
        return f"{year}-{begin:02d}"
    if begin == 1:
        return f"{year}" if end == _YEAR_MONTHS else f"{year}-M{end}"
    return f"{period.first}..{period.last}"
