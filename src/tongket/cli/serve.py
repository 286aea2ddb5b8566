"""`tongket serve`: open the desk in the browser, with a worker beside it for what takes longer."""

import errno
import os
import secrets
import signal
import socket
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from gettext import gettext as _
from importlib import import_module
from pathlib import Path
from typing import Any, NoReturn

import click

from tongket.actions.now import now
from tongket.cli.beside import kept
from tongket.terms.errors import TongketError

_SAMPLES = Path("samples")
_NOT_HERE = (errno.EADDRNOTAVAIL, errno.EAFNOSUPPORT)
_THREADS = 16  # of one process; more wait in the queue of the server


@click.command(
    "serve",
    help="Mở bàn làm việc trên trình duyệt cho nhiều người, cùng một tiến trình làm việc nền. Với sổ cái mới trong thư "
    "mục có `samples`, bàn làm việc có sẵn văn bản mẫu và ba người dùng thử.",
)
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
@click.option("--port", type=int, default=8000, show_default=True, help="Cổng; 0: một cổng còn trống.")
@click.option(
    "--workers",
    type=click.IntRange(1),
    default=1,
    show_default=True,
    help="Số tiến trình phục vụ; trên 1 cần PostgreSQL.",
)
def serve(*, ledger: Path, profile: Path | None, samples: bool | None, host: str, port: int, workers: int) -> None:
    """Listen until Ctrl-C or the end that a service manager asks for."""
    places = _take_places(host, port)
    if workers > 1:
        # The name by which its workers find what one of them made (`site/desk.py`).
        os.environ["TONGKET_SERVED"] = secrets.token_hex(8)
    place = _prepare(ledger, profile, samples=samples)
    if workers > 1 and isinstance(place, Path):
        raise click.UsageError(_("Nhiều tiến trình cần sổ cái trên PostgreSQL: hãy đặt DATABASE_URL."))
    _begin_jobs(alone=isinstance(place, Path))
    signal.signal(signal.SIGTERM, _end)
    with kept(["django", "db_worker", "--verbosity", "0"], _tell_death):
        # An address of IPv6 stands in brackets before its port.
        shown, port = f"[{host}]" if ":" in host else host, places[0].getsockname()[1]
        click.echo(_("Bàn làm việc: http://{host}:{port}  (Ctrl-C để dừng)").format(host=shown, port=port))
        with suppress(KeyboardInterrupt):
            _listen(places, workers)
        click.echo(_("Đang dừng: chờ việc nền dở dang xong…"))


def _take_places(host: str, port: int) -> list[socket.socket]:
    """Take a port on each address of a host, the same on all, and say so at once where another program has it.

    Before the samples are read: a port that the system chooses (0) is known, and stays ours, from here on.

    Raises:
        TongketError: It cannot be listened there.
    """
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        # IPv4 first: a name may have an address of IPv6 on a machine that has none.
        (first_family, first), *others = sorted({(each[0], each[4]) for each in found})
        places = [_take_place(first_family, first)]
        chosen = places[0].getsockname()[1]
        for family, address in others:
            try:
                places.append(_take_place(family, (address[0], chosen, *address[2:])))
            except OSError as error:
                if error.errno not in _NOT_HERE:
                    raise
    except OSError as error:
        message = _("Không mở được {host}:{port} ({error}). Có thể đã có bàn làm việc đang chạy; hãy chọn --port khác.")
        raise TongketError(message.format(host=host, port=port, error=error.strerror or error)) from error
    return places


def _take_place(family: socket.AddressFamily, address: tuple[Any, ...]) -> socket.socket:
    place = socket.socket(family, socket.SOCK_STREAM)
    try:
        place.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        if family is socket.AF_INET6:
            # IPv4 is an address of its own where the host has one.
            place.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
        place.bind(address)
    except OSError:
        place.close()
        raise
    return place


def _end(_signal: int, _frame: object) -> NoReturn:
    """End as for Ctrl-C where a service manager asks for it."""
    raise KeyboardInterrupt


def _tell_death(status: int) -> None:
    click.echo(_("Tiến trình làm việc nền đã dừng ({status}), đang mở lại.").format(status=status), err=True)


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
    import_module("tongket.web.desk.rolling.ahead").begin()  # by its name: pages are beside the command line, not below


def _listen(places: Sequence[socket.socket], workers: int) -> None:
    if workers == 1:
        from django.core.wsgi import get_wsgi_application
        from waitress import serve as listen

        application = get_wsgi_application()
        import_module("tongket.web.desk.ready").get_ready()  # by its name, as above
        listen(application, sockets=places, threads=_THREADS)
        return
    numbers = [place.fileno() for place in places]
    bound = [word for number in numbers for word in ("--bind", f"fd://{number}")]
    options = [*bound, "--workers", str(workers), "--threads", str(_THREADS), "--timeout", "120"]
    process = subprocess.Popen(  # noqa: S603 - this very program
        [sys.executable, "-m", "gunicorn", "tongket.site.wsgi", *options], start_new_session=True, pass_fds=numbers
    )
    # The server has them now: once it is gone nobody waits there in vain.
    for place in places:
        place.close()
    try:
        status = process.wait()
    finally:
        process.terminate()
        process.wait()
    if status:
        message = _("Máy chủ trang đã dừng với mã {status}; lý do ở các dòng trên.").format(status=status)
        raise TongketError(message)
