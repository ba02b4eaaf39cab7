"""Whatever is killed at whatever moment: the same phase, and every confirmed vote, afterwards."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import httpx
import pytest

from assessment.catalogue.model import Catalogue
from assessment.respondents import token_hash
from assessment.services.session import voting
from assessment.session.script import StepKind
from runtime import now
from storage import open_store
from tests.support.invitations import a_workspace
from tests.support.session.pages import SessionPage
from tests.support.session.process import Process
from tests.support.session.room import Room, a_room, a_step

HEADERS = {"Sec-Fetch-Site": "same-origin"}
# what is pressed, in the order of a session that votes twice on two theses
ITEM = ("start", "close", "show", "talk", "vote_again", "close", "show", "agree")
ORDERS = ("start", *ITEM, "next", *ITEM, "pause", "resume")


@dataclass
class Phone:
    """One phone over the network, and the last vote that was said to be saved."""

    client: httpx.Client
    at: str
    confirmed: dict[tuple[str, str], str] = field(default_factory=dict)

    def vote(self, choice: str) -> None:
        page = SessionPage(self.client.get(self.at).text)
        form = next(form for form in page.forms if form.action.endswith("/vote"))
        sent = {**form.fields, "choice": choice}
        answer = self.client.post(form.action, data=sent, headers={"Accept": "application/json"})
        if answer.status_code == 200:
            self.confirmed[form.fields["item"], form.fields["turn"]] = choice


@pytest.fixture(params=["sqlite", "postgresql"])
def running(
    request: pytest.FixtureRequest, catalogue: Catalogue
) -> Iterator[tuple[Room, Process, Process]]:
    """Two processes on one database, the control on one and phones on the other."""
    name = "sqlite_url" if request.param == "sqlite" else "postgres_schema"
    url: str = request.getfixturevalue(name)
    store = open_store(url, clock=now)
    theses = a_step(StepKind.THESIS, items=("T-1", "T-2"))
    room = a_room(a_workspace(store, catalogue, now), theses, language="en")
    processes = Process(url), Process(url)
    yield room, *processes
    for process in processes:
        process.stop()
    store.close()


@pytest.fixture
def new_client() -> Iterator[Callable[[str], httpx.Client]]:
    """Makes clients of a process."""
    made: list[httpx.Client] = []

    def make(address: str) -> httpx.Client:
        made.append(httpx.Client(base_url=address, headers=HEADERS, timeout=30))
        return made[-1]

    yield make
    for client in made:
        client.close()


def test_kill_in_every_phase_loses_no_confirmed_vote_and_no_phase(
    running: tuple[Room, Process, Process], new_client: Callable[[str], httpx.Client]
) -> None:
    room, leading, answering = running
    control, *clients = (new_client(one.address) for one in (leading, *[answering] * 5))
    at = f"/s/{room.keys.join_token}"
    phones = [Phone(client, at) for client in clients]
    for client in clients:
        client.post(f"{at}/join", data={"role": "mentor"})
    for number, command in enumerate(ORDERS, 1):
        version = str(room.session.version)
        sent = {
            "command": command,
            "version": version,
            "talk": "pairs" if command == "talk" else "",
        }
        answer = control.post(f"/control/{room.keys.control}/do", data=sent)
        assert answer.status_code == 303, (command, answer.text)
        if room.session.takes_votes:
            for place, phone in enumerate(phones):
                phone.vote(("for", "against", "depends")[(place + number) % 3])
        before = room.session
        (leading, answering)[number % 2].kill()
        assert room.session == before
        state = control.get(f"/control/{room.keys.control}/state").json()
        assert (state["phase"], state["item"]) == (before.phase, before.item)
    for phone in phones:
        person = room.workspace.store.session_people.find(_hash(phone))
        assert person is not None
        kept = voting.votes_of(room.workspace, person.person)
        assert {(v.item, v.turn.value): v.choice for v in kept} == phone.confirmed
        assert len(phone.confirmed) == 4


def _hash(phone: Phone) -> str:
    return token_hash(phone.client.cookies["ms_session"])
