"""Rows that several nouns read, lock, add or change inside one transaction."""

from collections.abc import Collection, Iterable, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Column, Connection, delete, exists, func, or_, select, update

from assessment.assessments import Assessment
from assessment.errors import AssessmentClosed, InvitationClosed, NotFound, StaleWrite
from assessment.invitations import Invitation
from assessment.respondents import Respondent
from storage import tables, versioned_rows
from storage.session import tables as session_tables

_ASSESSMENT = versioned_rows.columns(tables.assessments, Assessment)
_INVITATION = versioned_rows.columns(tables.invitations, Invitation)
_RESPONDENT = versioned_rows.columns(tables.respondents, Respondent)

# what a token finds brings its assessment, name and contact of the project, and the criteria in scope
INVITATION_IN_PROJECT = tables.invitations.join(
    tables.assessments, tables.invitations.c.assessment == tables.assessments.c.id
).join(tables.projects)
PROJECT = (tables.projects.c.name, tables.projects.c.contact)
SCOPE = (
    select(func.aggregate_strings(tables.choices.c.criterion, ","))
    .where(tables.choices.c.assessment == tables.assessments.c.id, tables.choices.c.in_scope)
    .scalar_subquery()
)


# who answers, with what decides whether it may
_FINAL = (tables.assessments.c.closed_at, tables.assessments.c.published_at)
WHO_ANSWERS = (*_RESPONDENT, *_INVITATION, *_FINAL)


def scope_of(joined: str | None) -> frozenset[str]:
    """Return the criteria of a SCOPE."""
    return frozenset(joined.split(",") if joined else ())


def split_row(row: Any, *kinds: list[Column[Any]]) -> list[tuple[Any, ...]]:
    """Divide a row over these lists of columns; the last part is what is left."""
    parts, start = [], 0
    for kind in kinds:
        parts.append(row[start : start + len(kind)])
        start += len(kind)
    return [*parts, row[start:]]


def get_assessment(
    connection: Connection, assessment_id: str, *, locked: bool = False
) -> Assessment:
    """Return one assessment; `locked`, nobody changes it in this transaction. Raises NotFound."""
    query = select(*_ASSESSMENT).where(tables.assessments.c.id == assessment_id)
    row = connection.execute(query.with_for_update(read=True) if locked else query).first()
    if row is None:
        raise NotFound("assessment", assessment_id)
    return Assessment(*row)


def promise(connection: Connection, assessment_id: str, threshold: int) -> None:
    """Write down from how many levels voices of an assessment are shown, unless it is more already."""
    table = tables.assessments
    is_fewer = or_(table.c.threshold.is_(None), table.c.threshold < threshold)
    changed = update(table).where(table.c.id == assessment_id, is_fewer)
    connection.execute(changed.values(threshold=threshold))


def get_invitation(
    connection: Connection, invitation_id: str, *, locked: bool = False
) -> Invitation:
    """Return one invitation; `locked`, nobody else locks or changes it in this transaction.

    Raises NotFound.
    """
    query = select(*_INVITATION).where(tables.invitations.c.id == invitation_id)
    row = connection.execute(query.with_for_update() if locked else query).first()
    if row is None:
        raise NotFound("invitation", invitation_id)
    return Invitation(*row)


def lock_invitation(connection: Connection, respondent: Respondent, now: datetime) -> Invitation:
    """Return the invitation of a respondent, locked for this transaction, if it takes answers.

    Raises InvitationClosed, NotFound.
    """
    # the assessment before the invitation, as everywhere: two that wait for each other wait for ever
    assessment = get_assessment(connection, respondent.assessment, locked=True)
    invitation = get_invitation(connection, str(respondent.invitation), locked=True)
    if invitation.why_not(accepts_respondents=assessment.accepts_respondents, now=now) is not None:
        raise InvitationClosed(invitation.id)
    return invitation


def get_respondent(connection: Connection, respondent_id: str) -> Respondent:
    """Return one respondent. Raises NotFound."""
    return versioned_rows.get(
        connection, tables.respondents, Respondent, "respondent", respondent_id
    )


def who_may_answer(row: Any, respondent_id: str, now: datetime) -> Respondent:
    """Return the respondent of a row of WHO_ANSWERS; None is no row.

    Raises NotFound, AssessmentClosed, InvitationClosed.
    """
    if row is None:
        raise NotFound("respondent", respondent_id)
    who, asked, (closed_at, published_at) = split_row(row, _RESPONDENT, _INVITATION)
    respondent = Respondent(*who)
    if closed_at is not None:
        raise AssessmentClosed(respondent.assessment)
    if respondent.invitation is not None:
        invitation = Invitation(*asked)
        if invitation.why_not(accepts_respondents=published_at is None, now=now) is not None:
            raise InvitationClosed(invitation.id)
    return respondent


def starts(respondent: Respondent) -> bool:
    """Return whether a respondent starts with the answer that it gives now."""
    return respondent.invitation is not None and respondent.started_at is None


def all_respondents(
    connection: Connection, assessment_id: str, roles: Collection[str] | None = None
) -> list[Respondent]:
    """Return the respondents of an assessment, or those of some roles, by role and id."""
    query = select(*_RESPONDENT).where(tables.respondents.c.assessment == assessment_id)
    if roles is not None:
        query = query.where(tables.respondents.c.role.in_(roles))
    respondents = [Respondent(*row) for row in connection.execute(query)]
    return sorted(respondents, key=lambda respondent: (respondent.role, respondent.id))


def add_respondents(
    connection: Connection, respondents: Iterable[Respondent], now: datetime
) -> None:
    """Insert respondents; one that is there already stays.

    Raises NotFound for an unknown assessment, StaleWrite for an id that another respondent has.
    """
    new = list(respondents)
    assessments = sorted({respondent.assessment for respondent in new})
    for assessment in assessments:
        versioned_rows.touch(connection, tables.assessments, assessment, now)
    versioned_rows.insert_all(
        connection, versioned_rows.insert_new(connection, tables.respondents), map(vars, new)
    )
    stored = {r.id: r for name in assessments for r in all_respondents(connection, name)}
    for respondent in new:
        if stored.get(respondent.id) != respondent:
            raise StaleWrite(stored.get(respondent.id))


def change_respondent(
    connection: Connection,
    respondent_id: str,
    changes: Mapping[str, object],
    *,
    while_open: bool = False,
) -> None:
    """Set fields of a respondent of an invitation.

    Raises NotFound, and InvitationClosed when it must be `while_open` and the assessment accepts no
    respondents (any more).
    """
    respondent = get_respondent(connection, respondent_id)
    if while_open:
        assessment = get_assessment(connection, respondent.assessment, locked=True)
        if not assessment.accepts_respondents:
            raise InvitationClosed(str(respondent.invitation))
    table = tables.respondents
    connection.execute(update(table).where(table.c.id == respondent_id).values(**changes))


def erase_unused_snapshots(connection: Connection) -> None:
    """Erase the snapshots of catalogues that no assessment uses any more."""
    snapshots = tables.snapshots
    is_used = or_(
        *(
            exists().where(table.c.catalogue_hash == snapshots.c.hash)
            for table in (tables.assessments, session_tables.sessions)
        )
    )
    unused = select(snapshots.c.hash).where(~is_used).order_by(snapshots.c.hash)
    # locked, then looked at again: an assessment may have begun to use it meanwhile
    hashes = connection.execute(unused.with_for_update()).scalars().all()
    connection.execute(delete(snapshots).where(snapshots.c.hash.in_(hashes), ~is_used))
