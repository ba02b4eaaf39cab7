"""Invitations and pairs as the coordinator makes them."""
# ruff: noqa: D102 (what a method does stands in assessment/store.py)

from collections.abc import Collection, Iterable
from datetime import timedelta

from sqlalchemy import Connection, bindparam, delete, func, insert, or_, select, update

from assessment.assessments import Assessment
from assessment.errors import InvitationClosed, StaleWrite
from assessment.invitations import Invitation, StoredOpenLink
from assessment.pairs import Pair
from assessment.respondents import Respondent
from storage import shared_rows, tables, versioned_rows
from storage.engine import Repository, reading, writing
from storage.files.erasing import erasing

_COLUMNS = versioned_rows.columns(tables.invitations, Invitation)
_ASSESSMENT = versioned_rows.columns(tables.assessments, Assessment)
_PAIR = versioned_rows.columns(tables.pairs, Pair)
_TAKEN = (
    select(func.count())
    .where(tables.respondents.c.invitation == tables.invitations.c.id)
    .scalar_subquery()
)

ONE_STORM = timedelta(hours=1)  # in which it is noted once

# built once: this runs on every request with an open link
_BY_TOKEN = (
    select(*_COLUMNS, *_ASSESSMENT, *shared_rows.PROJECT, shared_rows.SCOPE, _TAKEN)
    .select_from(shared_rows.INVITATION_IN_PROJECT)
    .where(
        or_(
            tables.invitations.c.open_hash == bindparam("token_hash"),
            tables.invitations.c.open_code_hash == bindparam("token_hash"),
        )
    )
)


class Invitations(Repository):
    """Invitations, and the tokens of their open links."""

    @reading
    def all(self, connection: Connection, assessment_id: str) -> list[Invitation]:
        table = tables.invitations
        query = select(*_COLUMNS).where(table.c.assessment == assessment_id)
        ordered = query.order_by(table.c.number)
        return [Invitation(*row) for row in connection.execute(ordered)]

    @reading
    def get(self, connection: Connection, invitation_id: str) -> Invitation:
        return shared_rows.get_invitation(connection, invitation_id)

    @writing
    def save(self, connection: Connection, invitation: Invitation) -> Invitation:
        return versioned_rows.save(
            connection, tables.invitations, invitation, shared_rows.get_invitation
        )

    @writing
    def add(
        self,
        connection: Connection,
        invitations: Iterable[Invitation],
        pairs: Iterable[Pair],
        respondents: Iterable[Respondent],
        *,
        threshold: int,
    ) -> None:
        now = self.clock()
        for invitation in invitations:
            versioned_rows.touch(connection, tables.assessments, invitation.assessment, now)
            assessment = shared_rows.get_assessment(connection, invitation.assessment)
            if not assessment.accepts_respondents:
                raise InvitationClosed(invitation.id)
            shared_rows.promise(connection, assessment.id, threshold)
            if not versioned_rows.write(connection, tables.invitations, ("id",), vars(invitation)):
                # also the same invitation twice: the numbers of its respondents differ
                raise StaleWrite(shared_rows.get_invitation(connection, invitation.id))
        rows = ({**vars(pair), "version": 1} for pair in pairs)
        versioned_rows.insert_all(connection, insert(tables.pairs), rows)
        shared_rows.add_respondents(connection, respondents, now)

    @writing
    def note_storm(self, connection: Connection, invitation_id: str) -> None:
        # not every one of a storm: a form of the organisation would always come too late
        table, now = tables.invitations, self.clock()
        is_new = or_(table.c.stormed_at.is_(None), table.c.stormed_at < now - ONE_STORM)
        changes = {"stormed_at": now, "version": table.c.version + 1}
        connection.execute(update(table).where(table.c.id == invitation_id, is_new).values(changes))

    def erase(self, assessment_id: str, invitation_ids: Collection[str]) -> None:
        with erasing(self.engine) as connection:
            versioned_rows.touch(connection, tables.assessments, assessment_id, self.clock())
            _erase(connection, assessment_id, invitation_ids)

    @reading
    def find(self, connection: Connection, token_hash: str) -> StoredOpenLink | None:
        row = connection.execute(_BY_TOKEN, {"token_hash": token_hash}).first()
        if row is None:
            return None
        invitation, assessment, (name, contact, scope, taken) = shared_rows.split_row(
            row, _COLUMNS, _ASSESSMENT
        )
        return StoredOpenLink(
            Invitation(*invitation),
            Assessment(*assessment),
            name,
            contact,
            shared_rows.scope_of(scope),
            taken,
        )


def _erase(connection: Connection, assessment_id: str, invitation_ids: Collection[str]) -> None:
    """Erase invitations with all that came of them; the assessment is locked."""
    if not shared_rows.get_assessment(connection, assessment_id).accepts_respondents:
        raise InvitationClosed(", ".join(sorted(invitation_ids)))
    invitations, respondents, pairs = tables.invitations, tables.respondents, tables.pairs
    chosen = invitations.c.assessment == assessment_id, invitations.c.id.in_(invitation_ids)
    of_them = select(respondents.c.pair).join(invitations).where(*chosen)
    connection.execute(delete(pairs).where(pairs.c.id.in_(of_them)))
    connection.execute(delete(invitations).where(*chosen))


class Pairs(Repository):
    """Pairs."""

    @writing
    def save(self, connection: Connection, pair: Pair) -> Pair:
        assessment = _get_pair(connection, pair.id).assessment
        if not shared_rows.get_assessment(connection, assessment, locked=True).accepts_respondents:
            raise InvitationClosed(pair.id)
        return versioned_rows.save(connection, tables.pairs, pair, _get_pair)


def _get_pair(connection: Connection, pair_id: str) -> Pair:
    return versioned_rows.get(connection, tables.pairs, Pair, "pair", pair_id)
