"""Providers as the settings name them."""

import pytest

from assessment.errors import SignInRefused
from settings import ProviderSettings
from web.accounts.providers import Begun, providers_of

GIVEN = ProviderSettings(
    id="away", name="Elders", issuer="http://localhost:9", client_id="x", client_secret="secret"
)


def test_a_provider_that_does_not_answer_lets_nobody_in() -> None:
    provider = providers_of((GIVEN,))["away"]

    assert provider.name == "Elders"
    with pytest.raises(SignInRefused):
        provider.begin("https://us.example/back")
    with pytest.raises(SignInRefused):
        provider.finish("https://us.example/back", "code", Begun("", "", "", ""))


def test_no_secret_of_a_provider_is_printed() -> None:
    assert "secret" not in repr(GIVEN).replace("client_secret", "")
