"""Votes and commands at the same moment: what was said to be saved is counted, and nothing else."""

import random
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from itertools import count
from threading import Barrier

import pytest

from assessment.catalogue.model import Catalogue
from assessment.errors import SessionRefused, StaleWrite
from assessment.services.context import Workspace
from assessment.services.session import running, voting
from assessment.session.control.orders import Order
from assessment.session.states import Command, Turn
from assessment.session.voting.votes import SessionVote
from storage import SqlStore, open_store
from tests.support.builders import Clock
from tests.support.session.room import Room, a_room, a_step
from tests.support.workspace import tokens

pytestmark = pytest.mark.no_cover  # the same lines many times: others measure them

ITEMS = tuple(f"MC-{number:02}" for number in range(60))
PEOPLE = 5

VOTE_UNTIL_CLOSED = """
import sys
from datetime import UTC, datetime
from assessment.errors import SessionRefused
from assessment.session.states import Turn
from assessment.session.voting.votes import SessionVote
from storage import open_store
url, now, *people = sys.argv[1:]
store = open_store(url, clock=lambda: datetime.fromisoformat(now))
saved, version = {}, dict.fromkeys(people, 0)
print("ready", flush=True)
try:
    for turn in range(100_000):
        person = people[turn % len(people)]
        level = str(turn % 5)
        vote = SessionVote(person, "rate", "MC-00", Turn.FIRST, level, version=version[person])
        version[person] = store.session_votes.save(vote).version
        saved[person] = level
except SessionRefused as error:
    print(error.reason, *(f"{person}={level}" for person, level in saved.items()), flush=True)
store.close()
"""


def at_once(*calls: Callable[[], object]) -> list[object]:
    start = Barrier(len(calls))

    def run(call: Callable[[], object]) -> object:
        start.wait()
        return call()

    with ThreadPoolExecutor(len(calls)) as pool:
        return list(pool.map(run, calls))


@pytest.fixture
def shared(store: SqlStore, catalogue: Catalogue, clock: Clock) -> Workspace:
    """A workspace on each kind of database in turn."""
    numbers = count(1)
    return Workspace(
        store=store,
        current_catalogue=catalogue,
        now=clock,
        new_id=lambda: f"id-{next(numbers)}",
        new_token=tokens(),
        new_login_token=tokens(43),
    )


def counted(room: Room, item: str) -> dict[str, int]:
    found = {r.item: r for r in room.outcome.items}[item].first["choice"].together
    return (
        {} if found is None else {str(n): number for n, number in enumerate(found.bins) if number}
    )


def test_a_vote_in_the_moment_of_closing_is_counted_or_refused(shared: Workspace) -> None:
    """Sixty items, five people who change their minds all the time, and one who closes."""
    room = a_room(shared, a_step("rate", items=ITEMS), roles=["mentor"] * PEOPLE)
    room.run("start")
    luck = random.Random(7)  # noqa: S311 (no secret)

    def vote_on(person: str, item: str, moods: list[str]) -> str | None:
        confirmed, version = None, 0
        for mood in moods:
            given = SessionVote(person, "rate", item, Turn.FIRST, mood, version=version)
            try:
                version = voting.vote(shared, given).version
            except SessionRefused:
                return confirmed
            confirmed = mood
        return confirmed

    whole = 0

    for item in ITEMS[:30]:
        version = room.run("start").version
        moods = [[luck.choice("01234") for _ in range(luck.randrange(1, 6))] for _ in range(PEOPLE)]
        *confirmed, _ = at_once(
            *(
                lambda joined=joined, mine=mine, item=item: vote_on(joined.person.id, item, mine)
                for joined, mine in zip(room.people, moods, strict=True)
            ),
            lambda version=version: running.run(
                shared, room.keys.control, Order(Command.CLOSE), version
            ),
        )
        room.run("show")
        said = [mood for mood in confirmed if mood is not None]
        wanted = {mood: said.count(mood) for mood in set(said)} if len(said) == PEOPLE else {}
        assert counted(room, item) == wanted
        whole += bool(wanted)
        room.run("next")

    assert whole  # in some of them everybody was in time, and the result could be compared


def test_of_two_devices_one_command_counts(shared: Workspace) -> None:
    room = a_room(shared, a_step("rate", items=ITEMS), roles=["mentor"] * PEOPLE)
    room.run("start")

    def tap(version: int, key: str) -> bool:
        try:
            running.run(shared, key, Order(Command.NEXT), version)
        except StaleWrite:
            return False
        return True

    for place in range(10):
        version = room.session.version
        keys = (room.keys.control, room.keys.helper)
        won = at_once(*(lambda key=key, version=version: tap(version, key) for key in keys))
        assert sorted(map(bool, won)) == [False, True]
        assert room.session.item == ITEMS[place + 1]


def test_a_vote_on_one_process_and_closing_on_another(
    postgres_tables: str, catalogue: Catalogue, clock: Clock
) -> None:
    store = open_store(postgres_tables, clock=clock)
    numbers = count(1)
    workspace = Workspace(
        store, clock, lambda: f"id-{next(numbers)}", tokens(), tokens(43), 5, catalogue
    )
    room = a_room(workspace, a_step("rate", items=("MC-00",)), roles=["mentor"] * PEOPLE)
    room.run_all("start", "start")
    people = [joined.person.id for joined in room.people]
    command = [sys.executable, "-c", VOTE_UNTIL_CLOSED, postgres_tables, clock.now.isoformat()]
    other = subprocess.Popen([*command, *people], stdout=subprocess.PIPE, text=True)
    assert other.stdout is not None
    assert other.stdout.readline() == "ready\n"
    while room.outcome.session.phase != "closed":
        if store.sessions.pulse(room.id).answered == PEOPLE:
            room.run("close")

    reason, *saved = other.communicate(timeout=30)[0].split()
    room.run("show")

    levels = [level for _, _, level in (one.partition("=") for one in saved)]
    assert reason == "closed"
    assert counted(room, "MC-00") == {level: levels.count(level) for level in set(levels)}
    store.close()
