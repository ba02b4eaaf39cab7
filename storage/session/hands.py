"""Hands counted in the room."""
# ruff: noqa: D102 (what a method does stands in assessment/session/store.py)

from collections.abc import Sequence

from sqlalchemy import Connection, delete, insert, select

from assessment.errors import SessionRefused, StaleWrite
from assessment.session.group_session import GroupSession
from assessment.session.states import SessionPhase
from assessment.session.voting.hands import HandCount
from storage import versioned_rows
from storage.engine import Repository, reading, writing
from storage.session import rows, tables

_HANDS, _SHOWN = tables.session_hands, tables.session_shown
_COLUMNS = versioned_rows.columns(_HANDS, HandCount)


class SessionHands(Repository):
    """Hands."""

    @reading
    def all(self, connection: Connection, session_id: str) -> list[HandCount]:
        ordered = select(*_COLUMNS).where(_HANDS.c.session == session_id).order_by(*_COLUMNS)
        return [HandCount(*row) for row in connection.execute(ordered)]

    @writing
    def set(
        self, connection: Connection, session: GroupSession, hands: Sequence[HandCount]
    ) -> GroupSession:
        if not versioned_rows.write(connection, tables.sessions, ("id",), vars(session)):
            raise StaleWrite(rows.get_session(connection, session.id))
        # written at the version that was read: the session is as the caller saw it
        if session.phase is not SessionPhase.CLOSED:
            raise SessionRefused("phase")
        for hand in hands:
            _check(connection, session, hand)
        for step, item, turn, role in {(h.step, h.item, h.turn, h.role) for h in hands}:
            connection.execute(
                delete(_HANDS).where(
                    _HANDS.c.session == session.id,
                    _HANDS.c.step == step,
                    _HANDS.c.item == item,
                    _HANDS.c.turn == turn,
                    _HANDS.c.role == role,
                )
            )
        new = ({**vars(hand), "session": session.id} for hand in hands if hand.count)
        versioned_rows.insert_all(connection, insert(_HANDS), new)
        return versioned_rows.next_version(session)


def _check(connection: Connection, session: GroupSession, hand: HandCount) -> None:
    """Raise SessionRefused for hands that are not of the vote that was closed, or was shown."""
    here = (session.step, session.turn)
    if (hand.step, hand.turn) != here or hand.item not in session.open_items:
        raise SessionRefused("moved_on")
    is_shown = (
        _SHOWN.c.session == session.id,
        _SHOWN.c.step == hand.step,
        _SHOWN.c.item == hand.item,
        _SHOWN.c.turn == hand.turn,
    )
    if connection.execute(select(_SHOWN.c.session).where(*is_shown)).first() is not None:
        raise SessionRefused("shown")
