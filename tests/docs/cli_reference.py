"""Writes `docs/cli.md` from the commands themselves: `make docs`."""

import sys

import click

from tongket.cli.language import choose_language
from tongket.cli.main import tongket

_HEAD = """# The command line

Written from the commands by `make docs`; `tests/docs` fails when it is not current. The help is Vietnamese unless
`--lang en` stands before the command, as it did here.

Exit status of every command: 0 clean, 1 findings of severity error, 2 misuse, 130 stopped by Ctrl-C.
Errors and warnings go to the standard error as `file:line: CODE message`; the codes are in [findings.md](findings.md).
"""


def reference() -> str:
    """Return the page: the help of `tongket` and of each of its commands."""
    choose_language("en")
    try:
        context = click.Context(tongket, info_name="tongket", terminal_width=100)
        parts = [_HEAD, _section("tongket", tongket.get_help(context))]
        for name in tongket.list_commands(context):
            command = tongket.get_command(context, name)
            if command is not None:
                parts += _told(command, name, context)
        return "\n".join(parts)
    finally:
        choose_language("vi")


def _told(command: click.Command, name: str, above: click.Context) -> list[str]:
    """Return the section of a command, and after that of a group those of its commands."""
    inner = click.Context(command, info_name=name, parent=above, terminal_width=100)
    parts = [_section(inner.command_path, command.get_help(inner))]
    if isinstance(command, click.Group):
        below = ((each, command.get_command(inner, each)) for each in command.list_commands(inner))
        parts += [part for each, found in below if found is not None for part in _told(found, each, inner)]
    return parts


def _section(title: str, told: str) -> str:
    return f"## {title}\n```text\n{told}\n```\n"


if __name__ == "__main__":
    sys.stdout.write(reference())
