"""Cells have names, keep so much of a text, and are told once."""

import pytest

from exchange.spreadsheets import cells
from exchange.spreadsheets.cells import is_told_twice


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("A1", (0, 0)),
        ("$C$12", (11, 2)),
        ("AA3", (2, 26)),
        ("XFD1", (0, 16383)),
        ("a1", None),
        ("", None),
    ],
)
def test_cells_have_names(name: str, place: tuple[int, int] | None) -> None:
    assert cells.cell_place(name) == place
    if place:
        assert cells.cell_name(*place) == name.replace("$", "")


def test_a_sheet_whose_part_is_gone_has_no_cells() -> None:
    found = cells.Cells(names={"r1": "S", "r2": "T"}, targets={"r1": "/xl/worksheets/none.xml"})

    assert found.of("S").rows == 0
    assert found.of("T").rows == 0


def test_attributes_that_say_the_same_twice_count_only_where_they_matter() -> None:
    assert is_told_twice(["r", "x:r"])
    assert not is_told_twice(["office:value-type", "calcext:value-type"])


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("one\r\ntwo\rthree", "one\ntwo\nthree"),
        ("a\tb", "a b"),
        ("a\x01b\x0bc", "abc"),
        ("a\u202eb\u2066c", "abc"),
        ("é 漢 🙂", "é 漢 🙂"),
    ],
)
def test_a_cell_keeps_line_feeds_and_no_other_control_characters(text: str, kept: str) -> None:
    assert cells.cell_text(text) == cells.in_cell(text) == kept


def test_a_text_that_is_too_long_for_a_cell_ends_in_an_ellipsis() -> None:
    whole = "a" * cells.CELL_MAX

    assert cells.in_cell(whole) == whole
    assert cells.in_cell(whole + "b") == whole[:-1] + "…"


def test_a_sheet_is_found_by_the_part_it_stands_in() -> None:
    found = cells.Cells(names={"r1": "S"}, targets={"r1": "worksheets/Sheet1.xml"})
    found.sheets["xl/worksheets/sheet1.xml"].rows = 3

    assert found.part_of("r1") == "xl/worksheets/sheet1.xml"
    assert found.name_of("xl/worksheets/sheet1.xml") == "S"
    assert found.of("S").rows == 3
