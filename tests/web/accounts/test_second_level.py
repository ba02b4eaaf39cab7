"""What the second level of the ASVS asks of passwords, tokens and what stays in a browser, by its numbers."""

import re
from base64 import urlsafe_b64decode

import pyotp
import pytest

from assessment.access.accounts import Account
from assessment.access.logins import FRESH, is_login_token
from assessment.access.passwords import LONGEST, check_password
from assessment.errors import InvalidInput
from assessment.respondents import token_hash
from assessment.services.context import Workspace
from runtime import new_login_token
from tests.support.builders import Clock
from tests.support.web.phone import Phone
from tests.web.accounts.conftest import PASSWORD, SECRET
from web.accounts.passwords import common_passwords, fits, hash_password
from web.server.gate import COOKIE


def signs_in(browser: Phone, clock: Clock, password: str = PASSWORD) -> bool:
    """Return whether somebody comes in with a password and the code of now."""
    browser.client.cookies.clear()
    browser.sends("/account/sign-in", address="u1@example.org", password=password)
    if browser.status != 200:
        return False
    browser.client.stays()
    browser.sends("/account/code", code=pyotp.TOTP(SECRET).at(clock.now))
    return browser.status == 303


def changes_password(browser: Phone, clock: Clock, password: str) -> int:
    secret = re.search(
        r'name="secret" value="([A-Z2-7]+)"', browser.opens("/account/password").response.text
    )
    code = pyotp.TOTP(secret[1] if secret else SECRET).at(clock.now)
    sent = browser.sends(
        "/account/password", secret=secret and secret[1], password=password, code=code
    )
    return int(sent.status)


def test_asvs_6_2_2_and_6_2_3_who_just_proved_the_old_password_may_choose_another(
    workspace: Workspace, account: Account, signed_in: Phone, clock: Clock
) -> None:
    assert changes_password(signed_in, clock, "een heel andere zin") == 200
    stored = workspace.store.access.accounts.get(account.id).password_hash
    assert fits("een heel andere zin", stored)
    clock.forward(seconds=FRESH.total_seconds())

    changes_password(signed_in, clock, "nog een andere zin")

    assert workspace.store.access.accounts.get(account.id).password_hash == stored


@pytest.mark.parametrize("page", ["sign-in", "password"])
def test_asvs_6_2_6_and_6_2_7_a_password_is_masked_and_may_be_pasted_or_filled_in(
    signed_in: Phone, page: str
) -> None:
    if page == "sign-in":
        signed_in.client.cookies.clear()
    [field] = re.findall(
        r"<input[^>]*name=\"password\"[^>]*>", signed_in.opens(f"/account/{page}").response.text
    )

    assert 'type="password"' in field
    assert re.search(r'autocomplete="(current|new)-password"', field)
    assert "onpaste" not in field
    assert "maxlength" not in field


def test_asvs_6_2_8_a_password_is_compared_as_it_was_typed_to_its_last_sign() -> None:
    longest = "aB" * (LONGEST // 2)
    stored = hash_password(longest)

    assert fits(longest, stored)
    for other in (longest[:-1], longest.lower(), f"{longest} ", f" {longest}", f"{longest}x"):
        assert not fits(other, stored)


def test_asvs_6_2_10_a_password_never_has_to_be_changed(
    account: Account, browser: Phone, clock: Clock
) -> None:
    clock.forward(days=400)

    assert signs_in(browser, clock)


@pytest.mark.parametrize(
    "word", ["Mentorspiegel", "mentorspiegel1", "U1@example.org", "welkom2026"]
)
def test_asvs_6_2_11_words_of_this_place_are_no_password(word: str) -> None:
    with pytest.raises(InvalidInput):
        check_password(word, common_passwords(), "Kim", "u1@example.org")


def test_asvs_6_2_12_the_passwords_that_leaked_most_are_known_offline() -> None:
    assert len(common_passwords()) > 10_000
    assert {"password", "12345678", "qwertyuiop", "iloveyou", "welkom01"} <= common_passwords()


def test_asvs_7_2_3_a_token_is_random_and_stored_as_its_hash_alone(
    workspace: Workspace, account: Account, browser: Phone, clock: Clock
) -> None:
    made = {new_login_token() for _ in range(1_000)}
    assert len(made) == 1_000
    assert {len(urlsafe_b64decode(f"{token}=")) for token in made} == {32}  # bytes: 256 bits

    assert signs_in(browser, clock)
    token = browser.client.cookies[COOKIE]
    assert is_login_token(token)
    [login] = workspace.store.access.logins.of(account.id)

    assert login.token_hash == token_hash(token)
    assert token not in str(login)


def test_asvs_14_3_2_what_somebody_saw_is_kept_in_no_cache(signed_in: Phone) -> None:
    for page in ("", "ways", "password", "erase"):
        assert signed_in.opens(f"/account/{page}").response.headers["cache-control"] == "no-store"
