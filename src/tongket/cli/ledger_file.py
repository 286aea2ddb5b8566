"""Which ledger is meant where none is named."""

from pathlib import Path

from tongket.terms.errors import TongketError


def ledger_file(named: Path | None) -> Path:
    """Return the ledger that was named, or the only one in this folder.

    Raises:
        TongketError: It does not exist; or none was named and there is not exactly one here.
    """
    if named is not None:
        if not named.is_file():
            message = f"Không thấy sổ cái `{named}`. Hãy kiểm tra đường dẫn."
            raise TongketError(message)
        return named
    here = sorted(Path().glob("*.ledger"))
    if len(here) != 1:
        found = "có nhiều sổ cái: " + ", ".join(map(str, here)) if here else "không có sổ cái nào (*.ledger)"
        message = f"Trong thư mục này {found}. Hãy chỉ ra bằng --ledger FILE."
        raise TongketError(message)
    return here[0]
