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
                inner = click.Context(command, info_name=name, parent=context, terminal_width=100)
                parts.append(_section(f"tongket {name}", command.get_help(inner)))
        return "\n".join(parts)
    finally:
        choose_language("vi")


def _section(title: str, told: str) -> str:
    return f"## {title}\n```text\n{told}\n```\n"


if __name__ == "__main__":
    sys.stdout.write(reference())
