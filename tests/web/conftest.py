"""The pages of participants on a real database, with the criteria that ship."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from starlette.applications import Starlette

from assessment.assessments import Assessment
from assessment.catalogue.model import Catalogue
from assessment.services.context import Workspace
from assessment.services.invitations import open_invitation
from assessment.services.pairs import PairLinks, make_pairs
from settings import Settings
from storage import BUSY_TIMEOUT, SqlStore, open_store
from tests.support.builders import Clock
from tests.support.invitations import a_workspace, begin_assessment, own, small_catalogue
from tests.support.web.phone import Browser, Phone, ScriptPhone
from web.participant.routes import participants_route

OURS = "http://us.example"

NewPhone = Callable[..., Phone]
BOTH_WAYS = pytest.mark.parametrize(
    "way", [Phone, ScriptPhone], indirect=True, ids=["page by page", "one page"]
)


@pytest.fixture(autouse=True)
def _no_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test waits for a wrong address."""
    monkeypatch.setattr("web.participant.dispatch.SLOW", 0)


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    """The criteria that ship, with two small profiles."""
    return small_catalogue()


@pytest.fixture
def patience() -> float:
    """How long a page waits for others who write, in seconds."""
    return BUSY_TIMEOUT


@pytest.fixture
def web_store(sqlite_tables: str, clock: Clock, patience: float) -> Iterator[SqlStore]:
    opened = open_store(sqlite_tables, clock=clock, busy_timeout=patience)
    yield opened
    opened.close()


@pytest.fixture
def workspace(web_store: SqlStore, catalogue: Catalogue, clock: Clock) -> Workspace:
    return a_workspace(web_store, catalogue, clock)


@pytest.fixture
def assessment(workspace: Workspace) -> Assessment:
    """An open assessment of the project Maatjes."""
    return begin_assessment(workspace)


@pytest.fixture
def way(request: pytest.FixtureRequest) -> type[Phone]:
    """How the phones of a test answer: page by page, unless a test runs in BOTH_WAYS."""
    chosen: type[Phone] = getattr(request, "param", Phone)
    return chosen


@pytest.fixture
def quick(workspace: Workspace, web_store: SqlStore) -> Workspace | None:
    """The same workspace for reading without ever waiting, as the program has it on a file."""
    store = web_store.at_once()
    return None if store is None else replace(workspace, store=store)


@pytest.fixture
def new_phone(
    workspace: Workspace, quick: Workspace | None, way: type[Phone]
) -> Iterator[NewPhone]:
    """Makes phones, in Dutch by default."""
    opened: list[Browser] = []

    def make(language: str = "nl", address: str = OURS, public: str = "") -> Phone:
        settings = Settings(public_url=public)
        route = participants_route(lambda: workspace, lambda: settings, lambda: quick)
        headers = {"Sec-Fetch-Site": "same-origin", "Accept-Language": language}
        client = Browser(Starlette(routes=[route]), address, headers)
        opened.append(client)
        return way(client)

    yield make
    for client in opened:
        client.close()


@pytest.fixture
def phone(new_phone: NewPhone) -> Phone:
    return new_phone()


@pytest.fixture
def letter(workspace: Workspace, assessment: Assessment) -> str:
    """The address in the letter of a mentee who has not begun."""
    issued = open_invitation(workspace, assessment.id, "mentee", "few", 3, None, personal=1)
    return f"/a/{issued.links[0].token}"


@pytest.fixture
def mentee(workspace: Workspace, letter: str) -> str:
    """The own address of a mentee who has just begun."""
    return f"/a/{own(workspace, letter.removeprefix('/a/'))}"


@pytest.fixture
def open_link(workspace: Workspace, assessment: Assessment) -> str:
    """The address of an open link for two mentees."""
    issued = open_invitation(workspace, assessment.id, "mentee", "few", 2, None, open_link=True)
    return f"/a/{issued.open_token}"


@pytest.fixture
def pair(workspace: Workspace, assessment: Assessment) -> PairLinks:
    (made,) = make_pairs(workspace, assessment.id, 1, None)
    return made


@pytest.fixture
def begun(phone: Phone, mentee: str) -> Phone:
    """A phone on the first question."""
    return phone.sends(f"{mentee}/begin")
