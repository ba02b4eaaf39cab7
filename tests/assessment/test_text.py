"""Texts that can be stored, and cells that no spreadsheet calculates."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.errors import InvalidInput
from assessment.text import (
    MAX_NAME,
    check_characters,
    neutralised,
    restored,
    short_text,
    starts_like_formula,
)

CELLS = st.text("'=+-@\t\r a1", max_size=8)


@pytest.mark.parametrize("text", ["", "Zoë 😀", "a\nb\tc", "\x01"])
def test_ordinary_characters_are_stored(text: str) -> None:
    check_characters("comment", text)


@pytest.mark.parametrize("text", ["\0", "a\0b", "\ud83d"])
def test_what_no_database_stores_is_refused(text: str) -> None:
    with pytest.raises(InvalidInput, match="The comment holds a character") as caught:
        check_characters("comment", text)

    assert (caught.value.field, caught.value.rule) == ("comment", "characters")


def test_a_short_text_is_trimmed_before_it_is_measured() -> None:
    assert short_text("name", f"  {'x' * MAX_NAME} \n") == "x" * MAX_NAME


def test_a_short_text_that_is_too_long_is_refused() -> None:
    with pytest.raises(InvalidInput, match="longer than 200 characters") as caught:
        short_text("name", "x" * (MAX_NAME + 1))

    assert (caught.value.field, caught.value.rule) == ("name", "too_long")


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("=1+1", True),
        ("+1", True),
        ("@x", True),
        ("\tx", True),
        ("-1", True),
        ("- item", False),
        ("'=1", False),
        ("1-1", False),
        ("", False),
    ],
)
def test_what_a_spreadsheet_would_calculate(cell: str, expected: bool) -> None:
    assert starts_like_formula(cell) is expected


@pytest.mark.parametrize(
    ("cell", "expected"),
    [("=1+1", "'=1+1"), ("- item", "'- item"), ("'=1", "''=1"), ("'s avonds", "'s avonds")],
)
def test_an_apostrophe_makes_a_cell_harmless(cell: str, expected: str) -> None:
    assert neutralised(cell) == expected


@given(CELLS)
def test_a_harmless_cell_is_no_formula_and_comes_back_as_it_was(cell: str) -> None:
    assert not starts_like_formula(neutralised(cell))
    assert restored(neutralised(cell)) == cell
