"""`tongket layout`: the Word layout that comes with the software, for an office to edit."""

from gettext import gettext as _
from pathlib import Path

import click

from tongket.cli.writing_bytes import whole_bytes
from tongket.review.word import shipped_layout
from tongket.terms.errors import TongketError
from tongket.terms.profile import Style


@click.command(
    help="Ghi mẫu trình bày Word đi kèm phần mềm vào FILE để cơ quan sửa theo ý mình (phông chữ, lề, lời văn quanh các "
    "thẻ), rồi dùng bằng: tongket review --layout FILE.",
)
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path, dir_okay=False))
@click.option(
    "--style",
    type=click.Choice([style.value for style in Style]),
    default=Style.PARTY.value,
    show_default=True,
    help="Thể thức: của Đảng (party) hay của Nhà nước (state).",
)
def layout(file: Path, style: str) -> None:
    """Write the layout; a file that is there already stays, for it may hold a user's work."""
    if file.exists():
        message = _("Đã có tệp {file}; hãy chọn tên khác để không mất mẫu đang có.")
        raise TongketError(message.format(file=file))
    with whole_bytes(file) as written:
        written.write(shipped_layout(Style(style)))
    click.echo(_("Mẫu trình bày: {file}").format(file=file))
