"""A phone remembers who it is; its cookie is read by no script and sent to no other page."""

from assessment.services.context import Workspace
from tests.support.session.pages import NewVisitor
from tests.support.session.room import Room


def test_the_cookie_is_for_the_pages_of_phones_alone(
    new_visitor: NewVisitor, room: Room, workspace: Workspace
) -> None:
    visitor = new_visitor().sends(f"/s/{room.keys.join_token}/join", role="mentee")

    given = visitor.response.headers.get_list("set-cookie")
    assert [one.partition("=")[0] for one in given] == ["ms_session", "ms_session_language"]
    assert all("HttpOnly" in one and "Path=/s/" in one and "SameSite=lax" in one for one in given)
    token = given[0].partition("=")[2].partition(";")[0]
    assert workspace.store.session_people.find(token) is None  # only its hash is kept


def test_who_leaves_is_forgotten_by_the_phone(new_visitor: NewVisitor, room: Room) -> None:
    visitor = new_visitor().sends(f"/s/{room.keys.join_token}/join", role="mentee")
    visitor.follows("Go on").presses("Leave the session on this phone")

    assert visitor.shows("In which role are you here?")
    assert "ms_session" not in visitor.client.cookies
