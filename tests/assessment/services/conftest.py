"""A workspace on a real database with a small catalogue."""

from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import pytest

from assessment.catalogue import Catalogue
from assessment.loader import load_catalogue
from assessment.projects import Assessment
from assessment.services import projects
from assessment.services.workspace import Workspace
from storage import SqlStore, open_store
from tests.builders import Clock, a_project

CRITERIA = Path(__file__).resolve().parents[3] / "criteria"


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    """The catalogue that ships."""
    return load_catalogue(CRITERIA)


@pytest.fixture
def sqlite_store(sqlite_url: str, clock: Clock) -> Iterator[SqlStore]:
    opened = open_store(sqlite_url, clock=clock)
    yield opened
    opened.close()


@pytest.fixture
def ids() -> Callable[[], str]:
    numbers = count(1)
    return lambda: f"id-{next(numbers)}"


def tokens() -> Callable[[], str]:
    """Return a maker of tokens that can be told apart."""
    numbers = count(1)
    return lambda: f"token_{next(numbers):026}"


@pytest.fixture
def workspace(
    sqlite_store: SqlStore, catalogue: Catalogue, clock: Clock, ids: Callable[[], str]
) -> Workspace:
    return Workspace(
        store=sqlite_store, catalogue=catalogue, now=clock, new_id=ids, new_token=tokens()
    )


@pytest.fixture
def assessment(workspace: Workspace) -> Assessment:
    """A new assessment with the short profile."""
    made = projects.create_project(workspace, a_project(id=""))
    return projects.start_assessment(
        workspace, made.id, name="2026", profile="short", ambition="floor"
    )
