"""`tongket read --engine spark`: files in, a folder of Parquet tables out."""

import sys
from collections.abc import Sequence
from gettext import gettext as _

import click

from tongket.actions.reading_on_spark import read_on_spark
from tongket.cli.forms import Asked
from tongket.cli.inputs import STANDARD_INPUT
from tongket.rollup.engines.spark import Spark
from tongket.terms.errors import TongketError


def read_into_tables(asked: Asked, paths: Sequence[str]) -> bool:
    """Read on Spark, say how it went, and tell whether anything failed.

    Raises:
        TongketError: The options do not go together; or as `read_on_spark`.
    """
    if asked.folder is None or asked.lines or asked.html or asked.jobs > 1 or STANDARD_INPUT in paths:
        raise TongketError(_("--engine spark cần --out THƯ_MỤC và không đi cùng --json, --html, --jobs hay `-`."))
    with Spark(asked.master, _settings(asked)) as engine:
        came = read_on_spark(paths, asked.folder, engine, with_text=asked.with_text)
    told = _("{documents} văn bản, {pages} trang, {failed} văn bản có lỗi; bảng nằm ở {folder}")
    click.echo(
        told.format(documents=came.documents, pages=came.pages, failed=came.failed, folder=asked.folder), err=True
    )
    return came.failed > 0


def _settings(asked: Asked) -> dict[str, str]:
    # Spark draws its progress over the last line, which is of use on a terminal only.
    settings = {"spark.ui.showConsoleProgress": str(sys.stderr.isatty()).lower()}
    for setting in asked.settings:
        key, sign, value = setting.partition("=")
        if not sign or not key.startswith("spark."):
            raise TongketError(_("--setting `{setting}` phải có dạng spark.KHÓA=GIÁ_TRỊ.").format(setting=setting))
        settings[key] = value
    return settings
