"""What was commanded in a session since a page was made."""

from assessment.services.context import Workspace
from assessment.session.control.log import LogEntry
from assessment.session.group_session import GroupSession


def commands_since(
    workspace: Workspace, session: GroupSession, version: int
) -> tuple[LogEntry, ...]:
    """Return the commands that saw this version of a session or a later one, in their order."""
    log = workspace.store.sessions.log(session.id)
    return tuple(entry for entry in log if entry.version >= version)
