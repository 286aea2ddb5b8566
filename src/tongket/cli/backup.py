"""`tongket backup` and `tongket restore`: a ledger with its accounts in one file, and back, on any database."""

import os
import sys
import time
from gettext import gettext as _
from pathlib import Path

import click

from tongket.cli.progress import Passing

_LEDGER = click.option(
    "--ledger",
    type=click.Path(dir_okay=False, path_type=Path),
    default=Path("tongket.ledger"),
    show_default=True,
    help="Tệp sổ cái; không dùng khi có DATABASE_URL.",
)


@click.command(
    "backup",
    help="Sao lưu sổ cái và tài khoản vào FILE (.zip), kể cả khi mọi người đang làm việc. Tệp có mật khẩu đã băm và "
    "khóa xác thực hai lớp: hãy cất nơi an toàn.",
)
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path, dir_okay=False))
@_LEDGER
def backup(file: Path, ledger: Path) -> None:
    """Write the backup and say what is in it."""
    place = _open(ledger, must_be_there=True)
    # What knows the tables can be loaded only once the ledger is named.
    from tongket.actions.keeping.backup import back_up
    from tongket.actions.now import now

    kept = back_up(file, now(), Passing(sys.stdout, time.monotonic).told)
    rows = sum(each.rows for each in kept)
    click.echo(_("Đã sao lưu {place} vào {file}: {rows} dòng.").format(place=place, file=file, rows=rows))


@click.command(
    "restore",
    help="Khôi phục sổ cái và tài khoản từ FILE vào một sổ cái mới, trên SQLite hay PostgreSQL, dù bản sao lưu được "
    "làm trên loại nào. Sổ cái đã có dữ liệu thì từ chối.",
)
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path, dir_okay=False, exists=True))
@_LEDGER
def restore(file: Path, ledger: Path) -> None:
    """Fill the new ledger and say what is in it."""
    place = _open(ledger, must_be_there=False)
    from tongket.actions.keeping.restore import restore as restore_from

    kept = restore_from(file, Passing(sys.stdout, time.monotonic).told)
    rows = sum(each.rows for each in kept)
    click.echo(_("Đã khôi phục {file} vào {place}: {rows} dòng.").format(place=place, file=file, rows=rows))


def _open(ledger: Path, *, must_be_there: bool) -> str:
    from tongket.actions.open_desk import desk_settings, open_tables

    server = os.environ.get("DATABASE_URL", "")
    if must_be_there and not server and not ledger.exists():
        raise click.UsageError(_("Không có sổ cái {file}: hãy chỉ ra bằng --ledger.").format(file=ledger))
    desk_settings(server or ledger)
    open_tables(server or ledger)
    return _("máy chủ cơ sở dữ liệu") if server else str(ledger)
