"""The keys that a key can make."""

from tests.support.session.pages import Visitor
from tests.support.session.room import Room


def test_the_control_shows_all_keys_and_a_helper_those_below(visitor: Visitor, room: Room) -> None:
    keys = room.keys
    visitor.opens(f"/control/{keys.control}/keys")
    assert all(visitor.shows(key) for key in (keys.control, keys.helper, keys.screen))
    visitor.opens(f"/control/{keys.helper}/keys")

    assert visitor.shows(keys.screen)
    assert not visitor.shows(keys.control)


def test_the_screen_shows_how_to_join_and_no_key(visitor: Visitor, room: Room) -> None:
    visitor.opens(f"/screen/{room.keys.screen}")

    assert visitor.shows(room.keys.code)
    assert visitor.shows("us.example/join")
    assert room.keys.helper not in visitor.response.text
