"""Pages of accounts on a real database."""

from collections.abc import Iterator

import pytest
from starlette.applications import Starlette

from assessment.access.accounts import Account, SignInFactor
from assessment.services.access import sign_in
from assessment.services.context import Workspace
from settings import Settings
from storage import SqlStore
from tests.support.access import add_account
from tests.support.builders import Clock
from tests.support.web.authenticator import Authenticator
from tests.support.web.phone import Browser, Phone
from tests.support.workspace import tokens
from web.accounts.passwords import hash_password
from web.accounts.routes import accounts_route
from web.server.gate import COOKIE
from web.server.login_cache import LoginCache

OURS = "https://us.example"
PASSWORD = "een lange zin met woorden"
SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"


@pytest.fixture
def workspace(sqlite_store: SqlStore, clock: Clock) -> Workspace:
    numbers = iter(range(1, 10**6))
    return Workspace(
        store=sqlite_store,
        now=clock,
        new_id=lambda: f"id-{next(numbers)}",
        new_token=tokens(),
        new_login_token=tokens(43),
    )


@pytest.fixture
def settings() -> Settings:
    return Settings(public_url=OURS)


@pytest.fixture
def app(workspace: Workspace, settings: Settings) -> Starlette:
    never_kept = LoginCache(lambda: workspace, iter(range(0, 10**6, 100)).__next__)
    return Starlette(routes=[accounts_route(lambda: workspace, lambda: settings, never_kept)])


@pytest.fixture
def browser(app: Starlette) -> Iterator[Phone]:
    """A browser in English that nobody signed in with yet."""
    headers = {
        "Sec-Fetch-Site": "same-origin",
        "Accept-Language": "en",
        "User-Agent": "Firefox on Linux",
    }
    client = Browser(app, OURS, headers)
    yield Phone(client)
    client.close()


@pytest.fixture(scope="session")
def password_hash() -> str:
    return hash_password(PASSWORD)


@pytest.fixture
def account(workspace: Workspace, password_hash: str) -> Account:
    """An account with a password, an app, and a passkey that nobody has."""
    return add_account(workspace.store, password_hash=password_hash, code_secret=SECRET)


@pytest.fixture
def signed_in(workspace: Workspace, account: Account, browser: Phone) -> Phone:
    """A browser that has just signed in."""
    opened = sign_in.open_login(workspace, account, {SignInFactor.PASSKEY}, "Firefox")
    browser.client.cookies.set(COOKIE, opened.token, domain="us.example", path="/")
    return browser


@pytest.fixture
def authenticator() -> Authenticator:
    return Authenticator(OURS)
