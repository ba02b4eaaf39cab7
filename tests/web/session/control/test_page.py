"""What who leads a session sees."""

from assessment.services.context import Workspace
from assessment.session.script import StepKind
from tests.support.builders import Clock
from tests.support.session.going import Going, going, joins
from tests.support.session.pages import NewVisitor
from tests.support.session.room import Room, a_room, a_step


def test_it_says_what_is_now_what_comes_and_how_the_plan_stands(
    session: Going, clock: Clock
) -> None:
    session.press("Begin the session", "Start the vote")
    assert session.control.shows("Now: Welcome")
    assert session.control.shows("Next: What did we agree")
    assert session.control.shows("On schedule")
    assert session.control.shows("Time left 1:00")
    clock.forward(minutes=9)
    session.look()

    assert session.control.shows("4 minutes later than planned")


def test_what_the_facilitator_does_stands_on_the_control_and_nowhere_else(session: Going) -> None:
    session.to("rate")

    control = session.control.response.text.split("<aside")[0]
    assert "Two talks a year" in control
    assert not session.screen.shows("Two talks a year")
    assert not any(phone.shows("Two talks a year") for phone in session.phones)


def test_nobody_is_counted_while_people_write(session: Going) -> None:
    session.to("missing").press("Start: everybody writes")
    for page in (session.control, session.screen):
        assert page.shows("6 here")
        assert not page.shows("0 of 6 answered")
    assert session.control.shows("People write")
    session.press("Close the vote")

    assert not session.control.shows("Did people raise hands?")


def test_nobody_is_asked_to_speak_for_those_who_could_not_be_honest(session: Going) -> None:
    session.to("checkout").whole_vote("yes", "no")

    assert not session.control.shows("Ask: who can speak for the smallest group?")
    assert not session.screen.shows("Who can speak for the smallest group?")


def test_roles_are_counted_apart_only_where_nobody_small_is_left_over(
    session: Going, new_visitor: NewVisitor, room: Room
) -> None:
    session.press("Begin the session", "Start the vote").vote("yes")
    session.look()
    assert session.control.shows("Mentor 6 6")
    joins(new_visitor(), room, "Partner")
    session.look()

    assert not session.control.shows("Answered, by role")
    assert session.control.shows("6 of 7 answered")


def test_four_people_talk_and_agree_but_never_vote(room: Room, new_visitor: NewVisitor) -> None:
    few = going(room, new_visitor, people=4)
    few.press("Begin the session", "Next", "Next")

    names = [name for form in few.control.page.forms for name in form.buttons]
    assert "Start the vote" not in names
    assert few.control.shows("Fewer than five people are here, so nobody votes.")
    few.press("Talk together").press("Save what is agreed", value="for", reason="We four think so")
    assert few.phones[0].shows("We four think so")


def test_people_without_a_phone_count_for_the_room(room: Room, new_visitor: NewVisitor) -> None:
    few = going(room, new_visitor, people=4)
    few.control.sends(
        f"/control/{room.keys.control}/do",
        command="room",
        number="2",
        version=str(room.session.version),
    )

    assert few.press("Begin the session").control.shows("Start the vote")


def test_where_opinions_part_most_is_offered_first(session: Going) -> None:
    session.to("rate").press("Start the vote")
    for number, phone in enumerate(session.phones):
        for choice, button in (("3", "Next"), (str(4 * (number % 2)), "Next"), ("2", "Look back")):
            phone.presses(button, choice=choice)
    session.press("Close the vote", "Show the result")
    offered = [n for form in session.control.page.forms for n in form.buttons if "Talk about" in n]
    assert offered == ["Talk about: What we offer fits what mentees need"]

    session.press(*offered)
    assert session.screen.shows("two camps")
    session.press("Put it on the table", item="")
    assert session.screen.shows("What the group says")


def test_the_phone_of_any_role_can_be_previewed_and_not_used(session: Going) -> None:
    session.press("Begin the session", "Next", "Next", "Next", "Start the vote")
    control = session.control.follows("Mentee")

    assert control.shows("Do you dare to be honest with your mentor?") or control.shows("1 of 3")
    assert "Save my answer" not in control.page.text
    assert "fieldset disabled" in control.response.text
    session.control.presses("Close the vote")
    assert session.control.response.url.query == b"as=mentee"


def test_too_much_that_is_minimal_is_asked_about(
    workspace: Workspace, new_visitor: NewVisitor
) -> None:
    room = a_room(workspace, a_step(StepKind.JUDGE, items=("MC-41",)), language="en")
    session = going(room, new_visitor)
    session.press("Begin the session").whole_vote("applies", need="minimal")
    session.press("Save what is agreed", value="minimal")

    assert session.control.shows("More than 60 % is minimal so far. Ask: what may wait?")


def test_the_time_stands_still_in_a_pause(session: Going) -> None:
    ticks = 'role="timer"'
    session.press("Begin the session", "Start the vote")
    assert ticks in session.control.response.text.partition("<aside")[0]
    session.press("Pause")

    assert session.control.shows("Time left 1:00")
    assert ticks not in session.control.response.text.partition("<aside")[0]


def test_the_last_button_ends_the_session_and_the_helper_has_none(
    workspace: Workspace, new_visitor: NewVisitor
) -> None:
    room = a_room(workspace, a_step(StepKind.CHECKOUT), language="en")
    session = going(room, new_visitor)
    helper = new_visitor()
    session.press("Begin the session")
    assert "End the session" not in session.control.page.links
    session.whole_vote("yes")
    helper.opens(f"/control/{room.keys.helper}")

    assert session.control.page.links["End the session"] == "#end"
    assert "End the session" not in helper.page.links
