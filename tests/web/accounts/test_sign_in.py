"""Signing in and out, as a browser does it."""

import json

import pyotp
import pytest

from assessment.access.accounts import Account, SignInFactor
from assessment.services.access import own_account, sign_in
from assessment.services.context import Workspace
from tests.support.access import a_passkey
from tests.support.builders import Clock
from tests.support.web.authenticator import Authenticator
from tests.support.web.phone import Phone
from tests.web.accounts.conftest import OURS, PASSWORD, SECRET
from web.accounts.context import DEVICE_COOKIE
from web.server.gate import COOKIE


def code(clock: Clock) -> str:
    return pyotp.TOTP(SECRET).at(clock.now)


def with_password(browser: Phone, password: str = PASSWORD, **more: str) -> Phone:
    return browser.sends("/account/sign-in", address="U1@example.org", password=password, **more)


def test_asvs_6_3_3_password_and_code_let_somebody_in(
    workspace: Workspace, account: Account, browser: Phone, clock: Clock
) -> None:
    with_password(browser)
    assert browser.page.heading == "The code of your app"
    half = browser.client.cookies[COOKIE]
    browser.client.stays()
    browser.sends("/account/code", code=code(clock), next="/result?project=1")

    assert (browser.status, browser.response.headers["location"]) == (303, "/result?project=1")
    assert browser.client.cookies[COOKIE] != half
    assert sign_in.find_login(workspace, half) is None
    assert browser.client.cookies[DEVICE_COOKIE]


def test_asvs_3_3_1_3_3_3_and_3_3_4_the_cookies_are_as_safe_as_cookies_can_be(
    account: Account, browser: Phone, clock: Clock
) -> None:
    browser.client.stays()
    with_password(browser)
    browser.sends("/account/code", code=code(clock))

    cookies = browser.response.headers.get_list("set-cookie")
    assert len(cookies) == 2
    for text in cookies:
        assert text.startswith("__Host-")
        parts = text.casefold().split("; ")
        assert {"path=/", "secure", "httponly", "samesite=lax"} <= set(parts)


@pytest.mark.parametrize("address", ["u1@example.org", "nobody@example.org"])
def test_asvs_6_3_8_who_is_refused_hears_the_same_with_and_without_an_account(
    account: Account, browser: Phone, address: str
) -> None:
    browser.sends("/account/sign-in", address=address, password="wrong password")

    assert browser.status == 422
    assert "That did not work. Check what you typed and try again." in browser.page.text
    assert COOKIE not in browser.client.cookies


def test_a_wrong_code_lets_nobody_in_and_a_used_one_neither(
    account: Account, browser: Phone, clock: Clock, workspace: Workspace
) -> None:
    with_password(browser)
    assert browser.sends("/account/code", code="000000").status == 422
    browser.client.stays()
    assert browser.sends("/account/code", code=code(clock)).status == 303
    browser.sends("/account/sign-out")
    with_password(browser)
    assert browser.sends("/account/code", code=code(clock)).status == 422


def test_a_recovery_code_works_in_place_of_the_app(
    workspace: Workspace, account: Account, browser: Phone
) -> None:
    login = sign_in.open_login(workspace, account, {SignInFactor.PASSKEY}, "").login
    own_account.replace_recovery_codes(workspace, login, ["abcd-efgh"])
    with_password(browser)
    browser.client.stays()

    assert browser.sends("/account/code", code="ABCD-efgh").status == 303


def test_the_code_page_without_a_password_leads_nowhere(account: Account, browser: Phone) -> None:
    assert browser.sends("/account/code", code="123456").status == 403


@pytest.mark.parametrize(
    "wanted",
    [
        "https://evil.example/",
        "//evil.example",
        "/\\evil.example",
        "\\\\evil",
        "javascript:x",
        "/a\nb",
        "",
    ],
)
def test_asvs_1_2_2_nobody_is_led_to_another_site_after_signing_in(
    account: Account, browser: Phone, clock: Clock, wanted: str
) -> None:
    with_password(browser, next=wanted)
    browser.client.stays()
    browser.sends("/account/code", code=code(clock), next=wanted)

    assert browser.response.headers["location"] == "/"


def add_passkey(workspace: Workspace, authenticator: Authenticator) -> None:
    from webauthn.helpers import bytes_to_base64url

    from web.accounts import passkeys
    from web.accounts.passkeys import Site

    site, challenge = Site(OURS), b"challenge"
    means = workspace.store.access.accounts.means("U1")
    options = json.loads(passkeys.options_to_add(site, means, challenge))
    made = passkeys.made(
        site, means.account, challenge, authenticator.makes(options), workspace.now()
    )
    assert made.credential_id == bytes_to_base64url(authenticator.identifier)
    workspace.store.access.accounts.add_passkey(made)


def options(browser: Phone) -> dict[str, object]:
    found: dict[str, object] = browser.sends("/account/passkey-options").response.json()
    return found


def test_a_passkey_lets_somebody_in(
    workspace: Workspace, account: Account, browser: Phone, authenticator: Authenticator
) -> None:
    add_passkey(workspace, authenticator)
    browser.sends("/account/passkey", answer=authenticator.uses(options(browser)), next="/result")

    assert browser.response.json() == {"next": "/result"}
    assert browser.client.cookies[COOKIE]


def test_asvs_7_2_4_a_passkey_ends_the_login_that_the_browser_had_before(
    workspace: Workspace, signed_in: Phone, authenticator: Authenticator
) -> None:
    add_passkey(workspace, authenticator)
    before = signed_in.client.cookies[COOKIE]
    signed_in.sends("/account/passkey", answer=authenticator.uses(options(signed_in)))

    assert sign_in.find_login(workspace, before) is None
    assert sign_in.find_login(workspace, signed_in.client.cookies[COOKIE]) is not None


def test_an_answer_of_a_passkey_works_once(
    workspace: Workspace, account: Account, browser: Phone, authenticator: Authenticator
) -> None:
    add_passkey(workspace, authenticator)
    answer = authenticator.uses(options(browser))
    browser.sends("/account/passkey", answer=answer)

    assert browser.sends("/account/passkey", answer=answer).status == 403


def test_a_copied_passkey_is_refused(
    workspace: Workspace, account: Account, browser: Phone, authenticator: Authenticator
) -> None:
    add_passkey(workspace, authenticator)
    assert (
        browser.sends("/account/passkey", answer=authenticator.uses(options(browser))).status == 200
    )

    assert (
        browser.sends("/account/passkey", answer=authenticator.uses(options(browser), 0)).status
        == 403
    )


def test_a_passkey_that_did_not_ask_for_its_user_is_refused(
    workspace: Workspace, account: Account, browser: Phone, authenticator: Authenticator
) -> None:
    add_passkey(workspace, authenticator)
    authenticator.verifies = False

    assert (
        browser.sends("/account/passkey", answer=authenticator.uses(options(browser))).status == 403
    )


def test_a_passkey_of_another_site_is_refused(
    workspace: Workspace, account: Account, browser: Phone, authenticator: Authenticator
) -> None:
    add_passkey(workspace, authenticator)
    authenticator.origin = "https://evil.example"

    assert (
        browser.sends("/account/passkey", answer=authenticator.uses(options(browser))).status == 403
    )


@pytest.mark.parametrize(
    "answer", ["", "{}", "[]", '{"id": 1, "response": {"clientDataJSON": "e30"}}']
)
def test_what_is_no_answer_of_a_passkey_is_refused(browser: Phone, answer: str) -> None:
    assert browser.sends("/account/passkey", answer=answer).status == 403


def test_a_passkey_that_nobody_knows_is_refused(
    browser: Phone, authenticator: Authenticator
) -> None:
    assert (
        browser.sends("/account/passkey", answer=authenticator.uses(options(browser))).status == 403
    )
    assert a_passkey().name


def test_asvs_7_4_1_and_14_3_1_signing_out_ends_the_login_and_clears_the_browser(
    workspace: Workspace, signed_in: Phone
) -> None:
    token = signed_in.client.cookies[COOKIE]
    signed_in.client.stays()
    signed_in.sends("/account/sign-out")

    assert sign_in.find_login(workspace, token) is None
    assert signed_in.response.headers["clear-site-data"] == '"cache", "storage"'
    assert signed_in.sends("/account/sign-out").status == 303


def test_who_is_signed_in_is_not_asked_again(signed_in: Phone) -> None:
    signed_in.client.stays()
    signed_in.opens("/account/sign-in?next=/result")

    assert signed_in.response.headers["location"] == "/result"


def test_asvs_7_2_4_a_login_that_the_browser_had_before_ends(
    workspace: Workspace, account: Account, signed_in: Phone
) -> None:
    before = workspace.store.access.logins.of(account.id)
    signed_in.client.request(
        "POST", "/account/sign-in", data={"address": account.address, "password": PASSWORD}
    )

    now = workspace.store.access.logins.of(account.id)
    assert len(now) == len(before) == 1
    assert now[0].id != before[0].id
