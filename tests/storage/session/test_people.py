"""People in sessions."""

from dataclasses import replace
from datetime import timedelta

import pytest

from assessment.errors import NotFound, SessionRefused
from assessment.session import people as limits
from assessment.session.states import SessionState
from assessment.store import Store
from storage.session import people
from tests.support.builders import Clock
from tests.support.session.rows import a_person, a_running_session, a_vote, closed, voting_on


def test_a_person_is_found_by_the_token_with_the_session(store: Store) -> None:
    session = a_running_session(store)
    store.session_people.join(a_person())

    found = store.session_people.find("token R1")

    assert (found.person, found.session) == (a_person(), session)
    assert store.session_people.find("token R2") is None


@pytest.mark.parametrize(
    ("state", "reason"), [(SessionState.DRAFT, "state"), (SessionState.ENDED, "ended")]
)
def test_nobody_joins_before_the_doors_open_or_after_the_end(
    store: Store, state: SessionState, reason: str
) -> None:
    times = {"opened_at": None} if state is SessionState.DRAFT else {}
    a_running_session(store, state=state, **times)

    with pytest.raises(SessionRefused) as caught:
        store.session_people.join(a_person())

    assert caught.value.reason == reason


def test_nobody_joins_a_forgotten_or_a_full_session(
    store: Store, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    a_running_session(store)
    monkeypatch.setattr(people, "MAX_PEOPLE", 1)
    store.session_people.join(a_person())

    with pytest.raises(SessionRefused, match="full"):
        store.session_people.join(a_person("R2"))
    clock.now += timedelta(hours=3)
    with pytest.raises(SessionRefused, match="ended"):
        store.session_people.join(a_person("R2"))
    assert limits.MAX_PEOPLE == 1_000


def test_a_phrase_moves_a_person_to_another_device(store: Store) -> None:
    a_running_session(store)
    store.session_people.join(a_person())
    store.session_votes.save(a_vote())
    store.session_people.leave("R1")

    again = store.session_people.rejoin("S1", "words R1", "new token", "new words")

    assert again == a_person(token_hash="new token", phrase_hash="new words")
    assert store.session_people.find("token R1") is None
    with pytest.raises(NotFound):
        store.session_people.rejoin("S1", "words R1", "x", "y")
    with pytest.raises(NotFound):
        store.session_people.rejoin("S2", "new words", "x", "y")


def test_who_leaves_takes_an_open_vote_along_and_leaves_a_closed_one(store: Store) -> None:
    a_running_session(store)
    for name in ("R1", "R2"):
        store.session_people.join(a_person(name))
        store.session_votes.save(a_vote(name))

    store.session_people.leave("R1")
    closed(store)
    store.session_people.leave("R2")

    assert [store.session_votes.of(name) for name in ("R1", "R2")] == [
        [],
        [a_vote("R2", version=1)],
    ]
    assert store.session_people.present("S1") == {}


def test_present_people_are_counted_by_role(store: Store) -> None:
    a_running_session(store)
    for name, role in (("R1", "mentor"), ("R2", "mentor"), ("R3", "mentee")):
        store.session_people.join(a_person(name, role=role))

    assert store.session_people.present("S1") == {"mentor": 2, "mentee": 1}


def test_a_table_has_one_phone_and_its_open_value_once(store: Store) -> None:
    a_running_session(store)
    for name in ("R1", "R2"):
        store.session_people.join(a_person(name))
    voting_on(store, "tables")
    assert store.session_people.take_table("R1", 3) == a_person(table=3)
    store.session_votes.save(a_vote("R1", step="tables"))

    assert store.session_people.take_table("R2", 3) == a_person("R2", table=3)

    assert store.session_votes.of("R1") == []
    with pytest.raises(SessionRefused, match="table"):
        store.session_votes.save(a_vote("R1", step="tables"))
    store.session_votes.save(a_vote("R2", step="tables"))
    assert store.session_people.take_table("R2", None).table is None
    assert store.session_votes.of("R2") == []


def test_a_table_can_be_taken_before_its_step_and_again_without_loss(store: Store) -> None:
    a_running_session(store)
    store.session_people.join(a_person())
    store.session_people.take_table("R1", 3)
    voting_on(store, "tables")
    given = store.session_votes.save(a_vote("R1", step="tables"))

    store.session_people.take_table("R1", 3)

    assert store.session_votes.of("R1") == [given]
    assert replace(given, version=0) == a_vote("R1", step="tables")
