"""The gate with a page behind it that notes what comes through, and somebody who signed in."""

import pytest

from assessment.access.accounts import SignInFactor
from assessment.services.access import sign_in
from assessment.services.access.sign_in import OpenedLogin
from assessment.services.context import Workspace
from tests.support.access import add_account
from tests.support.web.gate import PUBLIC, Seen, answering
from web.server.gate import Gate
from web.server.login_cache import LoginCache


@pytest.fixture
def seen() -> Seen:
    return Seen()


@pytest.fixture
def logins(workspace: Workspace) -> LoginCache:
    return LoginCache(lambda: workspace, iter(range(0, 10**6, 100)).__next__)  # nothing is kept


@pytest.fixture
def gate(seen: Seen, logins: LoginCache) -> Gate:
    return Gate(
        answering(seen.screens, "_streamlit_xsrf=1; Path=/"),
        alone=lambda _screens: answering(seen.alone),
        logins=logins,
        public_url=f"https://{PUBLIC}",
    )


@pytest.fixture
def opened(workspace: Workspace) -> OpenedLogin:
    account = add_account(workspace.store)
    return sign_in.open_login(workspace, account, {SignInFactor.PASSKEY}, "")
