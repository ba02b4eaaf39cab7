"""The words of a session: states and phases of the contract, and what only the control may do."""

from assessment.session.states import (
    CONTROL_ONLY,
    JOINABLE,
    OPEN_PHASES,
    Command,
    SessionPhase,
    SessionState,
)


def test_a_session_and_its_step_have_the_states_that_were_agreed() -> None:
    assert list(SessionState) == ["draft", "lobby", "running", "paused", "ended"]
    assert " ".join(SessionPhase) == (
        "ready voting closed shown talking voting_again shown_again agreed"
    )


def test_a_helper_cannot_end_or_rewrite_and_votes_are_open_in_two_phases() -> None:
    assert set(CONTROL_ONLY) == {Command.END, Command.CHANGE_SCRIPT}
    assert OPEN_PHASES == ("voting", "voting_again")
    assert JOINABLE == ("lobby", "running", "paused")
