"""Links to join and to begin anew, as a browser opens them."""

from dataclasses import replace
from datetime import date

import pytest

from assessment.access.acts import MembershipKind
from assessment.catalogue.model import Catalogue
from assessment.services.access import joining, sign_in
from assessment.services.context import Workspace
from assessment.services.session.preparing import create_session
from tests.support.access import add_account, add_member, an_office, at_work
from tests.support.session.room import a_draft
from tests.support.web.authenticator import Authenticator
from tests.support.web.phone import Phone
from web.server.gate import COOKIE

NEW = {"name": "Kim", "address": "kim@example.org"}


def invited(workspace: Workspace) -> str:
    office = an_office(workspace)
    return f"/account/join/{joining.invite(office.workspace, MembershipKind.READER).token}"


def test_asvs_6_4_1_a_scanner_that_opens_the_address_spends_nothing(
    workspace: Workspace, browser: Phone
) -> None:
    address = invited(workspace)
    for _ in range(3):
        assert "Join Organisatie ORG1" in browser.opens(address).page.heading

    assert browser.sends(address, **NEW).page.heading == "How you sign in"


def test_the_first_admin_names_the_organisation(workspace: Workspace, browser: Phone) -> None:
    address = f"/account/join/{joining.first_admin_link(workspace).token}"
    assert browser.opens(address).page.heading == "The first account"
    assert browser.sends(address, **NEW, organisation="").status == 422
    browser.sends(address, **NEW, organisation="Samen")

    assert browser.page.heading == "How you sign in"
    assert [o.name for o in workspace.store.access.organisations.all()] == ["Samen"]


def test_who_joined_has_no_way_in_until_one_is_set_up(
    workspace: Workspace, browser: Phone, authenticator: Authenticator
) -> None:
    browser.sends(invited(workspace), **NEW)
    assert "Without one this account opens nothing" in browser.page.text
    half = browser.client.cookies[COOKIE]
    login = sign_in.find_login(workspace, half)
    assert login is not None
    assert not login.is_complete

    options = browser.sends("/account/new-passkey-options").response.json()
    browser.sends("/account/new-passkey", answer=authenticator.makes(options))

    assert browser.response.json() == {"next": "/"}
    whole = sign_in.find_login(workspace, browser.client.cookies[COOKIE])
    assert whole is not None
    assert whole.is_complete
    assert sign_in.find_login(workspace, half) is None


def test_what_was_typed_stays_when_something_is_wrong(workspace: Workspace, browser: Phone) -> None:
    add_account(workspace.store)
    address = invited(workspace)
    browser.sends(address, name="Kim <b>", address="u1@example.org")

    assert browser.status == 422
    assert 'value="Kim &lt;b&gt;"' in browser.response.text
    assert "Sign in first" in browser.page.text
    assert browser.sends(address, name="Kim", address="no").status == 422


def test_who_has_an_account_joins_with_one_button(workspace: Workspace, signed_in: Phone) -> None:
    address = invited(workspace)
    assert "Join as Account U1" in signed_in.opens(address).page.text
    signed_in.client.stays()
    signed_in.sends(address, join="1")

    assert signed_in.response.headers["location"] == "/?organisation=ORG1"
    assert [m.kind for m in workspace.store.access.memberships.of_account("U1")] == ["reader"]


def test_nobody_joins_with_an_account_without_signing_in(
    workspace: Workspace, browser: Phone
) -> None:
    assert browser.sends(invited(workspace), join="1").status == 403


@pytest.mark.parametrize("method", ["opens", "sends"])
def test_a_link_that_is_spent_says_so(workspace: Workspace, browser: Phone, method: str) -> None:
    address = invited(workspace)
    browser.sends(address, **NEW)

    getattr(browser, method)(address)

    assert browser.status == 410
    assert "This link works no more" in browser.page.text


def test_new_ways_in_are_chosen_after_a_reset(workspace: Workspace, browser: Phone) -> None:
    add_account(workspace.store)
    admin = at_work(workspace, add_member(workspace.store, MembershipKind.SERVER_ADMIN, None))
    address = f"/account/join/{joining.reset_link(admin, 'U1').token}"

    assert browser.opens(address).page.heading == "Choose new ways to sign in"
    assert workspace.store.access.accounts.means("U1").can_sign_in
    assert browser.sends(address).page.heading == "How you sign in"
    assert not workspace.store.access.accounts.means("U1").can_sign_in


def test_who_begins_by_a_link_ends_the_login_of_who_used_the_browser_before(
    workspace: Workspace, signed_in: Phone
) -> None:
    before = signed_in.client.cookies[COOKIE]
    signed_in.sends(invited(workspace), **NEW)

    assert sign_in.find_login(workspace, before) is None
    assert sign_in.find_login(workspace, signed_in.client.cookies[COOKIE]) is not None


def test_a_reset_ends_the_login_of_who_used_the_browser_before(
    workspace: Workspace, signed_in: Phone
) -> None:
    before = signed_in.client.cookies[COOKIE]
    other = add_account(workspace.store, "U2", address="u2@example.org")
    admin = at_work(workspace, add_member(workspace.store, MembershipKind.SERVER_ADMIN, None))
    signed_in.sends(f"/account/join/{joining.reset_link(admin, other.id).token}")

    assert sign_in.find_login(workspace, before) is None
    assert sign_in.find_login(workspace, signed_in.client.cookies[COOKIE]) is not None


def test_a_link_for_one_session_says_which_and_until_when(
    workspace: Workspace, browser: Phone, catalogue: Catalogue
) -> None:
    office = an_office(workspace)
    owner = replace(office.workspace, current_catalogue=catalogue)
    session = create_session(owner, a_draft(name="Spiegelmiddag <b>"))
    kind, until = MembershipKind.FACILITATOR, date(2026, 12, 1)
    new = joining.invite(owner, kind, session=session.id, until=until)
    text = browser.opens(f"/account/join/{new.token}").page.text

    assert "Leads one group session, Spiegelmiddag <b>" in text
    assert "sees nothing else" in text
    assert "Until and with 1 December 2026." in text
    assert "Until" not in browser.opens(invited_by(owner)).page.text


def invited_by(owner: Workspace) -> str:
    return f"/account/join/{joining.invite(owner, MembershipKind.FACILITATOR).token}"
