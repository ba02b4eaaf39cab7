"""Accounts and with what they sign in."""

import pytest

from assessment.access.accounts import SignInMeans, checked_account, checked_address
from assessment.errors import InvalidInput
from tests.support.access import a_passkey, an_account


@pytest.mark.parametrize(
    "text", ["", "name", "name@", "@example.org", "a b@example.org", "name@example", "a@b@c.nl"]
)
def test_what_is_no_address_is_refused(text: str) -> None:
    with pytest.raises(InvalidInput, match="no e-mail address"):
        checked_address(text)


def test_an_address_is_compared_without_capitals() -> None:
    assert checked_address(" Naam@Example.ORG ") == "naam@example.org"


def test_an_address_that_is_too_long_is_refused() -> None:
    with pytest.raises(InvalidInput):
        checked_address(f"{'a' * 250}@example.org")


def test_an_account_is_checked() -> None:
    checked = checked_account(an_account(name="  Kim ", address="KIM@example.org"))

    assert (checked.name, checked.address) == ("Kim", "kim@example.org")


@pytest.mark.parametrize("fields", [{"name": ""}, {"name": "\u202e"}, {"language": "!"}])
def test_an_account_that_cannot_be_is_refused(fields: dict[str, str]) -> None:
    with pytest.raises(InvalidInput):
        checked_account(an_account(**fields))


def test_a_password_is_a_way_in_with_an_app_that_makes_codes() -> None:
    alone = an_account(password_hash="hash")

    assert not SignInMeans(alone).can_sign_in
    assert SignInMeans(an_account(password_hash="hash", code_secret="secret")).can_sign_in
    assert SignInMeans(alone, passkeys=[a_passkey()]).can_sign_in
    assert an_account().is_enabled
