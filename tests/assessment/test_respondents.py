"""Tokens of respondents, and what an anonymous respondent may give."""

import pytest

from assessment.answers import Answer, AnswerState, Reason
from assessment.errors import InvalidInput
from assessment.respondents import checked_invited_answer, is_token, token_hash
from tests.support.builders import a_respondent, an_answer, an_invited_respondent


def test_a_token_is_stored_as_its_sha_256() -> None:
    # the example of FIPS 180-2, appendix B.1
    assert token_hash("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"


@pytest.mark.parametrize("text", ["x" * 32, "AZaz09_-" * 4])
def test_thirty_two_characters_of_the_url_safe_alphabet_look_like_a_token(text: str) -> None:
    assert is_token(text)


@pytest.mark.parametrize(
    "text",
    ["", "x" * 31, "x" * 33, "x" * 32 + "\n", "x" * 31 + "\n", "é" * 32, "x" * 31 + "=", "٣" * 32],
)
def test_anything_else_does_not_look_like_a_token(text: str) -> None:
    assert not is_token(text)


def test_a_personal_link_has_its_printed_token_until_somebody_begins() -> None:
    assert an_invited_respondent(number=1).has_printed_token
    assert not an_invited_respondent(number=1, personal_link_hash="h").has_printed_token


def test_who_came_through_the_open_link_or_answers_for_the_organisation_has_no_printed_token() -> (
    None
):
    assert not an_invited_respondent(number=0).has_printed_token
    assert not a_respondent().has_printed_token


def test_of_an_anonymous_answer_only_state_level_and_comment_are_kept() -> None:
    answer = an_answer(
        "C-1", 3, comment="zo is het", evidence="een naam", marked=True, reason_text="o", version=4
    )

    assert checked_invited_answer(answer, is_anonymous=True) == Answer(
        "C-1", AnswerState.LEVEL, 3, comment="zo is het", version=4
    )


def test_an_anonymous_respondent_gives_no_reason_why_something_does_not_apply() -> None:
    answer = an_answer(
        "C-1", state=AnswerState.NOT_APPLICABLE, reason=Reason.OTHER, reason_text="mijn baas"
    )

    assert checked_invited_answer(answer, is_anonymous=True) == Answer(
        "C-1", AnswerState.NOT_APPLICABLE
    )


def test_a_comment_may_have_two_thousand_characters() -> None:
    assert (
        len(checked_invited_answer(an_answer(comment="x" * 2000), is_anonymous=True).comment)
        == 2000
    )


def test_a_comment_of_more_characters_is_refused() -> None:
    with pytest.raises(InvalidInput, match="longer than 2,000 characters") as caught:
        checked_invited_answer(an_answer(comment="x" * 2001), is_anonymous=True)

    assert (caught.value.field, caught.value.rule) == ("comment", "too_long")


@pytest.mark.parametrize(
    ("answer", "field", "rule"),
    [
        (an_answer(level=5), "level", "range"),
        (an_answer(level=-1), "level", "range"),
        (an_answer(comment="a\0b"), "comment", "characters"),
    ],
)
def test_an_anonymous_answer_is_checked_like_any_other(
    answer: Answer, field: str, rule: str
) -> None:
    with pytest.raises(InvalidInput) as caught:
        checked_invited_answer(answer, is_anonymous=True)

    assert (caught.value.field, caught.value.rule) == (field, rule)


def test_who_speaks_for_the_organisation_may_say_what_shows_it() -> None:
    answer = an_answer(evidence="the report", comment="words", marked=True)

    kept = checked_invited_answer(answer, is_anonymous=False)

    assert (kept.evidence, kept.comment, kept.marked) == ("the report", "words", False)
    with pytest.raises(InvalidInput, match="The evidence is longer"):
        checked_invited_answer(an_answer(evidence="x" * 2001), is_anonymous=False)
