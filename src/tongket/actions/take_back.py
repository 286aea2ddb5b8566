"""Take back an entry that a person made: what it had replaced holds again, and both stay in the ledger."""

from datetime import datetime
from typing import NoReturn

from tongket.ledger.entries import add, rows_of
from tongket.ledger.names import entry_id
from tongket.terms.errors import TongketError
from tongket.terms.tables import CorrectionRow, ExcuseRow, OrgChangeRow, OrgRow, WithdrawalRow

_KINDS: dict[str, type[CorrectionRow | ExcuseRow | OrgRow | OrgChangeRow]] = {
    "C": CorrectionRow,
    "K": ExcuseRow,
    "G": OrgRow,
    "H": OrgChangeRow,
}


def take_back(name: str, reason: str, at: datetime) -> WithdrawalRow:
    """Take back a correction, an excuse, a row of facts about an org or a change of the map.

    Args:
        name: Its whole id: `C-…`, `K-…`, `G-…` or `H-…`.
        reason: Why; never empty.
        at: When it is recorded.

    Returns:
        The withdrawal; taking back again what was taken back changes nothing.

    Raises:
        TongketError: There is no such entry; no reason is given; a later one took its place already; without it the
            map of orgs could not be true.
    """
    entry = name.strip()[:1].upper() + name.strip()[1:].lower()
    kind = _KINDS.get(entry[:1])
    if kind is None or not rows_of(kind, id=entry):
        _refuse(f"sổ cái không có mục “{name}” (C-… đính chính, K-… miễn báo cáo, G-… đơn vị, H-… sắp xếp)")
    if not reason.strip():
        _refuse("cần nói lý do")
    earlier = rows_of(WithdrawalRow, entry=entry)
    if earlier:
        return earlier[0]
    for later in rows_of(kind, replaces=entry):
        if not rows_of(WithdrawalRow, entry=later.id):
            _refuse(f"“{entry}” đã được thay bằng “{later.id}”; hãy rút lại mục đó")
    row = WithdrawalRow(entry_id("V", entry), entry, reason.strip())
    add([row], at=at)
    return row


def _refuse(what: str) -> NoReturn:
    message = f"Không rút lại được: {what}."
    raise TongketError(message)
