"""Sessions, what was shown, and the log."""

from dataclasses import replace
from datetime import timedelta

import pytest

from assessment.errors import NotFound, StaleWrite
from assessment.session.agreed_values import AgreedValue
from assessment.session.control.log import entry_of
from assessment.session.notes import NoteKind, NoteStatus
from assessment.session.states import Command, SessionKey, SessionPhase, SessionState, Turn
from assessment.session.voting.votes import ShownMark
from assessment.store import Store
from storage import SqlStore
from tests.support.builders import NOW, begin
from tests.support.database import rows_by_table
from tests.support.session.rows import (
    a_person,
    a_running_session,
    a_vote,
    closed,
    fill_session,
    moved,
    shown,
    voting_again,
    voting_on,
)


def test_sessions_of_a_project_and_those_on_their_own_are_told_apart(store: Store) -> None:
    begin(store)
    own = a_running_session(store)
    first = a_running_session(store, id="S2", project="P1")
    newest = a_running_session(store, id="S3", project="P1", created_at=NOW + timedelta(days=1))

    assert store.sessions.all(None) == [own]
    assert store.sessions.all("P1") == [newest, first]


@pytest.mark.parametrize("name", ["control", "helper", "screen", "join", "code"])
def test_a_session_is_found_by_each_of_its_hashes(store: Store, name: str) -> None:
    session = a_running_session(store, **{f"{name}_hash": "secret"})

    assert store.sessions.find("secret") == session
    assert store.sessions.find("other") is None


def test_two_commands_that_saw_one_version_are_one(store: Store) -> None:
    session = a_running_session(store)
    entry = entry_of(session, SessionKey.CONTROL, Command.CLOSE)
    wanted = replace(session, phase=SessionPhase.CLOSED)

    done = store.sessions.move(wanted, entry)
    with pytest.raises(StaleWrite) as caught:
        store.sessions.move(wanted, entry)

    assert caught.value.current == done == replace(wanted, version=session.version + 1)
    assert len(store.sessions.log("S1")) == 1


def test_a_session_that_is_saved_twice_is_saved_once_and_never_over_another(store: Store) -> None:
    session = a_running_session(store)
    renamed = store.sessions.save(replace(session, name="Anders"))

    assert store.sessions.save(replace(session, name="Anders")) == renamed
    with pytest.raises(StaleWrite):
        store.sessions.save(replace(session, name="Nog anders"))


def test_what_was_shown_stays_shown_and_the_last_command_can_be_taken_back(store: Store) -> None:
    a_running_session(store)
    closed_before = closed(store)
    shown(store)
    last = store.sessions.last("S1")
    assert last.command == "show"

    store.sessions.move_back(replace(closed_before, version=store.sessions.get("S1").version), last)

    assert store.sessions.shown("S1") == {ShownMark("rate", "MC-01", Turn.FIRST)}
    assert store.sessions.last("S1").command == "close"
    assert [entry.taken_back for entry in store.sessions.log("S1")] == [False, False, True]


def test_a_command_that_changes_no_place_is_not_taken_back(store: Store) -> None:
    a_running_session(store)
    moved(store, Command.ROOM, without_phone=4)

    assert store.sessions.last("S1") is None


def test_an_agreed_value_is_written_with_the_command_or_not_at_all(store: Store) -> None:
    session = a_running_session(store)
    agreed = AgreedValue("S1", "rate", "MC-01", "3")
    entry = entry_of(session, SessionKey.CONTROL, Command.AGREE)

    store.sessions.move(replace(session, phase=SessionPhase.AGREED), entry, agreed=agreed)
    present = store.sessions.get("S1")
    other = replace(agreed, value="4")
    with pytest.raises(StaleWrite):
        store.sessions.move(
            replace(present, item="x"), replace(entry, version=present.version), agreed=other
        )

    assert [a.value for a in store.agreed_values.all("S1")] == ["3"]
    assert store.sessions.get("S1") == present


def test_words_become_notes_to_release_when_they_are_shown(store: Store) -> None:
    a_running_session(store)
    voting_on(store, "thesis")
    for number, word in enumerate(["tijd", "Tijd", "geld", "", "tijd"]):
        store.session_people.join(a_person(f"R{number}"))
        vote = a_vote(f"R{number}", "depends", step="thesis", item="TH-01", word=word)
        store.session_votes.save(vote)
    assert store.session_notes.all("S1") == []

    shown(store)
    voting_again(store)
    for number in range(5):
        again = a_vote(f"R{number}", "depends", step="thesis", item="TH-01", turn=Turn.SECOND)
        store.session_votes.save(replace(again, word=["TIJD", "rust"][number % 2]))
    shown(store)

    words = store.session_notes.all("S1")
    assert sorted(word.text.lower() for word in words) == ["geld", "rust", "tijd"]
    assert {(word.kind, word.status) for word in words} == {(NoteKind.WORD, NoteStatus.NEW)}


def test_words_of_a_few_are_not_shown(store: Store) -> None:
    a_running_session(store)
    voting_on(store, "thesis")
    for number in range(4):
        store.session_people.join(a_person(f"R{number}"))
        vote = a_vote(f"R{number}", "depends", step="thesis", item="TH-01", word="tijd")
        store.session_votes.save(vote)

    shown(store)

    assert store.session_notes.all("S1") == []


def test_the_pulse_counts_who_is_present_and_who_answered(store: Store) -> None:
    session = a_running_session(store, extra_minutes=10)
    for number in range(4):
        store.session_people.join(a_person(f"R{number}"))
    for number in range(2):
        store.session_votes.save(a_vote(f"R{number}"))
    store.session_votes.save(a_vote("R1", "", version=1))
    store.session_people.leave("R3")

    pulse = store.sessions.pulse("S1")

    assert (pulse.present, pulse.answered) == (3, 1)
    assert (pulse.state, pulse.step, pulse.item) == ("running", "rate", "MC-01")
    assert (pulse.phase, pulse.turn, pulse.version) == ("voting", "first", session.version)
    assert pulse.ends_itself_at == session.ends_itself_at == NOW + timedelta(minutes=190)


def test_at_own_pace_who_answered_everything_has_answered(store: Store) -> None:
    a_running_session(store, open_items=("MC-01", "MC-03"))
    for number in range(2):
        store.session_people.join(a_person(f"R{number}"))
        store.session_votes.save(a_vote(f"R{number}"))
    store.session_votes.save(a_vote("R0", item="MC-03"))

    assert store.sessions.pulse("S1").answered == 1
    assert store.session_votes.answered("S1") == {"mentor": 1}


def test_tables_are_counted_at_a_step_of_tables(store: Store) -> None:
    a_running_session(store)
    for number in range(3):
        store.session_people.join(a_person(f"R{number}"))
    store.session_people.take_table("R0", 1)
    voting_on(store, "tables")
    store.session_votes.save(a_vote("R0", step="tables"))

    pulse = store.sessions.pulse("S1")

    assert (pulse.present, pulse.answered) == (1, 1)


def test_an_ended_session_and_a_draft_have_no_end_to_come(store: Store) -> None:
    a_running_session(store, state=SessionState.ENDED)
    a_running_session(store, id="S2", state=SessionState.DRAFT, opened_at=None, started_at=None)

    assert [store.sessions.pulse(name).ends_itself_at for name in ("S1", "S2")] == [None, None]
    with pytest.raises(NotFound):
        store.sessions.pulse("S3")


def test_erasing_a_session_leaves_nothing_of_it(store: SqlStore) -> None:
    fill_session(begin(store), "geheim")

    store.sessions.erase("S1")
    store.sessions.erase("S1")

    rows = {n: c for n, c in rows_by_table(store).items() if n.startswith(("session", "agreed"))}
    assert not any(rows.values())
    assert len(store.project_profiles.all("P1")) == 1


def test_a_catalogue_that_a_session_keeps_outlives_the_project_of_its_assessment(
    store: Store,
) -> None:
    begin(store)
    a_running_session(store)

    store.projects.erase("P1")

    assert store.snapshots.get(store.sessions.get("S1").catalogue_hash) == "{}"


def test_a_session_tells_what_its_project_is_called(store: Store) -> None:
    begin(store)
    a_running_session(store)
    a_running_session(store, id="S2", project="P1")

    assert store.sessions.project_name("S1") == ""
    assert store.sessions.project_name("S2") == store.projects.get("P1").name
    with pytest.raises(NotFound):
        store.sessions.project_name("S9")
