"""The forms of a control that belong to a moment."""

from tests.support.session.going import Going


def test_hands_are_asked_for_after_closing_alone(session: Going) -> None:
    session.press("Begin the session", "Start the vote")
    assert not session.control.shows("Hands counted in the room")
    session.press("Close the vote")
    assert session.control.shows("Hands counted in the room")
    session.press("Show the result")

    assert not session.control.shows("Hands counted in the room")


def test_hands_stand_in_the_form_again_and_are_set_not_added(session: Going) -> None:
    session.press("Begin the session", "Start the vote", "Close the vote")
    for count in ("4", "3"):
        session.press("Save these hands", **{"hand:choice:yes": count})

    assert session.control.form_of("Save these hands").fields["hand:choice:yes"] == "3"


def test_the_middle_is_proposed_and_what_was_agreed_is_kept(session: Going) -> None:
    session.to("rate").press("Start the vote").rate("3")
    session.press("Close the vote", "Show the result", "Put it on the table", item="MC-05")
    assert session.control.form_of("Save what is agreed").fields["value"] == "3"
    session.press("Save what is agreed", value="2", dissent="Too soon")

    kept = session.control.form_of("Save what is agreed").fields
    assert (kept["value"], kept["dissent"].strip(), kept["value_version"]) == ("2", "Too soon", "1")


def test_a_note_that_nobody_looked_at_is_not_left_behind(session: Going) -> None:
    session.press("Begin the session")
    session.phones[0].presses("Send", text="More time")
    session.room.run("next")
    session.look()
    session.press("Put aside")

    assert not session.control.shows("More time")
    assert session.control.shows("New notes: 0")


def test_new_notes_of_the_present_step_stand_above_those_left_behind(session: Going) -> None:
    session.press("Begin the session")
    for number in range(
        8
    ):  # in an order that says nothing, so that one alone may happen to be first
        session.phones[0].presses("Send", text=f"Old {number}")
        session.phones[0].opens(session.phone_address)
    session.room.run("next")
    session.look()
    session.phones[0].presses("Send", text="Newest")
    session.look()
    session.press("Show to everybody")

    assert session.phones[1].shows("Newest")


def test_hands_at_own_pace_are_asked_for_every_item(session: Going) -> None:
    session.to("rate").press("Start the vote", "Close the vote")

    assert session.control.shows("Trust and feeling safe · Mentor")
