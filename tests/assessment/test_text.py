"""Which texts can be kept, and cells that no spreadsheet calculates."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assessment.errors import InvalidInput
from assessment.text import (
    MAX_NAME,
    check_characters,
    is_language,
    neutralised,
    restored,
    short_text,
    starts_like_formula,
)


@pytest.mark.parametrize("text", ["", "één", "أهلا", "👩‍🏫", "a\tb\r\nc", "\x07"])
def test_characters_of_every_script_can_be_kept(text: str) -> None:
    check_characters("comment", text)


@pytest.mark.parametrize("text", ["\0", "a\0b", "half a pair \ud83d"])
def test_a_nul_and_half_a_surrogate_pair_are_refused(text: str) -> None:
    with pytest.raises(InvalidInput, match="The comment holds a character") as caught:
        check_characters("comment", text)

    assert (caught.value.field, caught.value.rule) == ("comment", "characters")


def test_a_short_text_loses_the_space_around_it_only() -> None:
    assert short_text("region", " \n Sint  Niklaas\t") == "Sint  Niklaas"
    assert short_text("region", "  ") == ""


def test_the_length_of_a_short_text_is_counted_without_the_space_around_it() -> None:
    assert short_text("name", f"  {'x' * MAX_NAME}  ") == "x" * 200

    with pytest.raises(InvalidInput, match="The name is longer than 200") as caught:
        short_text("name", "x" * 201)
    assert (caught.value.field, caught.value.rule) == ("name", "too_long")


def test_a_short_text_with_a_character_that_cannot_be_kept_is_refused() -> None:
    with pytest.raises(InvalidInput) as caught:
        short_text("name", "a\0b")

    assert (caught.value.field, caught.value.rule) == ("name", "characters")


@pytest.mark.parametrize("cell", ["=1+1", "+31 6", "-1", "-a", "@SUM(A1)", "\t=1", "\r=1", "--"])
def test_a_cell_that_a_spreadsheet_would_calculate_starts_like_a_formula(cell: str) -> None:
    assert starts_like_formula(cell)


@pytest.mark.parametrize("cell", ["", "-", "- a dash", "-\n", "1-2", "a=b", " =1", "'=1", "\n=1"])
def test_a_dash_before_a_space_and_a_sign_further_on_are_just_text(cell: str) -> None:
    assert not starts_like_formula(cell)


@pytest.mark.parametrize("cell", ["=1", "+1", "-1", "- a dash", "@a", "\t=1", "\r=1", "\n=1"])
def test_a_risky_cell_gets_an_apostrophe_that_comes_off_again(cell: str) -> None:
    assert neutralised(cell) == f"'{cell}"
    assert restored(f"'{cell}") == cell


@pytest.mark.parametrize("cell", ["'=1", "''=1", "'- streepje"])
def test_an_apostrophe_that_a_person_typed_is_told_from_ours(cell: str) -> None:
    assert neutralised(cell) == f"'{cell}"
    assert restored(neutralised(cell)) == cell


@settings(deadline=None)
@given(st.text("='+-@\t\ra ", max_size=6))
def test_a_neutralised_cell_never_starts_like_a_formula(cell: str) -> None:
    assert not starts_like_formula(neutralised(cell))


@pytest.mark.parametrize("cell", ["", "plain", "'s avonds", "1-2", "a=b"])
def test_a_harmless_cell_is_left_alone(cell: str) -> None:
    assert neutralised(cell) == restored(cell) == cell


@settings(deadline=None)
@given(st.text("='+-@\t\ra ", max_size=6))
def test_neutralising_can_always_be_undone(cell: str) -> None:
    assert restored(neutralised(cell)) == cell


@pytest.mark.parametrize("code", ["nl", "fry", "pt-BR", "zh-Hant-TW"])
def test_a_code_of_two_or_three_letters_is_a_language(code: str) -> None:
    assert is_language(code)


@pytest.mark.parametrize("code", ["", "n", "NL", "Dutch", "nl_BE", "nl-", "nl-x", "nl\n", "../nl"])
def test_another_word_is_no_language(code: str) -> None:
    assert not is_language(code)
