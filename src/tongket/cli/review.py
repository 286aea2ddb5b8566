"""`tongket review`: a folder of reports in, a review out."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from gettext import gettext as _
from pathlib import Path
from typing import Any

import click

from tongket.actions.hang_on_map import hang_on_map
from tongket.actions.open_ledger import close_ledger, open_ledger, server_ledger
from tongket.actions.read_profile import NAME, find_profile, read_profile
from tongket.actions.summarise import summary
from tongket.actions.take_in import TakenIn
from tongket.actions.write_review import Review, write_again, write_review
from tongket.cli.moments import moment
from tongket.cli.reports import take_in_folder
from tongket.cli.writing import whole_file
from tongket.cli.writing_bytes import whole_bytes
from tongket.review.content import StatementLine
from tongket.review.page import write_page
from tongket.review.sentences import coverage_sentence
from tongket.review.word import write_docx
from tongket.terms.finding import Severity
from tongket.terms.period import Period

_FILE = click.Path(path_type=Path, dir_okay=False)


@dataclass(frozen=True)
class Options:
    """What was asked for: the options of the command under their names."""

    folder: Path
    org: str
    period: str
    output: Path
    html: Path | None
    profile: Path | None
    ledger: Path | None
    layout: Path | None
    as_json: bool
    known_at: str | None

    @property
    def ledger_place(self) -> Path | str:
        """The ledger that was named, the one on the server, or the one beside the output."""
        return self.ledger or server_ledger() or self.output.with_suffix(".ledger")


@click.command(
    help="Tổng hợp các báo cáo trong thư mục FOLDER thành một báo cáo tổng kết, mỗi con số dẫn về câu đã nêu nó. "
    "Kết thúc với mã 0 khi không có lỗi, 1 khi văn bản có lỗi, 2 khi gọi sai.",
)
@click.argument("folder", metavar="FOLDER", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.option("--org", required=True, metavar="ORG", help="Mã (id) trong hồ sơ của đơn vị được tổng kết.")
@click.option("--period", required=True, metavar="KỲ", help="Kỳ: 2024, 2024-H1, 2024-Q3, 2024-06…")
@click.option("-o", "--output", type=_FILE, default=Path("review.docx"), show_default=True, help="Tệp Word sẽ ghi.")
@click.option("--html", type=_FILE, metavar="FILE", help="Ghi thêm báo cáo thành một trang HTML.")
@click.option("--profile", type=_FILE, metavar="FILE", help=f"Hồ sơ; mặc định {NAME} trong FOLDER hoặc thư mục cha.")
@click.option("--ledger", type=_FILE, metavar="FILE", help="Sổ cái; mặc định nằm cạnh tệp Word, đuôi .ledger.")
@click.option("--layout", type=_FILE, metavar="FILE", help="Mẫu trình bày Word của riêng bạn (xem tongket layout).")
@click.option(
    "--known-at",
    metavar="LÚC",
    help="Lập lại đúng báo cáo như sổ cái đã biết đến lúc ấy (2025-12-31 hay 2025-12-31T17:00); không đọc thêm gì.",
)
@click.option("--json", "as_json", is_flag=True, help="In kết quả thành JSON.")
def review(**given: Any) -> None:  # noqa: ANN401 - click hands over the options by name; `Options` types them
    """Parse, take in, compose, write, tell."""
    options = Options(**given)
    period, now = Period.parse(options.period), datetime.now(UTC)
    profile = read_profile(options.profile or find_profile(options.folder))
    open_ledger(options.ledger_place)
    try:
        then = moment(options.known_at)
        if then is None:
            ours = (options.output, options.html, options.ledger_place, options.profile, options.layout)
            taken = list(take_in_folder(options.folder, ours, now))
            made = write_review(hang_on_map(profile), options.org, period, now)
        else:
            taken, made = [], write_again(profile.name, options.org, period, then)
    finally:
        close_ledger()
    _write(made, options)
    if options.as_json:
        click.echo(json.dumps(summary(made, taken), ensure_ascii=False, indent=1))
    else:
        _tell(made, taken, options)
    if _failed(taken):
        click.get_current_context().exit(1)


def _write(made: Review, options: Options) -> None:
    with whole_bytes(options.output) as file:
        file.write(write_docx(made.content, options.layout))
    if options.html:
        with whole_file(options.html) as page:
            page.write(write_page(made.content))


def _tell(made: Review, taken: Iterable[TakenIn], options: Options) -> None:
    for each in taken:
        if each.known_as not in ("", each.file.stem):
            click.echo(
                _("{file}: trùng nội dung với {name}, chỉ tính một lần.").format(file=each.file, name=each.known_as)
            )
        for finding in each.findings:
            if finding.severity != Severity.NOTE:
                click.echo(f"{each.file}:{finding.line or 1}: {finding.code} {finding.message}", err=True)
    click.echo(coverage_sentence(made.content.coverage, made.basis.asked.period.label))
    for line in made.lines:
        if line.total:
            click.echo(
                _("  {name}: {figure} ({given}/{owed} đơn vị) {id}").format(
                    name=line.indicator.name,
                    figure=line.total.text,
                    given=line.rests_on,
                    owed=line.owed,
                    id=line.total.target,
                )
            )
    click.echo(
        _("Hạn chế: {all} (lặp lại từ kỳ trước: {back}); nhiệm vụ: {tasks}; điểm cần xem lại: {doubts}.").format(
            all=len(made.content.limitations),
            back=sum(1 for each in made.content.limitations if isinstance(each, StatementLine) and each.came_back_from),
            tasks=len(made.content.tasks),
            doubts=len(made.content.annexes.doubts),
        )
    )
    click.echo(_("Báo cáo: {file}").format(file=options.output))
    if options.html:
        click.echo(_("Trang HTML: {file}").format(file=options.html))
    if isinstance(options.ledger_place, Path):
        way_back = _("Sổ cái: {file} — đường về của một con số: tongket why MÃ --ledger {file}")
        click.echo(way_back.format(file=options.ledger_place))
    else:
        # Its URL is not shown: it may hold a password, and `why` knows it already.
        click.echo(_("Sổ cái trên máy chủ (DATABASE_URL) — đường về của một con số: tongket why MÃ"))


def _failed(taken: Iterable[TakenIn]) -> bool:
    return any(finding.severity == Severity.ERROR for each in taken for finding in each.findings)
