"""Whose address it is: codes, tokens and keys, the state that pages poll, and brakes."""

import pytest

from assessment.services.context import Workspace
from assessment.services.session import limits, preparing
from tests.support.session.going import Going, joins
from tests.support.session.pages import NewVisitor, Visitor
from tests.support.session.room import Room


def test_the_state_tells_how_far_the_session_is_and_nothing_else(session: Going) -> None:
    session.press("Begin the session", "Start the vote")
    session.phones[0].presses("Save my answer", choice="no")

    states = [page.state().json() for page in (session.phones[1], session.control, session.screen)]

    assert states[1].pop("notes") == 0
    assert states[0] == states[1] == states[2]
    assert set(states[0]) == {
        *("v", "state", "step", "item", "phase", "turn"),
        *("answered", "present", "next_ms"),
    }
    assert (states[0]["answered"], states[0]["present"], states[0]["next_ms"]) == (1, 6, 1500)


def test_in_a_pause_phones_ask_seldom_and_control_and_screen_as_ever(session: Going) -> None:
    session.press("Begin the session", "Pause")
    pages = (session.phones[0], session.control, session.screen)

    assert [page.state().json()["next_ms"] for page in pages] == [15_000, 1_500, 1_500]


def test_the_control_hears_of_new_notes(session: Going) -> None:
    session.press("Begin the session")
    session.phones[0].presses("Send", text="More time")

    assert session.control.state().json()["notes"] == 1
    assert session.control.opens(session.control.address).shows("New notes: 1")


def test_a_state_that_has_not_changed_is_not_sent_again(session: Going) -> None:
    phone = session.phones[0]
    first = phone.state()
    again = phone.state(**{"If-None-Match": first.headers["etag"]})
    session.press("Begin the session")
    later = phone.state(**{"If-None-Match": first.headers["etag"]})

    assert (again.status_code, again.content) == (304, b"")
    assert (later.status_code, later.json()["v"] > first.json()["v"]) == (200, True)


def test_the_page_names_the_version_that_its_script_compares(session: Going) -> None:
    page = session.phones[0]

    assert f'data-v="{page.state().json()["v"]}"' in page.response.text


def test_a_code_is_typed_in_any_way_of_writing_and_a_token_needs_none(
    new_visitor: NewVisitor, room: Room
) -> None:
    code = room.keys.code
    typed = f"{code[:3].lower()}-{code[3:]} "
    visitor = new_visitor().opens("/join").presses("Ga verder", code=typed)

    assert visitor.page.heading == "Samen kijken"


def test_wrong_codes_stop_typing_for_a_minute_but_no_square_code_and_nobody_who_joined(
    workspace: Workspace, new_visitor: NewVisitor, room: Room, session: Going
) -> None:
    by_code = joins(new_visitor(), room, by=room.keys.code)
    for _ in range(limits.MOST_WRONG_CODES):
        assert new_visitor().opens("/s/222222").status == 404

    assert new_visitor().opens(f"/s/{room.keys.code}").status == 429
    assert new_visitor().opens(session.phone_address).status == 200
    assert by_code.opens(f"/s/{room.keys.code}").shows("You are in.")
    assert by_code.state(f"/s/{room.keys.code}").status_code == 200


def test_two_hundred_phones_behind_one_address_come_in(room: Room, new_visitor: NewVisitor) -> None:
    visitor = new_visitor()
    statuses = []
    for _ in range(200):
        visitor.client.cookies.clear()
        statuses.append(visitor.sends(f"/s/{room.keys.join_token}/join", role="mentor").status)

    assert set(statuses) == {200}
    assert sum(room.workspace.store.session_people.present(room.id).values()) == 200


def test_new_keys_put_nobody_out(session: Going, workspace: Workspace) -> None:
    preparing.new_keys(workspace, session.room.session)
    phone = session.phones[0]

    assert session.control.opens(session.control.address).status == 404
    assert phone.opens(session.phone_address).shows("You are in.")


@pytest.mark.parametrize("key", ["screen", "join_token"])
def test_a_key_opens_only_its_own_page(visitor: Visitor, room: Room, key: str) -> None:
    assert visitor.opens(f"/control/{getattr(room.keys, key)}").status == 404
    assert visitor.opens(f"/screen/{room.keys.control}").status == 404
