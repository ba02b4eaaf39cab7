"""A session on the shipped criteria, its keys, and people who open its pages."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from assessment.catalogue.model import Catalogue, Text
from assessment.services.context import Workspace
from assessment.session.script import StepKind
from tests.support.builders import Clock
from tests.support.empty_database import NAME, NewDatabase
from tests.support.invitations import a_workspace
from tests.support.session.gathered import Gathered, gather
from tests.support.session.going import Going
from tests.support.session.pages import NewVisitor, Visitor, visitors
from tests.support.session.room import Room, a_room, a_step

THESIS = "T-1"
ITEMS = ("MC-41", "MC-05", "MC-07")


@pytest.fixture(autouse=True)
def _no_waiting_for_codes(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test waits for a wrong address."""
    monkeypatch.setattr("web.session.dispatch.SLOW", 0)


def _room(workspace: Workspace) -> Room:
    told = Text({"nl": "Twee gesprekken per jaar", "en": "Two talks a year"})
    return a_room(
        workspace,
        a_step(StepKind.WELCOME),
        a_step(StepKind.LAST_TIME, items=("a1",), texts={"a1": told}),
        a_step(StepKind.THESIS, items=(THESIS,)),
        a_step(StepKind.RATE, items=ITEMS, at_own_pace=True, instruction=told, listen_for=(told,)),
        a_step(StepKind.JUDGE, items=("MC-41", "MC-05")),
        a_step(StepKind.TABLES, items=("MC-07",)),
        a_step(StepKind.MISSING, picks=1),
        a_step(StepKind.AGREE),
        a_step(StepKind.CHECKOUT),
        language="en",
    )


@pytest.fixture(scope="session")
def gathered(
    tmp_path_factory: pytest.TempPathFactory, new_database: NewDatabase, catalogue: Catalogue
) -> Gathered:
    """The session of these tests, made once."""
    file = tmp_path_factory.mktemp("gathered") / NAME
    new_database(file)
    return gather(file, lambda store: a_workspace(store, catalogue, Clock()), _room)


@pytest.fixture
def room(gathered: Gathered, workspace: Workspace, sqlite_file: Path) -> Room:
    """A session with every kind of step, whose lobby is open; roles mentor, mentee, partner."""
    return gathered.room(workspace, sqlite_file)


@pytest.fixture
def new_visitor(workspace: Workspace) -> Iterator[NewVisitor]:
    with visitors(lambda: workspace) as make:
        yield make


@pytest.fixture
def visitor(new_visitor: NewVisitor) -> Visitor:
    return new_visitor()


@pytest.fixture
def session(gathered: Gathered, room: Room, sqlite_file: Path, new_visitor: NewVisitor) -> Going:
    """A session in its lobby, with a control, a screen and the phones of six mentors."""
    return gathered.people(room, sqlite_file, new_visitor)
