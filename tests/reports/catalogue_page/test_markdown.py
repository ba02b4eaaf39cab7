"""Pieces of Markdown in which texts stay texts."""

import pytest

from assessment.catalogue.model import Text
from reports.catalogue_page.markdown import bullets, safe, table, words_of


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("*bold* _soft_ `code`", "\\*bold\\* \\_soft\\_ \\`code\\`"),
        ("[a](b) <i> a|b", "\\[a\\](b) \\<i\\> a\\|b"),
        ("two\nlines  and\tspaces", "two lines and spaces"),
        ("C:\\", "C:\\\\"),
    ],
)
def test_nothing_is_taken_for_markdown(typed: str, written: str) -> None:
    assert safe(typed) == written


def test_a_list_has_a_line_per_text() -> None:
    assert bullets(["a|b", "two\nlines"]) == "- a\\|b\n- two lines"


def test_one_text_is_a_paragraph_and_several_are_a_list() -> None:
    one, other = Text({"en": "one"}), Text({"en": "other"})

    assert words_of([one], "en") == "one"
    assert words_of([one, other], "en") == "- one\n- other"


def test_a_cell_cannot_end_its_column() -> None:
    assert table(("a", "b"), [("1|2", "3")]) == "| a | b |\n| --- | --- |\n| 1\\|2 | 3 |"
