"""What may be seen of a session, put together once for each version of it, for all phones."""

from assessment.services.context import Workspace
from assessment.services.session.results import SessionOutcome, outcome_of_session
from assessment.session.group_session import GroupSession

MOST = 100  # sessions in memory


class Outcomes:
    """The last outcome of every session that is looked at, with the version it belongs to."""

    def __init__(self) -> None:
        self._kept: dict[str, tuple[int, SessionOutcome]] = {}

    def at(self, workspace: Workspace, session: GroupSession, v: int) -> SessionOutcome:
        """Return the outcome of a session at a version that was read before it."""
        kept = self._kept.get(session.id)
        if kept is not None and kept[0] == v:
            return kept[1]
        outcome = outcome_of_session(workspace, session)
        if len(self._kept) >= MOST:
            self._kept.clear()
        self._kept[session.id] = (v, outcome)
        return outcome
