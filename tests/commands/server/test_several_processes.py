"""Two processes on one PostgreSQL behind nginx, as docs/scaling.md has it: one may die meanwhile."""

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode

import pytest

import runtime
from assessment.services import responding
from assessment.services.context import Workspace
from assessment.services.invitations import open_invitation
from storage import open_store
from tests.support.invitations import a_workspace, begin_assessment, own, small_catalogue
from tests.support.web.front import Front, example, nginx, running_front
from tests.support.web.server import Server
from web.participant.position import page_of

FORM = {"Content-Type": "application/x-www-form-urlencoded", "Sec-Fetch-Site": "same-origin"}
UPSTREAM = re.compile(r"^upstream mentorspiegel \{.*?^\}\n", flags=re.MULTILINE | re.DOTALL)


@pytest.fixture
def workspace(postgres_schema: str) -> Iterator[Workspace]:
    store = open_store(postgres_schema, clock=runtime.now)
    yield a_workspace(store, small_catalogue(), runtime.now)
    store.close()


@pytest.fixture
def processes(
    tmp_path: Path, postgres_schema: str, workspace: Workspace
) -> Iterator[tuple[Server, Server]]:
    pair = tuple(Server(tmp_path / name, database_url=postgres_schema) for name in ("one", "two"))
    for process in pair:
        process.data.mkdir()
        process.start()
    yield pair
    for process in pair:
        process.stop()


@pytest.fixture
def front(tmp_path: Path, processes: tuple[Server, Server]) -> Iterator[Front]:
    config, number = UPSTREAM.subn(example("nginx", "scaling"), example("nginx"))
    assert number == 1
    for port, process in zip((8601, 8611), processes, strict=True):
        config = config.replace(f"127.0.0.1:{port}", f"127.0.0.1:{process.participants_port}")
    folder = tmp_path / "front"
    folder.mkdir()
    with running_front(nginx, folder, config) as running:
        yield running


def test_any_process_answers_anything_and_one_may_die(
    front: Front, processes: tuple[Server, Server], workspace: Workspace
) -> None:
    asked = begin_assessment(workspace)
    issued = open_invitation(workspace, asked.id, "mentee", "few", 1, None, personal=1)
    token = own(workspace, issued.links[0].token)
    session = responding.find(workspace, token)
    assert isinstance(session, responding.RespondentSession)
    confirmed = []

    for number, criterion in enumerate(c.id for c in session.criteria):
        page = f"/a/{token}/{page_of(criterion)}"
        if number == 2:
            processes[0].kill()
        fields = {"choice": "3", "version": "0", "comment": "", "go": "next"}
        assert front.ask(page).status == 200
        if front.ask(page, FORM, urlencode(fields)).status == 303:
            confirmed.append(criterion)

    assert sorted(responding.answers(workspace, session)) == sorted(confirmed)
    assert len(confirmed) == len(session.criteria)
