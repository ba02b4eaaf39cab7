"""Tokens, and what an anonymous respondent may give."""

import hashlib

import pytest

from assessment.answers import Answer, AnswerState, Reason
from assessment.errors import InvalidInput
from assessment.respondents import MAX_COMMENT, checked_anonymous_answer, is_token, token_hash
from tests.support.builders import an_answer, an_invited_respondent


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"number": 3}, True),
        ({"number": 3, "personal_link_hash": "printed"}, False),  # somebody began
        ({"number": 0}, False),  # through the open link
    ],
)
def test_a_personal_link_has_its_printed_token_until_somebody_begins(
    fields: dict[str, object], expected: bool
) -> None:
    assert an_invited_respondent(**fields).has_printed_token is expected


def test_of_a_token_only_its_sha_256_is_stored() -> None:
    assert token_hash("x" * 32) == hashlib.sha256(b"x" * 32).hexdigest()


@pytest.mark.parametrize("text", ["x" * 32, "A-z_0" + "9" * 27])
def test_a_token_has_32_characters_of_the_url_safe_alphabet(text: str) -> None:
    assert is_token(text)


@pytest.mark.parametrize(
    "text", ["", "x" * 31, "x" * 33, "x" * 31 + "\n", "x" * 31 + "=", "é" * 32]
)
def test_anything_else_is_no_token(text: str) -> None:
    assert not is_token(text)


def test_an_anonymous_answer_is_a_state_a_level_and_a_comment() -> None:
    given = Answer(
        "C-1",
        AnswerState.NOT_APPLICABLE,
        level=2,
        reason=Reason.OTHER,
        reason_text="omdat",
        comment="zo is het",
        evidence="hier",
        marked=True,
        version=2,
    )

    kept = checked_anonymous_answer(given)

    assert kept == Answer("C-1", AnswerState.NOT_APPLICABLE, comment="zo is het", version=2)


def test_a_level_that_is_off_the_scale_is_refused() -> None:
    with pytest.raises(InvalidInput, match="Use 0 to 4"):
        checked_anonymous_answer(an_answer(level=5))


def test_a_comment_is_shorter_than_that_of_the_organisation() -> None:
    assert checked_anonymous_answer(an_answer(comment="x" * MAX_COMMENT)).comment
    with pytest.raises(InvalidInput, match="2,000 characters") as caught:
        checked_anonymous_answer(an_answer(comment="x" * (MAX_COMMENT + 1)))

    assert (caught.value.field, caught.value.rule) == ("comment", "too_long")
