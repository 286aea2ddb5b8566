"""Take the pictures of the desk that README shows, from the running product with the samples: `make pictures`.

    python tools/desk_pictures.py docs/pictures

Starts `tongket serve` on a new ledger in a scratch folder, signs in as the person to try it with, and looks at three
pages with Debian's Chromium.
"""

import os
import re
import socket
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).parents[1]
CHROMIUM = "/usr/bin/chromium"
_TRIES = 60
WIDTH, HEIGHT = 1280, 800
# What `tongket serve` prints for each person to try it with: name, password, roles.
_PERSON = re.compile(r"^\s+(?P<name>lan)\s+(?P<password>\S+)", re.MULTILINE)
PAGES = {
    "board": "/board/?year=2024&kind=year",
    "rollup": "/rollup/hoai-giang/?period=2024",
}


def main(folder: Path) -> None:
    """Serve, sign in, look."""
    with tempfile.TemporaryDirectory() as name:
        scratch = Path(name)
        (scratch / "samples").symlink_to(ROOT / "samples")
        with socket.create_server(("127.0.0.1", 0)) as taken:
            port = str(taken.getsockname()[1])
        command = [sys.executable, "-u", "-c", "from tongket.cli.main import main; main()", "serve", "--port", port]
        served = subprocess.Popen(  # noqa: S603 - this very program
            command, cwd=scratch, stdout=subprocess.PIPE, text=True, env={**os.environ, "LANGUAGE": "vi"}
        )
        try:
            password = _password(served)
            _wait(int(port))
            _look(f"http://127.0.0.1:{port}", password, folder)
        finally:
            served.terminate()
            served.wait()


def _password(served: "subprocess.Popen[str]") -> str:
    told = ""
    for line in served.stdout or ():
        told += line
        if "http://" in line:
            break
    found = _PERSON.search(told)
    if found is None:
        message = f"tongket serve named nobody to sign in as:\n{told}"
        raise RuntimeError(message)
    return found["password"]


def _wait(port: int) -> None:
    for _ in range(_TRIES):
        with suppress(ConnectionRefusedError), socket.create_connection(("127.0.0.1", port)):
            return
        time.sleep(1)
    message = "the desk does not listen"
    raise TimeoutError(message)


def _look(address: str, password: str, folder: Path) -> None:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        context = browser.new_context(base_url=address, viewport={"width": WIDTH, "height": HEIGHT}, locale="vi-VN")
        page = context.new_page()
        page.set_default_timeout(120_000)  # a roll-up's first answer is worked out
        page.goto("/accounts/login/")
        page.locator("input[name=login]").fill("lan")
        page.locator("input[name=password]").fill(password)
        page.locator("main button.main").click()
        page.wait_for_url("**/")
        for name, path in PAGES.items():
            page.goto(path)
            page.screenshot(path=str(folder / f"{name}.png"))
        _beside_the_text(page)
        page.screenshot(path=str(folder / "reading.png"))
        browser.close()


def _beside_the_text(page: Page) -> None:
    """Open the first sure report of the inbox and choose its first figure."""
    page.goto("/inbox/?of=all")
    page.locator("#list th a", has_text="2024").first.click()
    page.locator(".record").first.click()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
