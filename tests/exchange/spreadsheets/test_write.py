"""Spreadsheets that we write, opened by another program: texts stay texts, rows fit their texts."""

import io
from collections.abc import Callable
from datetime import UTC, date, datetime

import openpyxl
import pytest

from exchange.spreadsheets.cells import CELL_MAX
from exchange.spreadsheets.write import HIGHEST, LINE, Book, book, grow, pieces, put

MADE_AT = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)


def written(fill: Callable[[Book], object]) -> bytes:
    with book("A title\x01", MADE_AT) as (made, out):
        fill(made)
    return out.getvalue()


def opened(fill: Callable[[Book], object]) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(written(fill)))


@pytest.mark.parametrize("words", ["=1+1", "+1", "007", "1e5", "http://example.org", "{=1}"])
def test_a_text_stays_a_text_whatever_it_looks_like(words: str) -> None:
    workbook = opened(lambda made: put(made.sheet("S", [10]), 0, 0, words, made.text))

    assert workbook["S"]["A1"].value == words
    assert workbook["S"]["A1"].data_type == "s"
    assert workbook["S"]["A1"].hyperlink is None


def test_an_empty_text_is_an_empty_cell_with_its_looks() -> None:
    cell = opened(lambda made: put(made.sheet("S", [10]), 0, 0, "", made.header))["S"]["A1"]

    assert cell.value is None
    assert cell.font.bold


def test_values_have_their_own_kind_and_nothing_stays_empty() -> None:
    def fill(made: Book) -> None:
        cells = ["text", (1.5, made.number), (date(2026, 5, 1), made.day), (None, made.whole)]
        made.row(made.sheet("S", [10] * 4), 0, cells)

    first, second, third, fourth = opened(fill)["S"][1]

    assert (first.value, second.value, fourth.value) == ("text", 1.5, None)
    assert third.value == datetime(2026, 5, 1)  # noqa: DTZ001 (a spreadsheet knows no zones)
    assert (second.number_format, third.number_format) == ("0.0#", "yyyy-mm-dd")


def test_a_listing_has_a_header_that_stays_repeats_and_filters() -> None:
    rows = [["a", "b"], ["c", "d"]]
    sheet = opened(lambda made: made.listing("S", [("One", 12), ("Two", 30)], rows))["S"]

    assert list(sheet.values) == [("One", "Two"), ("a", "b"), ("c", "d")]
    assert (sheet.freeze_panes, sheet.print_title_rows) == ("A2", "$1:$1")
    assert sheet.auto_filter.ref == "A1:B3"
    assert sheet.column_dimensions["B"].width == pytest.approx(30, abs=1)


def test_a_listing_without_rows_has_nothing_to_filter() -> None:
    sheet = opened(lambda made: made.listing("S", [("One", 12)], []))["S"]

    assert sheet.auto_filter.ref is None


@pytest.mark.parametrize(
    ("text", "lines"), [("", 1), ("a" * 11, 1), ("a" * 12, 2), ("a\nb\nc", 3), ("a" * 9_999, None)]
)
def test_a_row_is_as_high_as_its_texts_need(text: str, lines: int | None) -> None:
    def fill(made: Book) -> None:
        grow(made.sheet("S", [10]), 0, [(text, 10)])

    height = opened(fill)["S"].row_dimensions[1].height

    expected = HIGHEST if lines is None else lines * LINE + 3
    assert height == pytest.approx(expected, abs=0.5)  # whole pixels


@pytest.mark.parametrize(
    ("text", "lengths"),
    [("", [0]), ("a" * CELL_MAX, [CELL_MAX]), ("a" * (2 * CELL_MAX + 1), [CELL_MAX, CELL_MAX, 1])],
)
def test_a_long_text_is_cut_into_pieces_that_each_fit_a_cell(text: str, lengths: list[int]) -> None:
    parts = pieces(text)

    assert [len(part) for part in parts] == lengths
    assert "".join(parts) == text


def test_the_same_content_gives_the_same_bytes_with_a_title_and_a_moment() -> None:
    def fill(made: Book) -> None:
        made.sheet("S", [10])

    properties = opened(fill).properties

    assert written(fill) == written(fill)
    assert properties.title == "A title"
    assert properties.created.replace(tzinfo=UTC) == MADE_AT
