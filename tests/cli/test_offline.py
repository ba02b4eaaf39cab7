"""offline, merge and xlsform on the command line."""

import csv
import os
import re
import sys
import zipfile
from pathlib import Path

import openpyxl
import pytest

from assessment.answers_csv import HEADER
from assessment.loader import load_catalogue
from assessment.offline.parts import MAX_BYTES
from assessment.services import projects
from commands.common import settings
from commands.database import open_workspace
from tests.assessment.offline.build import VOICE_COLUMNS, filled
from tests.builders import a_project
from tests.cli.conftest import CRITERIA, Run, refusal

QUESTIONS = "Questions"


@pytest.fixture
def project(run: Run, tmp_path: Path) -> str:
    """The id of a project with one open assessment."""
    with open_workspace(settings()) as space:
        made = projects.create_project(space, a_project(name="Maatjes"))
        for name in ("2026", "twee"):
            projects.start_assessment(space, made.id, name=name, profile="short", ambition="floor")
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


def test_a_form_is_made_filled_in_and_read(run: Run, project: str, tmp_path: Path) -> None:
    file = fill(form(run, project, tmp_path / "f.xlsx"), MC_41={"answer": 3, "comment": "gezien"})

    preview = run("offline", "read", file, "--preview")
    assert preview.stdout.splitlines() == [
        preview.stdout.splitlines()[0],
        "  now:  no answer",
        "  form: level 3 | gezien",
        "1 to change, 19 unchanged, 0 to decide.",
    ]
    assert re.match(r"MC-41 \(Questions!E\d+\): new", preview.stdout)
    assert run("offline", "read", file).stdout.endswith("Written: 1.\n")
    again = run("offline", "read", file)
    assert again.stdout == "0 to change, 20 unchanged, 0 to decide.\n"


def test_the_default_language_is_dutch_and_the_assessment_can_be_named(
    run: Run, project: str, tmp_path: Path
) -> None:
    result = run("offline", "make", "Maatjes", "--assessment", "2026", "-o", tmp_path / "f.xlsx")

    assert result.exit_code == 0, result.stderr
    assert openpyxl.load_workbook(tmp_path / "f.xlsx").sheetnames[0] == "Vragen"


def test_an_assessment_that_is_not_there_is_named(run: Run, project: str, tmp_path: Path) -> None:
    wrong = ("offline", "make", project, "-o", tmp_path / "f.xlsx", "--assessment", "9999")

    (line,) = refusal(run(*wrong))

    assert line == "There is no such assessment in this project. There are: 'twee', '2026'."


def test_two_assessments_of_one_name_need_an_id(run: Run, project: str, tmp_path: Path) -> None:
    import sqlite3

    with sqlite3.connect(
        Path(os.environ["MENTORSPIEGEL_DATA"]) / "mentorspiegel.sqlite3"
    ) as database:
        database.execute("UPDATE assessments SET name = 'x'")
    wrong = ("offline", "make", project, "-o", tmp_path / "f.xlsx", "--assessment", "x")

    (line,) = refusal(run(*wrong))

    assert line.startswith("2 assessments have this name. Give an id: ")


def test_several_forms_go_into_a_zip(run: Run, project: str, tmp_path: Path) -> None:
    file = form(run, project, tmp_path / "m.zip", "--role", "mentee", "--number", "2")

    assert zipfile.ZipFile(file).namelist() == ["mentee-001.xlsx", "mentee-002.xlsx"]


def test_a_file_is_never_overwritten(run: Run, project: str, tmp_path: Path) -> None:
    file = form(run, project, tmp_path / "f.xlsx")

    (line,) = refusal(run("offline", "make", project, "-o", file))

    assert "exists already" in line


def conflict(run: Run, project: str, folder: Path) -> Path:
    """A form that differs from what was read in after it was made."""
    blank = form(run, project, folder / "f.xlsx")
    run("offline", "read", fill(blank, MC_41={"answer": 4, "comment": "hier"}))
    return fill(blank, MC_41={"answer": 1, "comment": "daar"})


def stored(run: Run, project: str, folder: Path) -> str:
    """What the database says on MC-41, as a new form tells it."""
    file = form(run, project, folder / f"check-{len(list(folder.iterdir()))}.xlsx")
    sheet = openpyxl.load_workbook(file)[QUESTIONS]
    row = next(cell.row for cell in sheet["A"] if cell.value == "MC-41")
    return f"{sheet[f'E{row}'].value[:1]} {sheet[f'H{row}'].value}"


def test_a_conflict_is_not_decided_by_silence(run: Run, project: str, tmp_path: Path) -> None:
    result = run("offline", "read", conflict(run, project, tmp_path))

    assert result.exit_code == 1
    assert "changed here and in the form" in result.stdout
    assert "nothing was written. Give --conflicts." in result.stderr
    assert stored(run, project, tmp_path) == "4 hier"


@pytest.mark.parametrize(
    ("decision", "expected"), [("take", "1 daar"), ("both", "1 hier\n\ndaar"), ("keep", "4 hier")]
)
def test_a_conflict_is_decided_as_told(
    run: Run, project: str, tmp_path: Path, decision: str, expected: str
) -> None:
    result = run("offline", "read", conflict(run, project, tmp_path), "--conflicts", decision)

    assert result.exit_code == (1 if decision == "keep" else 0)
    assert stored(run, project, tmp_path) == expected


@pytest.mark.parametrize(("typed", "expected"), [("take\n", "1 daar"), ("\n", "4 hier")])
def test_on_a_terminal_each_conflict_is_asked_about(
    run: Run,
    project: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    typed: str,
    expected: str,
) -> None:
    file = conflict(run, project, tmp_path)
    monkeypatch.setattr("commands.offline_text.is_terminal", lambda: True)
    result = run("offline", "read", file, typed=typed)

    assert "MC-41 (keep, take, both)" in result.stdout
    assert stored(run, project, tmp_path) == expected


def test_what_an_anonymous_voice_answered_is_not_printed(
    run: Run, project: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    blank = form(run, project, tmp_path / "m.xlsx", "--role", "mentee")
    first = fill(blank, VOICE_COLUMNS, MC_41={"answer": 0, "comment": "geheim"})
    second = fill(blank, VOICE_COLUMNS, MC_41={"answer": 4, "comment": "geheim"})

    assert (
        run("offline", "read", first).stdout
        == "1 to change, 13 unchanged, 0 to decide.\nWritten: 1.\n"
    )
    monkeypatch.setattr("commands.offline_text.is_terminal", lambda: True)
    again = run("offline", "read", second, typed="keep\n")
    assert "geheim" not in again.stdout
    assert "level" not in again.stdout


def test_a_form_can_be_read_into_another_assessment(run: Run, project: str, tmp_path: Path) -> None:
    file = fill(form(run, project, tmp_path / "f.xlsx", "--assessment", "2026"), MC_41=3)
    other = run("offline", "make", project, "--assessment", "twee", "-o", tmp_path / "o.xlsx")
    assert other.exit_code == 0
    hidden = openpyxl.load_workbook(tmp_path / "o.xlsx")["mentorspiegel"]
    wanted = next(r[2].value for r in hidden.iter_rows() if r[1].value == "assessment")

    result = run("offline", "read", file, "--assessment", wanted)

    assert "Form: made for another assessment" in result.stdout
    assert result.stdout.endswith("Written: 1.\n")


def test_a_broken_form_is_refused_with_its_cell(run: Run, project: str, tmp_path: Path) -> None:
    file = fill(form(run, project, tmp_path / "f.xlsx"), MC_41="perhaps", MC_44="=1+1")

    lines = refusal(run("offline", "read", file))

    assert len(lines) == 2
    assert all(line.startswith(f"{file.name}: Questions!E") for line in lines)


def test_a_very_large_file_is_refused_unread(run: Run, project: str, tmp_path: Path) -> None:
    file = tmp_path / "f.xlsx"
    with file.open("wb") as out:
        out.truncate(MAX_BYTES + 1_000_000)

    (line,) = refusal(run("offline", "read", file))

    assert line == "f.xlsx: is larger than 10 MB. Nothing was opened."


def test_forms_are_merged_to_talk_about_and_to_read(run: Run, project: str, tmp_path: Path) -> None:
    blank = form(run, project, tmp_path / "f.xlsx")
    one = fill(blank, MC_41={"answer": 3, "comment": "ja"}, MC_44=2)
    other = fill(blank, MC_41=1, MC_44=2)
    out = tmp_path / "merged.xlsx"

    result = run("merge", one, other, "-o", out)

    assert result.stdout.splitlines()[:2] == [f"Voice 1: {one.name}", f"Voice 2: {other.name}"]
    assert "MC-41: the voices differ\n  1: level 3 | ja\n  2: level 1\n" in result.stdout
    decided = fill(out, MC_41=2)
    assert run("offline", "read", decided).stdout.endswith("Written: 2.\n")
    assert stored(run, project, tmp_path) == "2 ja"


def test_merged_voices_can_be_a_file_of_answers(run: Run, project: str, tmp_path: Path) -> None:
    blank = form(run, project, tmp_path / "f.xlsx")
    out = tmp_path / "merged.csv"
    run("merge", fill(blank, MC_41=3), fill(blank, MC_41=1), "-o", out)
    rows = list(csv.DictReader(out.read_text().splitlines()))

    assert tuple(rows[0]) == HEADER
    assert [(row["respondent"], row["level"]) for row in rows] == [
        ("voice-1", "3"),
        ("voice-2", "1"),
    ]
    assert run("score", out).exit_code == 0


def test_forms_of_an_older_catalogue_are_merged_with_what_the_database_keeps(
    run: Run, project: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import shutil

    blank = form(run, project, tmp_path / "f.xlsx")
    newer = tmp_path / "criteria"
    shutil.copytree(CRITERIA, newer)
    header = newer / "catalogue.yaml"
    header.write_text(re.sub(r'version: "[^"]+"', 'version: "9999.1"', header.read_text()))
    monkeypatch.setenv("MENTORSPIEGEL_CRITERIA", str(newer))

    result = run("merge", fill(blank, MC_41=3), fill(blank, MC_41=3), "-o", tmp_path / "m.xlsx")

    assert result.exit_code == 0, result.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ["merge", "a.xlsx", "-o", "out.pdf"],
        ["merge", "-o", "out.xlsx"],
        ["offline", "make", "x"],
        ["offline", "make", "x", "-o", "f", "--number", "0"],
        ["offline", "read"],
        ["offline", "read", "f", "--conflicts", "guess"],
        ["xlsform", "export"],
        ["xlsform", "export", "-o", "x.xlsx", "--role", "boss"],
    ],
)
def test_wrong_usage_ends_with_exit_code_2(run: Run, arguments: list[str]) -> None:
    assert run(*arguments).exit_code == 2


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


def test_nobody_is_asked_without_a_terminal() -> None:
    from commands.offline_text import is_terminal

    assert is_terminal() is sys.stdin.isatty()
