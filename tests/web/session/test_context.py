"""Language and clock of a page."""

from tests.support.session.going import joins
from tests.support.session.pages import NewVisitor
from tests.support.session.room import Room
from web.session.context import minutes


def test_a_phone_speaks_the_language_that_was_chosen_on_it(
    new_visitor: NewVisitor, room: Room
) -> None:
    english = joins(new_visitor(), room)
    dutch = new_visitor().opens(f"/s/{room.keys.join_token}?lang=nl").presses("Mentee")
    dutch.follows("Ga verder")

    assert (english.page.language, dutch.page.language) == ("en", "nl")
    assert dutch.shows("Je doet mee. Het begint zo.")


def test_a_clock_shows_minutes_and_seconds() -> None:
    assert [minutes(n) for n in (0, 59, 125, -61)] == ["0:00", "0:59", "2:05", "−1:01"]
