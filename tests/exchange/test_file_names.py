"""A file is named after its project and its assessment, and every system can keep it."""

import pytest

from exchange.file_names import LONGEST, file_name


def test_a_file_is_named_after_project_assessment_and_kind() -> None:
    assert file_name("Samen Sterk", "Meting 2026", ending="pdf") == "Samen Sterk - Meting 2026.pdf"
    assert file_name("Samen Sterk", "Meting 2026", "kort", ending="pdf") == (
        "Samen Sterk - Meting 2026 - kort.pdf"
    )


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Maatjes <b>West</b> & co", "Maatjes b West b & co"),
        ("a/b\\c:d|e?f*g%h\"i'j", "a b c d e f g h i'j"),
        ("../../etc/passwd", "etc passwd"),
        (" - Maatjes. ", "Maatjes"),
        ("een\ttwee\ndrie\x07", "een twee drie"),
        ("rechts\u202elinks\u200b", "rechts links"),
        ("Cafe\u0301 Ça va 中文 👍", "Café Ça va 中文 👍"),
        ("", "Mentorspiegel"),
        ("???", "Mentorspiegel"),
        ("CON", "Mentorspiegel - CON"),
        ("lpt1.oud", "Mentorspiegel - lpt1.oud"),
        ("Contact", "Contact"),
    ],
)
def test_a_name_holds_nothing_that_some_system_refuses(typed: str, name: str) -> None:
    assert file_name(typed, ending="pdf") == f"{name}.pdf"


def test_a_part_that_holds_nothing_is_left_out() -> None:
    assert file_name("Maatjes", "", "?", "2026", ending="pdf") == "Maatjes - 2026.pdf"


def test_a_long_name_is_cut_before_its_ending() -> None:
    name = file_name("x" * (LONGEST - 1), "Meting", ending="pdf")

    assert name == f"{'x' * (LONGEST - 1)}.pdf"
