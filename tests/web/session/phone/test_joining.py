"""Coming in: two taps, the same person afterwards, and nobody by yesterday's page."""

from assessment.services.session import limits
from tests.support.session.going import Going, joins
from tests.support.session.pages import NewVisitor, Visitor
from tests.support.session.room import Room


def people(room: Room) -> int:
    return sum(room.workspace.store.session_people.present(room.id).values())


def test_one_is_in_by_the_square_code_and_a_role(visitor: Visitor, room: Room) -> None:
    visitor.opens(f"/s/{room.keys.join_token}")
    assert visitor.shows("of a role only from 5 people on")
    visitor.presses("Mentee")

    assert visitor.shows("You take part as Mentee.")
    assert len(visitor.response.text.partition('class="phrase">')[2].partition("<")[0].split()) == 4


def test_a_second_tap_or_a_reload_joins_nobody_else(visitor: Visitor, room: Room) -> None:
    joins(visitor, room)
    visitor.sends(f"/s/{room.keys.join_token}/join", role="partner")

    assert visitor.shows("You are in.")
    assert visitor.shows("Mentor")
    assert people(room) == 1
    assert visitor.opens(f"/s/{room.keys.join_token}/join").shows("You are in.")


def test_four_words_bring_somebody_back_on_another_phone(
    session: Going, new_visitor: NewVisitor, room: Room
) -> None:
    first, second = new_visitor(), new_visitor()
    first.opens(session.phone_address).presses("Mentee")
    phrase = first.response.text.partition('class="phrase">')[2].partition("<")[0]
    session.press("Begin the session", "Start the vote")
    first.opens(session.phone_address).presses("Save my answer", choice="no")

    second.opens(session.phone_address).follows("Come back with your four words")
    assert second.presses("Go on", phrase="tree tree tree tree").status == 404
    second.presses("Go on", phrase=phrase.upper()).follows("Go on")

    assert second.form_of("Save my answer").fields["choice"] == "no"
    assert people(room) == len(session.phones) + 1
    assert first.opens(session.phone_address).shows("In which role are you here?")


def test_guessing_four_words_has_an_end(visitor: Visitor, room: Room) -> None:
    address = f"/s/{room.keys.join_token}/phrase"
    statuses = [visitor.sends(address, phrase="x").status for _ in range(limits.MOST_PHRASES + 1)]

    assert statuses == [404] * limits.MOST_PHRASES + [429]


def test_a_role_that_is_not_asked_is_refused(visitor: Visitor, room: Room) -> None:
    assert visitor.sends(f"/s/{room.keys.join_token}/join", role="funder").status == 422
    assert people(room) == 0


def test_who_comes_late_lands_in_the_present_step(
    session: Going, new_visitor: NewVisitor, room: Room
) -> None:
    session.press("Begin the session", "Next", "Next", "Start the vote")

    assert joins(new_visitor(), room).shows("Save my answer")


def test_a_page_of_yesterday_is_kind(session: Going, new_visitor: NewVisitor, room: Room) -> None:
    joined = session.phones[0]
    room.run("start")
    room.run("end")

    assert joined.opens(session.phone_address).shows("Is there another session today?")
    stranger = new_visitor().opens(session.phone_address)
    assert (stranger.status, stranger.page.links["Type a code"]) == (410, "/join")
    assert stranger.sends(f"{session.phone_address}/join", role="mentor").status == 410
