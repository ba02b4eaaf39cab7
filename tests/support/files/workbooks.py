"""The workbook of a result, opened by another program."""

import io
import zipfile
from typing import Any

import openpyxl
import pytest

from exchange.workbook.build import workbook
from reports.material import Material
from tests.support.material import the_material


def opened(material: Material | None = None) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(workbook(material or the_material())))


def rows(book: openpyxl.Workbook, name: str) -> list[dict[str, Any]]:
    header, *rest = book[name].iter_rows(values_only=True)
    return [dict(zip(header, cells, strict=True)) for cells in rest]


def everything(book: openpyxl.Workbook) -> list[Any]:
    return [
        cell
        for sheet in book
        for cells in sheet.iter_rows()
        for cell in cells
        if cell.value is not None
    ]


def about(value: float | None) -> Any:
    """A figure as a spreadsheet keeps it: in sixteen digits."""
    return None if value is None else pytest.approx(value, rel=1e-15)


def workbook_part(material: Material, name: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(workbook(material))) as packed:
        return packed.read(name)
