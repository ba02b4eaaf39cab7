"""Watching a session: how it stands, and who has answered. Nothing of what anybody chose."""

from dataclasses import dataclass

from assessment.services.context import Workspace
from assessment.services.session.entering import session_now
from assessment.session.control.clock import ask_again_after
from assessment.session.group_session import GroupSession
from assessment.session.store import Pulse


@dataclass(frozen=True)
class Answering:
    """How many people of a role answered, of how many who are present."""

    role: str
    answered: int
    present: int


def pulse(workspace: Workspace, session_id: str) -> Pulse:
    """Return how a session stands; one that nobody ended in time ends itself. Raises NotFound."""
    found = workspace.store.sessions.pulse(session_id)
    if found.ends_itself_at is not None and workspace.now() >= found.ends_itself_at:
        session_now(workspace, session_id)
        return workspace.store.sessions.pulse(session_id)
    return found


def state_json(found: Pulse) -> dict[str, str | int]:
    """Return the little that a page polls, with the time after which to ask again."""
    return {
        "v": found.v,
        "state": found.state,
        "step": found.step,
        "item": found.item,
        "phase": found.phase,
        "turn": found.turn,
        "answered": found.answered,
        "present": found.present,
        "next_ms": ask_again_after(found.state, found.phase),
    }


def answering(workspace: Workspace, session: GroupSession) -> tuple[Answering, ...]:
    """Return who answered, by role: roles that may be shown, and only if no small one is left over.

    Otherwise the difference to all would tell what those few did.
    """
    present = workspace.store.session_people.present(session.id)
    answered = workspace.store.session_votes.answered(session.id)
    large = [role for role in session.roles if present.get(role, 0) >= session.threshold]
    rest = sum(present.values()) - sum(present[role] for role in large)
    if session.by_table or 0 < rest < session.threshold:
        return ()
    return tuple(Answering(role, answered.get(role, 0), present[role]) for role in large)
