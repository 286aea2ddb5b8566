"""The language of the screen: Vietnamese as it stands in the code, English from the catalogue in `locale/`.

The catalogue `vi` holds what click itself says, so that usage lines and errors are Vietnamese too.
"""

import copy
import gettext
import os
from pathlib import Path

import click

LANGUAGES = ("vi", "en")
_DOMAIN = "tongket"
_LOCALE = Path(__file__).parent / "locale"


def choose_language(language: str) -> None:
    """Let this process speak `language` (one of `LANGUAGES`).

    gettext has no other switch than the variable, and click looks its own words up through gettext.
    """
    os.environ["LANGUAGE"] = language
    gettext.bindtextdomain(_DOMAIN, str(_LOCALE))
    gettext.textdomain(_DOMAIN)


def translated(command: click.Command) -> click.Command:
    """Return `command` with its help in the chosen language; the command itself stays as it was."""
    spoken = copy.copy(command)
    spoken.help = _said(command.help)
    spoken.short_help = _said(command.short_help)
    spoken.params = [_parameter(parameter) for parameter in command.params]
    return spoken


class SpokenGroup(click.Group):
    """A group whose commands have their help in the chosen language."""

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a command in the chosen language, None where there is no such name."""
        command = super().get_command(ctx, cmd_name)
        return command if command is None else translated(command)


def _parameter(parameter: click.Parameter) -> click.Parameter:
    spoken = copy.copy(parameter)
    if isinstance(spoken, click.Option):
        spoken.help = _said(spoken.help)
    return spoken


def _said(words: str | None) -> str | None:
    return gettext.gettext(words) if words else words
