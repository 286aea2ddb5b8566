"""Which ledger is meant where none is named."""

from gettext import gettext as _
from pathlib import Path

from tongket.actions.open_ledger import server_ledger
from tongket.terms.errors import TongketError


def ledger_file(named: Path | None) -> Path | str:
    """Return the ledger that was named, the one on the server (`DATABASE_URL`), or the only one in this folder.

    Raises:
        TongketError: It does not exist; or none was named, there is no server and there is not exactly one here.
    """
    if named is not None:
        if not named.is_file():
            raise TongketError(_("Không thấy sổ cái `{file}`. Hãy kiểm tra đường dẫn.").format(file=named))
        return named
    if server := server_ledger():
        return server
    here = sorted(Path().glob("*.ledger"))
    if not here:
        raise TongketError(_("Trong thư mục này không có sổ cái nào (*.ledger). Hãy chỉ ra bằng --ledger FILE."))
    if len(here) > 1:
        several = _("Trong thư mục này có nhiều sổ cái: {files}. Hãy chỉ ra bằng --ledger FILE.")
        raise TongketError(several.format(files=", ".join(map(str, here))))
    return here[0]
