"""`tongket take-back`: take an entry back that a person made; what it had replaced holds again."""

from datetime import UTC, datetime
from gettext import gettext as _
from pathlib import Path
from types import MappingProxyType

import click

from tongket.actions.open_ledger import close_ledger, open_ledger
from tongket.actions.take_back import take_back as enter
from tongket.cli.ledger_file import ledger_file

_KINDS = MappingProxyType(
    {"C": "đính chính", "K": "miễn báo cáo", "G": "dữ kiện về đơn vị", "H": "sắp xếp đơn vị"},
)


@click.command(
    name="take-back",
    help="Rút lại một mục do người ghi: đính chính C-…, miễn báo cáo K-…, dữ kiện về đơn vị G-…, sắp xếp đơn vị H-… "
    "(mã xem bằng tongket ledger, tongket excuse, tongket org history --entries). Điều nó đã thay lại có hiệu lực; cả "
    "hai vẫn còn trong sổ cái.",
)
@click.argument("entry", metavar="ENTRY")
@click.option("--reason", required=True, metavar="CHỮ", help="Lý do.")
@click.option("--ledger", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE", help="Sổ cái (*.ledger).")
def take_back(*, entry: str, reason: str, ledger: Path | None) -> None:
    """Parse, enter, tell."""
    open_ledger(ledger_file(ledger))
    try:
        row = enter(entry, reason, datetime.now(UTC))
    finally:
        close_ledger()
    said = _("{id}: đã rút lại {kind} {entry}: {reason}.")
    click.echo(said.format(id=row.id, kind=_(_KINDS[row.entry[:1]]), entry=row.entry, reason=row.reason))
