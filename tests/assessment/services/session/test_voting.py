"""Voting."""

from dataclasses import replace

import pytest

from assessment.errors import SessionRefused
from assessment.services.context import Workspace
from assessment.services.session import voting
from tests.support.session.room import a_room, a_step


def test_a_person_sees_the_own_votes_and_the_change_between_them(workspace: Workspace) -> None:
    room = a_room(workspace, a_step("rate", items=("MC-01",)), roles=["mentor"] * 5)
    room.run_all("start", "start")
    me = room.people[0]
    given = room.vote(me, "1")
    assert voting.vote(workspace, replace(given, version=0)) == given
    room.run_all("close", "show", "vote_again")
    room.vote(me, "3")

    own = voting.votes_of(workspace, me.person)

    assert [(vote.turn, vote.choice) for vote in own] == [("first", "1"), ("second", "3")]
    assert voting.votes_of(workspace, me.person, "judge") == []
    with pytest.raises(SessionRefused, match="moved_on"):
        voting.vote(workspace, given)
