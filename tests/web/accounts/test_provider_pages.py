"""Signing in with a provider: a real OpenID Connect server that is started here."""

import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest

from assessment.access.accounts import Account, Identity
from assessment.services.access import sign_in
from assessment.services.context import Workspace
from settings import ProviderSettings, Settings
from tests.support.access import add_account
from tests.support.web.phone import Phone
from tests.web.accounts.conftest import OURS
from web.accounts.provider_pages import COOKIE as KEPT
from web.server.gate import COOKIE


@pytest.fixture(scope="module")
def issuer() -> Iterator[str]:
    """The address of a provider that lets anybody in under the name they type."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = [sys.executable, "-W", "ignore", "-m", "oidc_provider_mock", "--port", str(port)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:
        address = f"http://localhost:{port}"
        wait_for(f"{address}/.well-known/openid-configuration")
        yield address
        server.terminate()


def wait_for(address: str) -> None:
    for _ in range(200):
        with suppress(httpx.HTTPError):
            httpx.get(address).raise_for_status()
            return
        time.sleep(0.1)
    raise AssertionError(address)


@pytest.fixture
def settings(issuer: str) -> Settings:
    providers = [
        ProviderSettings(
            id=name, name=name.title(), issuer=where, client_id=name, client_secret="secret"
        )
        for name, where in (("one", issuer), ("away", "http://localhost:9"))
    ]
    return Settings(public_url=OURS, providers=tuple(providers))


def at_provider(browser: Phone, subject: str, **fields: str) -> str:
    """Go to the provider, sign in there, and return the address to which it leads back."""
    browser.client.stays()
    browser.sends("/account/provider/one", **fields)
    assert browser.status == 303
    there = httpx.post(browser.response.headers["location"], data={"sub": subject})
    return there.headers["location"].removeprefix(OURS)


def test_who_is_known_at_the_provider_comes_in(
    workspace: Workspace, account: Account, browser: Phone, issuer: str
) -> None:
    workspace.store.access.accounts.add_identity(Identity(issuer, "kim", "U1"))
    browser.opens(at_provider(browser, "kim", next="/result"))

    assert browser.response.headers["location"] == "/result"
    assert browser.client.cookies[COOKIE]


def test_asvs_7_2_4_who_comes_from_a_provider_ends_the_login_that_the_browser_had_before(
    workspace: Workspace, signed_in: Phone, issuer: str
) -> None:
    add_account(workspace.store, "U2", address="u2@example.org")
    workspace.store.access.accounts.add_identity(Identity(issuer, "kim", "U2"))
    before = signed_in.client.cookies[COOKIE]
    signed_in.opens(at_provider(signed_in, "kim", next="/result"))

    after = sign_in.find_login(workspace, signed_in.client.cookies[COOKIE])
    assert sign_in.find_login(workspace, before) is None
    assert after is not None
    assert after.account == "U2"


def test_asvs_6_8_1_the_same_address_at_a_provider_is_nobody_here(
    account: Account, browser: Phone
) -> None:
    browser.opens(at_provider(browser, "u1@example.org"))

    assert browser.status == 403
    assert COOKIE not in browser.client.cookies


def test_a_provider_is_added_to_an_account(
    workspace: Workspace, signed_in: Phone, issuer: str
) -> None:
    signed_in.opens(at_provider(signed_in, "kim", add="1"))

    assert signed_in.response.headers["location"] == "/account/ways"
    assert workspace.store.access.accounts.identity(issuer, "kim") == Identity(issuer, "kim", "U1")


def test_nobody_takes_the_provider_of_another_account(
    workspace: Workspace, signed_in: Phone, issuer: str
) -> None:
    add_account(workspace.store, "U2")
    workspace.store.access.accounts.add_identity(Identity(issuer, "kim", "U2"))
    signed_in.opens(at_provider(signed_in, "kim", add="1"))

    assert signed_in.status == 403


def test_what_comes_back_to_another_browser_or_twice_is_refused(
    workspace: Workspace, account: Account, browser: Phone, issuer: str
) -> None:
    workspace.store.access.accounts.add_identity(Identity(issuer, "kim", "U1"))
    back = at_provider(browser, "kim")
    kept = browser.client.cookies[KEPT]
    browser.client.cookies.delete(KEPT)
    assert browser.opens(back).status == 403  # an attacker's answer in somebody else's browser
    browser.client.cookies.set(KEPT, kept, domain="us.example", path="/")
    assert browser.opens(back).status == 303
    browser.client.cookies.set(KEPT, kept, domain="us.example", path="/")
    assert browser.opens(back).status == 403


def test_an_answer_with_another_state_or_without_code_is_refused(
    account: Account, browser: Phone
) -> None:
    state = parse_qs(urlsplit(at_provider(browser, "kim")).query)["state"][0]

    assert browser.opens("/account/provider/one?code=x&state=other").status == 403
    assert browser.opens(f"/account/provider/one?state={state}").status == 403
    assert browser.opens(f"/account/provider/one?code=x&state={state}").status == 403


def test_a_provider_that_is_away_or_unknown_is_told(browser: Phone) -> None:
    assert browser.sends("/account/provider/away").status == 403
    assert browser.sends("/account/provider/other").status == 404
