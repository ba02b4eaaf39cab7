"""What people write is never markup."""

from tests.support.session.going import Going


def test_a_note_is_shown_as_it_was_typed(session: Going) -> None:
    text = "<b>é</b> & 🙂 שלום " + "x" * 1_970
    session.press("Begin the session")
    session.phones[0].presses("Send", text=text)
    session.look()
    session.press("Show to everybody")

    assert session.phones[1].shows(text)
    assert "<b>é" not in session.everything()
