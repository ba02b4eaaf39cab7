"""Criteria as XLSForm on the command line."""

from pathlib import Path

import openpyxl
import pytest

from assessment.catalogue.reading.loader import load_catalogue
from tests.support.command_line import CRITERIA, Run, refusal


def test_criteria_go_out_as_xlsform_and_come_back(run: Run, tmp_path: Path) -> None:
    file, folder = tmp_path / "x.xlsx", tmp_path / "criteria"

    assert run("xlsform", "export", "-o", file).exit_code == 0
    assert run("xlsform", "import", file, "-o", folder).exit_code == 0
    assert run("check-criteria", folder).exit_code == 0
    again = tmp_path / "again.xlsx"
    assert run("xlsform", "export", folder, "-o", again, "--role", "coordinator").exit_code == 0
    assert load_catalogue(folder).content_hash == load_catalogue(CRITERIA).content_hash
    (line,) = refusal(run("xlsform", "import", file, "-o", folder))
    assert "exists already" in line


def test_criteria_that_cannot_be_used_leave_no_folder(run: Run, tmp_path: Path) -> None:
    file, folder = tmp_path / "x.xlsx", tmp_path / "criteria"
    run("xlsform", "export", "-o", file)
    book = openpyxl.load_workbook(file)
    page = book["survey"]
    column = next(c.column_letter for c in page[1] if c.value == "ms_sources")
    page[f"{column}3"] = "S999-K1"
    book.save(file)

    lines = refusal(run("xlsform", "import", file, "-o", folder))

    assert any("S999" in line for line in lines)
    assert not folder.exists()


@pytest.mark.parametrize(
    "arguments",
    [["xlsform", "export"], ["xlsform", "export", "-o", "x.xlsx", "--role", "boss"]],
)
def test_wrong_usage_ends_with_exit_code_2(run: Run, arguments: list[str]) -> None:
    assert run(*arguments).exit_code == 2
