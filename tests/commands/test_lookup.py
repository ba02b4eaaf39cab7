"""A project or an assessment by its id or exact name; a file that may be far too large."""

import json
import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from commands.common import Failure
from commands.lookup import assessment_of, project_of, read_at_most
from storage import SqlStore
from tests.support.builders import a_project, a_respondent, an_assessment, begin
from tests.support.command_line import Run, exported, projects, refusal
from tests.support.files.filled_forms import project

__all__ = ["project"]  # a fixture


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


def test_a_project_is_found_by_its_exact_name(run: Run, example: str, tmp_path: Path) -> None:
    name = run("export").stdout.strip().split("  ", 1)[1]

    text = exported(run, name, tmp_path / "project.json")

    assert json.loads(text)["project"]["id"] == example


def test_an_unknown_project_is_named(run: Run, example: str, tmp_path: Path) -> None:
    (line,) = refusal(run("export", "Nobody", "-o", tmp_path / "project.json"))

    assert line == "There is no project 'Nobody'. See the list: python cli.py projects list"


def test_two_projects_of_one_name_need_an_id(run: Run, example: str, tmp_path: Path) -> None:
    exported(run, example, tmp_path / "project.json")
    run("import", tmp_path / "project.json")
    name = run("export").stdout.splitlines()[0].split("  ", 1)[1]

    (line,) = refusal(run("erase", name, "--yes"))

    assert all(project in line for project in projects(run))
    assert len(projects(run)) == 2


def test_without_a_name_the_newest_assessment_is_meant(sqlite_store: SqlStore) -> None:
    begin(sqlite_store)
    later = an_assessment(
        "A2", name="Later", started_at=an_assessment().started_at.replace(year=2027)
    )
    sqlite_store.assessments.add(later, [], [a_respondent("R2", assessment="A2")])

    assert assessment_of(sqlite_store, a_project(), None).id == "A2"
    assert assessment_of(sqlite_store, a_project(), "A1").id == "A1"
    assert assessment_of(sqlite_store, a_project(), "Later").id == "A2"


def test_an_id_goes_before_a_name(sqlite_store: SqlStore) -> None:
    for id_, name in (("P1", "P2"), ("P2", "Other")):
        sqlite_store.projects.save(a_project(id_, name=name))

    assert project_of(sqlite_store, "P2").id == "P2"
    assert project_of(sqlite_store, "Other").id == "P2"


def test_a_project_without_assessments_has_none_to_find(sqlite_store: SqlStore) -> None:
    sqlite_store.projects.save(a_project())

    with pytest.raises(Failure, match=r"'Maatjes' has no assessment yet\. Start one: "):
        assessment_of(sqlite_store, a_project(), None)


@pytest.mark.parametrize(("size", "read"), [(0, 0), (10, 10), (11, 11), (5_000, 11)])
def test_of_a_larger_file_just_enough_is_read(tmp_path: Path, size: int, read: int) -> None:
    file = tmp_path / "file"
    file.write_bytes(b"x" * size)

    assert len(read_at_most(file, 10)) == read
