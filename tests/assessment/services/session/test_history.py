"""What was commanded since a page was made."""

from assessment.services.context import Workspace
from assessment.services.session.history import commands_since
from assessment.session.states import Command
from tests.support.session.room import a_room


def test_commands_since_a_version_are_told_in_their_order(workspace: Workspace) -> None:
    room = a_room(workspace)
    room.run("start")
    seen = room.session.version
    room.run("next")
    room.run("pause")

    found = commands_since(workspace, room.session, seen)
    assert [entry.command for entry in found] == [Command.NEXT, Command.PAUSE]
