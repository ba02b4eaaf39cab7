"""Forms on the command line: made, read in, and conflicts decided."""

import re
import zipfile
from pathlib import Path

import openpyxl
import pytest

from exchange.spreadsheets.archive import MAX_BYTES
from tests.support.command_line import Run, refusal
from tests.support.files.filled_forms import conflict, fill, form, project, stored

__all__ = ["project"]  # a fixture


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


def test_several_forms_go_into_a_zip(run: Run, project: str, tmp_path: Path) -> None:
    file = form(run, project, tmp_path / "m.zip", "--role", "mentee", "--number", "2")

    names = zipfile.ZipFile(file).namelist()
    assert names == [f"Maatjes - twee - Mentee - 00{n}.xlsx" for n in (1, 2)]


def test_a_file_is_never_overwritten(run: Run, project: str, tmp_path: Path) -> None:
    file = form(run, project, tmp_path / "f.xlsx")

    (line,) = refusal(run("offline", "make", project, "-o", file))

    assert "exists already" in line


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


@pytest.mark.parametrize(
    "arguments",
    [
        ["offline", "make", "x"],
        ["offline", "make", "x", "-o", "f", "--number", "0"],
        ["offline", "read"],
        ["offline", "read", "f", "--conflicts", "guess"],
    ],
)
def test_wrong_usage_ends_with_exit_code_2(run: Run, arguments: list[str]) -> None:
    assert run(*arguments).exit_code == 2
