"""What may be seen of a session."""

from assessment.services.context import Workspace
from tests.support.session.room import a_room, a_step


def test_a_vote_a_talk_and_a_second_vote_stand_beside_each_other(workspace: Workspace) -> None:
    room = a_room(
        workspace, a_step("rate", items=("MC-01",)), roles=["mentor"] * 6 + ["mentee"] * 5
    )
    room.run_all("start", "start")
    room.vote_all(["1"] * 6 + ["3"] * 5)
    assert room.outcome.items == ()
    room.run_all("close", "show", "talk", "vote_again")
    room.vote_all(["3"] * 11)
    room.run_all("close", "show")

    (result,) = room.outcome.items

    first, second = result.first["choice"], result.second["choice"]
    assert {role: voice.bins[:5] for role, voice in first.voices.items()} == {
        "mentor": (0, 6, 0, 0, 0),
        "mentee": (0, 0, 0, 5, 0),
    }
    assert first.together.spread.word == "two_camps"
    assert second.together.bins[:5] == (0, 0, 0, 11, 0)
    assert second.together.spread.word == "shared"
    assert result.changed == 6
    assert result.proposed_level == 3
