"""A workspace on a real database with a small catalogue."""

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from itertools import count
from pathlib import Path

import pytest

import runtime
from assessment.agreements import Agreement
from assessment.answers import Answer
from assessment.assessments import Assessment
from assessment.catalogue.model import Catalogue, Profile, Text
from assessment.catalogue.reading.loader import load_catalogue
from assessment.services import agreements, assessments, projects, self_audit
from assessment.services.context import Workspace
from reports.session.material import SessionMaterial
from storage import SqlStore, open_store
from tests.support.builders import Clock, a_project
from tests.support.empty_database import NAME, NewDatabase
from tests.support.session.evenings import an_evening

CRITERIA = Path(__file__).resolve().parents[2] / "criteria"


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    """The catalogue that ships."""
    return load_catalogue(CRITERIA)


@pytest.fixture
def sqlite_store(sqlite_tables: str, clock: Clock) -> Iterator[SqlStore]:
    opened = open_store(sqlite_tables, clock=clock)
    yield opened
    opened.close()


@contextmanager
def fresh_runtime() -> Iterator[None]:
    """Have the program read its settings anew, and again afterwards."""

    def forget() -> None:
        runtime.settings.cache_clear()
        runtime.light_workspaces.cache_clear()

    forget()
    yield
    forget()


@pytest.fixture
def ids() -> Callable[[], str]:
    return _ids()


def _ids() -> Callable[[], str]:
    numbers = count(1)
    return lambda: f"id-{next(numbers)}"


def tokens(length: int = 32) -> Callable[[], str]:
    """Return a maker of tokens that can be told apart."""
    numbers = count(1)
    return lambda: f"token_{next(numbers):0{length - 6}}"


@pytest.fixture
def workspace(
    sqlite_store: SqlStore, catalogue: Catalogue, clock: Clock, ids: Callable[[], str]
) -> Workspace:
    return _on(sqlite_store, catalogue, clock, ids)


def _on(store: SqlStore, catalogue: Catalogue, clock: Clock, ids: Callable[[], str]) -> Workspace:
    return Workspace(
        store=store,
        current_catalogue=catalogue,
        now=clock,
        new_id=ids,
        new_token=tokens(),
        new_login_token=tokens(43),
    )


@pytest.fixture(scope="session")
def evening(
    tmp_path_factory: pytest.TempPathFactory, new_database: NewDatabase, catalogue: Catalogue
) -> SessionMaterial:
    """What is reported of an evening on a database of its own: made once, for nothing changes it."""
    file = tmp_path_factory.mktemp("evening") / NAME
    new_database(file)
    with closing(open_store(f"sqlite:///{file}", clock=Clock())) as store:
        workspace = _on(store, catalogue, Clock(), _ids())
        return SessionMaterial.of(workspace, an_evening(workspace).session, "en")


@pytest.fixture
def assessment(workspace: Workspace) -> Assessment:
    """A new assessment with the short profile."""
    return _started(workspace)


@pytest.fixture
def with_pairs(workspace: Workspace, catalogue: Catalogue) -> Workspace:
    """The workspace with a catalogue that has something to ask of a pair."""
    named = {name: Text({"nl": "Paar", "en": "Pair"}) for name in ("title", "description")}
    asked = ("MC-01", "MC-03", "MC-41", "MC-44", "MC-45", "MC-46", "MC-52")
    others = [profile for profile in catalogue.profiles if not profile.for_pair]
    profiles = [*others, Profile(id="pair", criteria=asked, for_pair=True, **named)]
    changed = Catalogue.model_validate({**catalogue.model_dump(), "profiles": profiles})
    return replace(workspace, current_catalogue=changed)


@pytest.fixture
def assessment_of_pairs(with_pairs: Workspace) -> Assessment:
    """A new assessment with the short profile, in which pairs can answer."""
    return _started(with_pairs)


def _started(workspace: Workspace) -> Assessment:
    project = projects.create_project(workspace, a_project(id=""))
    return assessments.start_assessment(
        workspace, project.id, name="2026", profile="short", ambition="floor"
    )


def write(workspace: Workspace, assessment: Assessment, *answers: Answer) -> None:
    """Write answers of the organisation itself."""
    audit = self_audit.open_audit(workspace, assessment.id)
    for answer in answers:
        self_audit.write_answer(workspace, audit, answer)


def agree(workspace: Workspace, assessment: Assessment, **fields: object) -> Agreement:
    """Save a new agreement, of MC-01 unless the fields say otherwise."""
    values = {"criterion": "MC-01", "text": "doen", **fields}
    agreement = Agreement(id="", project=assessment.project, assessment=assessment.id, **values)  # type: ignore[arg-type]
    return agreements.save_agreement(workspace, agreement)
