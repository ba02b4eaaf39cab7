"""The form of a vote, and where its item stands."""

from tests.support.session.going import Going


def test_a_form_carries_step_item_turn_and_version(session: Going) -> None:
    session.press("Begin the session", "Next", "Next", "Next", "Start the vote")
    phone = (
        session.phones[0]
        .presses("Next", choice="declined")
        .opens(f"{session.phone_address}/i/MC-41")
    )

    fields = phone.form_of("Next").fields
    assert {name: fields[name] for name in ("step", "item", "turn", "version", "choice")} == {
        "step": "rate",
        "item": "MC-41",
        "turn": "first",
        "version": "1",
        "choice": "declined",
    }
    assert phone.shows("answered: 1")


def test_the_look_back_names_every_answer(session: Going) -> None:
    session.press("Begin the session", "Next", "Next", "Next", "Start the vote")
    session.phones[0].presses("Next", choice="declined")
    phone = session.phones[0].opens(f"{session.phone_address}/i/MC-41")
    for choice, button in (("0", "Next"), ("not_applicable", "Next"), ("unknown", "Look back")):
        phone.presses(button, choice=choice)

    assert phone.shows("This does not apply to me")
    assert phone.shows("I don't know")
    assert phone.page.text.count("Change this") == 3
