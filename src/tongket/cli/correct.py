"""`tongket correct`: say what a figure is where it was read wrongly, or take such a correction back."""

from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal, InvalidOperation
from gettext import gettext as _
from pathlib import Path
from typing import Any

import click

from tongket.actions.correct import Said
from tongket.actions.correct import correct as enter
from tongket.actions.open_ledger import close_ledger, open_ledger
from tongket.actions.take_back import take_back
from tongket.cli.ledger_file import ledger_file
from tongket.review.wording import bounded
from tongket.terms.errors import TongketError
from tongket.terms.period import Period
from tongket.terms.quantity import Quantity


@dataclass(frozen=True)
class Options:
    """What was asked for: the options of the command under their names."""

    name: str
    reason: str
    value: str | None
    low: str | None
    high: str | None
    approx: bool
    indicator: str | None
    none: bool
    org: str | None
    period: str | None
    back: bool
    ledger: Path | None

    @property
    def quantity(self) -> Quantity | None:
        """The number that was said, None where none was."""
        if self.value is None and self.low is None and self.high is None:
            return None
        low, high = (self.value or self.low, self.value or self.high)
        return Quantity(_number(low), _number(high), self.approx)


@click.command(
    help="Đính chính một số liệu đã đọc: ID là mã F-… hoặc C-… trong phụ lục nguồn. Điều không nói thì giữ như cũ; số "
    "đã đọc và mọi đính chính vẫn còn trong sổ cái.",
)
@click.argument("name", metavar="ID")
@click.option("--reason", required=True, metavar="CHỮ", help="Lý do.")
@click.option("--value", metavar="SỐ", help="Số đúng, viết liền: 1240 hoặc 12.5.")
@click.option("--low", metavar="SỐ", help="Cận dưới; không có cận trên là “trên”.")
@click.option("--high", metavar="SỐ", help="Cận trên; không có cận dưới là “dưới”.")
@click.option("--approx", is_flag=True, help="Số ước lượng.")
@click.option("--indicator", metavar="ID", help="Là chỉ tiêu này.")
@click.option("--none", is_flag=True, help="Không tính vào chỉ tiêu nào.")
@click.option("--org", metavar="ORG", help="Của đơn vị này.")
@click.option("--period", metavar="KỲ", help="Của kỳ này.")
@click.option("--back", is_flag=True, help="Rút lại đính chính C-…: số trước nó lại có hiệu lực.")
@click.option("--ledger", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE", help="Sổ cái.")
def correct(**given: Any) -> None:  # noqa: ANN401 - click hands over the options by name; `Options` types them
    """Parse, enter, tell."""
    options, now = Options(**given), datetime.now(UTC)
    open_ledger(ledger_file(options.ledger))
    try:
        said = _taken_back(options, now) if options.back else _corrected(options, now)
    finally:
        close_ledger()
    click.echo(said)


def _taken_back(options: Options, now: datetime) -> str:
    row = take_back(options.name, options.reason, now)
    return _("{id}: đã rút lại {entry}.").format(id=row.id, entry=row.entry)


def _corrected(options: Options, now: datetime) -> str:
    row = enter(
        options.name,
        Said(
            reason=options.reason,
            quantity=options.quantity,
            indicator="" if options.none else options.indicator,
            org=options.org,
            period=Period.parse(options.period) if options.period else None,
        ),
        now,
    )
    return _("{id}: {indicator}, {org}, {period}: {figure}. Rút lại: tongket correct {id} --back --reason …").format(
        id=row.id,
        indicator=row.indicator or _("không tính"),
        org=row.org,
        period=row.period,
        figure=bounded(row.quantity),
    )


def _number(text: str | None) -> Decimal | None:
    if text is None:
        return None
    try:
        value = Decimal(text)
    except InvalidOperation as error:
        raise TongketError(_not_a_number(text)) from error
    if not value.is_finite():
        raise TongketError(_not_a_number(text))
    return value


def _not_a_number(text: str) -> str:
    return _("“{text}” không phải là số. Hãy viết liền các chữ số, như 1240 hoặc 12.5.").format(text=text)
