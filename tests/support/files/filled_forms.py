"""Forms on the command line: a project to make them of, and people who fill them in."""

from pathlib import Path

import openpyxl
import pytest

from assessment.services import assessments, projects
from commands.common import settings
from commands.database import open_workspace
from tests.support.builders import a_project
from tests.support.command_line import Run
from tests.support.files.forms import filled

QUESTIONS = "Questions"


@pytest.fixture
def project(run: Run, tmp_path: Path) -> str:
    """The id of a project with one open assessment."""
    with open_workspace(settings()) as space:
        made = projects.create_project(space, a_project(name="Maatjes"))
        for name in ("2026", "twee"):
            assessments.start_assessment(
                space, made.id, name=name, profile="short", ambition="floor"
            )
    return made.id


def form(run: Run, project: str, file: Path, *more: str) -> Path:
    result = run("offline", "make", project, "--language", "en", "-o", file, *more)
    assert result.exit_code == 0, result.stderr
    return file


def fill(file: Path, columns: dict[str, str] | None = None, **answers: object) -> Path:
    """Type answers into a form: `MC_41=3`, or cells by column."""
    cells = {
        name.replace("_", "-"): said if isinstance(said, dict) else {"answer": said}
        for name, said in answers.items()
    }
    out = file.with_stem(f"{file.stem}-filled-{len(list(file.parent.iterdir()))}")
    out.write_bytes(
        filled(file.read_bytes(), cells, columns) if columns else filled(file.read_bytes(), cells)
    )
    return out


def stored(run: Run, project: str, folder: Path) -> str:
    """What the database says on MC-41, as a new form tells it."""
    file = form(run, project, folder / f"check-{len(list(folder.iterdir()))}.xlsx")
    sheet = openpyxl.load_workbook(file)[QUESTIONS]
    row = next(cell.row for cell in sheet["A"] if cell.value == "MC-41")
    return f"{sheet[f'E{row}'].value[:1]} {sheet[f'H{row}'].value}"


def conflict(run: Run, project: str, folder: Path) -> Path:
    """A form that differs from what was read in after it was made."""
    blank = form(run, project, folder / "f.xlsx")
    run("offline", "read", fill(blank, MC_41={"answer": 4, "comment": "hier"}))
    return fill(blank, MC_41={"answer": 1, "comment": "daar"})
