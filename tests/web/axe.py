"""Look at a page as those do who cannot see it well: axe-core at desk and phone width, light and dark.

`page_of` opens the browser of a person who is signed in, `check` asserts that a page is sound.
"""

from collections.abc import Iterator
from typing import Literal

from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from django.test import Client
from playwright.sync_api import Browser, Page

WIDTHS = {"desk": 1280, "phone": 360}
Scheme = Literal["light", "dark"]
SCHEMES: tuple[Scheme, ...] = ("light", "dark")
_HEIGHT = 800


def page_of(chromium: Browser, address: str, client: Client | None = None) -> Page:
    """Open a page in a browser of its own.

    Args:
        chromium: From the fixture.
        address: Where the desk is served, from the fixture.
        client: Django's browser of a person who is signed in (`desk.person`); None for a stranger.
    """
    context = chromium.new_context(base_url=address, viewport={"width": WIDTHS["desk"], "height": _HEIGHT})
    if client is not None:
        name = settings.SESSION_COOKIE_NAME
        context.add_cookies([{"name": name, "value": client.cookies[name].value, "url": address}])
    page = context.new_page()
    page.set_default_timeout(15_000)
    return page


def check(page: Page) -> None:
    """Assert that axe finds nothing on a page and nothing is cut off, at both widths, light and dark."""
    found = [each for width in WIDTHS for scheme in SCHEMES for each in _violations(page, width, scheme)]
    assert not found, f"{page.url}\n" + "\n".join(found)


def _violations(page: Page, width: str, scheme: Scheme) -> Iterator[str]:
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    page.set_viewport_size({"width": WIDTHS[width], "height": _HEIGHT})
    where = f"{width}, {scheme}"
    beyond = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    if beyond > 0:
        yield f"{where}: the page is {beyond} px wider than the window"
    for each in Axe().run(page).response["violations"]:
        places = "; ".join(f"{node['html'][:160]} ({node['any'][:1]})" for node in each["nodes"][:3])
        yield f"{where}: {each['id']} ({each['impact']}): {each['help']}: {places}"
