"""`tongket take-in`: reports, sheets of figures and DHIS2 files into the ledger."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from gettext import gettext as _
from pathlib import Path
from typing import Any

import click

from tongket.actions.attribute import attribute_readings
from tongket.actions.open_ledger import close_ledger, open_ledger
from tongket.actions.read_profile import NAME, find_profile, read_profile
from tongket.actions.take_in import TakenIn
from tongket.actions.take_in import take_in as take_in_document
from tongket.actions.take_in_table import Sheet, TakenTable, open_sheet, take_in_sheet, take_in_values
from tongket.cli.ledger_file import ledger_file
from tongket.cli.reports import report_files
from tongket.cli.sheet_screen import mapping_text, proposal_lines, proposal_rows
from tongket.cli.writing import whole_file
from tongket.ledger.entries import rows_of
from tongket.terms.errors import TongketError
from tongket.terms.finding import Severity
from tongket.terms.profile import Profile
from tongket.terms.sheet_mapping import SheetMapping
from tongket.terms.sheet_mapping_form import mapping_from_toml
from tongket.terms.tables import FigureRow, FindingRow, ObservationRow

_FILE = click.Path(path_type=Path, dir_okay=False)
_MAPPING_ENDING = ".mapping.toml"


@dataclass(frozen=True)
class Options:
    """What was asked for: the options of the command under their names."""

    files: tuple[str, ...]
    ledger: Path | None
    profile: Path | None
    mapping: tuple[Path, ...]
    yes: bool
    as_json: bool


@dataclass(frozen=True)
class Done:
    """What became of one file.

    Attributes:
        taken: As any document.
        table: As a file of figures; None for a report, and for a sheet whose proposal nobody has accepted.
        sheet: The sheet with its proposal; None for anything else.
        kept: Where the proposal was written, or the file of a person that was left as it is; None for none.
    """

    taken: TakenIn
    table: TakenTable | None = None
    sheet: Sheet | None = None
    kept: Path | None = None


@click.command(
    help="Nạp văn bản, bảng số liệu (.xlsx, .ods, .csv) và tệp DHIS2 (dataValueSets .json) vào sổ cái. Với bảng số "
    "liệu, lệnh đề xuất cột nào là chỉ tiêu nào, dòng nào là đơn vị nào, ghi đề xuất vào tệp TÊN.mapping.toml cạnh "
    "bảng để sửa rồi đưa lại bằng --mapping; chưa có --mapping hoặc --yes thì chưa ghép gì.",
)
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@click.option("--ledger", type=_FILE, metavar="FILE", help="Sổ cái; được tạo nếu chưa có.")
@click.option("--profile", type=_FILE, metavar="FILE", help=f"Hồ sơ; mặc định {NAME} cạnh FILE hoặc ở thư mục cha.")
@click.option(
    "--mapping", type=_FILE, metavar="FILE", multiple=True, help="Bảng ghép đã sửa; dùng được cho tệp sau cùng mẫu."
)
@click.option("--yes", is_flag=True, help="Nhận những gì chắc trong đề xuất, hoặc tệp .mapping.toml đã có cạnh bảng.")
@click.option("--json", "as_json", is_flag=True, help="In kết quả thành JSON.")
def take_in(**given: Any) -> None:  # noqa: ANN401 - click hands over the options by name; `Options` types them
    """Parse, take in, tell."""
    options = Options(**given)
    files = report_files(options.files)
    profile = read_profile(options.profile or find_profile(_folder_of(options.files[0])))
    mappings = [_mapping(file) for file in options.mapping]
    open_ledger(options.ledger or ledger_file(None))
    try:
        now = datetime.now(UTC)
        done = [_taken(file, profile, mappings, options, now) for file in files]
        mapping = attribute_readings(profile, now)
        told = [_Told(each, *_observed(each, mapping)) for each in done]
    finally:
        close_ledger()
    if options.as_json:
        click.echo(json.dumps([each.plain() for each in told], ensure_ascii=False, indent=1))
    else:
        for each in told:
            each.tell()
    if any(finding.severity == Severity.ERROR for each in told for finding in each.findings):
        click.get_current_context().exit(1)


def _folder_of(name: str) -> Path:
    return Path(name) if Path(name).is_dir() else Path(name).parent


def _mapping(file: Path) -> SheetMapping:
    try:
        return mapping_from_toml(file.read_text(encoding="utf-8"), file.name)
    except (OSError, UnicodeDecodeError) as error:
        message = _("Không đọc được bảng ghép `{file}`: {why}.").format(file=file, why=error)
        raise TongketError(message) from error


def _taken(file: Path, profile: Profile, mappings: Sequence[SheetMapping], options: Options, now: datetime) -> Done:
    if values := take_in_values(file, now):
        return Done(values.taken, values)
    sheet = open_sheet(file, profile)
    if sheet is None:
        return Done(take_in_document(file, now))
    beside = file.with_name(file.stem + _MAPPING_ENDING)
    mapping = _chosen(sheet, beside, mappings, options)
    if mapping is not None:
        table = take_in_sheet(file, sheet, mapping, profile, now)
        return Done(table.taken, table, sheet)
    if not beside.exists():
        with whole_file(beside) as text:
            text.write(mapping_text(sheet.proposal))
    return Done(take_in_document(file, now), None, sheet, beside)


def _chosen(sheet: Sheet, beside: Path, mappings: Sequence[SheetMapping], options: Options) -> SheetMapping | None:
    """Return the mapping that was given for a sheet, or with `--yes` the one beside it, or what is sure."""
    own = [each for each in mappings if each.sha256 == sheet.document.source_sha256]
    if own or len(mappings) == 1:
        return (own or list(mappings))[0]
    if mappings:
        message = _("Không bảng ghép nào được đưa ra là của `{file}`. Hãy nạp riêng tệp này với bảng ghép của nó.")
        raise TongketError(message.format(file=sheet.document.name))
    if not options.yes:
        return None
    return _mapping(beside) if beside.exists() else sheet.proposal.mapping


def _observed(done: Done, mapping: str) -> tuple[list[ObservationRow], list[FindingRow]]:
    """Return what the figures of a file are by the profile, and what is wrong or doubtful in it."""
    if done.table is None:
        return [], list(done.taken.findings)
    figures = [row.id for row in rows_of(FigureRow, reading=done.table.reading)]
    observed = rows_of(ObservationRow, figure=figures, mapping=mapping)
    found = rows_of(FindingRow, reading=done.table.reading, mapping=mapping)
    return observed, [*done.taken.findings, *found]


@dataclass(frozen=True)
class _Told:
    """One file with what is told of it."""

    done: Done
    observed: list[ObservationRow]
    findings: list[FindingRow]

    @property
    def counted(self) -> int:
        """How many figures are an indicator."""
        return sum(1 for row in self.observed if row.indicator)

    def plain(self) -> dict[str, object]:
        """Return it for a program."""
        done = self.done
        return {
            "file": str(done.taken.file),
            "document": done.taken.document,
            "accepted": done.table is not None,
            "figures": len(self.observed),
            "counted": self.counted,
            "proposal": proposal_rows(done.sheet.proposal) if done.sheet else [],
            "mapping_file": str(done.kept) if done.kept else "",
            "findings": [
                {"code": row.code, "severity": row.severity, "message": row.message, "line": row.line}
                for row in self.findings
            ],
        }

    def tell(self) -> None:
        """Show it to a person."""
        file, table = self.done.taken.file, self.done.table
        for row in self.findings:
            if row.severity != Severity.NOTE:
                click.echo(f"{file}:{row.line or 1}: {row.code} {row.message}", err=True)
        if self.done.sheet and table is None:
            _echo(proposal_lines(file.name, self.done.sheet.proposal))
            click.echo(_("Bảng ghép: {file} — sửa rồi chạy lại với --mapping {file}").format(file=self.done.kept))
        elif table is not None:
            count = _("{file}: ghép được {counted}/{figures} số liệu.")
            click.echo(count.format(file=file, counted=self.counted, figures=len(self.observed)))
            for words in table.unknown:
                click.echo(_("  chưa có trong bảng ghép: {words}").format(words=words))
            _echo(_reasons(self.observed))
        else:
            click.echo(_("{file}: đã nạp như một văn bản.").format(file=file))


def _reasons(observed: Iterable[ObservationRow]) -> list[str]:
    """Say why figures stay out of every total, each reason once with how many."""
    counts: dict[str, int] = {}
    for row in observed:
        if row.reason:
            counts[row.reason] = counts.get(row.reason, 0) + 1
    return [
        _("  {count} số không cộng: {reason}").format(count=count, reason=reason) for reason, count in counts.items()
    ]


def _echo(lines: Iterable[str]) -> None:
    for line in lines:
        click.echo(line)
