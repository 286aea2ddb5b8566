"""`tongket why`: the way back of a figure."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from gettext import gettext as _
from pathlib import Path
from types import MappingProxyType

import click

from tongket.actions.explain import Step, explain
from tongket.actions.open_ledger import close_ledger, open_ledger
from tongket.cli.ledger_file import ledger_file
from tongket.terms.scope import Scope

_INDENT = "   "
_SCOPES: Mapping[str, str] = MappingProxyType(
    {Scope.OWN: "việc của chính đơn vị", Scope.ALL: "tính cả các đơn vị cấp dưới"}
)


@click.command(help="Chỉ đường về của một con số: tổng, thành phần, văn bản, câu. ID là mã trong phụ lục nguồn.")
@click.argument("name", metavar="ID")
@click.option("--ledger", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE", help="Sổ cái.")
@click.option("--json", "as_json", is_flag=True, help="In thành JSON.")
def why(*, name: str, ledger: Path | None, as_json: bool) -> None:
    """Parse, ask, show."""
    open_ledger(ledger_file(ledger))
    try:
        step = explain(name)
    finally:
        close_ledger()
    if as_json:
        click.echo(json.dumps(asdict(step), ensure_ascii=False, indent=1))
    else:
        for line in _lines(step, 0):
            click.echo(line)


def _lines(step: Step, depth: int) -> Iterator[str]:
    indent = _INDENT * depth
    beside = _("(đối chiếu, không cộng) ") if step.beside else ""
    conflict = _("  [các văn bản nêu khác nhau]") if step.conflict else ""
    scope = f"  [{_(_SCOPES[step.scope])}]" if step.scope else ""
    yield f"{indent}{beside}{step.label}: {step.text}  {step.id}{scope}{conflict}"
    if step.sentence:
        page = _("trang {page}, ").format(page=step.page) if step.page else ""
        line = _("ô {cell}").format(cell=step.cell) if step.cell else _("dòng {line}").format(line=step.line)
        yield f"{indent}{_INDENT}{step.document}, {page}{line}:"
        yield f"{indent}{_INDENT}“{_marked(step)}”"
    if step.base is not None:
        yield f"{indent}{_INDENT}" + _("phần trăm của {text}  {id}").format(text=step.base.text, id=step.base.id)
    for part in step.steps:
        yield from _lines(part, depth + 1)


def _marked(step: Step) -> str:
    if step.quote is None:
        return step.sentence
    start, end = step.quote
    return f"{step.sentence[:start]}»{step.sentence[start:end]}«{step.sentence[end:]}"
