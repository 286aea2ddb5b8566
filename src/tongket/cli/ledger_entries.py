"""What people entered into a ledger, as lines of the screen: mappings they accepted, corrections, excuses."""

from collections.abc import Iterable
from gettext import gettext as _

from tongket.actions.list_mappings import Accepted
from tongket.review.wording import bounded
from tongket.terms.sheet_mapping import LineRole
from tongket.terms.tables import CorrectionRow


def mapping_line(each: Accepted) -> str:
    """Show a mapping on one line: of which sheet, how much of it counts, whether it holds."""
    tables = each.mapping.tables
    said = _("Bảng ghép của {document}: {tables} bảng, {columns} cột và {rows} dòng được tính; nhận lúc {at}{state}")
    return said.format(
        document=each.document,
        tables=len(tables),
        columns=_counted(line.role for table in tables for line in table.columns),
        rows=_counted(line.role for table in tables for line in table.rows),
        at=each.at.isoformat(),
        state="" if each.holds else _(" (đã được thay)"),
    )


def correction_line(row: CorrectionRow) -> str:
    """Show a correction on one line."""
    said = _("Đính chính {id}: {indicator}, {org}, {period}: {figure}; lý do: {reason}")
    return said.format(
        id=row.id,
        indicator=row.indicator or _("không tính"),
        org=row.org,
        period=row.period,
        figure=bounded(row.quantity),
        reason=row.reason,
    )


def _counted(roles: Iterable[LineRole]) -> int:
    return sum(role is LineRole.FIGURES for role in roles)
