"""What a control sends: with the version it saw, once, and refused in words."""

import pytest

from tests.support.session.going import Going
from tests.support.session.pages import NewVisitor, Visitor


@pytest.fixture
def begun(session: Going) -> Going:
    return session.press("Begin the session")


def send(page: Visitor, session: Going, path: str, **fields: str) -> Visitor:
    version = str(session.room.session.version)
    address = f"/control/{session.room.keys.control}/{path}"
    return page.sends(address, **{"version": version, **fields})


def test_a_double_tap_never_skips_a_step(begun: Going) -> None:
    form = begun.control.form_of("Next")
    sent = {**form.fields, **form.buttons["Next"]}
    begun.control.sends(form.action, **sent)
    begun.control.sends(form.action, **sent)

    assert begun.control.status == 409
    assert begun.control.shows("It was pressed twice, or on two devices, and counted once.")
    assert begun.room.session.step == "last_time"


def test_a_second_device_is_told_what_happened_meanwhile(
    begun: Going, new_visitor: NewVisitor
) -> None:
    helper = new_visitor().opens(f"/control/{begun.room.keys.helper}")
    begun.press("Start the vote", "Close the vote")

    helper.presses("Next")

    assert helper.status == 409
    assert helper.shows("Start the vote (from the control); Close the vote (from the control)")
    assert helper.shows("Closed, not shown yet")


def test_a_helper_runs_steps_but_cannot_end(begun: Going, new_visitor: NewVisitor) -> None:
    helper = new_visitor().opens(f"/control/{begun.room.keys.helper}").presses("Start the vote")
    assert helper.shows("Close the vote")
    assert not helper.shows("End the session for everybody")

    version = str(begun.room.session.version)
    helper.sends(f"{helper.address}/do", command="end", version=version)
    assert (helper.status, helper.shows("Your key cannot do this.")) == (409, True)


def test_a_third_device_with_the_key_goes_on(begun: Going, new_visitor: NewVisitor) -> None:
    begun.press("Start the vote").vote("yes")
    other = new_visitor().opens(f"/control/{begun.room.keys.control}")

    assert other.presses("Close the vote").presses("Show the result").shows("6 people chose.")


@pytest.mark.parametrize(
    ("path", "fields", "status"),
    [
        ("do", {"command": "dance"}, 422),
        ("do", {"command": "talk", "talk": "crowd"}, 422),
        ("do", {"command": "next", "version": "x"}, 422),
        ("do", {"command": "extra_time", "minutes": "61"}, 409),
        ("do", {"command": "show"}, 409),
        ("hands", {"role": "mentor", "item": "welcome", "hand:choice:yes": "2"}, 409),
        ("hands", {"role": "nobody", "hand:choice:yes": "2"}, 422),
        ("agreed", {"step": "thesis", "value": "for"}, 409),
        ("agreement", {"text": " "}, 422),
        ("agreement", {"text": "x", "due": "soon"}, 422),
        ("agreement", {"text": "x", "id": "none"}, 409),
        ("notes", {"id": "none", "go": "release"}, 409),
        ("notes", {"id": "none", "go": "burn"}, 422),
    ],
)
def test_what_cannot_be_is_refused_in_words(
    begun: Going, path: str, fields: dict[str, str], status: int
) -> None:
    before = begun.room.session

    assert send(begun.control, begun, path, **fields).status == status
    assert 'role="alert"' in begun.control.response.text
    assert begun.room.session == before


def test_an_agreed_value_that_somebody_else_changed_is_not_overwritten(begun: Going) -> None:
    begun.press("Next", "Next").whole_vote("for").press("Save what is agreed", value="for")
    sent = {"step": "thesis", "item": "T-1", "value": "against", "value_version": "0"}

    assert send(begun.control, begun, "agreed", **sent).status == 409
    assert begun.control.shows("Somebody else changed this meanwhile.")


def test_agreements_are_changed_and_removed(begun: Going) -> None:
    while begun.room.session.step != "agree":
        begun.room.run("next")
    begun.look()
    begun.press("Save this agreement", text="Call").press("Save this agreement", text="Call all")
    assert begun.screen.shows("Call all")
    begun.press("Remove")

    assert not begun.screen.shows("Call all")


def test_notes_are_released_put_aside_and_put_together(begun: Going) -> None:
    for text in ("More time", "Time!"):
        begun.phones[0].opens(begun.phone_address).presses("Send", text=text)
    begun.look()
    begun.press("Show to everybody")
    form = begun.control.form_of("Put together")
    begun.press("Put together", into=form.options["into"][-1])

    assert [note.text in ("More time", "Time!") for note in begun.room.outcome.notes] == [True]
    begun.press("Put aside")
    assert begun.room.outcome.notes == []
