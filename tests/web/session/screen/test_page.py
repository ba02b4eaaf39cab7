"""What everybody in the room sees."""

from tests.support.session.going import Going


def test_the_code_stands_on_every_page_until_the_end(session: Going) -> None:
    code = session.room.keys.code
    for commands in ((), ("start",), ("start",), ("close",), ("show",), ("next",), ("pause",)):
        session.room.run_all(*commands)
        session.look()
        assert session.screen.shows(code)
    session.room.run("end")
    session.look()

    assert not session.screen.shows(code)
    assert session.screen.shows("Thank you")


def test_rules_are_printed_before_the_first_vote(session: Going) -> None:
    session.press("Begin the session")

    assert session.screen.shows("A group is shown from 5 people on.")
    assert session.screen.shows("The room decides, and who disagrees is heard.")


def test_words_on_which_a_thesis_hangs_are_shown_when_released(session: Going) -> None:
    session.press("Begin the session", "Next", "Next").whole_vote("depends", word="best")
    assert session.screen.shows("The thesis hangs on one word: ‘best’")
    assert not session.screen.shows("You said it depends on")
    session.press("Show to everybody")

    assert session.screen.shows("You said it depends on: best")


def test_of_many_proposals_the_screen_shows_as_many_as_can_be_read(session: Going) -> None:
    session.to("missing").press("Start: everybody writes")
    for number in range(14):
        session.phones[0].sends(
            f"{session.phone_address}/note", step="missing", text=f"Proposal {number:02}"
        )
    session.press("Close the vote", *["Show to everybody"] * 14, "Show the result")

    assert session.screen.response.text.count("Proposal ") == 12
    assert session.screen.shows("And 2 more, on the phones.")
    assert session.phones[1].response.text.count("Proposal ") == 14


def test_nothing_can_be_pressed_on_the_screen(session: Going) -> None:
    session.press("Begin the session", "Start the vote")

    assert session.screen.page.forms == []
    assert session.screen.page.links == {}
    assert session.screen.shows("0 of 6 answered")
