"""Setting up and removing ways to sign in."""

import re

import pyotp

from assessment.access.accounts import Account
from assessment.services.context import Workspace
from tests.support.builders import Clock
from tests.support.web.authenticator import Authenticator
from tests.support.web.phone import Phone
from tests.web.accounts.conftest import PASSWORD
from web.accounts import passwords


def secret_of(browser: Phone) -> str:
    found = re.search(r'name="secret" value="([A-Z2-7]+)"', browser.response.text)
    assert found is not None
    return found[1]


def test_a_password_is_set_with_an_app_and_gives_recovery_codes_once(
    workspace: Workspace, signed_in: Phone, clock: Clock
) -> None:
    secret = secret_of(signed_in.opens("/account/password"))
    assert "<svg" in signed_in.response.text
    code = pyotp.TOTP(secret).at(clock.now)
    signed_in.sends("/account/password", secret=secret, password="heel iets anders", code=code)

    assert signed_in.page.heading == "Recovery codes"
    assert len(re.findall(r"<code>[a-z0-9]{4}-[a-z0-9]{4}</code>", signed_in.response.text)) == 10
    means = workspace.store.access.accounts.means("U1")
    assert means.recovery_codes_left == 10
    assert passwords.fits("heel iets anders", means.account.password_hash)


def test_a_weak_password_or_a_wrong_code_is_refused_and_the_secret_stays(
    workspace: Workspace, signed_in: Phone, clock: Clock, account: Account
) -> None:
    secret = secret_of(signed_in.opens("/account/password"))
    code = pyotp.TOTP(secret).at(clock.now)
    for wrong in (
        {"password": "kort", "code": code},
        {"password": "Welkom01", "code": code},
        {"password": "heel iets anders", "code": "000000"},
    ):
        signed_in.sends("/account/password", secret=secret, **wrong)
        assert signed_in.status == 422
        assert secret_of(signed_in) == secret

    kept = workspace.store.access.accounts.get("U1")
    assert passwords.fits(PASSWORD, kept.password_hash)


def test_recovery_codes_are_replaced(workspace: Workspace, signed_in: Phone) -> None:
    first = signed_in.sends("/account/recovery").response.text
    second = signed_in.sends("/account/recovery").response.text

    assert first != second
    assert workspace.store.access.accounts.means("U1").recovery_codes_left == 10


def test_ways_in_are_removed_but_not_the_last_one(workspace: Workspace, signed_in: Phone) -> None:
    signed_in.sends("/account/remove", password="1")
    assert not workspace.store.access.accounts.get("U1").has_two_factors
    signed_in.sends("/account/remove", passkey="key-U1")

    assert signed_in.status == 422
    assert "nobody could go on" in signed_in.page.text
    assert signed_in.sends("/account/remove").status == 200


def test_a_passkey_is_added_once(
    workspace: Workspace, signed_in: Phone, authenticator: Authenticator
) -> None:
    def add() -> int:
        options = signed_in.sends("/account/new-passkey-options").response.json()
        return signed_in.sends("/account/new-passkey", answer=authenticator.makes(options)).status

    assert (add(), add()) == (200, 403)
    assert len(workspace.store.access.accounts.means("U1").passkeys) == 2


def test_asvs_7_5_1_who_signed_in_long_ago_signs_in_again_first(
    signed_in: Phone, clock: Clock
) -> None:
    clock.forward(minutes=20)

    assert "sign out and sign in again" in signed_in.opens("/account/ways").page.text
    assert signed_in.sends("/account/remove", password="1").status == 403
    assert "signed in just now" in signed_in.page.text


def test_without_login_there_is_nothing_to_see(browser: Phone) -> None:
    assert browser.opens("/account/ways").page.heading == "Sign in"
    assert browser.sends("/account/remove", password="1").status == 403
