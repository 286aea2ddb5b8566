"""`tongket rollup`: figures of many orgs drawn together on the map of then or of a day."""

import json
from dataclasses import dataclass
from datetime import UTC, date, datetime
from gettext import gettext as _
from pathlib import Path
from typing import Any

import click

from tongket.actions.attribute import attribute_readings
from tongket.actions.compare_periods import Compared, compare_periods
from tongket.actions.find_outliers import Outlier, find_outliers
from tongket.actions.hang_on_map import hang_on_map
from tongket.actions.open_ledger import close_ledger, open_ledger, server_ledger
from tongket.actions.pivoting.wording import note, own_text, total_text
from tongket.actions.read_profile import NAME, find_profile, read_profile
from tongket.actions.roll_up import Line, Rolled, roll_up
from tongket.actions.rolling.asked import Asked
from tongket.actions.rolling.kept_file import kept_beside
from tongket.actions.rolling.places import Where
from tongket.cli.ledger_file import ledger_file
from tongket.cli.moments import moment
from tongket.cli.reports import take_in_folder
from tongket.cli.rollup_changes import compared_lines, compared_row
from tongket.cli.rollup_files import check_ending, write_rows
from tongket.cli.rollup_outliers import outlier_lines, outlier_row
from tongket.cli.rollup_rows import counts_line, counts_row, file_row, json_row, part_lines
from tongket.terms.errors import TongketError
from tongket.terms.finding import Severity
from tongket.terms.period import Period

_FILE = click.Path(path_type=Path, dir_okay=False)
_WAS = "was"
_LEDGER = Path("rollup.ledger")


@dataclass(frozen=True)
class Options:
    """What was asked for: the options of the command under their names."""

    folder: Path | None
    ledger: Path | None
    profile: Path | None
    org: str
    period: tuple[str, ...]
    as_of: str
    known_at: str | None
    indicator: tuple[str, ...]
    level: str
    of_level: str
    drill: bool
    against: str | None
    outliers: bool
    engine: str
    kept: Path | None
    output: Path | None
    as_json: bool


@click.command(
    help="Cộng số liệu của các đơn vị trong thư mục FOLDER hoặc trong sổ cái, theo bản đồ đơn vị khi đó hoặc của một "
    "ngày; mỗi dòng nói rõ chính xác, chia theo tỷ lệ hay không suy ra được.",
)
@click.argument("folder", metavar="[FOLDER]", required=False, type=click.Path(path_type=Path, file_okay=False))
@click.option("--ledger", type=_FILE, metavar="FILE", help="Sổ cái (*.ledger).")
@click.option("--profile", type=_FILE, metavar="FILE", help=f"Hồ sơ; mặc định {NAME} trong FOLDER hoặc thư mục cha.")
@click.option("--org", required=True, metavar="ORG", help="Mã (id) của đơn vị.")
@click.option("--period", required=True, multiple=True, metavar="KỲ", help="Kỳ: 2024, 2025-H1…; lặp lại được.")
@click.option("--as-of", default=_WAS, show_default=True, metavar="was|NGÀY", help="Bản đồ khi đó, hay của một ngày.")
@click.option("--known-at", metavar="LÚC", help="Chỉ tính những gì đã ghi đến lúc ấy: 2025-12-31 hay 2025-12-31T17:00.")
@click.option("--indicator", multiple=True, metavar="ID", help="Chỉ tiêu; lặp lại được; mặc định mọi chỉ tiêu.")
@click.option("--level", default="", metavar="CẤP", help="Mỗi đơn vị cấp này dưới ORG một dòng.")
@click.option("--of-level", default="", metavar="CẤP", help="Cộng số của các đơn vị cấp này; mặc định ngay bên dưới.")
@click.option("--drill", is_flag=True, help="Kể từng thành phần, đến mã của câu (xem bằng tongket why).")
@click.option(
    "--engine",
    default="duckdb",
    show_default=True,
    metavar="duckdb|postgresql://…|MASTER",
    help="Nơi tính: máy này, một máy chủ PostgreSQL, hoặc một Spark master.",
)
@click.option("--kept", type=_FILE, metavar="FILE", help="Tệp giữ sẵn số đã cộng; mặc định cạnh sổ cái, đuôi -kept.")
@click.option("--against", metavar="KỲ", help="So với kỳ này: tăng giảm bao nhiêu, do bản đồ và do công việc.")
@click.option("--outliers", is_flag=True, help="Kể cả những số lệch xa số của chính đơn vị ở các kỳ khác.")
@click.option("-o", "--output", type=_FILE, metavar="FILE", help="Ghi thành tệp .csv, .xlsx hoặc .parquet.")
@click.option("--json", "as_json", is_flag=True, help="In kết quả thành JSON.")
def rollup(**given: Any) -> None:  # noqa: ANN401 - click hands over the options by name; `Options` types them
    """Parse, take in, ask, write, tell."""
    options = Options(**given)
    asked = _asked(options)
    if options.output:
        check_ending(options.output)
    profile = read_profile(options.profile or find_profile(options.folder or Path()))
    now = datetime.now(UTC)
    ledger = _ledger(options)
    kept = options.kept or (kept_beside(ledger) if isinstance(ledger, Path) else None)
    open_ledger(ledger)
    try:
        if options.folder:
            _take_in_all(options, options.folder, now)
        whole = hang_on_map(profile)
        attribute_readings(whole, now)
        rolled = roll_up(whole, asked, kept)
        compared = compare_periods(whole, asked, Period.parse(options.against)) if options.against else []
        far = find_outliers(whole, asked.where, asked.known_at, asked.engine) if options.outliers else []
    finally:
        close_ledger()
    if options.output:
        rows = [file_row(line) for line in rolled.lines]
        write_rows(options.output, rows, list(rows[0]) if rows else [])
    if options.as_json:
        click.echo(json.dumps(_summary(rolled, compared, far), ensure_ascii=False, indent=1))
    else:
        _tell(rolled, options)
        for line in (*compared_lines(compared, options.against or ""), *outlier_lines(far)):
            click.echo(line)


def _asked(options: Options) -> Asked:
    where = Where(options.org, options.level, options.of_level, _day(options.as_of))
    periods = tuple(Period.parse(each) for each in options.period)
    return Asked(where, periods, options.indicator, moment(options.known_at), options.drill, options.engine)


def _day(written: str) -> date | None:
    if written == _WAS:
        return None
    try:
        return date.fromisoformat(written)
    except ValueError as fault:
        message = _("Không hiểu --as-of “{text}”. Hãy viết was, hoặc một ngày như 2025-07-01.")
        raise TongketError(message.format(text=written)) from fault


def _ledger(options: Options) -> Path | str:
    if options.folder is None:
        return ledger_file(options.ledger)
    if not options.folder.is_dir():
        raise TongketError(_("Không có thư mục `{folder}`.").format(folder=options.folder))
    return options.ledger or server_ledger() or _LEDGER


def _take_in_all(options: Options, folder: Path, now: datetime) -> None:
    for taken in take_in_folder(folder, (options.output, options.ledger, options.profile, options.kept), now):
        for finding in taken.findings:
            if finding.severity == Severity.ERROR:
                click.echo(f"{taken.file}:{finding.line or 1}: {finding.code} {finding.message}", err=True)


def _summary(rolled: Rolled, compared: list[Compared], far: list[Outlier]) -> dict[str, Any]:
    changes = {"changes": [compared_row(each) for each in compared]} if compared else {}
    outliers = {"outliers": [outlier_row(each) for each in far]} if far else {}
    return {
        "reports": [counts_row(org, str(period), counts) for (org, period), counts in rolled.counts.items()],
        "figures": [json_row(line, rolled) for line in rolled.lines],
        **changes,
        **outliers,
    }


def _tell(rolled: Rolled, options: Options) -> None:
    if options.as_of == _WAS:
        click.echo(_("Theo bản đồ đơn vị khi đó."))
    else:
        click.echo(_("Theo bản đồ đơn vị ngày {day}.").format(day=options.as_of))
    for (org, period), counts in sorted(rolled.counts.items(), key=lambda each: (each[0][1], each[0][0])):
        click.echo(counts_line(rolled.names.get(org, org), period.label, counts))
    if not rolled.lines:
        click.echo(_("Không có số liệu nào."))
    heading: tuple[str, str] | None = None
    for line in rolled.lines:
        if heading != (line.org, str(line.period)):
            heading = (line.org, str(line.period))
            click.echo("\n" + click.style(f"{line.name}, {line.period.label}", bold=True))
        _tell_line(line, rolled)
    if options.output:
        click.echo(_("Đã ghi {count} dòng vào {file}").format(count=len(rolled.lines), file=options.output))


def _tell_line(line: Line, rolled: Rolled) -> None:
    own = "" if line.own is None else _("; tự báo cáo: {own}").format(own=own_text(line))
    given = "" if not line.owed else _(" ({given}/{owed} đơn vị)").format(given=line.orgs, owed=line.owed)
    told = note(line)
    click.echo(f"  {line.indicator.name}: {total_text(line)}{given}{own}" + (f" [{told}]" if told else ""))
    for part in part_lines(line, rolled):
        click.echo(part)
