"""Notes: written, released, merged."""

from dataclasses import replace

import pytest

from assessment.errors import InvalidInput, NotFound, SessionRefused
from assessment.services.context import Workspace
from assessment.services.session import notes
from assessment.session.notes import NoteKind, NoteStatus
from tests.support.session.room import Room, a_room, a_step


@pytest.fixture
def room(workspace: Workspace) -> Room:
    opened = a_room(workspace, a_step("missing"), a_step("agree"), roles=["mentor"] * 5)
    opened.run_all("start", "start")
    for n, text in enumerate(["Tijd", "Te weinig tijd", "Een vaste plek", "مرحبا 🌱"]):
        notes.write_note(workspace, opened.people[n].person, opened.session, text)
    return opened


def ids(room: Room) -> dict[str, str]:
    return {n.text: n.id for n in notes.notes_to_release(room.workspace, room.keys.control)}


def test_what_was_written_is_seen_when_it_was_released(workspace: Workspace, room: Room) -> None:
    assert len(ids(room)) == 4
    assert room.outcome.notes == []

    notes.set_note(workspace, room.keys.helper, ids(room)["مرحبا 🌱"], NoteStatus.RELEASED)
    notes.set_note(workspace, room.keys.control, ids(room)["Tijd"], NoteStatus.HIDDEN)

    assert [(n.text, n.kind) for n in room.outcome.notes] == [("مرحبا 🌱", NoteKind.PROPOSAL)]


def test_notes_that_say_the_same_become_one(workspace: Workspace, room: Room) -> None:
    known = ids(room)

    kept = notes.merge_notes(
        workspace, room.keys.control, [known["Tijd"], known["Te weinig tijd"]], "Meer tijd"
    )

    assert [n.text for n in room.outcome.notes] == ["Meer tijd"]
    merged = [n for n in workspace.store.session_notes.all(room.id) if n.merged_into]
    assert [(n.merged_into, n.status) for n in merged] == [(kept.id, NoteStatus.HIDDEN)]
    with pytest.raises(InvalidInput):
        notes.merge_notes(workspace, room.keys.control, [kept.id, kept.id])


def test_after_collecting_a_note_is_one_to_the_group(workspace: Workspace, room: Room) -> None:
    room.run_all("close", "show")
    me = room.people[0].person
    notes.write_note(workspace, me, room.session, "Fijn")

    kinds = {n.text: n.kind for n in notes.notes_to_release(workspace, room.keys.control)}
    assert kinds["Fijn"] is NoteKind.NOTE
    fine = ids(room)["Fijn"]
    room.run("next")
    notes.write_note(workspace, me, room.session, "Nog iets")
    with pytest.raises(InvalidInput):
        notes.merge_notes(workspace, room.keys.control, [fine, ids(room)["Nog iets"]])


def test_the_order_of_notes_is_none_of_writing_and_always_the_same(room: Room) -> None:
    listed = notes.notes_to_release(room.workspace, room.keys.control)

    assert notes.shuffled(listed[::-1]) == listed
    assert [n.text for n in listed] != ["Tijd", "Te weinig tijd", "Een vaste plek", "مرحبا 🌱"]


def test_a_screen_reads_no_unreleased_note_and_releases_none(
    workspace: Workspace, room: Room
) -> None:
    one = ids(room)["Tijd"]
    with pytest.raises(SessionRefused, match="key"):
        notes.notes_to_release(workspace, room.keys.screen)
    with pytest.raises(SessionRefused, match="key"):
        notes.set_note(workspace, room.keys.screen, one, NoteStatus.RELEASED)
    with pytest.raises(NotFound):
        notes.set_note(workspace, room.keys.control, "other", NoteStatus.RELEASED)
    room.run("end")
    with pytest.raises(SessionRefused, match="ended"):
        notes.set_note(workspace, room.keys.control, one, NoteStatus.RELEASED)


def test_who_left_writes_nothing(workspace: Workspace, room: Room) -> None:
    gone = replace(room.people[0].person, left=True)

    with pytest.raises(SessionRefused, match="left"):
        notes.write_note(workspace, gone, room.session, "Nog iets")
