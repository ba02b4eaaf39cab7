"""The workbook, opened again by another program: numbers, words, and nothing that calculates."""

import pytest

from exchange.workbook.build import workbook
from tests.support.files.workbooks import everything, opened, rows
from tests.support.material import the_material, with_text

SHEETS = [
    "Summary",
    "Criteria",
    "Still missing",
    "Groups",
    "Comments",
    "Agreements",
    "Our answers",
    "Codebook",
]


def test_every_part_has_its_sheet_with_a_header_that_stays_and_filters() -> None:
    book = opened()

    assert book.sheetnames == SHEETS
    for name in SHEETS[1:]:
        assert book[name].freeze_panes == "A2"
        assert book[name].auto_filter.ref.startswith("A1:")
        assert book[name].print_title_rows == "$1:$1"


@pytest.mark.parametrize(
    "words",
    [
        "=1+1",
        "@SUM(A1)",
        "+1",
        "-1",
        "{=1}",
        "http://example.org",
        "<b>&amp;",
        "a\x01b\x0b",
        "\ufffe",
        "007",
    ],
)
def test_what_people_typed_stays_text(words: str) -> None:
    found = everything(opened(with_text(words)))

    assert all(cell.data_type != "f" for cell in found)
    assert all(cell.hyperlink is None for cell in found)
    plain = "".join(c for c in words if c.isprintable())
    assert plain == "" or plain in [cell.value for cell in found]


def test_the_same_content_gives_the_same_bytes() -> None:
    assert workbook(the_material()) == workbook(the_material())


def test_dutch_numbers_are_numbers_and_dutch_words_are_dutch() -> None:
    book = opened(the_material(language="nl"))

    assert book.sheetnames[0] == "Samenvatting"
    found = [row["Score"] for row in rows(book, "Criteria")]
    assert all(value is None or isinstance(value, float | int) for value in found)
