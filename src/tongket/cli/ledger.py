"""`tongket ledger`: what is in a ledger."""

import json
from dataclasses import asdict
from gettext import gettext as _
from pathlib import Path

import click

from tongket.actions.corrected import corrections
from tongket.actions.excuse import excuses
from tongket.actions.list_documents import Listed, list_documents
from tongket.actions.list_mappings import list_mappings
from tongket.actions.list_reviews import Written, list_reviews
from tongket.actions.open_ledger import close_ledger, open_ledger
from tongket.cli.excuse import excuse_line
from tongket.cli.ledger_entries import correction_line, mapping_line
from tongket.cli.ledger_file import ledger_file

_NAME_WIDTH = 40
_ORG_WIDTH = 18


@click.command(
    help="Liệt kê các văn bản trong sổ cái: của đơn vị nào, kỳ nào, đọc được gì, có gì đáng ngờ; sau đó là những gì "
    "người dùng đã ghi: bảng ghép đã nhận, đính chính, miễn báo cáo, báo cáo đã lập.",
)
@click.option(
    "--ledger", "file", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE", help="Sổ cái (*.ledger)."
)
@click.option("--mappings", is_flag=True, help="In trọn các bảng ghép đã nhận, như trong tệp .mapping.toml.")
@click.option("--json", "as_json", is_flag=True, help="In mỗi văn bản thành một dòng JSON.")
def ledger(*, file: Path | None, mappings: bool, as_json: bool) -> None:
    """Parse, ask, show."""
    open_ledger(ledger_file(file))
    try:
        listed = list_documents()
        written = list_reviews()
        accepted = list_mappings()
        entered = [*map(correction_line, corrections()), *map(excuse_line, excuses())]
    finally:
        close_ledger()
    if mappings:
        for mapping in accepted:
            click.echo(f"# {mapping_line(mapping)}\n{mapping.text}")
        return
    if as_json:
        for each in listed:
            click.echo(json.dumps(asdict(each), ensure_ascii=False))
        return
    click.echo(_row(_("VĂN BẢN"), _("ĐƠN VỊ"), _("KỲ"), _("SỐ LIỆU"), _("CÂU"), _("LƯU Ý")))
    for each in listed:
        click.echo(_shown(each))
    figures = sum(each.figures for each in listed)
    click.echo(_("{documents} văn bản, {figures} số liệu.").format(documents=len(listed), figures=figures))
    for line in (*map(mapping_line, accepted), *entered, *map(_review, written)):
        click.echo(line)


def _review(each: Written) -> str:
    said = _("Báo cáo {period} của {org}: {totals} số tổng hợp, {sentences} câu; lập lại bằng --known-at {at}  {id}")
    row = each.review
    return said.format(
        period=row.period,
        org=row.org,
        totals=row.totals,
        sentences=row.sentences,
        at=each.at.isoformat(),
        id=row.id,
    )


def _shown(each: Listed) -> str:
    codes = " ".join(dict.fromkeys(finding.code for finding in each.findings))
    figures = f"{each.counted}/{each.figures}"
    return _row(each.document.name, each.org or "—", each.period or "—", figures, str(each.statements), codes)


def _row(name: str, org: str, period: str, figures: str, statements: str, codes: str) -> str:
    short = name if len(name) <= _NAME_WIDTH else name[: _NAME_WIDTH - 1] + "…"
    return f"{short:<{_NAME_WIDTH}} {org:<{_ORG_WIDTH}} {period:<10} {figures:>8} {statements:>5}  {codes}".rstrip()
