"""Values of a sheet as a person sees them: shares with their sign, days as days, decimals with a comma.

ECMA-376 part 1, 18.8.30: a cell's style names a number format, by number for the built-in ones, by its code for
others. A comma before decimals is what Excel shows in Vietnam, and what the number grammar of reports expects
(`1.125` is a thousand one hundred and twenty-five there).
"""

import datetime as dt
import re
from decimal import Decimal, InvalidOperation

from tongket.terms.quantity import rounded

# Built-in formats that show days or times; the East Asian ones are dates too.
_BUILT_IN_DATES = frozenset((*range(14, 18), 22, *range(27, 32), 36, *range(50, 59)))
_BUILT_IN_TIMES = frozenset((*range(18, 22), *range(32, 36), *range(45, 48)))
_BUILT_IN_PERCENTS = {9: 0, 10: 2}
_QUOTED = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.')
_DECIMALS = re.compile(r"0\.([0#?]+)")
# Excel counts days from the last day of 1899, with a 29 February 1900 that never was; Macintosh files from 1904.
_EPOCH = dt.datetime(1899, 12, 30)  # noqa: DTZ001 (a sheet's days have no time zone)
_EPOCH_1904 = dt.datetime(1904, 1, 1)  # noqa: DTZ001 (as above)
_LAST_DAY = 2_958_465  # 31 December 9999
# Excel shows fifteen digits; what binary arithmetic leaves behind them is no part of a value.
_DIGITS = 15


class Formats:
    """The number formats of one file, by the index of a cell's style."""

    def __init__(self, codes: list[tuple[int, str]], *, from_1904: bool) -> None:
        """Take the number and code of each style's format.

        Args:
            codes: For each cell style in order, its format's number and, for one that is not built in, its code.
            from_1904: Whether days count from 1904.
        """
        self._codes = codes
        self._epoch = _EPOCH_1904 if from_1904 else _EPOCH

    def shown(self, value: str, style: int) -> str:
        """Write a number as its cell shows it."""
        try:
            number = Decimal(value)
        except InvalidOperation:
            return value
        if not number.is_finite() or abs(number.adjusted()) > _DIGITS * 2:
            return value
        built_in, code = self._codes[style] if 0 <= style < len(self._codes) else (0, "")
        bare = _QUOTED.sub("", code.split(";")[0]).lower()
        if (
            built_in in _BUILT_IN_DATES
            or built_in in _BUILT_IN_TIMES
            or (bare and re.search("[ymdhs]", bare) and "0" not in bare)
        ):
            return self._moment(number, bare or ("h" if built_in in _BUILT_IN_TIMES else "dmy")) or plain(number)
        if "%" in bare or built_in in _BUILT_IN_PERCENTS:
            found = _DECIMALS.search(bare)
            places = _BUILT_IN_PERCENTS.get(built_in, len(found.group(1)) if found else 0)
            return share(number, places)
        return plain(number)

    def _moment(self, number: Decimal, bare: str) -> str | None:
        """Write a count of days as a day, a month, a year or a time, whichever its format shows."""
        if not 0 <= number <= _LAST_DAY:
            return None
        moment = self._epoch + dt.timedelta(seconds=round(float(number) * 86400))
        date = "/".join(
            part
            for sign, part in (("d", f"{moment:%d}"), ("m", f"{moment:%m}"), ("y", f"{moment.year:04d}"))
            if sign in bare
        )
        if "y" not in bare and "d" not in bare:
            date = ""
        time = f"{moment:%H:%M}" if "h" in bare else ""
        return " ".join(part for part in (date, time) if part) or None


def share(number: Decimal, places: int) -> str:
    """Write a number as a share in percent with so many decimals at most."""
    return f"{_rounded(number * 100, places)}%"


def plain(number: Decimal) -> str:
    """Write a number in its digits, with a comma before decimals."""
    return _trimmed(f"{number:.{_DIGITS}g}" if number else "0")


def _rounded(number: Decimal, places: int) -> str:
    return _trimmed(f"{rounded(number, min(places, _DIGITS)):f}")


def _trimmed(written: str) -> str:
    if "e" in written.lower():
        written = f"{Decimal(written):f}"
    if "." in written:
        written = written.rstrip("0").rstrip(".")
    return written.replace(".", ",")
