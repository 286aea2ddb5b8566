"""The question of a roll-up in an address: read from it with what is wrong, written into links."""

from dataclasses import dataclass, field
from datetime import date, datetime
from urllib.parse import urlencode

from django.http import QueryDict
from django.utils.timezone import get_current_timezone
from django.utils.translation import gettext as _

from tongket.actions.people.office import office
from tongket.actions.pivoting.pivot import SIDES, Pivot
from tongket.actions.pivoting.sides import levels_below, periods_told
from tongket.terms.errors import TongketError
from tongket.terms.period import Period
from tongket.web.desk.refusals.spoken import spoken

# What stands in no address, since it is asked most.
_LEFT_OUT = {"rows": "indicator", "columns": "org", "map": "was"}
NAMES = ("rows", "columns", "periods", "level", "of_level", "map", "day", "known_at")


@dataclass
class Question:
    """What an address asks.

    Attributes:
        pivot: The question; None where something is wrong.
        typed: What was typed, by name; nothing of it is lost.
        indicators: Ids of the indicators that were ticked.
        wrong: What is wrong, by name.
        page: From 1.
    """

    pivot: Pivot | None
    typed: dict[str, str]
    indicators: tuple[str, ...] = ()
    wrong: dict[str, str] = field(default_factory=dict)
    page: int = 1
    part: int = 1

    def query(self, **other: object) -> str:
        """Return the question as the query of an address, with some of it said otherwise; `None` leaves out."""
        pairs = {name: value for name, value in self.typed.items() if value and value != _LEFT_OUT.get(name)}
        pairs |= {name: str(value) for name, value in other.items()}
        told = [(name, value) for name, value in pairs.items() if other.get(name, "") is not None]
        return urlencode([*told, *(("indicators", each) for each in self.indicators)])


def question_of(given: QueryDict, org: str) -> Question:
    """Read the question about an org from the query of an address; what is left out is what is asked most."""
    place = office()
    typed = {name: given.get(name, "").strip() for name in NAMES}
    typed["periods"] = typed["periods"] or ",".join(given.getlist("period"))
    wrong: dict[str, str] = {}
    typed["rows"] = typed["rows"] or "indicator"
    typed["columns"] = typed["columns"] or ("org" if typed["rows"] != "org" else "indicator")
    if typed["rows"] not in SIDES or typed["columns"] not in SIDES or typed["rows"] == typed["columns"]:
        wrong["columns"] = _("Hàng và cột phải là hai thứ khác nhau. Hãy chọn lại.")
    known = {each.id for each in place.profile.indicators}
    indicators = tuple(dict.fromkeys(each for each in given.getlist("indicators") if each in known))
    periods = _periods(typed, wrong, org)
    level, of_level = (_level(name, typed, wrong, levels_below(place, org)) for name in ("level", "of_level"))
    day, known_at = _day(typed, wrong), _moment(typed, wrong)
    asked = Pivot(org, periods, indicators, typed["rows"], typed["columns"], level, of_level, day, known_at)
    page, part = (_number(given.get(name, "1")) for name in ("page", "part"))
    return Question(None if wrong else asked, typed, indicators, wrong, page, part)


def _number(written: str) -> int:
    # No roll-up has as many pages.
    return max(1, int(written)) if written.isdecimal() and len(written) < 6 else 1  # noqa: PLR2004 - as said


def _periods(typed: dict[str, str], wrong: dict[str, str], org: str) -> tuple[Period, ...]:
    if not typed["periods"]:
        told = periods_told(office(), org)
        typed["periods"] = str(told[0]) if told else str(date.today().year - 1)  # noqa: DTZ011 - a first proposal
    try:
        found = tuple(
            dict.fromkeys(Period.parse(each) for each in typed["periods"].replace(";", ",").split(",") if each)
        )
    except TongketError as error:
        wrong["periods"] = spoken(error)
        return ()
    if not found:
        wrong["periods"] = _("Cần ít nhất một kỳ, ví dụ 2024 hoặc 2024-H1.")
    return found


def _level(name: str, typed: dict[str, str], wrong: dict[str, str], levels: list[str]) -> str:
    if typed[name] and typed[name] not in levels:
        wrong[name] = _("Dưới đơn vị này không có cấp “{level}”.").format(level=typed[name])
    return typed[name]


def _day(typed: dict[str, str], wrong: dict[str, str]) -> date | None:
    if typed["map"] != "is":
        typed["map"] = "was"
        return None
    try:
        return date.fromisoformat(typed["day"])
    except ValueError:
        wrong["day"] = _("Cần một ngày để lấy bản đồ đơn vị, ví dụ 2025-07-01.")
        return None


def _moment(typed: dict[str, str], wrong: dict[str, str]) -> datetime | None:
    if not typed["known_at"]:
        return None
    try:
        moment = datetime.fromisoformat(typed["known_at"])
    except ValueError:
        wrong["known_at"] = _("Không hiểu thời điểm này. Hãy chọn ngày giờ, ví dụ 2025-01-31 17:00.")
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=get_current_timezone())
