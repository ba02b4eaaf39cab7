"""What may be seen of a session."""

from assessment.services.context import Workspace
from assessment.services.session.notes import notes_to_release, set_note, write_note
from assessment.session.notes import NoteStatus
from tests.support.session.room import a_room, a_step


def test_a_vote_a_talk_and_a_second_vote_stand_beside_each_other(workspace: Workspace) -> None:
    room = a_room(
        workspace, a_step("rate", items=("MC-01",)), roles=["mentor"] * 6 + ["mentee"] * 5
    )
    room.run_all("start", "start")
    room.vote_all(["1"] * 6 + ["3"] * 5)
    assert room.outcome.items == ()
    room.run_all("close", "show", "talk", "vote_again")
    room.vote_all(["3"] * 11)
    room.run_all("close", "show")

    (result,) = room.outcome.items

    first, second = result.first["choice"], result.second["choice"]
    assert {role: voice.bins[:5] for role, voice in first.voices.items()} == {
        "mentor": (0, 6, 0, 0, 0),
        "mentee": (0, 0, 0, 5, 0),
    }
    assert first.together.spread.word == "two_camps"
    assert second.together.bins[:5] == (0, 0, 0, 11, 0)
    assert second.together.spread.word == "shared"
    assert result.changed == 6
    assert result.proposed_level == 3


def test_what_parts_most_is_talked_about_first(workspace: Workspace) -> None:
    items = ("MC-01", "MC-03")
    room = a_room(workspace, a_step("rate", items=items, at_own_pace=True), roles=["mentor"] * 8)
    room.run_all("start", "start")
    room.vote_all(["2"] * 8, item="MC-01")
    room.vote_all(["0", "4"] * 4, item="MC-03")
    room.run_all("close", "show")

    assert room.outcome.talk_first("rate") == ("MC-03",)
    assert room.outcome.item("rate", "MC-01").proposed_level == 2
    assert room.outcome.item("judge", "MC-01") is None
    assert not room.outcome.has_too_many_minimal


def test_what_most_judge_minimal_is_asked_what_may_wait(workspace: Workspace) -> None:
    room = a_room(workspace, a_step("judge", items=("MC-01",)), roles=["mentor"] * 5)
    room.run_all("start", "start")
    room.vote_all(["applies"] * 5, need="minimal")
    room.run_all("close", "show")

    assert room.outcome.verdicts == {"MC-01": "minimal"}
    assert room.outcome.has_too_many_minimal


def test_what_is_missing_is_written_released_and_chosen_from(workspace: Workspace) -> None:
    room = a_room(workspace, a_step("choose", items=("own",), picks=2), roles=["mentor"] * 5)
    room.run_all("start", "start")
    for text in ("Bel elk koppel", "Een vaste plek"):
        write_note(workspace, room.people[0].person, room.session, text)
    control = room.keys.control
    ids = {note.text: note.id for note in notes_to_release(workspace, control)}
    for name in ids.values():
        set_note(workspace, control, name, NoteStatus.RELEASED)
    room.run_all("close", "show", "vote_again")
    assert set(room.session.open_items) == {"own", *ids.values()}
    room.vote_all(["pick"] * 5, item=ids["Bel elk koppel"])
    room.vote_all(["pick"] * 2, item="own")
    room.run_all("close", "show")

    chosen = room.outcome.chosen("choose")

    assert [(result.item, result.picks) for result in chosen] == [
        (ids["Bel elk koppel"], 5),
        ("own", 2),
    ]
