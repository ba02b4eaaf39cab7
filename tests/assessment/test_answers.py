"""What an answer may carry."""

from dataclasses import replace

import pytest

from assessment.answers import MAX_TEXT, Answer, AnswerState, Reason, checked
from assessment.errors import InvalidInput

FULL = Answer(
    "C-1",
    AnswerState.LEVEL,
    level=3,
    reason=Reason.OTHER,
    reason_text="own words",
    comment="a comment",
    evidence="a piece of evidence",
    marked=True,
    version=4,
)


def test_a_note_without_state_is_no_answer() -> None:
    assert not Answer("C-1", comment="look at this again").is_answered
    assert Answer("C-1", AnswerState.DECLINED).is_answered


def test_a_level_carries_no_reason() -> None:
    assert checked(FULL) == replace(FULL, reason=None, reason_text="")


def test_does_not_apply_carries_its_reason_and_no_level() -> None:
    left_out = replace(FULL, state=AnswerState.NOT_APPLICABLE)

    assert checked(left_out) == replace(left_out, level=None)


@pytest.mark.parametrize("state", [AnswerState.UNKNOWN, AnswerState.DECLINED, None])
def test_other_states_carry_neither_level_nor_reason(state: AnswerState | None) -> None:
    answer = replace(FULL, state=state)

    assert checked(answer) == replace(answer, level=None, reason=None, reason_text="")


@pytest.mark.parametrize("level", [None, -1, 5, 7])
def test_a_level_that_is_missing_or_off_the_scale_is_refused(level: int | None) -> None:
    with pytest.raises(InvalidInput, match="Use 0 to 4") as caught:
        checked(replace(FULL, level=level))

    assert (caught.value.field, caught.value.rule) == ("level", "range")


@pytest.mark.parametrize("field", ["reason_text", "comment", "evidence"])
def test_a_text_may_be_long_but_not_endless(field: str) -> None:
    checked(replace(FULL, **{field: "a" * MAX_TEXT}))

    with pytest.raises(InvalidInput, match="100,001 characters") as caught:
        checked(replace(FULL, **{field: "a" * (MAX_TEXT + 1)}))
    assert (caught.value.field, caught.value.rule) == (field, "too_long")


@pytest.mark.parametrize("text", ["a\0b", "half a pair \ud83d"])
def test_a_character_that_no_database_keeps_is_refused(text: str) -> None:
    with pytest.raises(InvalidInput, match="cannot be kept") as caught:
        checked(replace(FULL, comment=text))

    assert caught.value.rule == "characters"
