"""What every page of accounts has in common."""

from collections.abc import Mapping

import pytest
from starlette.applications import Starlette
from starlette.routing import Mount, Route

from assessment.errors import (
    DatabaseDamaged,
    DatabaseNewer,
    DatabaseUnavailable,
    StorageError,
)
from assessment.services.context import Workspace
from settings import Settings
from tests.support.web.phone import Browser, Phone
from web.accounts.routes import READ, WRITE, accounts_route
from web.server.login_cache import LoginCache

PAGES = [path.replace("{link}", "x").replace("{provider}", "y") for path, _ in (*READ, *WRITE)]


@pytest.mark.parametrize("path", sorted(set(PAGES)))
def test_asvs_3_4_every_page_carries_the_headers_and_is_kept_nowhere(
    browser: Phone, path: str
) -> None:
    headers: Mapping[str, str] = browser.opens(f"/account{path}").response.headers

    assert headers["cache-control"] == "no-store"
    assert "script-src 'self'" in headers["content-security-policy"]
    assert headers["referrer-policy"] == "no-referrer"


@pytest.mark.parametrize("path", [path for path, _ in WRITE])
def test_asvs_3_5_1_nothing_is_done_for_another_website(browser: Phone, path: str) -> None:
    foreign = {"Sec-Fetch-Site": "cross-site", "Content-Type": "application/x-www-form-urlencoded"}
    response = browser.client.request("POST", f"/account{path}", headers=foreign, content="a=1")

    assert response.status_code == 403


def test_asvs_3_5_3_what_changes_something_is_never_asked_for_by_get(
    workspace: Workspace,
) -> None:
    mount = accounts_route(lambda: workspace, Settings, LoginCache(lambda: workspace))
    assert isinstance(mount, Mount)
    only_posted = {path for path, _ in WRITE} - {path for path, _ in READ}

    for route in mount.routes:
        if isinstance(route, Route) and route.path in only_posted:
            assert route.methods == {"POST"}


def test_the_language_is_that_of_the_browser_or_the_one_that_was_chosen(browser: Phone) -> None:
    assert browser.opens("/account/sign-in").page.language == "en"
    assert browser.opens("/account/sign-in?lang=nl").page.language == "nl"


def test_a_body_that_is_too_large_or_of_another_kind_is_refused(browser: Phone) -> None:
    assert browser.sends("/account/sign-in", address="x" * 40_000).status == 413
    response = browser.client.request("POST", "/account/sign-in", json={"address": "x"})
    assert response.status_code == 415


@pytest.mark.parametrize("kind", [DatabaseUnavailable, DatabaseDamaged, DatabaseNewer])
def test_without_a_database_every_page_says_so(kind: type[StorageError]) -> None:
    def broken() -> Workspace:
        raise kind("the secret place of the file")

    route = accounts_route(broken, Settings, LoginCache(broken))
    browser = Browser(Starlette(routes=[route]), "https://us.example", {"Accept-Language": "en"})

    for path in ("/account/", "/account/sign-in"):
        reply = browser.request("GET", path)
        assert reply.status_code == 503
        assert "The database does not answer now" in reply.text
        assert "secret" not in reply.text
    browser.close()
