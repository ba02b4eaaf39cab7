"""Invitations and pairs as the coordinator makes them, in one transaction each."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import Connection, insert, select

from assessment.errors import InvitationClosed, NotFound, StaleWrite
from assessment.invitations import Invitation
from assessment.pairs import Pair
from assessment.respondents import Respondent
from storage import assessments, tables, versioned_rows

_COLUMNS = versioned_rows.columns(tables.invitations, Invitation)
_PAIR = versioned_rows.columns(tables.pairs, Pair)


def of_assessment(connection: Connection, assessment_id: str) -> list[Invitation]:
    """Return the invitations of an assessment, in the order they were made."""
    table = tables.invitations
    query = select(*_COLUMNS).where(table.c.assessment == assessment_id).order_by(table.c.number)
    return [Invitation(*row) for row in connection.execute(query)]


def one(connection: Connection, invitation_id: str, *, held: bool = False) -> Invitation:
    """Return one invitation; `held`, nobody else holds or changes it until the end. Raises NotFound."""
    query = select(*_COLUMNS).where(tables.invitations.c.id == invitation_id)
    row = connection.execute(query.with_for_update() if held else query).first()
    if row is None:
        raise NotFound("invitation", invitation_id)
    return Invitation(*row)


def save(connection: Connection, invitation: Invitation) -> Invitation:
    """Insert or update an invitation. Raises StaleWrite, NotFound."""
    if versioned_rows.put(connection, tables.invitations, ("id",), vars(invitation)):
        return versioned_rows.written(invitation)
    return versioned_rows.agreed(one(connection, invitation.id), invitation)


def add_seats(
    connection: Connection,
    invitations: Iterable[Invitation],
    pairs: Iterable[Pair],
    respondents: Iterable[Respondent],
    now: datetime,
) -> None:
    """Write invitations, and add pairs and respondents. Raises StaleWrite, NotFound, InvitationClosed."""
    for invitation in invitations:
        versioned_rows.touch(connection, tables.assessments, invitation.assessment, now)
        if not assessments.one(connection, invitation.assessment).accepts_respondents:
            raise InvitationClosed(invitation.id)
        if not versioned_rows.put(connection, tables.invitations, ("id",), vars(invitation)):
            raise StaleWrite(one(connection, invitation.id))  # also the same twice: numbers differ
    versioned_rows.insert_all(
        connection, insert(tables.pairs), ({**vars(p), "version": 1} for p in pairs)
    )
    assessments.add_respondents(connection, respondents, now)


def pair(connection: Connection, pair_id: str) -> Pair:
    """Return one pair. Raises NotFound."""
    row = connection.execute(select(*_PAIR).where(tables.pairs.c.id == pair_id)).first()
    if row is None:
        raise NotFound("pair", pair_id)
    return Pair(*row)


def save_pair(connection: Connection, wanted: Pair) -> Pair:
    """Update a pair. Raises StaleWrite, NotFound, InvitationClosed."""
    assessment = pair(connection, wanted.id).assessment
    if not assessments.one(connection, assessment, held=True).accepts_respondents:
        raise InvitationClosed(wanted.id)
    if versioned_rows.put(connection, tables.pairs, ("id",), vars(wanted)):
        return versioned_rows.written(wanted)
    return versioned_rows.agreed(pair(connection, wanted.id), wanted)
