"""Agreements made in a session."""

from dataclasses import replace

import pytest

from assessment.errors import InvalidInput
from assessment.session.agreements import SessionAgreement, checked_session_agreement

MADE = SessionAgreement("G1", "S1", " Een vast gesprek na drie maanden ", owner=" coördinator ")


def test_an_agreement_has_words_and_a_role() -> None:
    checked = checked_session_agreement(MADE)

    assert (checked.text, checked.owner) == ("Een vast gesprek na drie maanden", "coördinator")


@pytest.mark.parametrize("text", ["", "  ", "x" * 10_001, "\0"])
def test_words_that_cannot_be_kept_are_refused(text: str) -> None:
    with pytest.raises(InvalidInput):
        checked_session_agreement(replace(MADE, text=text))
