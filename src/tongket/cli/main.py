"""`tongket`: the commands by name; each is loaded only when it is asked for."""

from collections.abc import Mapping
from dataclasses import dataclass
from gettext import gettext as _
from importlib import import_module
from types import MappingProxyType
from typing import Any

import click

from tongket.cli.language import LANGUAGES, choose_language, translated
from tongket.terms.errors import TongketError

# What a process ends with when Ctrl-C stopped it, by the habit of shells: 128 + SIGINT (2).
INTERRUPTED = 130


@dataclass(frozen=True)
class Place:
    """Where a command lives: a module that holds it under the command's own name, and its line in the help."""

    module: str
    summary: str


COMMANDS: Mapping[str, Place] = MappingProxyType(
    {
        "read": Place("tongket.cli.read", "Đọc văn bản: cho biết từng con số, con người, nghị quyết nằm ở câu nào."),
        "review": Place("tongket.cli.review", "Tổng hợp một thư mục báo cáo thành báo cáo tổng kết."),
        "rollup": Place("tongket.cli.rollup", "Cộng số liệu của các đơn vị, theo bản đồ khi đó hay của một ngày."),
        "take-in": Place("tongket.cli.take_in", "Nạp văn bản, bảng số liệu và tệp DHIS2 vào sổ cái."),
        "why": Place("tongket.cli.why", "Chỉ đường về của một con số: tổng, thành phần, văn bản, câu."),
        "ledger": Place("tongket.cli.ledger", "Liệt kê những gì có trong sổ cái."),
        "org": Place("tongket.cli.org", "Bản đồ đơn vị: nạp bản đồ hành chính, tìm đơn vị, xem lịch sử đơn vị."),
        "correct": Place("tongket.cli.correct", "Đính chính một số liệu đã đọc, hoặc rút lại đính chính."),
        "excuse": Place("tongket.cli.excuse", "Miễn một báo cáo cho một đơn vị, hoặc liệt kê các miễn báo cáo."),
        "take-back": Place("tongket.cli.take_back", "Rút lại đính chính, miễn báo cáo, dữ kiện hay sắp xếp đơn vị."),
        "export": Place("tongket.cli.export", "Xuất số liệu trong sổ cái cho chương trình khác (DHIS2)."),
        "layout": Place("tongket.cli.layout", "Ghi mẫu trình bày Word đi kèm ra tệp để sửa."),
    }
)
# Which extra brings which library (`[project.optional-dependencies]`).
EXTRAS: Mapping[str, str] = MappingProxyType(
    {
        "django": "review",
        "dj_database_url": "review",
        "ibis": "review",
        "duckdb": "review",
        "docx": "review",
        "xlsxwriter": "review",
        "docxtpl": "review",
        "pyarrow": "arrow",
        "psycopg": "postgres",
        "pyspark": "spark",
        "PIL": "ocr",
    }
)


class Refusal(click.ClickException):
    """What the caller asked for cannot be done; the exit status is 2."""

    exit_code = 2


class LazyGroup(click.Group):
    """A group that knows its commands by name and loads the one that was asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """Return the names in the order of the work."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - click's signature
        """Load one command, or return None where there is no such name."""
        place = COMMANDS.get(cmd_name)
        if place is None:
            return None
        command = getattr(import_module(place.module), cmd_name.replace("-", "_"))
        if not isinstance(command, click.Command):
            message = f"{place.module}.{cmd_name} is no click command"
            raise TypeError(message)
        return translated(command)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - click's signature
        """List the commands without loading them."""
        with formatter.section(_("Commands")):
            formatter.write_dl([(name, _(place.summary)) for name, place in COMMANDS.items()])

    def get_help(self, ctx: click.Context) -> str:
        """Return the help in the chosen language."""
        return click.Group.get_help(translated(self), ctx)

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 - click's signature
        """Run the command; the caller's faults become one message and exit status 2."""
        try:
            return super().invoke(ctx)
        except TongketError as fault:
            raise Refusal(str(fault)) from fault
        except ModuleNotFoundError as missing:
            raise _missing(missing) from missing
        except KeyboardInterrupt:
            click.echo(_("Đã dừng theo yêu cầu; không có tệp nào bị ghi dở."), err=True)
            return ctx.exit(INTERRUPTED)


def _missing(missing: ModuleNotFoundError) -> Exception:
    library = (missing.name or "").partition(".")[0]
    extra = EXTRAS.get(library)
    if extra is None:
        return missing
    message = _("Lệnh này cần thư viện {library}, chưa được cài. Hãy cài: pip install 'tongket[{extra}]'")
    return Refusal(message.format(library=library, extra=extra))


def _speak(ctx: click.Context, parameter: click.Parameter, language: str) -> None:  # noqa: ARG001 - click's signature
    choose_language(language)


@click.group(
    cls=LazyGroup,
    context_settings={"help_option_names": ["-h", "--help"]},  # for the commands below; its own is given here
    help="Đọc báo cáo của cơ quan, tổ chức và tổng hợp lại; từ mỗi con số mở được ra câu văn đã nêu nó.",
)
@click.option(
    "--lang",
    type=click.Choice(LANGUAGES),
    default="vi",
    show_default=True,
    expose_value=False,
    is_eager=True,
    callback=_speak,
    help="Ngôn ngữ của màn hình.",
)
@click.version_option(package_name="tongket", message="%(prog)s %(version)s")
@click.help_option("-h", "--help", help="Show this message and exit.")
def tongket() -> None:
    """Hold the commands together; what it says is its `help`."""


def main() -> None:
    """Run `tongket` as the shell asked."""
    choose_language("vi")
    tongket(prog_name="tongket")
