"""What a phone shows in every state."""

import pytest

from tests.support.session.going import Going


def test_a_pause_is_a_pause_for_everybody_and_back_keeps_votes(session: Going) -> None:
    session.press("Begin the session", "Start the vote").vote("yes", "no")
    session.press("Pause")
    assert session.phones[0].shows("We go on in a moment. What you answered is kept.")
    assert session.screen.shows("A pause")
    session.press("Go on")
    session.press("Close the vote", "One step back")

    assert session.phones[1].form_of("Save my answer").fields["choice"] == "no"
    assert session.screen.shows("6 of 6 answered")


def test_the_second_vote_names_what_one_chose_first(session: Going) -> None:
    session.press("Begin the session", "Next", "Next").whole_vote("against").press("Vote again")

    assert session.phones[0].shows("The first time you chose: Against")


def test_items_that_were_shown_stand_with_a_line_each(session: Going) -> None:
    session.to("rate").press("Start the vote").rate("3")
    session.press("Close the vote", "Show the result")

    assert session.phones[0].shows("6 of the 6 chose 3: shared.")
    assert session.screen.shows("6 of the 6 chose 3: shared.")


STEPS = (
    "welcome",
    "last_time",
    "thesis",
    "rate",
    "judge",
    "tables",
    "missing",
    "agree",
    "checkout",
)


@pytest.mark.parametrize(("number", "step"), list(enumerate(STEPS, 1)))
def test_every_step_begins_with_a_page(session: Going, number: int, step: str) -> None:
    session.to(step)

    assert session.phones[0].shows(f"Step {number} of 9")
    assert [page.status for page in (session.control, session.screen, session.phones[0])] == [
        200
    ] * 3
