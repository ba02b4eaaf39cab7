"""The result of an item: rows with both votes, groups that may be shown, and what is said of it."""

from tests.support.session.going import Going, joins
from tests.support.session.pages import NewVisitor


def test_both_votes_stand_beside_each_other(session: Going) -> None:
    session.press("Begin the session", "Next", "Next")
    session.whole_vote("for", "against").whole_vote("for", start="Vote again")

    assert session.screen.shows("All together Choice First Second For 3 6 Against 3 0")
    assert session.phones[1].shows("You changed your answer.")
    assert session.phones[0].shows("For (you) 3 6")


def test_hands_count_together_with_phones_and_are_named(session: Going) -> None:
    session.press("Begin the session", "Start the vote").vote("yes")
    session.press("Close the vote")
    fields = {"hand:choice:yes": "2", "hand:choice:no": "3"}
    session.press("Save these hands", **fields)
    assert session.control.shows("Mentor · counted: 5")
    assert not session.screen.shows("by hand")

    session.press("Show the result")

    assert session.screen.shows("Yes 8")
    assert session.screen.shows("5 of these by hand.")


def test_a_role_of_three_is_not_shown_by_itself(session: Going, new_visitor: NewVisitor) -> None:
    session.phones += [joins(new_visitor(), session.room, "Partner") for _ in range(3)]
    session.press("Begin the session").whole_vote("yes", "no")

    assert not session.screen.shows("Partners")
    assert session.screen.shows("6 people chose.")


def test_groups_that_may_be_shown_stand_beside_each_other_in_both_votes(
    session: Going, new_visitor: NewVisitor
) -> None:
    session.phones += [joins(new_visitor(), session.room, "Mentee") for _ in range(5)]
    session.press("Begin the session", "Next", "Next")
    session.whole_vote("for").whole_vote("against", start="Vote again")

    assert session.screen.shows("Group For Against Depends")
    assert session.screen.shows("Mentors 6→0 0→6 0→0 Mentees 5→0 0→5 0→0")
    assert session.screen.shows("11 people chose something else the second time.") is False


def test_what_tables_gave_is_named_so(session: Going) -> None:
    session.to("tables").press("Start the vote")
    for number, phone in enumerate(session.phones, 1):
        phone.presses("This phone answers for our table", table=str(number))
    session.vote("2", "3").press("Close the vote", "Show the result")

    assert session.screen.shows("6 of the 6 chose 2 or 3: shared")
    assert session.phones[0].shows("(you)")


def test_a_result_with_nobody_who_answered_says_so(session: Going) -> None:
    session.press("Begin the session", "Start the vote", "Close the vote", "Show the result")

    for page in (session.screen, session.control, session.phones[0]):
        assert page.shows("Too few people answered to show what they chose.")


def test_those_who_chose_no_answer_are_counted_beside_it(session: Going) -> None:
    session.press("Begin the session").whole_vote("yes", "yes", "yes", "yes", "yes", "declined")

    assert session.screen.shows("One person said: ‘I'd rather not say’.")
