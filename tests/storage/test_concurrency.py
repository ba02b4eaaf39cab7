"""People who write at the same moment, on every kind of database."""

import subprocess
import sys
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from assessment.errors import AssessmentClosed, InvitationFull, StaleWrite
from assessment.store import Store
from storage import open_store
from tests.support.builders import (
    NOW,
    Clock,
    a_respondent,
    an_answer,
    an_assessment,
    an_invitation,
    an_invited_respondent,
    begin,
)
from tests.support.database import add_respondents, history

OPEN = """
import sys
from datetime import UTC, datetime
from storage import open_store
store = open_store(sys.argv[1], clock=lambda: datetime.now(UTC))
store.health()
store.close()
"""


def at_once(*calls: Callable[[], Any]) -> list[Any]:
    """Run calls in threads that start together, and return what they return."""
    start = threading.Barrier(len(calls))

    def run(call: Callable[[], Any]) -> Any:
        start.wait()
        return call()

    with ThreadPoolExecutor(len(calls)) as pool:
        return list(pool.map(run, calls))


def test_of_two_first_answers_one_wins(store: Store) -> None:
    begin(store)

    def write(criterion: str, level: int) -> bool:
        try:
            store.answers.save("R1", an_answer(criterion, level))
        except StaleWrite:
            return False
        return True

    for number in range(15):
        name = f"MC-{number}"
        won = at_once(lambda: write(name, 1), lambda: write(name, 4))  # noqa: B023 (run at once)
        assert sorted(won) == [False, True]
        assert len(history(store, "R1", name)) == 1


def test_two_threads_on_one_answer_lose_no_history(store: Store) -> None:
    begin(store)

    def hammer(level: int) -> int:
        won, version = 0, 0
        for turn in range(30):
            answer = an_answer(level=level, comment=f"{level}, {turn}", version=version)
            try:
                version = store.answers.save("R1", answer).version
                won += 1
            except StaleWrite as stale:
                version = stale.current.version
        return won

    won = at_once(lambda: hammer(1), lambda: hammer(4))

    versions = [change.answer.version for change in history(store, "R1", "MC-01")]
    assert versions == list(range(1, sum(won) + 1))
    assert store.answers.get("R1", "MC-01").version == sum(won)


def test_many_people_write_without_waiting_in_vain(store: Store) -> None:
    respondents = [a_respondent(f"R{number}", role="mentee") for number in range(8)]
    begin(store, *respondents)

    def fill_in(name: str) -> None:
        for number in range(12):
            store.answers.save(name, an_answer(f"MC-{number:02}"))
            store.answers.counts(["A1"])

    at_once(*(lambda name=respondent.id: fill_in(name) for respondent in respondents))

    assert store.answers.counts(["A1"])[0].counts.sum() == 8 * 12


def test_no_answer_slips_in_after_closing(store: Store) -> None:
    begin(store)
    written = threading.Event()

    def write_until_closed() -> int:
        for number in range(10_000):
            try:
                store.answers.save("R1", an_answer(f"MC-{number}"))
            except AssessmentClosed:
                return number
            written.set()
        raise AssertionError("never closed")

    def close() -> int:
        written.wait()
        store.assessments.save(an_assessment(closed_at=NOW, version=1))
        return len(store.answers.all("R1"))

    saved, present_at_closing = at_once(write_until_closed, close)

    assert saved == present_at_closing == len(store.answers.all("R1"))
    assert store.answers.counts(["A1"])[0].counts.sum() == saved  # as they were kept at closing


def test_people_join_at_the_same_moment(store: Store) -> None:
    begin(store)

    def join(name: str) -> None:
        add_respondents(store, [a_respondent(name, role="mentee")])

    at_once(*(lambda name=f"J{number}": join(name) for number in range(6)))

    assert len(store.respondents.all("A1")) == 7


def test_processes_may_open_an_empty_database_at_once(database_url: str, clock: Clock) -> None:
    command = [sys.executable, "-c", OPEN, database_url]
    started = [subprocess.Popen(command, stderr=subprocess.PIPE) for _ in range(3)]

    outcomes = [(process.communicate()[1].decode(), process.returncode) for process in started]

    assert outcomes == [("", 0)] * 3
    store = open_store(database_url, clock=clock)
    assert store.projects.all() == []
    store.close()


def test_people_who_begin_at_the_same_moment_take_no_place_twice(store: Store) -> None:
    begin(store).invitations.add([an_invitation(max_respondents=4)], [], [], threshold=5)

    def join(number: int) -> bool:
        try:
            store.respondents.join(an_invited_respondent(f"S{number}"), 60)
        except InvitationFull:
            return False
        return True

    joined = at_once(*(lambda number=n: join(number) for n in range(8)))

    assert sorted(joined) == [False] * 4 + [True] * 4
    assert len([r for r in store.respondents.all("A1") if r.invitation]) == 4


def test_a_minute_begins_for_many_at_once(store: Store, clock: Clock) -> None:
    begin(store).invitations.add(
        [an_invitation()], [], [an_invited_respondent(f"S{n}") for n in range(6)], threshold=5
    )

    def answer(name: str, criterion: str) -> None:
        store.answers.save(name, an_answer(criterion), most=120)

    for criterion in ("MC-01", "MC-02", "MC-03"):
        clock.forward(minutes=1)
        at_once(*(lambda name=f"S{n}", c=criterion: answer(name, c) for n in range(6)))

    assert store.answers.counts(["A1"])[0].counts.sum() == 18
