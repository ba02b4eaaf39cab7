"""By the page on hosting alone: a name with TLS, the first admin, an invitation that comes by mail, and both are in."""

import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pyotp
import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import ARGUMENTS, chromium
from tests.support.command_line import ROOT
from tests.support.web.browser import violations
from tests.support.web.front import NAME, Front, caddy, running_front
from tests.support.web.hosting import text
from tests.support.web.mailbox import Mailbox, running
from tests.support.web.server import Server

SITE = f"https://{NAME}"
PASSWORD = "een lange zin met woorden"


@pytest.fixture(scope="module")
def mailbox() -> Iterator[Mailbox]:
    box = Mailbox()
    with running(box):
        yield box


@pytest.fixture(scope="module")
def hosted(tmp_path_factory: pytest.TempPathFactory, mailbox: Mailbox) -> Iterator[Server]:
    running_program = Server(tmp_path_factory.mktemp("hosted"), public_url=SITE, **mailbox.settings)
    running_program.start()
    yield running_program
    running_program.stop()


@pytest.fixture(scope="module")
def front(tmp_path_factory: pytest.TempPathFactory, hosted: Server) -> Iterator[Front]:
    config = text("Caddyfile").replace(" 127.0.0.1:8502", "").replace("8501", str(hosted.port))
    with running_front(caddy, tmp_path_factory.mktemp("front"), config) as started:
        yield started


@pytest.fixture
def named(browser: Browser, front: Front) -> Iterator[Browser]:
    """A browser that finds our name at our web server."""
    rules = f"--host-resolver-rules=MAP {NAME}:443 127.0.0.1:{front.ports.secure}"
    opened = browser.browser_type.launch(executable_path=chromium(), args=[*ARGUMENTS, rules])
    yield opened
    opened.close()


def begin(page: Page, link: str, **typed: str) -> None:
    """Begin at a link, with a password and an app."""
    page.goto(link)
    for field, value in typed.items():
        page.fill(f"#{field}", value)
    page.click("main form button")
    page.get_by_role("link", name="Kies een wachtwoord").click()
    secret = page.locator("input[name=secret]").input_value()
    page.fill("#password", PASSWORD)
    page.fill("#code", pyotp.TOTP(secret).at(datetime.now(UTC)))
    page.click("main form button")
    page.locator("main a.button").click()
    expect(page.locator(".ms-who")).to_have_text(typed["name"], timeout=30_000)


def test_the_first_admin_invites_by_mail_and_both_are_in(
    named: Browser, hosted: Server, mailbox: Mailbox
) -> None:
    said = subprocess.run(
        [sys.executable, "cli.py", "accounts", "first-admin", "--data", str(hosted.data)],
        cwd=ROOT,
        env={**os.environ, "MENTORSPIEGEL_PUBLIC_URL": SITE},
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    (first,) = re.findall(r"https://\S+", said)
    options = {"locale": "nl-NL", "ignore_https_errors": True}
    page = named.new_context(**options).new_page()  # type: ignore[arg-type]
    begin(page, first, name="Kim", address="kim@example.org", organisation="Samen sterk")

    page.goto(f"{SITE}/people")
    address = page.get_by_label("E-mailadres, als het programma de link ook moet sturen")
    address.fill("robin@example.org", timeout=30_000)
    address.press("Tab")
    page.get_by_role("button", name="Maak de link").click()
    expect(page.get_by_text("Een nieuwe link, één keer te zien")).to_be_visible(timeout=30_000)
    assert violations(page) == []
    shown = page.locator("[data-testid=stCode]").inner_text().strip()

    until = time.monotonic() + 45
    while not mailbox.letters:
        assert time.monotonic() < until
        page.wait_for_timeout(200)
    (letter,) = mailbox.letters
    assert mailbox.receivers == ["robin@example.org"]
    written = letter.get_body(("plain",))
    assert written is not None
    (link,) = re.findall(r"https://\S+", written.get_content())
    assert link == shown.replace("\n", "")

    colleague = named.new_context(**options).new_page()  # type: ignore[arg-type]
    begin(colleague, link, name="Robin", address="robin@example.org")
    with page.expect_download(timeout=30_000) as taken:
        page.get_by_role("button", name=re.compile(r"Samen sterk\.zip")).click()
    assert Path(taken.value.path()).read_bytes()[:2] == b"PK"
