"""Watching a session."""

from assessment.services.context import Workspace
from assessment.services.session import joining, watching
from assessment.services.session.watching import Answering
from tests.support.builders import Clock
from tests.support.session.room import a_room, a_step

RATE = a_step("rate", items=("MC-01",))


def test_what_a_page_polls_says_nothing_of_levels(workspace: Workspace) -> None:
    room = a_room(workspace, RATE, roles=["mentor"] * 6)
    room.run_all("start", "start")
    before = watching.state_json(watching.pulse(workspace, room.id))
    room.vote_all(["4"] * 6)

    after = watching.state_json(watching.pulse(workspace, room.id))

    assert before == {
        "v": 5,
        "state": "running",
        "step": "rate",
        "item": "MC-01",
        "phase": "voting",
        "turn": "first",
        "answered": 0,
        "present": 6,
        "next_ms": 1500,
    }
    assert after == {**before, "answered": 6}


def test_a_forgotten_session_ends_while_somebody_watches(
    workspace: Workspace, clock: Clock
) -> None:
    room = a_room(workspace, RATE)
    clock.forward(hours=3)

    pulse = watching.pulse(workspace, room.id)

    assert (pulse.state, pulse.ends_itself_at) == ("ended", None)


def test_who_answered_is_told_of_roles_that_may_be_shown(workspace: Workspace) -> None:
    room = a_room(workspace, RATE, roles=["mentor"] * 6 + ["mentee"] * 5)
    room.run_all("start", "start")
    room.vote(room.people[0], "3")

    assert watching.answering(workspace, room.session) == (
        Answering("mentor", 1, 6),
        Answering("mentee", 0, 5),
    )


def test_of_a_few_nothing_is_told_by_leaving_the_others_out(workspace: Workspace) -> None:
    room = a_room(workspace, RATE, roles=["mentor"] * 6 + ["mentee"] * 3)
    assert watching.answering(workspace, room.session) == ()

    room.join("partner", "partner")

    assert [line.role for line in watching.answering(workspace, room.session)] == ["mentor"]


def test_at_a_step_of_tables_roles_do_not_count(workspace: Workspace) -> None:
    room = a_room(workspace, a_step("tables", items=("MC-01",)), roles=["mentor"] * 6)
    room.run_all("start", "start")
    joining.take_table(workspace, room.people[0].person, 1)
    room.vote(room.people[0], "3")

    assert watching.answering(workspace, room.session) == ()
    assert watching.pulse(workspace, room.id).present == 1
