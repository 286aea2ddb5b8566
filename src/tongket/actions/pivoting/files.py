"""What is seen of a roll-up as a file: all orgs of the question, not only those of one page; and as a chart."""

import re

from tongket.actions.handed_out import HandedOut
from tongket.actions.people.gate import Person
from tongket.actions.people.office import office
from tongket.actions.pivoting.pivot import Pivot, pivot
from tongket.actions.pivoting.sheet import chart_of, seen
from tongket.reading.period_words import without_marks
from tongket.review.charts import png
from tongket.review.content import Chart
from tongket.review.sheets import csv_text, docx_bytes, xlsx_bytes
from tongket.terms.errors import TongketError

ENDINGS = ("xlsx", "csv", "docx", "png")
"""As which files a roll-up is given."""

# A picture with more bars is a list; the table below it holds all.
_MOST_BARS = 30
_BETWEEN_WORDS = re.compile(r"[^a-z0-9]+")


def drawing(person: Person, asked: Pivot, indicator: str = "") -> Chart | None:
    """Return the chart of one indicator over the orgs; None where there is nothing of it.

    Args:
        person: Who asks.
        asked: The question.
        indicator: Its id; of the first one told where empty.

    Raises:
        TongketError: As `pivot`.
    """
    answered = pivot(person, asked, 0)
    told = (cell.indicator for grid in answered.grids for _head, cells in grid.rows for cell in cells if cell.told)
    found = office().profile.indicator(indicator or next(told, ""))
    if found is None:
        return None
    bars = chart_of(answered, asked, found.id).bars
    return Chart(f"{found.name} ({found.measure})", bars[:_MOST_BARS])


def file_seen(person: Person, asked: Pivot, ending: str, indicator: str = "") -> HandedOut:
    """Return what a question asks for as a file.

    Args:
        person: Who asks.
        asked: The question.
        ending: One of `ENDINGS`.
        indicator: What a picture shows, as of `drawing`.

    Raises:
        TongketError: As `pivot`; there is nothing to draw; the ending is another.
    """
    if ending not in ENDINGS:
        message = f"Bảng tổng hợp không tải được dưới dạng “{ending}”: hãy chọn {', '.join(ENDINGS)}."
        raise TongketError(message)
    content = _picture(person, asked, indicator) if ending == "png" else _table(person, asked, ending)
    words = without_marks(f"tong-hop-{office().names[asked.org]}-{asked.periods[0]}").lower()
    return HandedOut(f"{_BETWEEN_WORDS.sub('-', words).strip('-')}.{ending}", content)


def _picture(person: Person, asked: Pivot, indicator: str) -> bytes:
    drawn = drawing(person, asked, indicator)
    if drawn is None or not drawn.bars:
        message = "Chưa có số liệu để vẽ biểu đồ. Hãy chọn kỳ hoặc chỉ tiêu khác."
        raise TongketError(message)
    return png(drawn)


def _table(person: Person, asked: Pivot, ending: str) -> bytes:
    sheet = seen(pivot(person, asked, 0), asked, f"Tổng hợp số liệu – {office().names[asked.org]}")
    if ending == "csv":
        return csv_text(sheet).encode()
    return xlsx_bytes(sheet) if ending == "xlsx" else docx_bytes(sheet)
