"""A session that is being prepared on the screens."""

from dataclasses import replace

from assessment.services.context import Workspace
from assessment.services.session.proposing import SessionWish, propose_session
from assessment.session.group_session import GroupSession
from assessment.session.states import Purpose

WISH = SessionWish(
    name="Spiegelmiddag",
    language="nl",
    purpose=Purpose.MIRROR,
    minutes=60,
    people=20,
    roles=("coordinator", "mentor", "mentee"),
)


def a_prepared_session(workspace: Workspace, **fields: object) -> GroupSession:
    """Save a session with a proposed script, on its own unless told otherwise."""
    return propose_session(workspace, replace(WISH, **fields))  # type: ignore[arg-type]
