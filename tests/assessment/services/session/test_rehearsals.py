"""Whole scripts by the clock: every step ends within its minutes, and all of it was shown and agreed."""

from dataclasses import replace
from datetime import timedelta

import pytest

from assessment.assessments import Assessment
from assessment.services import agreements
from assessment.services.context import Workspace
from assessment.services.session import preparing
from assessment.services.session.entering import session_now
from assessment.services.session.proposing import SessionWish, propose_session
from assessment.session.states import Purpose, SessionState
from tests.support.builders import Clock, an_agreement
from tests.support.session.rehearsal import Rehearsal
from tests.support.session.room import Room

pytestmark = pytest.mark.no_cover  # the same lines many times: others measure them

ROLES = ("coordinator", "mentor", "mentee")
SCRIPTS = {
    "mirror-60": (Purpose.MIRROR, 60),
    "mirror-minimum-90": (Purpose.BOTH, 90),
    "theses-45": (Purpose.MIRROR, 45),
    "judging-60": (Purpose.MINIMUM, 60),
}


def a_prepared(workspace: Workspace, project: str, name: str, people: int = 18) -> Room:
    """The session that is proposed for a script, with its lobby open and people in it."""
    purpose, minutes = SCRIPTS[name]
    wish = SessionWish("Proef", "nl", purpose, minutes, people, ROLES, project)
    session, keys = preparing.new_keys(workspace, propose_session(workspace, wish))
    preparing.open_lobby(workspace, session)
    room = Room(workspace, session.id, keys)
    room.join(*(ROLES * people)[:people])
    return room


@pytest.mark.parametrize("name", SCRIPTS)
def test_every_step_of_a_script_ends_within_its_minutes(
    workspace: Workspace, assessment: Assessment, clock: Clock, name: str
) -> None:
    made = replace(an_agreement(), id="", project=assessment.project, assessment=assessment.id)
    agreements.save_agreement(workspace, made)
    script = workspace.catalogue.script(name)
    assert script is not None
    room, begun = a_prepared(workspace, assessment.project, name), clock.now

    rehearsal = Rehearsal(room, clock, {})
    rehearsal.play(script.steps)

    assert list(rehearsal.late) == [step.id for step in room.session.script.steps]
    assert set(rehearsal.late.values()) == {timedelta()}
    assert clock.now - begun == timedelta(minutes=SCRIPTS[name][1])
    assert room.session.state is SessionState.ENDED


def test_a_rehearsal_that_nobody_ends_ends_itself(
    workspace: Workspace, assessment: Assessment, clock: Clock
) -> None:
    room = a_prepared(workspace, assessment.project, "mirror-60")
    room.run_all("start", "start")
    room.vote_all(["yes"] * 18)
    room.run_all("close", "show")

    clock.forward(minutes=60 + 119)
    assert session_now(workspace, room.id).state is SessionState.RUNNING
    clock.forward(minutes=2)

    assert session_now(workspace, room.id).state is SessionState.ENDED
    assert room.outcome.items
