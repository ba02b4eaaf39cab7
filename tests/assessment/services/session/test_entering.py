"""Who comes with a key, a code or a token."""

import pytest

from assessment.errors import NotFound
from assessment.services.context import Workspace
from assessment.services.session.entering import as_it_is, by_join, by_key, by_person, session_now
from tests.support.builders import Clock
from tests.support.session.room import a_room


def test_each_key_opens_its_own_page_and_no_other(workspace: Workspace) -> None:
    room = a_room(workspace)
    keys = room.keys

    opened = [by_key(workspace, key).key for key in (keys.control, keys.helper, keys.screen)]

    assert opened == ["control", "helper", "screen"]
    for wrong in (keys.join_token, keys.code, "x", "x" * 32):
        with pytest.raises(NotFound):
            by_key(workspace, wrong)


def test_people_come_in_by_code_or_token_and_by_no_other_key(workspace: Workspace) -> None:
    room = a_room(workspace)

    for way_in in (room.keys.code, room.keys.code.lower(), room.keys.join_token):
        assert by_join(workspace, way_in) == room.session
    for wrong in (room.keys.control, room.keys.screen, "ABCDEF", ""):
        with pytest.raises(NotFound):
            by_join(workspace, wrong)


def test_a_person_is_known_by_the_own_token(workspace: Workspace) -> None:
    (joined,) = a_room(workspace).join("mentor")

    assert by_person(workspace, joined.token).person == joined.person
    for wrong in ("x", "x" * 32):
        with pytest.raises(NotFound):
            by_person(workspace, wrong)


def test_a_forgotten_session_ends_itself_at_the_first_look(
    workspace: Workspace, clock: Clock
) -> None:
    room = a_room(workspace)
    clock.forward(hours=3)

    ended = session_now(workspace, room.id)

    assert ended.state == "ended"
    assert ended.ended_at == clock.now
    assert [(e.by, e.command) for e in workspace.store.sessions.log(room.id)] == [("clock", "end")]
    assert session_now(workspace, room.id) == ended


def test_of_two_who_look_first_at_a_forgotten_session_both_see_it_ended(
    workspace: Workspace, clock: Clock
) -> None:
    room = a_room(workspace)
    read = room.session
    clock.forward(hours=3)

    assert as_it_is(workspace, read) == as_it_is(workspace, read)
    assert len(workspace.store.sessions.log(room.id)) == 1


def test_for_thirty_days_the_link_shows_what_came_of_it(workspace: Workspace, clock: Clock) -> None:
    room = a_room(workspace, roles=["mentor"])
    room.run_all("start", "end")
    token, code = room.people[0].token, room.keys.code
    clock.forward(days=29)
    assert by_join(workspace, code) == by_person(workspace, token).session

    clock.forward(days=2)

    for look, secret in ((by_join, code), (by_person, token)):
        with pytest.raises(NotFound):
            look(workspace, secret)
    assert by_key(workspace, room.keys.control).session.state == "ended"
