"""A real browser on the real program. On CI a missing browser is a failure, never a skip."""

import os
import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, sync_playwright

from tests.support.web.browser import DESKTOP, LISTEN, PHONE, NewBrowser, NewContext, Tab
from tests.support.web.page_checks import watch
from tests.support.web.server import Invitations, Server, invitations_on

ARGUMENTS = [
    "--no-sandbox",  # as root, in a container
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def chromium() -> str:
    # the first one has no window to draw, and opens a page in a fifth less time
    for name in (
        "chromium-headless-shell",
        "chromium",
        "chromium-browser",
        "google-chrome",
        "chrome",
    ):
        if found := shutil.which(name):
            return found
    message = "no Chromium: install the package `chromium-headless-shell`, or `chromium`"
    if os.environ.get("CI"):
        pytest.fail(message)
    pytest.skip(message)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=chromium(), args=ARGUMENTS)
        yield opened
        opened.close()


@pytest.fixture(scope="session")
def _running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    running = Server(tmp_path_factory.mktemp("server"))
    yield running
    running.stop()


@pytest.fixture
def server(_running: Server) -> Server:
    """The program with an empty database. It runs on after a test, and is emptied for the next."""
    if not _running.is_up:
        _running.start()
    _running.empty()
    return _running


@pytest.fixture
def new_browser(browser: Browser, server: Server) -> Iterator[NewBrowser]:
    """Opens a tab in a new browser that came with the key, by default on a large screen in the light."""
    contexts, elsewhere = [], list[str]()

    def make(*, size: dict[str, int] = DESKTOP, scheme: str = "light") -> Tab:
        context = browser.new_context(viewport=size, color_scheme=scheme, locale="nl-NL")  # type: ignore[arg-type]
        contexts.append(context)
        context.add_init_script(LISTEN)
        watch(context, elsewhere)
        context.request.get(f"{server.url}/?key={server.key}", max_redirects=0)
        return Tab(context.new_page(), server.url)

    yield make
    for context in contexts:
        context.close()
    assert elsewhere == []  # no test of any screen or page calls another server


@pytest.fixture
def tab(new_browser: NewBrowser) -> Tab:
    return new_browser()


@pytest.fixture
def invitations(server: Server) -> Iterator[Invitations]:
    with invitations_on(server) as opened:
        yield opened


@pytest.fixture
def new_context(browser: Browser, server: Server) -> Iterator[NewContext]:
    """Makes phones of their own."""
    opened: list[BrowserContext] = []
    elsewhere: list[str] = []

    def make(**options: object) -> BrowserContext:
        given = {
            "viewport": PHONE,
            "locale": "nl-NL",
            "base_url": server.participants_url,
            **options,
        }
        opened.append(browser.new_context(**given))  # type: ignore[arg-type]
        opened[-1].set_default_timeout(10_000)
        watch(opened[-1], elsewhere)
        return opened[-1]

    yield make
    for context in opened:
        context.close()
    assert elsewhere == []
