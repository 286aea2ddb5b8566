"""`tongket excuse`: excuse an org from a report, or list who is excused."""

import json
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from gettext import gettext as _
from pathlib import Path
from types import MappingProxyType
from typing import Any

import click

from tongket.actions.as_known import last_profile
from tongket.actions.excuse import Excused, excuses
from tongket.actions.excuse import excuse as enter
from tongket.actions.open_ledger import close_ledger, open_ledger
from tongket.actions.read_profile import NAME, find_profile, read_profile
from tongket.cli.ledger_file import ledger_file
from tongket.terms.errors import TongketError
from tongket.terms.period import Period
from tongket.terms.profile import Profile, ReportKind
from tongket.terms.tables import ExcuseRow

_FILE = click.Path(path_type=Path, dir_okay=False)
REPORTS = MappingProxyType(
    {
        ReportKind.MONTH.value: "báo cáo tháng",
        ReportKind.QUARTER.value: "báo cáo quý",
        ReportKind.HALF.value: "báo cáo nửa năm",
        ReportKind.YEAR.value: "báo cáo năm",
    }
)


@dataclass(frozen=True)
class Options:
    """What was asked for: the options of the command under their names."""

    org: str | None
    report: str | None
    period: str | None
    reason: str | None
    profile: Path | None
    ledger: Path | None
    as_json: bool

    @property
    def excused(self) -> Excused:
        """Which report need not come.

        Raises:
            TongketError: An option is missing.
        """
        if not (self.org and self.report and self.period and self.reason):
            raise TongketError(_("Cần nói đủ đơn vị, --report, --period và --reason; không nói gì thì lệnh liệt kê."))
        return Excused(self.org, ReportKind(self.report), Period.parse(self.period), self.reason)


@click.command(
    help="Miễn cho đơn vị ORG một báo cáo: báo cáo ấy không bị tính là thiếu. Không có ORG thì liệt kê các miễn báo "
    "cáo đang có hiệu lực. Rút lại bằng tongket take-back K-…",
)
@click.argument("org", metavar="[ORG]", required=False)
@click.option("--report", type=click.Choice(list(REPORTS)), help="Loại báo cáo: tháng, quý, nửa năm, năm.")
@click.option("--period", metavar="KỲ", help="Kỳ của báo cáo: 2024, 2024-H1, 2024-Q3, 2024-06…")
@click.option("--reason", metavar="CHỮ", help="Lý do.")
@click.option("--profile", type=_FILE, metavar="FILE", help=f"Hồ sơ; mặc định hồ sơ sổ cái đã dùng, hoặc {NAME} ở đây.")
@click.option("--ledger", type=_FILE, metavar="FILE", help="Sổ cái (*.ledger).")
@click.option("--json", "as_json", is_flag=True, help="In mỗi miễn báo cáo thành một dòng JSON.")
def excuse(**given: Any) -> None:  # noqa: ANN401 - click hands over the options by name; `Options` types them
    """Parse, enter or ask, tell."""
    options = Options(**given)
    listing = options.org is None and not (options.report or options.period or options.reason)
    excused = None if listing else options.excused
    open_ledger(ledger_file(options.ledger))
    try:
        found = [enter(excused, _profile(options), datetime.now(UTC))] if excused else excuses()
    finally:
        close_ledger()
    if listing and not found and not options.as_json:
        click.echo(_("Không có miễn báo cáo nào."))
    for row in found:
        click.echo(json.dumps(asdict(row), ensure_ascii=False) if options.as_json else excuse_line(row))


def excuse_line(row: ExcuseRow) -> str:
    """Show an excuse on one line."""
    said = _("{id}: {org}, {report} {period} được miễn: {reason}")
    return said.format(id=row.id, org=row.org, report=_(REPORTS[row.report]), period=row.period, reason=row.reason)


def _profile(options: Options) -> Profile:
    if options.profile:
        return read_profile(options.profile)
    return last_profile() or read_profile(find_profile(Path()))
