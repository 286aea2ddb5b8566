"""`tongket export`: what the ledger holds, for other programs."""

from datetime import UTC, datetime
from gettext import gettext as _
from pathlib import Path
from typing import Any

import click

from tongket.actions.attribute import attribute_readings
from tongket.actions.dhis2.export_values import Wanted, export_values
from tongket.actions.open_ledger import close_ledger, open_ledger
from tongket.actions.read_profile import NAME, find_profile, read_profile
from tongket.cli.language import SpokenGroup
from tongket.cli.ledger_file import ledger_file
from tongket.cli.writing import whole_file
from tongket.terms.period import Period

_FILE = click.Path(path_type=Path, dir_okay=False)


@click.group(cls=SpokenGroup, help="Xuất số liệu trong sổ cái cho chương trình khác.")
def export() -> None:
    """Hold the commands together; what it says is its `help`."""


@export.command(help="Xuất số liệu của một đơn vị, một kỳ thành tệp dataValueSets JSON của DHIS2 (docs/dhis2.md).")
@click.option("--ledger", type=_FILE, metavar="FILE", help="Sổ cái (*.ledger).")
@click.option(
    "--profile", type=_FILE, metavar="FILE", help=f"Hồ sơ có bảng [dhis2]; mặc định {NAME} trong thư mục này."
)
@click.option("--org", required=True, metavar="ORG", help="Mã (id) của đơn vị trong hồ sơ.")
@click.option("--period", required=True, metavar="KỲ", help="Kỳ: 2024, 2024-H1, 2024-Q3, 2024-06…")
@click.option("--below", is_flag=True, help="Cả số liệu của mọi đơn vị trực thuộc.")
@click.option("--within", is_flag=True, help="Cả số liệu của các kỳ nằm trong kỳ này.")
@click.option("--bounds", is_flag=True, help="Cả số có cận (“trên 150”): giá trị là cận đã biết, ghi chú nói rõ cận.")
@click.option("--codes", "by_code", is_flag=True, help="Dùng mã (code) của chỉ tiêu, đơn vị thay cho mã UID của DHIS2.")
@click.option("-o", "--output", type=_FILE, default=Path("values.json"), show_default=True, help="Tệp JSON sẽ ghi.")
def dhis2(**given: Any) -> None:  # noqa: ANN401 - click hands over the options by name
    """Parse, ask, write, tell."""
    profile = read_profile(given["profile"] or find_profile(Path()))
    names = ("below", "within", "bounds", "by_code")
    wanted = Wanted(given["org"], Period.parse(given["period"]), **{name: bool(given[name]) for name in names})
    open_ledger(ledger_file(given["ledger"]))
    try:
        out = export_values(profile, attribute_readings(profile, datetime.now(UTC)), wanted)
    finally:
        close_ledger()
    with whole_file(given["output"]) as file:
        file.write(out.text)
    for finding in out.findings:
        click.echo(f"{given['output']}:1: {finding.code} {finding.message}", err=True)
    told = _("{file}: {values} giá trị; {left} điều không xuất được.")
    click.echo(told.format(file=given["output"], values=out.values, left=len(out.findings)))
