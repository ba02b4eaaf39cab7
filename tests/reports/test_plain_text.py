"""What people typed, as plain text."""

import pytest

from reports.plain_text import is_right_to_left, is_visible, lines, plain, shortened


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("a\0b\x07c\x1b[31m", "abc[31m"),
        ("one\r\ntwo\rthree\u2028four", "one\ntwo\nthree\nfour"),
        ("abc\u202edef\u202c", "abcdef"),
        ("half \ud800 of a pair", "half  of a pair"),
        ("\ufffe\U0001ffff\ufeffend", "end"),
        ("tab\tand 👍 and é", "tab\tand 👍 and é"),
    ],
)
def test_what_no_document_can_hold_goes(typed: str, kept: str) -> None:
    assert plain(typed) == kept


def test_empty_lines_go() -> None:
    assert lines(" one \n\n\t\n two") == ["one", "two"]


@pytest.mark.parametrize(
    ("typed", "answer"),
    [("نعم ok", True), ("1. שלום", True), ("ok نعم", False), ("123", False), ("", False)],
)
def test_the_first_letter_says_where_a_text_begins(typed: str, answer: bool) -> None:
    assert is_right_to_left(typed) is answer


@pytest.mark.parametrize(("typed", "answer"), [("a", True), ("\u200b \n\x07", False), ("", False)])
def test_spaces_and_marks_cannot_be_seen(typed: str, answer: bool) -> None:
    assert is_visible(typed) is answer


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("short", "short"),
        ("two\nlines", "two lines"),
        ("one two three four", "one two…"),
        ("abcdefghijklmnop", "abcdefghi…"),
    ],
)
def test_a_long_text_is_cut_between_words(typed: str, shown: str) -> None:
    assert shortened(typed, 10) == shown
