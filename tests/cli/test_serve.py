"""`tongket serve`: the desk opens in one command, its worker is kept running, and it ends in order."""

import os
import re
import signal
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable
from pathlib import Path

from tongket.cli.beside import kept

PROFILE = """
name = "Tuyên giáo tỉnh Lam Giang"
style = "party"
[office]
issuer = "Ban Tuyên giáo"
work = "công tác tuyên giáo"
[[orgs]]
id = "tinh"
name = "tỉnh Lam Giang"
level = "tỉnh"
"""


def _until(told: Callable[[], bool], seconds: float = 60) -> None:
    end = time.monotonic() + seconds
    while not told():
        assert time.monotonic() < end, "waited too long"
        time.sleep(0.1)


def _told_port(out: Path) -> int:
    """Return the port that the desk says it listens on; 0 where it has not said it yet."""
    told = re.search(r"http://127\.0\.0\.1:(\d+)", out.read_text())
    return int(told[1]) if told else 0


def _answers(port: int) -> bool:
    if not port:
        return False
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=20) as answer:
            return bool(answer.status == 200)
    except OSError:
        return False


def _workers(parent: int) -> list[int]:
    """Return the processes that a process started, as Linux lists them."""
    listed = Path(f"/proc/{parent}/task/{parent}/children")
    threads = Path(f"/proc/{parent}/task").glob("*/children") if listed.exists() else []
    return sorted({int(each) for file in threads for each in file.read_text().split()})


def test_process_beside_is_started_again_and_ended() -> None:
    """One that dies is told of and started again; one that is told to end is not."""
    deaths: list[int] = []
    with kept(["this"], deaths.append):
        _until(lambda: len(deaths) >= 2)
    count = len(deaths)
    assert set(deaths) == {0}
    time.sleep(0.3)
    assert len(deaths) == count


def test_serve_opens_keeps_its_worker_and_ends_on_ctrl_c(tmp_path: Path) -> None:
    """The port it chose is told and answers; a killed worker comes back; Ctrl-C ends all; a taken port is said."""
    (tmp_path / "p.toml").write_text(PROFILE, encoding="utf-8")
    known = {"DJANGO_SETTINGS_MODULE", "DATABASE_URL", "TONGKET_SECRET_KEY", "TONGKET_LEDGER", "TONGKET_HOSTS"}
    around = {name: value for name, value in os.environ.items() if name not in known}
    begin = "from tongket.cli.main import main; main()"
    command = [sys.executable, "-c", begin, "serve", "--profile", "p.toml", "--port"]
    with (tmp_path / "out").open("wb") as out:
        desk = subprocess.Popen([*command, "0"], cwd=tmp_path, env=around, stdout=out, stderr=out)
    try:
        _until(lambda: _answers(_told_port(tmp_path / "out")) or desk.poll() is not None)
        assert desk.poll() is None, (tmp_path / "out").read_text()
        taken = subprocess.run(
            [*command, str(_told_port(tmp_path / "out"))],
            cwd=tmp_path,
            env=around,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
        assert taken.returncode == 2
        assert "--port" in taken.stderr
        _until(lambda: len(_workers(desk.pid)) == 1)
        first = _workers(desk.pid)[0]
        os.kill(first, signal.SIGKILL)
        _until(lambda: bool(_workers(desk.pid)) and _workers(desk.pid) != [first])
        assert "đang mở lại" in (tmp_path / "out").read_text()
        second = _workers(desk.pid)[0]
        desk.send_signal(signal.SIGINT)
        assert desk.wait(60) == 0, (tmp_path / "out").read_text()
        assert not Path(f"/proc/{second}").exists()
        assert "Traceback" not in (tmp_path / "out").read_text()
    finally:
        if desk.poll() is None:
            desk.terminate()
            desk.wait(60)
