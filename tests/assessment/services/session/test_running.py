"""Running a session with keys that saw a version."""

from dataclasses import replace

import pytest

from assessment.errors import InvalidInput, NotFound, SessionRefused, StaleWrite
from assessment.services.context import Workspace
from assessment.services.session import notes, running
from assessment.services.session.notes import NoteStatus
from assessment.session.agreed_values import AgreedValue
from assessment.session.control.orders import Order
from assessment.session.states import Command, SessionKey
from tests.support.session.room import Room, a_room, a_step

C = Command
RATE = a_step("rate", items=("MC-01", "MC-03"))


@pytest.fixture
def room(workspace: Workspace) -> Room:
    opened = a_room(workspace, RATE, a_step("missing"), a_step("checkout"), roles=["mentor"] * 6)
    opened.run_all("start")
    return opened


def test_a_double_tap_skips_nothing(workspace: Workspace, room: Room) -> None:
    version = room.session.version

    once = running.run(workspace, room.keys.control, Order(C.NEXT), version)
    with pytest.raises(StaleWrite) as caught:
        running.run(workspace, room.keys.control, Order(C.NEXT), version)
    with pytest.raises(StaleWrite):
        running.run(workspace, room.keys.helper, Order(C.NEXT), version)

    assert caught.value.current == once == room.session
    assert once.item == "MC-03"


def test_a_helper_runs_the_steps_and_a_screen_nothing(workspace: Workspace, room: Room) -> None:
    assert room.run(C.START, key=room.keys.helper).takes_votes
    for key, command in ((room.keys.helper, C.END), (room.keys.screen, C.CLOSE)):
        with pytest.raises(SessionRefused, match="key"):
            room.run(command, key=key)
    with pytest.raises(NotFound):
        room.run(C.CLOSE, key=room.keys.join_token)


def test_one_step_back_restores_and_keeps_every_vote(room: Room) -> None:
    room.run(C.START)
    room.vote_all(["3"] * 6)
    room.run(C.CLOSE)

    assert room.run(C.BACK).takes_votes
    assert room.vote(room.people[0], "3").version == 1
    room.run_all(C.CLOSE, C.SHOW, C.NEXT, C.BACK)
    assert (room.session.item, room.session.phase) == ("MC-01", "shown")
    assert len(room.outcome.items) == 1


def test_what_was_shown_cannot_become_unseen(room: Room) -> None:
    room.run(C.START)
    room.vote_all(["3"] * 6)
    room.run_all(C.CLOSE, C.SHOW)

    assert room.run(C.BACK).phase == "closed"
    assert len(room.outcome.items) == 1
    with pytest.raises(SessionRefused, match="shown"):
        room.run(C.BACK)
    assert room.run(C.SHOW).phase == "shown"


def test_there_is_nothing_back_before_the_beginning(room: Room) -> None:
    assert room.run(C.BACK).state == "lobby"
    with pytest.raises(SessionRefused, match="state"):
        room.run(C.BACK)
    room.run_all(C.START, C.PAUSE)
    with pytest.raises(SessionRefused, match="key"):
        room.run(C.BACK, key=room.keys.screen)


def test_a_session_that_was_put_running_without_a_command_has_nothing_to_take_back(
    workspace: Workspace, room: Room
) -> None:
    room.run(C.BACK)
    lobby = room.session
    workspace.store.sessions.save(replace(lobby, state="running", step="rate", item="MC-01"))

    with pytest.raises(SessionRefused, match="nothing_back"):
        room.run(C.BACK)
    assert C.BACK not in running.allowed(workspace, room.session, SessionKey.CONTROL)


def test_what_the_room_agrees_stands_beside_the_votes(workspace: Workspace, room: Room) -> None:
    room.run(C.START)
    room.vote_all(["2"] * 6)
    room.run_all(C.CLOSE, C.SHOW)
    agreed = AgreedValue(
        "", "rate", "MC-01", "3", reason="sinds mei", for_it=5, not_yet=1, dissent="te vroeg"
    )

    session = running.agree(workspace, room.keys.helper, agreed, room.session.version)

    kept = room.outcome.agreed["rate", "MC-01"]
    assert session.phase == "agreed"
    assert (kept.level, kept.reason, kept.dissent, kept.session) == (
        *(3, "sinds mei", "te vroeg"),
        room.id,
    )
    assert room.outcome.item("rate", "MC-01").proposed_level == 2
    again = running.agree(
        workspace, room.keys.control, replace(kept, value="2"), room.session.version
    )
    assert again.phase == "agreed"
    assert room.outcome.agreed["rate", "MC-01"].value == "2"


def test_four_people_talk_and_agree_and_do_not_vote(workspace: Workspace) -> None:
    room = a_room(workspace, RATE, roles=["mentor"] * 4)
    room.run(C.START)
    with pytest.raises(SessionRefused, match="too_few"):
        room.run(C.START)

    room.run(C.TALK)
    agreed = AgreedValue("", "rate", "MC-01", "2", reason="samen besproken")
    running.agree(workspace, room.keys.control, agreed, room.session.version)

    assert room.outcome.agreed["rate", "MC-01"].level == 2
    assert room.outcome.items == ()


def test_show_with_nobody_answered_shows_nothing_and_one_goes_on(room: Room) -> None:
    room.run_all(C.START, C.CLOSE, C.SHOW)

    assert room.outcome.items[0].first["choice"].together is None
    assert room.run(C.VOTE_AGAIN).takes_votes
    room.vote_all(["3"] * 6)
    room.run_all(C.CLOSE, C.SHOW, C.NEXT)
    (result,) = room.outcome.items
    assert result.second["choice"].voices.keys() == {"mentor"}
    assert result.proposed_level == 3


def test_agreeing_about_another_step_or_with_too_much_is_refused(
    workspace: Workspace, room: Room
) -> None:
    def agree(**fields: object) -> None:
        agreed = replace(AgreedValue("", "rate", "MC-01", "3"), **fields)
        running.agree(workspace, room.keys.control, agreed, room.session.version)

    with pytest.raises(SessionRefused, match="moved_on"):
        agree(step="missing")
    with pytest.raises(SessionRefused, match="item"):
        agree(item="MC-99")
    with pytest.raises(InvalidInput):
        agree(for_it=-1)
    assert room.outcome.agreed == {}


def test_buttons_are_those_commands_that_would_be_taken(workspace: Workspace, room: Room) -> None:
    def allowed(key: SessionKey) -> str:
        return " ".join(sorted(running.allowed(workspace, room.session, key)))

    assert allowed(SessionKey.SCREEN) == ""
    assert allowed(SessionKey.CONTROL) == (
        "agree back change_script end extra_time item next pause room start talk"
    )
    room.run(C.START)
    assert allowed(SessionKey.HELPER) == "back close extra_time pause room"
    room.run_all(C.CLOSE, C.SHOW, C.BACK)
    assert allowed(SessionKey.HELPER) == "extra_time next pause room show"


def test_released_notes_of_a_step_are_what_one_chooses_from(
    workspace: Workspace, room: Room
) -> None:
    room.run_all(C.NEXT, C.NEXT, C.START)
    for text in ("tijd", "geld", "rust"):
        notes.write_note(workspace, room.people[0].person, room.session, text)
    by_text = {n.text: n.id for n in notes.notes_to_release(workspace, room.keys.control)}
    notes.set_note(workspace, room.keys.control, by_text["rust"], NoteStatus.RELEASED)
    notes.merge_notes(workspace, room.keys.control, [by_text["tijd"], by_text["geld"]])

    moment = running.moment_of(workspace, room.session)

    assert set(moment.picks) == {by_text["rust"], by_text["tijd"]}
    assert moment.people == 6
