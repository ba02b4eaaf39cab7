"""An import that is killed half-way leaves nothing of it, on each kind of database."""

import json
import signal
import zipfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from assessment.projects import Project
from exchange.organisation import archive
from runtime import open_store
from storage import SqlStore
from tests.support.command_line import program
from tests.support.database import rows_by_table
from tests.support.processes.killed import Killed

KILLS = 8  # of each import


@pytest.fixture(scope="module")
def killed() -> Iterator[Killed]:
    with Killed() as process:
        yield process


@pytest.fixture(scope="module")
def project_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example project as a file: assessments, answers, agreements, a session."""
    folder = tmp_path_factory.mktemp("exported")
    assert program("demo", "--language", "en", data=str(folder)).returncode == 0
    name = program("export", data=str(folder)).stdout.split()[0]
    file = folder / "project.json"
    assert program("export", name, "-o", file, data=str(folder)).returncode == 0
    return file


@pytest.fixture(scope="module")
def organisation_file(project_file: Path) -> Path:
    """An organisation with that project twice."""
    file = project_file.with_name("organisation.zip")
    names = ["projects/1.json", "projects/2.json"]
    first = {"format": archive.FORMAT, "name": "X", "kind": "project", "members": []}
    with zipfile.ZipFile(file, "w") as written:
        written.writestr("organisation.json", json.dumps({**first, "projects": names}))
        for name in names:
            written.write(project_file, name)
    return file


def erase_all(store: SqlStore) -> list[Project]:
    """Erase every organisation and project; return the projects."""
    projects = store.projects.all()
    for project in projects:
        store.projects.erase(project.id)
    for organisation in store.access.organisations.all():
        store.access.organisations.erase(organisation.id)
    return projects


def log_left_out(rows: dict[str, int]) -> dict[str, int]:
    """Return rows without those of what was done, which stays written down, or is written after it."""
    return {table: number for table, number in rows.items() if table != "acts_log"}


def without_log(store: SqlStore) -> dict[str, int]:
    return log_left_out(rows_by_table(store))


@pytest.mark.parametrize(
    ("command", "file", "projects"),
    [(["import"], "project_file", 1), (["organisations", "import"], "organisation_file", 2)],
)
def test_an_import_that_is_killed_leaves_nothing_or_all_and_one_that_ends_leaves_all(
    killed: Killed,
    database_url: str,
    request: pytest.FixtureRequest,
    command: list[str],
    file: str,
    projects: int,
) -> None:
    words = [*command, request.getfixturevalue(file)]
    with closing(open_store(database_url)) as store:
        last = killed.moments_of(database_url, *words)
        whole = rows_by_table(store)
        assert len(erase_all(store)) == projects
        empty = rows_by_table(store)

        spread = sorted({1 + (last - 1) * n // (KILLS - 1) for n in range(KILLS)})
        *moments, at_the_end = spread
        ended = killed.kill_at(database_url, moments, *words)
        assert ended == [signal.SIGKILL] * len(moments)
        assert rows_by_table(store) == empty

        assert killed.kill_at(database_url, [at_the_end], *words) == [signal.SIGKILL]
        assert without_log(store) in (log_left_out(empty), log_left_out(whole))
        erase_all(store)

        killed.moments_of(database_url, *words)
        assert without_log(store) == log_left_out(whole)
