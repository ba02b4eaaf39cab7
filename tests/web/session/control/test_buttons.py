"""The buttons of a control."""

from assessment.session.script import StepKind
from assessment.session.states import Command, SessionPhase, SessionState
from locales import translator
from tests.support.session.room import a_step
from web.session.control.buttons import first_buttons, names, other_buttons

EN = translator("en")
ALL = frozenset(Command)


def labels(phase: SessionPhase, kind: StepKind, allowed: frozenset[Command] = ALL) -> list[str]:
    step = a_step(kind)
    return [b.label for b in first_buttons(allowed, SessionState.RUNNING, phase, step, EN)]


def test_what_usually_comes_next_stands_first() -> None:
    rate = StepKind.RATE
    assert labels(SessionPhase.READY, rate) == ["Start the vote", "Next"]
    assert labels(SessionPhase.VOTING, rate) == ["Close the vote"]
    assert labels(SessionPhase.CLOSED, rate) == ["Show the result"]
    assert labels(SessionPhase.SHOWN, rate)[0] == "Talk in pairs"
    assert labels(SessionPhase.TALKING, rate)[0] == "Vote again"


def test_a_start_is_called_what_it_starts() -> None:
    assert labels(SessionPhase.READY, StepKind.MISSING)[0] == "Start: everybody writes"
    assert labels(SessionPhase.READY, StepKind.AGREE)[0] == "Start the talk"
    assert "Let everybody choose" in labels(SessionPhase.SHOWN, StepKind.CHOOSE)
    lobby = first_buttons(ALL, SessionState.LOBBY, SessionPhase.READY, None, EN)
    assert "Begin the session" in [button.label for button in lobby]


def test_nobody_is_asked_to_talk_about_the_trial_vote() -> None:
    assert labels(SessionPhase.SHOWN, StepKind.WELCOME) == ["Vote again", "Next"]


def test_only_what_can_be_done_has_a_button() -> None:
    assert (
        labels(SessionPhase.READY, StepKind.RATE, frozenset({Command.TALK}))[0] == "Talk in pairs"
    )
    assert other_buttons(frozenset({Command.PAUSE}), EN)[0].label == "Pause"
    assert set(names(EN)) == ALL
