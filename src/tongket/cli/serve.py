"""`tongket serve`: open the desk in the browser, with a worker beside it for what takes longer."""

import os
import subprocess
import sys
from gettext import gettext as _
from pathlib import Path

import click

from tongket.actions.now import now

_SAMPLES = Path("samples")
_THREADS = 8  # of one process; more wait in the queue of the server


@click.command("serve")
@click.option(
    "--ledger",
    type=click.Path(dir_okay=False, path_type=Path),
    default=Path("tongket.ledger"),
    show_default=True,
    help="Tệp sổ cái; không dùng khi có DATABASE_URL.",
)
@click.option("--profile", type=click.Path(exists=True, dir_okay=False, path_type=Path), help="Hồ sơ cho sổ cái mới.")
@click.option(
    "--samples/--no-samples",
    default=None,
    help="Sổ cái mới có văn bản mẫu và ba người dùng thử; không nói thì có khi thư mục này có `samples`.",
)
@click.option("--host", default="127.0.0.1", show_default=True, help="Địa chỉ lắng nghe.")
@click.option("--port", type=int, default=8000, show_default=True, help="Cổng.")
@click.option(
    "--workers",
    type=click.IntRange(1),
    default=1,
    show_default=True,
    help="Số tiến trình phục vụ; trên 1 cần PostgreSQL.",
)
def serve(*, ledger: Path, profile: Path | None, samples: bool | None, host: str, port: int, workers: int) -> None:
    """Mở bàn làm việc trên trình duyệt.

    Với sổ cái mới trong thư mục có `samples`, bàn làm việc có sẵn văn bản mẫu và ba người dùng thử.
    """
    place = _prepare(ledger, profile, samples=samples)
    _begin_jobs(alone=isinstance(place, Path))
    worker = subprocess.Popen([sys.executable, "-m", "django", "db_worker", "--verbosity", "0"])
    try:
        click.echo(_("Bàn làm việc: http://{host}:{port}  (Ctrl-C để dừng)").format(host=host, port=port))
        _listen(host, port, workers, server=isinstance(place, str))
    finally:
        worker.terminate()
        worker.wait()


def _prepare(ledger: Path, profile: Path | None, *, samples: bool | None) -> Path | str:
    from tongket.actions.open_desk import bring_samples, desk_settings, open_desk, people_to_try

    place: Path | str = os.environ.get("DATABASE_URL") or ledger
    desk_settings(place)
    with_samples = samples if samples is not None else profile is None and (_SAMPLES / "profile.toml").is_file()
    if not open_desk(place, _SAMPLES / "profile.toml" if with_samples else profile, now()) or not with_samples:
        return place
    files = sorted(file for file in (_SAMPLES / "reports").rglob("*") if file.is_file())
    with click.progressbar(files, label=_("Đọc văn bản mẫu")) as bar:
        bring_samples(bar, now(), lambda _file: None)
    click.echo(_("Người dùng thử (mật khẩu chỉ hiện một lần):"))
    for person in people_to_try(now()):
        roles = ", ".join(person.roles)
        click.echo(f"  {person.name:<6} {person.password}   {roles} · {person.org}")
    return place


def _begin_jobs(*, alone: bool) -> None:
    from tongket.actions.jobs.recurring import begin_recurring

    begin_recurring(alone=alone)


def _listen(host: str, port: int, workers: int, *, server: bool) -> None:
    if workers == 1:
        from django.core.wsgi import get_wsgi_application
        from waitress import serve as listen

        listen(get_wsgi_application(), host=host, port=port, threads=_THREADS)
        return
    if not server:
        raise click.UsageError(_("Nhiều tiến trình cần sổ cái trên PostgreSQL: hãy đặt DATABASE_URL."))
    command = ["gunicorn", "tongket.site.wsgi", "--bind", f"{host}:{port}", "--workers", str(workers)]
    subprocess.run([sys.executable, "-m", *command, "--threads", str(_THREADS)], check=True)  # noqa: S603 - this very program
