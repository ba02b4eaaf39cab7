"""Every cell looked over before the reader makes room for them."""

from collections.abc import Callable

import pytest

from exchange.spreadsheets import precheck
from tests.support.files.forms import ods, with_parts
from tests.support.files.spreadsheets import (
    FORM,
    SHEET_1,
    STRING,
    STRINGS,
    cell,
    ods_cell,
    ods_row,
    refusal,
    row,
    sheet,
)

REFUSED: dict[str, tuple[Callable[[], bytes], str]] = {
    "a large rectangle": (
        lambda: with_parts(
            FORM, sheet1=row("19999").replace("<c><v>1</v>", '<c r="CV19999"><v>1</v>')
        ),
        "more than 200,000",
    ),
    "ods: a long text repeated": (
        lambda: ods_cell(
            f'{STRING} table:number-columns-repeated="100"',
            f"<text:p>{'a' * 10_000}</text:p>",
            'table:number-rows-repeated="100"',
        ),
        "far more text",
    ),
    "very many attributes": (
        lambda: sheet("<row " + " ".join(f'a{n}=""' for n in range(200_000)) + "/>"),
        "far more text",
    ),
    "a text of five million": (
        lambda: ods(
            ods_row(f'table:number-rows-repeated="{precheck.MAX_CHARACTERS // 1_000}"').replace(
                "<text:p>a", "<text:p>" + "a" * 1_001
            )
        ),
        "far more text",
    ),
}


@pytest.mark.parametrize("kind", REFUSED)
def test_a_hostile_file_is_refused_with_what_is_wrong(kind: str) -> None:
    make, expected = REFUSED[kind]

    assert expected in refusal(make())


def test_a_long_shared_text_that_many_cells_show_is_refused() -> None:
    text = "a" * 100_000
    strings = STRINGS.replace("</sst>", f"<si><t>{text}</t></si></sst>")
    number = strings.count("<si>") - 1
    many = "".join(
        f'<row r="{r}"><c r="A{r}" t="s"><v>{number}</v></c></row>' for r in range(20, 700)
    )
    sheet = SHEET_1.replace("</sheetData>", f"{many}</sheetData>")

    assert "far more text" in refusal(with_parts(FORM, strings=strings, sheet1=sheet))


@pytest.mark.parametrize("number", ["x", "99999", "-1", "9" * 30])
def test_a_pointer_to_no_shared_text_is_refused(number: str) -> None:
    sheet = cell("A9", f"<v>{number}</v>").replace('r="A9"', 'r="A9" t="s"')

    assert "points at a text that is not there" in refusal(with_parts(FORM, sheet1=sheet))


def test_a_merged_range_without_a_name_is_left_alone() -> None:
    merged = '</sheetData><mergeCells><mergeCell ref="?:B2"/><mergeCell/><mergeCell ref="A20"/></mergeCells>'
    sheet = f"<worksheet><sheetData>{merged}</worksheet>"
    walked = precheck.look_over({"s.xml": sheet.encode()}, "f")

    assert walked.sheets["s.xml"].merged == [((19, 0), (19, 0))]
    assert walked.of("s.xml") is walked.sheets["s.xml"]
    assert walked.of("nowhere").rows == 0
