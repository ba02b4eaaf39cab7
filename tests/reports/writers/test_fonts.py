"""Which characters the shipped fonts can show."""

import pytest

from reports.writers.fonts import MISSING, printable


@pytest.mark.parametrize(
    "text", ["Één café – ‘x’", "نعم", "שלום", "Жё", "👍 🏽", "a\u200db", "→ □ ×", "x\u0302"]
)
def test_what_a_font_has_stays_as_it_is(text: str) -> None:
    assert printable(text) == (text, 0)


@pytest.mark.parametrize(
    ("text", "shown", "number"), [("中 and 文", "□ and □", 2), ("a中", "a□", 1)]
)
def test_what_no_font_has_is_a_box_and_counted(text: str, shown: str, number: int) -> None:
    assert printable(text) == (shown, number)


def test_a_letter_and_its_accent_become_one_where_they_can() -> None:
    assert printable("e\u0301") == ("é", 0)


def test_an_accent_that_a_font_cannot_set_on_its_letter_is_a_box() -> None:
    shown, number = printable("👍\u0301")

    assert (shown, number) == (f"👍{MISSING}", 1)
