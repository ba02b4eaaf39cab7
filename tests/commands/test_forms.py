"""Forms on the command line: made, read in, and conflicts decided."""

import os
import re
import sqlite3
import sys
import zipfile
from contextlib import closing
from pathlib import Path

import openpyxl
import pytest

from exchange.spreadsheets.archive import MAX_BYTES
from tests.commands.conftest import Run, refusal
from tests.support.filled_forms import fill, form, project, stored
from tests.support.forms import VOICE_COLUMNS

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


def test_an_assessment_that_is_not_there_is_named(run: Run, project: str, tmp_path: Path) -> None:
    wrong = ("offline", "make", project, "-o", tmp_path / "f.xlsx", "--assessment", "9999")

    (line,) = refusal(run(*wrong))

    assert line == "There is no such assessment in this project. There are: 'twee', '2026'."


def test_two_assessments_of_one_name_need_an_id(run: Run, project: str, tmp_path: Path) -> None:
    file = Path(os.environ["MENTORSPIEGEL_DATA"]) / "mentorspiegel.sqlite3"
    with closing(sqlite3.connect(file)) as database, database:
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
    monkeypatch.setattr("commands.forms_output.is_terminal", lambda: True)
    result = run("offline", "read", file, typed=typed)

    assert "MC-41 (keep, take, both)" in result.stdout
    assert stored(run, project, tmp_path) == expected


def test_what_an_anonymous_voice_answered_is_not_printed(
    run: Run, project: str, tmp_path: Path
) -> None:
    blank = form(run, project, tmp_path / "m.xlsx", "--role", "mentee")
    first = fill(blank, VOICE_COLUMNS, MC_41={"answer": 0, "comment": "geheim"})

    assert (
        run("offline", "read", first).stdout
        == "1 to change, 13 unchanged, 0 to decide.\nWritten: 1.\n"
    )
    for guess in (0, 4):
        second = fill(blank, VOICE_COLUMNS, MC_41={"answer": guess, "comment": "geheim"})
        for more in ((), ("--preview",), ("--conflicts", "take")):
            assert refusal(run("offline", "read", second, *more)) == [
                f"{second.name}: this form was read in already, and an anonymous form is read in "
                "once. Nothing was changed."
            ]


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


def test_nobody_is_asked_without_a_terminal() -> None:
    from commands.forms_output import is_terminal

    assert is_terminal() is sys.stdin.isatty()
