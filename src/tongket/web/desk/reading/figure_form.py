"""What a person types of a figure: bounds, indicator, org, period, why. Every error says what and how to mend it."""

from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation

from django.http import QueryDict
from django.utils.translation import gettext

from tongket.actions.correct import Said
from tongket.actions.judging.records import Record
from tongket.actions.people.office import office
from tongket.review.wording import number
from tongket.terms.errors import TongketError
from tongket.terms.period import Period
from tongket.terms.quantity import Quantity
from tongket.web.desk.inbox.orgs import org_named
from tongket.web.desk.refusals.spoken import spoken

_LONGEST_NUMBER = 30


@dataclass
class FigureForm:
    """The fields as typed, with what is wrong with each."""

    low: str = ""
    high: str = ""
    approx: bool = False
    indicator: str = ""
    org_name: str = ""
    period: str = ""
    reason: str = ""
    errors: dict[str, str] = field(default_factory=dict)

    def said(self) -> Said | None:
        """Return what the person says; None with `errors` filled where something cannot be understood."""
        low, high = self._number("low"), self._number("high")
        org = org_named(self.org_name.strip()) if self.org_name.strip() else ""
        if self.org_name.strip() and not org:
            told = gettext("Không có đơn vị nào tên “{name}”. Hãy gõ vài chữ rồi chọn trong danh sách.")
            self.errors["org_name"] = told.format(name=self.org_name)
        period = self._period()
        if low is None and high is None and not self.errors:
            self.errors["low"] = gettext("Hãy ghi ít nhất một cận. Số chính xác thì ghi hai cận bằng nhau.")
        if low is not None and high is not None and low > high:
            self.errors["low"] = gettext("Cận dưới lớn hơn cận trên. Hãy đổi lại.")
        if not self.reason.strip():
            self.errors["reason"] = gettext("Hãy ghi lý do, để đồng nghiệp biết vì sao sửa.")
        if self.errors:
            return None
        return Said(self.reason, Quantity(low, high, self.approx), self.indicator, org, period)

    def _number(self, name: str) -> Decimal | None:
        """Read a number as Vietnamese write it: `1.250`, `12,5`, `1 250`."""
        told = getattr(self, name).strip().replace(" ", "").replace("\u00a0", "")
        if not told:
            return None
        plain = told.replace(".", "").replace(",", ".") if _has_groups(told) else told.replace(",", ".")
        try:
            value = Decimal(plain)
        except InvalidOperation:
            value = Decimal("NaN")
        if not value.is_finite() or len(plain) > _LONGEST_NUMBER:
            self.errors[name] = gettext("“{told}” không phải là số. Hãy ghi như 1.250 hoặc 12,5.").format(told=told)
            return None
        return value

    def _period(self) -> Period | None:
        try:
            return Period.parse(self.period) if self.period.strip() else None
        except TongketError as error:
            self.errors["period"] = spoken(error)
            return None


def typed(post: QueryDict) -> FigureForm:
    """Return the form as a person filled it in."""
    return FigureForm(
        low=post.get("low", ""),
        high=post.get("high", ""),
        approx=post.get("approx") == "1",
        indicator=post.get("indicator", ""),
        org_name=post.get("org_name", ""),
        period=post.get("period", ""),
        reason=post.get("reason", ""),
    )


def filled(record: Record) -> FigureForm:
    """Return the form filled in with what holds of a figure now."""
    quantity = record.quantity or Quantity(None, None)
    indicator, org, period = record.counts
    low = number(quantity.low) if quantity.low is not None else ""
    high = number(quantity.high) if quantity.high is not None else ""
    return FigureForm(low, high, quantity.approx, indicator, office().names.get(org, org), period)


def indicators() -> list[tuple[str, str]]:
    """Return the choices of indicators, by theme in the order of the profile."""
    return [(each.id, f"{each.name} ({each.measure})") for each in office().profile.indicators]


def _has_groups(told: str) -> bool:
    """Tell whether the points in a number divide thousands: `1.250` and `1.250,5` do, `12.5` does not."""
    whole = told.split(",", 1)[0].lstrip("-")
    groups = whole.split(".")
    return len(groups) > 1 and all(len(group) == 3 for group in groups[1:])  # noqa: PLR2004 - thousands
