"""Hands counted in the room, typed in for one role at a time."""

from collections.abc import Mapping

from assessment.errors import InvalidInput, SessionRefused
from assessment.services.context import Workspace
from assessment.services.session.entering import by_key
from assessment.services.session.running import at_version
from assessment.session.group_session import GroupSession
from assessment.session.states import SessionKey
from assessment.session.voting.hands import HandCount, checked_hands


def set_hands(
    workspace: Workspace,
    key: str,
    item: str,
    role: str,
    counts: Mapping[tuple[str, str], int],
    version: int,
) -> GroupSession:
    """Set the hands of a role at an item of the vote that was just closed: set, never added.

    `counts` is by question and choice; what is not named is 0. Raises NotFound, StaleWrite,
    SessionRefused when the vote is not closed or was shown, InvalidInput.
    """
    entered = by_key(workspace, key)
    if entered.key is SessionKey.SCREEN:
        raise SessionRefused("key")
    session = at_version(entered.session, version)
    step = session.present_step
    if step is None:
        raise SessionRefused("step")
    if role not in session.roles:
        raise InvalidInput("role", "unknown", "This role is not asked in this session.")
    hands = [
        checked_hands(step, HandCount(step.id, item, session.turn, question, role, choice, count))
        for (question, choice), count in counts.items()
    ]
    return workspace.store.session_hands.set(session, hands)


def hands_of(workspace: Workspace, session: GroupSession) -> list[HandCount]:
    """Return the hands of the vote that stands on the table, for who typed them in."""
    return [
        hand
        for hand in workspace.store.session_hands.all(session.id)
        if (hand.step, hand.turn) == (session.step, session.turn)
        and hand.item in session.open_items
    ]
