"""What went wrong is said in the language of who reads it."""

import pytest

from assessment.errors import (
    DatabaseUnavailable,
    InvalidInput,
    LinkSpent,
    MentorspiegelError,
    SignInRefused,
)
from locales import translator
from web.accounts.messages import told


@pytest.mark.parametrize(
    ("error", "text"),
    [
        (InvalidInput("password", "too_short", ""), "minstens 8 tekens"),
        (InvalidInput("other", "odd", ""), "Kijk het nog eens na"),
        (SignInRefused(), "Dat lukte niet"),
        (LinkSpent(), "werkt niet meer"),
        (DatabaseUnavailable("x"), "Er ging bij ons iets mis"),
    ],
)
def test_an_error_has_a_sentence(error: MentorspiegelError, text: str) -> None:
    assert text in told(translator("nl"), error)
