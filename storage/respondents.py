"""Respondents: respondents of an invitation as their token finds them, in one transaction each."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    bindparam,
    delete,
    func,
    insert,
    or_,
    select,
    update,
)

from assessment.assessments import Assessment
from assessment.errors import InvitationClosed, InvitationFull
from assessment.invitations import Invitation
from assessment.pairs import Pair
from assessment.respondents import Respondent
from assessment.store import StoredOpenLink, StoredRespondent
from storage import assessments, invitations, rate_limits, tables, versioned_rows

_RESPONDENT = versioned_rows.columns(tables.respondents, Respondent)
_ROUND = versioned_rows.columns(tables.invitations, Invitation)
_ASSESSMENT = versioned_rows.columns(tables.assessments, Assessment)
_PAIR = versioned_rows.columns(tables.pairs, Pair)
_NAME = tables.projects.c.name
_SCOPE = (
    select(func.aggregate_strings(tables.choices.c.criterion, ","))
    .where(tables.choices.c.assessment == tables.assessments.c.id, tables.choices.c.in_scope)
    .scalar_subquery()
)
_TAKEN = (
    select(func.count())
    .where(tables.respondents.c.invitation == tables.invitations.c.id)
    .scalar_subquery()
)
_IN_PROJECT = tables.invitations.join(
    tables.assessments, tables.invitations.c.assessment == tables.assessments.c.id
).join(tables.projects)


def has_token(name: str) -> ColumnElement[bool]:
    """Return the condition that a respondent has a token, of its own or on its letter."""
    table = tables.respondents
    return or_(table.c.token_hash == bindparam(name), table.c.personal_link_hash == bindparam(name))


# built once: these run on every request of a participant
_SEAT = (
    select(*_RESPONDENT, *_ROUND, *_ASSESSMENT, *_PAIR, _NAME, _SCOPE)
    .select_from(
        tables.respondents.join(
            _IN_PROJECT, tables.respondents.c.invitation == tables.invitations.c.id
        ).outerjoin(tables.pairs, tables.respondents.c.pair == tables.pairs.c.id)
    )
    .where(
        has_token("token_hash"),
        tables.respondents.c.revoked_at.is_(None),
    )
)
_DOOR = (
    select(*_ROUND, *_ASSESSMENT, _NAME, _SCOPE, _TAKEN)
    .select_from(_IN_PROJECT)
    .where(tables.invitations.c.open_hash == bindparam("token_hash"))
)


def found(connection: Connection, token_hash: str) -> StoredRespondent | None:
    """Return the respondent with a token, own or on the letter, that was not revoked."""
    row = connection.execute(_SEAT, {"token_hash": token_hash}).first()
    if row is None:
        return None
    respondent, invitation, assessment, pair, rest = _parts(
        row, _RESPONDENT, _ROUND, _ASSESSMENT, _PAIR
    )
    return StoredRespondent(
        respondent=Respondent(*respondent),
        invitation=Invitation(*invitation),
        assessment=Assessment(*assessment),
        pair=None if pair[0] is None else Pair(*pair),
        project_name=rest[0],
        scope=_names(rest[1]),
    )


def open_link(connection: Connection, token_hash: str) -> StoredOpenLink | None:
    """Return the invitation whose open link has a token."""
    row = connection.execute(_DOOR, {"token_hash": token_hash}).first()
    if row is None:
        return None
    invitation, assessment, (name, scope, taken) = _parts(row, _ROUND, _ASSESSMENT)
    return StoredOpenLink(
        Invitation(*invitation), Assessment(*assessment), name, _names(scope), taken
    )


def _parts(row: Any, *kinds: list[Any]) -> list[tuple[Any, ...]]:
    """Divide a row over these lists of columns; the last part is what is left."""
    parts, start = [], 0
    for kind in kinds:
        parts.append(row[start : start + len(kind)])
        start += len(kind)
    return [*parts, row[start:]]


def _names(joined: str | None) -> frozenset[str]:
    return frozenset(joined.split(",") if joined else ())


def take(connection: Connection, respondent: Respondent, most: int, now: datetime) -> None:
    """Add a respondent to its invitation. Raises NotFound, InvitationFull, InvitationClosed, TooOften."""
    rate_limits.count(connection, f"begin:{respondent.invitation}", most, now)
    invitation = taking_answers(connection, respondent, now)
    in_invitation = tables.respondents.c.invitation == invitation.id
    taken = connection.execute(select(func.count()).where(in_invitation)).scalar_one()
    if taken >= invitation.max_respondents:
        raise InvitationFull(invitation.id)
    connection.execute(insert(tables.respondents), vars(respondent))


def taking_answers(connection: Connection, respondent: Respondent, now: datetime) -> Invitation:
    """Return the invitation of a respondent, locked for this transaction. Raises InvitationClosed, NotFound."""
    # the assessment before the invitation, as everywhere: two that wait for each other wait for ever
    assessment = assessments.one(connection, respondent.assessment, held=True)
    invitation = invitations.one(connection, str(respondent.invitation), held=True)
    if invitation.why_not(accepts_respondents=assessment.accepts_respondents, now=now) is not None:
        raise InvitationClosed(invitation.id)
    return invitation


def change(
    connection: Connection, respondent_id: str, changes: Mapping[str, object], *, while_open: bool
) -> None:
    """Set fields of a respondent of an invitation. Raises NotFound, InvitationClosed."""
    respondent = assessments.respondent(connection, respondent_id)
    if while_open:
        assessment = assessments.one(connection, respondent.assessment, held=True)
        if not assessment.accepts_respondents:
            raise InvitationClosed(str(respondent.invitation))
    table = tables.respondents
    connection.execute(update(table).where(table.c.id == respondent_id).values(**changes))


def erase_answers(connection: Connection, respondent_id: str, most: int, now: datetime) -> None:
    """Erase all that a respondent wrote. Raises NotFound, InvitationClosed, TooOften."""
    respondent = assessments.respondent(connection, respondent_id)
    rate_limits.count(connection, f"delete:{respondent_id}", most, now)
    taking_answers(connection, respondent, now)
    for table in (tables.answers, tables.answer_history):
        connection.execute(delete(table).where(table.c.respondent == respondent_id))
    fresh = {"started_at": None, "finished_at": None, "shares": False}
    change(connection, respondent_id, fresh, while_open=True)


def of_pair(connection: Connection, pair_id: str) -> list[Respondent]:
    """Return the two respondents of a pair, by role."""
    query = select(*_RESPONDENT).where(tables.respondents.c.pair == pair_id)
    found_ = [Respondent(*row) for row in connection.execute(query)]
    return sorted(found_, key=lambda respondent: respondent.role)
