"""XLSForms that somebody edits between export and import."""

import io
from collections.abc import Callable
from typing import Any

import openpyxl
import pytest

from assessment.catalogue.model import Catalogue
from assessment.errors import SheetError
from exchange.spreadsheets.read import read_workbook
from exchange.xlsform.read import read_xlsform
from exchange.xlsform.write import xlsform
from tests.support.catalogues import a_catalogue, a_criterion, text

Edit = Callable[[openpyxl.Workbook], object]


def back(catalogue: Catalogue, change: Edit | None = None, role: str = "coordinator") -> Catalogue:
    """Export, let somebody change the workbook, and read it back."""
    book = openpyxl.load_workbook(io.BytesIO(xlsform(catalogue, role)))
    if change is not None:
        change(book)
    out = io.BytesIO()
    book.save(out)
    return read_xlsform(read_workbook(out.getvalue(), "f.xlsx"), "f.xlsx")


def refusal(change: Edit, catalogue: Catalogue | None = None) -> list[str]:
    with pytest.raises(SheetError) as caught:
        back(catalogue or small(), change)
    return [str(problem) for problem in caught.value.problems]


def small() -> Catalogue:
    return a_catalogue(
        a_criterion(
            "C-1", rubric=tuple(text(f"seen {n}") for n in range(5)), ask={"mentee": text("mine")}
        ),
        a_criterion(
            "2", perspective="process", weight=1.5, look_for=(text("one\nline"), text("b\\n"))
        ),
    )


def column(sheet: Any, header: str) -> str:
    return next(cell.column_letter for cell in sheet[1] if cell.value == header)


def overwrite(sheet: str, header: str, row: int, value: Any) -> Edit:
    def change(book: openpyxl.Workbook) -> None:
        page = book[sheet]
        page[f"{column(page, header)}{row}"] = value

    return change


def path_value(name: str, value: str | None) -> Edit:
    """Write over the value of a path in the sheet for the rest; None takes the row away."""

    def change(book: openpyxl.Workbook) -> None:
        page = book["mentorspiegel"]
        row = next(r[0].row for r in page.iter_rows() if r[0].value == name)
        if value is None:
            page.delete_rows(row)
        else:
            page[f"B{row}"] = value

    return change


def path_added(name: str, value: str) -> Edit:
    return lambda book: book["mentorspiegel"].append([name, value])
