"""A room, and the same room with people on its pages: made once, and put in the database of each test."""

from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

from assessment.services.context import Workspace
from storage import open_store
from tests.support.builders import Clock
from tests.support.empty_database import put
from tests.support.session.going import Going, going
from tests.support.session.pages import NewVisitor, Visitor, visitors
from tests.support.session.room import Room


@dataclass(frozen=True)
class Gathered:
    """What is put in a database, and what stood on the pages of those who were there then."""

    lobby: Path
    joined: Path
    going: Going

    def room(self, workspace: Workspace, database: Path) -> Room:
        """Put the room in an empty database; its lobby is open, and nobody is in it."""
        put(self.lobby, database)
        return replace(self.going.room, workspace=workspace, people=[])

    def people(self, room: Room, database: Path, new_visitor: NewVisitor) -> Going:
        """Put all who joined in the database of that room; their browsers are as they left them."""

        def same(visitor: Visitor) -> Visitor:
            made = new_visitor()
            made.client.cookies.update(visitor.client.cookies)
            made.response, made.address = visitor.response, visitor.address
            return made

        put(self.joined, database)
        found = self.going
        return Going(room, same(found.control), same(found.screen), [*map(same, found.phones)])


def gather(
    empty: Path,
    workspace_on: Callable[..., Workspace],
    room_in: Callable[[Workspace], Room],
) -> Gathered:
    """Open a room in an empty database, and let six people in."""
    lobby, joined = (empty.with_name(name) for name in ("lobby", "joined"))
    url = f"sqlite:///{empty}"
    with closing(open_store(url, clock=Clock())) as store:
        workspace = workspace_on(store)
        room = room_in(workspace)
        put(empty, lobby)
        with visitors(lambda: workspace) as new_visitor:
            found = going(room, new_visitor)
        put(empty, joined)
    return Gathered(lobby, joined, found)
