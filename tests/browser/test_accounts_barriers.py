"""What only accounts have: axe-core with every rule on each page of it, light and dark, phone and desktop.

The screens without accounts are looked at by tests/browser/test_accessibility.py.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from assessment.access.accounts import SignInFactor
from assessment.access.acts import MembershipKind
from assessment.access.logins import FRESH
from assessment.access.memberships import Access, Membership
from assessment.services.access import joining
from assessment.services.access.sign_in import open_login, opened_workspace
from assessment.services.context import Workspace
from assessment.services.projects import create_project
from runtime import new_id, new_login_token, new_token, now
from storage import open_store
from tests.support.access import add_account, add_member, an_office
from tests.support.builders import a_project
from tests.support.web import page_checks
from tests.support.web.browser import DESKTOP, LISTEN, PHONE, SCHEMES, Tab, violations
from tests.support.web.server import Server
from web.accounts.passwords import hash_password
from web.server.gate import COOKIE

PASSWORD = "een lange zin met woorden"
SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
# make a link for a member, and one for a server admin
WORDS = {
    "en": ("Make the link", "Make a link for another server admin"),
    "nl": ("Maak de link", "Maak een link voor nog een serverbeheerder"),
}


@dataclass
class Hosted:
    """A running program with two organisations and somebody of every kind."""

    server: Server
    workspace: Workspace
    owner: Membership  # who is server admin too
    owner_at_work: Workspace

    @property
    def url(self) -> str:
        return f"http://localhost:{self.server.port}"

    def token(self, account: str, *factors: SignInFactor, ago: timedelta = timedelta(0)) -> str:
        """Sign an account in and return the token of its browser."""
        at = replace(self.workspace, now=lambda: now() - ago)
        found = self.workspace.store.access.accounts.get(account)
        return open_login(at, found, factors or {SignInFactor.PASSKEY}, "Chromium, Linux").token


@pytest.fixture(scope="module")
def hosted(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hosted]:
    running = Server(tmp_path_factory.mktemp("barriers"))
    store = open_store(f"sqlite:///{running.database}", clock=now)
    space = Workspace(
        store=store, now=now, new_id=new_id, new_token=new_token, new_login_token=new_login_token
    )
    office, other = an_office(space), an_office(space, "ORG2")
    owner = office.owner
    accounts = store.access.accounts
    more = (
        Membership("admin", owner.account, None, MembershipKind.SERVER_ADMIN),
        Membership("two", owner.account, other.organisation.id, MembershipKind.READER),
    )
    for membership in more:
        store.access.memberships.add(membership)
    hashed = replace(
        accounts.get(owner.account), password_hash=hash_password(PASSWORD), code_secret=SECRET
    )
    accounts.save(hashed)
    at_work = opened_workspace(space, Access(owner.account, "ORG1", (owner, *more)))
    project = create_project(at_work, a_project(id="", name="Maatjes"))
    add_member(store, MembershipKind.COORDINATOR, "ORG1", project=project.id)
    add_member(store, MembershipKind.READER, "ORG1", until=now().date())
    gone = add_member(store, MembershipKind.FACILITATOR, "ORG1")
    accounts.save(replace(accounts.get(gone.account), disabled_at=now()))
    joining.invite(at_work, MembershipKind.FACILITATOR, address="robin@example.org")
    running.start()
    yield Hosted(running, space, owner, at_work)
    running.stop()
    store.close()


@pytest.fixture(params=[(DESKTOP, "en"), (PHONE, "nl")], ids=["desktop en", "phone nl"])
def look(request: pytest.FixtureRequest, browser: Browser, hosted: Hosted) -> Iterator["Look"]:
    size, language = request.param
    context = browser.new_context(viewport=size, locale=f"{language}-BE")
    context.add_init_script(LISTEN)
    yield Look(context, context.new_page(), hosted, language, {})
    context.close()


@dataclass
class Look:
    """One browser, and what is wrong with the pages that were looked at in it."""

    context: BrowserContext
    page: Page
    hosted: Hosted
    language: str
    wrong: dict[str, list[str]]

    def sign_in(self, token: str) -> None:
        self.context.clear_cookies()
        url = f"{self.hosted.url.replace('http:', 'https:')}/"
        self.context.add_cookies([{"name": COOKIE, "value": token, "url": url, "secure": True}])

    def open(self, path: str) -> None:
        self.page.goto(f"{self.hosted.url}{path}?lang={self.language}")

    def check(self, name: str) -> None:
        """Look at the page that is open."""
        found = page_checks.too_wide(self.page)
        for scheme in SCHEMES:
            self.page.emulate_media(color_scheme=scheme)
            found += [f"{scheme}: {barrier}" for barrier in violations(self.page)]
        assert self.page.locator("html").get_attribute("lang") == self.language
        assert self.page.locator("h1").count() == 1
        if found:
            self.wrong[name] = found

    def check_screen(self, tab: Tab, name: str) -> None:
        """Look at a screen of Streamlit that is open."""
        found = page_checks.too_wide(self.page)
        if self.language == "nl":
            found += page_checks.left_in_english(self.page)
        for scheme in SCHEMES:
            tab.switch_scheme(scheme)
            found += [f"{scheme}: {barrier}" for barrier in violations(self.page)]
        if found:
            self.wrong[name] = found

    def send(self) -> None:
        self.page.locator("main form button").first.click()


def test_no_page_of_signing_in_has_a_barrier(look: Look, hosted: Hosted) -> None:
    page = look.page
    look.open("/account/sign-in")
    look.check("sign in")
    page.fill("#address", "nobody@example.org")
    page.fill("#password", "x" * 10)
    page.locator("form[action$=sign-in] button").click()
    page.get_by_role("alert").wait_for()
    look.check("refused")
    look.open("/account/join/" + "x" * 32)
    look.check("a link that works no more")
    for name, new in {
        "join": joining.invite(hosted.owner_at_work, MembershipKind.READER),
        "reset": joining.reset_link(hosted.owner_at_work, hosted.owner.account),
    }.items():
        look.open(f"/account/join/{new.token}")
        look.check(name)
    look.open("/account/stop/" + "x" * 32)
    look.check("stop reminders")
    look.sign_in(hosted.token(hosted.owner.account, SignInFactor.PASSWORD))
    look.open("/account/code")
    look.check("code")
    page.fill("#code", "000000")
    look.send()
    page.get_by_role("alert").wait_for()
    look.check("a wrong code")

    assert look.wrong == {}


def test_no_page_of_choosing_ways_in_has_a_barrier(look: Look, hosted: Hosted) -> None:
    page, account = look.page, add_account(hosted.workspace.store, f"N{look.language}")
    hosted.workspace.store.access.accounts.remove_ways_in(account.id)
    look.sign_in(hosted.token(account.id, SignInFactor.LINK))
    look.open("/account/ways")
    look.check("first ways in")
    look.open("/account/password")
    look.check("password")
    page.fill("#password", "welkom01")
    page.fill("#code", "000000")
    look.send()
    page.get_by_role("alert").wait_for()
    look.check("a short password")
    look.sign_in(hosted.token(hosted.owner.account))
    look.open("/account/ways")
    look.check("ways in")
    page.locator("form[action$=recovery] button").click()
    page.wait_for_url(re.compile("recovery"))
    assert page.locator("main code, main li").count() >= 10
    look.check("recovery codes")
    look.sign_in(hosted.token(hosted.owner.account, ago=FRESH))
    look.open("/account/ways")
    look.check("ways in, signed in too long ago")

    assert look.wrong == {}


def test_no_page_of_ones_own_account_has_a_barrier(look: Look, hosted: Hosted) -> None:
    account = add_account(hosted.workspace.store, f"E{look.language}", name="Robin")
    hosted.token(account.id)
    look.sign_in(hosted.token(account.id))
    look.open("/account/")
    look.check("my account")
    look.open("/account/erase")
    look.check("erase")
    look.open(f"/account/join/{joining.invite(hosted.owner_at_work, MembershipKind.READER).token}")
    look.check("join with the account that is there")

    assert look.wrong == {}


def test_no_screen_of_accounts_has_a_barrier(look: Look, hosted: Hosted) -> None:
    tab, words = Tab(look.page, hosted.url), WORDS[look.language]
    look.sign_in(hosted.token(hosted.owner.account))
    for name in ("", "people", "log", "server"):
        tab.go(f"/{name}?lang={look.language}&organisation=ORG1")
        if name == "people":
            tab.press(words[0])
        if name == "server":
            tab.press(words[1])
        look.check_screen(tab, name or "home")
        buttons = look.page.locator(".stMain .stButton button").all_inner_texts()
        assert len(buttons) == len(set(buttons))
    member = add_member(hosted.workspace.store, MembershipKind.READER, "ORG1")
    look.sign_in(hosted.token(member.account))
    tab.open(f"/people?lang={look.language}")
    look.check_screen(tab, "not permitted")

    assert look.wrong == {}
