"""Accounts in a real browser: first admin, an invited coordinator, and what happens when one is removed.

This is also the contract with Streamlit: a login that the gate hands over in a header is `st.user` on the
screens, and no header of a browser is believed. A release of Streamlit that changes it fails here.
"""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pyotp
import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from assessment.access.accounts import SignInFactor
from assessment.access.acts import MembershipKind
from assessment.access.memberships import Access
from assessment.services.access import joining, members
from assessment.services.access.sign_in import open_login, opened_workspace
from assessment.services.context import Workspace
from runtime import new_id, new_login_token, new_token, now
from storage import open_store
from tests.support.access import an_office
from tests.support.web.browser import violations
from tests.support.web.server import Server
from web.server.gate import COOKIE

PHONE = {"width": 390, "height": 844}
AUTHENTICATOR = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}
PASSWORD = "een lange zin met woorden"


@pytest.fixture(scope="module")
def hosted(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A program of its own, as other tests have no accounts."""
    running = Server(tmp_path_factory.mktemp("accounts"))
    running.start()
    yield running
    running.stop()


@pytest.fixture(scope="module")
def workspace(hosted: Server) -> Iterator[Workspace]:
    store = open_store(f"sqlite:///{hosted.database}", clock=now)
    yield Workspace(
        store=store, now=now, new_id=new_id, new_token=new_token, new_login_token=new_login_token
    )
    store.close()


def address(hosted: Server, path: str) -> str:
    return f"http://localhost:{hosted.port}{path}"


def with_passkeys(context: BrowserContext) -> Page:
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    session.send("WebAuthn.addVirtualAuthenticator", {"options": AUTHENTICATOR})
    return page


def heading(page: Page, text: str) -> None:
    expect(page.get_by_role("heading", level=1, name=text)).to_be_visible(timeout=30_000)


def fill(page: Page, **fields: str) -> None:
    for name, text in fields.items():
        page.fill(f"#{name}", text)


def test_from_the_first_admin_to_a_coordinator_who_is_removed_while_the_page_is_open(
    browser: Browser, hosted: Server, workspace: Workspace, tmp_path: Path
) -> None:
    owner = browser.new_context(locale="nl-NL", viewport=PHONE)
    page = with_passkeys(owner)
    first = joining.first_admin_link(workspace)
    page.goto(address(hosted, f"/account/join/{first.token}"))
    assert violations(page) == []
    fill(page, name="Kim", address="kim@example.org", organisation="Samen sterk")
    page.click("main form button")
    heading(page, "Hoe je je aanmeldt")
    assert violations(page) == []
    page.click("[data-passkey=add]")
    page.wait_for_url("**/", wait_until="commit")
    expect(page.locator(".ms-who")).to_have_text("Kim", timeout=30_000)

    second = browser.new_context(
        locale="nl-NL", extra_http_headers={"X-Mentorspiegel-Login": owner_login(workspace)}
    )
    colleague = second.new_page()
    colleague.goto(address(hosted, "/"))
    heading(colleague, "Aanmelden")  # a header of a browser lets nobody in
    join(colleague, hosted, workspace)
    expect(colleague.locator(".ms-who")).to_have_text("Robin", timeout=30_000)

    remove(workspace)
    colleague.wait_for_timeout(1_100)  # what a click saw holds for a second
    colleague.get_by_text("English", exact=True).click()
    heading(colleague, "This is not yours to open")
    other_tab = owner.new_page()
    other_tab.goto(address(hosted, "/?lang=nl"))
    expect(other_tab.locator(".ms-who")).to_have_text("Kim", timeout=30_000)
    assert sign_out(page, hosted) == "Aanmelden"
    leads_to_sign_in(other_tab)
    sign_in_with_passkey(page)
    owner.close()
    second.close()


def owner_login(workspace: Workspace) -> str:
    account = workspace.store.access.accounts.find("kim@example.org")
    assert account is not None
    return workspace.store.access.logins.of(account.id)[0].id


def owner_at_work(workspace: Workspace) -> Workspace:
    account = workspace.store.access.accounts.find("kim@example.org")
    assert account is not None
    memberships = tuple(workspace.store.access.memberships.of_account(account.id))
    organisation = next(m.organisation for m in memberships if m.organisation)
    return opened_workspace(workspace, Access(account.id, organisation, memberships))


def join(page: Page, hosted: Server, workspace: Workspace) -> None:
    """Join as a coordinator with a password and an app."""
    new = joining.invite(owner_at_work(workspace), MembershipKind.COORDINATOR)
    page.goto(address(hosted, f"/account/join/{new.token}"))
    fill(page, name="Robin", address="robin@example.org")
    page.click("main form button")
    page.get_by_role("link", name="Kies een wachtwoord").click()
    assert violations(page) == []
    secret = page.locator("input[name=secret]").input_value()
    fill(page, password=PASSWORD, code=pyotp.TOTP(secret).at(datetime.now(UTC)))
    page.click("main form button")
    heading(page, "Herstelcodes")
    assert violations(page) == []
    page.locator("main a.button").click()


def remove(workspace: Workspace) -> None:
    at_work = owner_at_work(workspace)
    found = members.members_of(at_work).members
    (membership,) = [m.membership for m in found if m.name == "Robin"]
    members.end_membership(at_work, membership.id)


def sign_out(page: Page, hosted: Server) -> str:
    page.goto(address(hosted, "/account/"))
    assert violations(page) == []
    page.get_by_role("button", name="Afmelden", exact=True).last.click()
    title = page.get_by_role("heading", level=1)
    expect(title).to_have_text("Aanmelden")
    assert violations(page) == []
    return str(title.text_content())


def sign_in_with_passkey(page: Page) -> None:
    page.click("[data-passkey=use]")
    expect(page.locator(".ms-who")).to_have_text("Kim", timeout=30_000)


def leads_to_sign_in(page: Page) -> None:
    """Show that a page that is still open says that its login ended, and lead to where one signs in."""
    told = page.locator(".ms-ended")
    expect(told).to_contain_text("Je bent afgemeld", timeout=30_000)
    assert violations(page) == []
    told.get_by_role("link").click()
    heading(page, "Aanmelden")
    page.close()


def test_the_screens_can_also_hear_it_from_the_cookie(browser: Browser, tmp_path: Path) -> None:
    running = Server(tmp_path / "data", login_from="cookie")
    store = open_store(f"sqlite:///{running.database}", clock=now)
    space = Workspace(
        store=store, now=now, new_id=new_id, new_token=new_token, new_login_token=new_login_token
    )
    office = an_office(space)
    account = store.access.accounts.get(office.owner.account)
    opened = open_login(space, account, {SignInFactor.PASSKEY}, "Chromium")
    running.start()
    context = browser.new_context(locale="nl-NL")
    context.add_cookies(
        [
            {
                "name": COOKIE,
                "value": opened.token,
                "url": address(running, "/").replace("http:", "https:"),
                "secure": True,
            }
        ]
    )
    page = context.new_page()
    page.goto(address(running, "/"))
    expect(page.locator(".ms-who")).to_have_text(account.name, timeout=30_000)
    page.goto(address(running, "/people"))
    offered = page.get_by_role("button", name="Downloaden")
    expect(offered).to_be_visible(timeout=30_000)
    page.wait_for_timeout(1_100)  # who is at work is asked anew
    with page.expect_download(timeout=30_000) as taken:
        offered.click()
    assert taken.value.suggested_filename.endswith(".zip")
    context.close()
    running.stop()
    store.close()
