"""Passkeys: an answer that is not right is refused, whatever is wrong with it."""

import json

import pytest

from assessment.access.accounts import SignInMeans
from assessment.errors import SignInRefused
from tests.support.access import an_account
from tests.support.builders import NOW
from tests.support.web.authenticator import Authenticator
from web.accounts import passkeys
from web.accounts.passkeys import Site

SITE = Site("https://us.example")
CHALLENGE = b"challenge"


def test_a_site_is_named_without_port_and_protocol() -> None:
    assert Site("http://localhost:8501").name == "localhost"


def test_a_browser_is_asked_to_verify_its_user_and_to_keep_the_key() -> None:
    asked = json.loads(passkeys.options_to_add(SITE, SignInMeans(an_account()), CHALLENGE))

    assert asked["authenticatorSelection"]["userVerification"] == "required"
    assert asked["authenticatorSelection"]["residentKey"] == "required"
    assert json.loads(passkeys.options_to_use(SITE, CHALLENGE))["userVerification"] == "required"


def test_a_key_that_was_made_for_something_else_is_refused() -> None:
    device = Authenticator(SITE.origin)
    options = json.loads(passkeys.options_to_add(SITE, SignInMeans(an_account()), CHALLENGE))
    answer = device.makes(options)

    assert passkeys.made(SITE, an_account(), CHALLENGE, answer, NOW).account == "U1"
    for site, challenge, text in (
        (Site("https://evil.example"), CHALLENGE, answer),
        (SITE, b"another", answer),
        (SITE, CHALLENGE, "{}"),
        (SITE, CHALLENGE, "no json"),
    ):
        with pytest.raises(SignInRefused):
            passkeys.made(site, an_account(), challenge, text, NOW)
