"""The addresses of a session: each key opens its own page."""

from reports.session.addresses import addresses
from tests.support.session.drafts import KEYS


def test_every_key_has_its_page() -> None:
    found = addresses(KEYS, "https://mentoring.example/")

    assert found.control == f"https://mentoring.example/control/{KEYS.control}"
    assert found.helper == f"https://mentoring.example/control/{KEYS.helper}"
    assert found.screen == f"https://mentoring.example/screen/{KEYS.screen}"
    assert found.join == f"https://mentoring.example/s/{KEYS.join_token}"
    assert (found.typed, found.code) == ("mentoring.example/join", KEYS.code)


def test_an_address_without_encryption_is_typed_whole() -> None:
    assert addresses(KEYS, "http://192.168.1.20:8601").typed == "http://192.168.1.20:8601/join"
