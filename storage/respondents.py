"""Respondents, and the tokens and codes that find them.

The token of a personal link that was handed out opens a respondent until somebody begins with it,
and never again after that: from then on the respondent has a token of its own.
"""
# ruff: noqa: D102 (what a method does stands in assessment/store.py)

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import (
    Connection,
    Select,
    bindparam,
    exists,
    func,
    insert,
    or_,
    select,
    update,
)

from assessment.assessments import Assessment
from assessment.errors import InvitationFull, LinkUsed, NotFound
from assessment.invitations import Invitation, StoredRespondent
from assessment.pairs import Pair
from assessment.respondents import BEGIN_AGAIN, Respondent
from storage import rate_limits, shared_rows, tables, versioned_rows
from storage.counting import count_tables
from storage.engine import Repository, reading, writing

_COLUMNS = versioned_rows.columns(tables.respondents, Respondent)
_INVITATION = versioned_rows.columns(tables.invitations, Invitation)
_ASSESSMENT = versioned_rows.columns(tables.assessments, Assessment)
_PAIR = versioned_rows.columns(tables.pairs, Pair)
# has a token, its own or that of its personal link, or the code of that link; and was not revoked
_IS_FOUND = (
    or_(
        tables.respondents.c.token_hash == bindparam("token_hash"),
        tables.respondents.c.personal_link_hash == bindparam("token_hash"),
        tables.respondents.c.code_hash == bindparam("token_hash"),
    ),
    tables.respondents.c.revoked_at.is_(None),
)

FOR_PAGE = (*_COLUMNS, *_INVITATION, *_ASSESSMENT, *_PAIR, *shared_rows.PROJECT)
_FOR_PAGE = (
    select(*FOR_PAGE, shared_rows.SCOPE)
    .select_from(
        tables.respondents.join(
            shared_rows.INVITATION_IN_PROJECT,
            tables.respondents.c.invitation == tables.invitations.c.id,
        ).outerjoin(tables.pairs, tables.respondents.c.pair == tables.pairs.c.id)
    )
    .where(*_IS_FOUND)
)
_BY_TOKEN = select(*_COLUMNS).where(*_IS_FOUND)
_BY_TOKEN_LOCKED = _BY_TOKEN.with_for_update()


class Respondents(Repository):
    """Respondents, and the tokens that find them."""

    @reading
    def all(
        self, connection: Connection, assessment_id: str, roles: Collection[str] | None = None
    ) -> list[Respondent]:
        return shared_rows.all_respondents(connection, assessment_id, roles)

    @reading
    def get(self, connection: Connection, respondent_id: str) -> Respondent:
        return shared_rows.get_respondent(connection, respondent_id)

    @reading
    def find(self, connection: Connection, token_hash: str) -> StoredRespondent | None:
        row = connection.execute(_FOR_PAGE, {"token_hash": token_hash}).first()
        return None if row is None else stored_respondent(row)

    @writing
    def join(self, connection: Connection, respondent: Respondent, most: int) -> None:
        now = self.clock()
        rate_limits.count(connection, f"begin:{respondent.invitation}", most, now)
        invitation = shared_rows.lock_invitation(connection, respondent, now)
        in_invitation = tables.respondents.c.invitation == invitation.id
        taken = connection.execute(select(func.count()).where(in_invitation)).scalar_one()
        if taken >= invitation.max_respondents:
            raise InvitationFull(invitation.id)
        connection.execute(insert(tables.respondents), vars(respondent))

    @writing
    def begin(self, connection: Connection, link_hash: str, token_hash: str, language: str) -> None:
        now = self.clock()
        shared_rows.lock_invitation(connection, _by_token(connection, _BY_TOKEN, link_hash), now)
        # re-read and locked, as every answer locks it: nobody answers or begins meanwhile
        respondent = _by_token(connection, _BY_TOKEN_LOCKED, link_hash)
        if not respondent.has_printed_token:
            _check_again(connection, respondent, link_hash, now)
        changes = {
            "token_hash": token_hash,
            "personal_link_hash": respondent.personal_link_hash or respondent.token_hash,
            "language": language,
            "started_at": respondent.started_at or now,
        }
        table = tables.respondents
        connection.execute(update(table).where(table.c.id == respondent.id).values(**changes))

    @writing
    def replace_link(
        self,
        connection: Connection,
        respondent_id: str,
        token_hash: str,
        code_hash: str | None,
    ) -> None:
        changes = {"token_hash": token_hash, "code_hash": code_hash, "revoked_at": None}
        _change_unused(connection, respondent_id, changes)

    @writing
    def revoke(self, connection: Connection, respondent_id: str) -> None:
        _change_unused(connection, respondent_id, {"revoked_at": self.clock()})

    @writing
    def change(
        self,
        connection: Connection,
        respondent_id: str,
        changes: Mapping[str, object],
        *,
        while_open: bool = False,
    ) -> None:
        if while_open or "shares" not in changes:
            shared_rows.change_respondent(connection, respondent_id, changes, while_open=while_open)
            return
        respondent = shared_rows.get_respondent(connection, respondent_id)
        count_tables.lock(connection, respondent.assessment)
        shared_rows.change_respondent(connection, respondent_id, changes)
        count_tables.follow(connection, respondent.assessment)  # its pair counts, or not any more

    @reading
    def of_pair(self, connection: Connection, pair_id: str) -> list[Respondent]:
        query = select(*_COLUMNS).where(tables.respondents.c.pair == pair_id)
        respondents = [Respondent(*row) for row in connection.execute(query)]
        return sorted(respondents, key=lambda respondent: respondent.role)


def stored_respondent(row: Any) -> StoredRespondent:
    """Return what the row of a token holds, which are FOR_PAGE and the scope."""
    respondent, invitation, assessment, pair, (name, contact, scope) = shared_rows.split_row(
        row, _COLUMNS, _INVITATION, _ASSESSMENT, _PAIR
    )
    return StoredRespondent(
        respondent=Respondent(*respondent),
        invitation=Invitation(*invitation),
        assessment=Assessment(*assessment),
        pair=None if pair[0] is None else Pair(*pair),
        project_name=name,
        contact=contact,
        scope=shared_rows.scope_of(scope),
    )


def _change_unused(
    connection: Connection, respondent_id: str, changes: Mapping[str, object]
) -> None:
    """Change a respondent whose personal link nobody began with. Raises NotFound, LinkUsed."""
    table = tables.respondents
    shared_rows.get_respondent(connection, respondent_id)
    is_unused = table.c.id == respondent_id, table.c.personal_link_hash.is_(None)
    if connection.execute(update(table).where(*is_unused).values(**changes)).rowcount == 0:
        raise LinkUsed(respondent_id)


def _by_token(connection: Connection, query: Select[Any], link_hash: str) -> Respondent:
    row = connection.execute(query, {"token_hash": link_hash}).first()
    if row is None:
        raise NotFound("letter", "")
    return Respondent(*row)


def _check_again(
    connection: Connection, respondent: Respondent, link_hash: str, now: datetime
) -> None:
    """Let somebody begin once more who lost the first response. Raises LinkUsed.

    Two quick taps on "begin" send the personal link twice, and the second one goes without the
    cookie of the first response, which the browser throws away: without this the person would be
    locked out. Nothing can be read that way: there is no answer yet, and the first token takes none
    any more.
    """
    started = respondent.started_at
    rated = exists().where(tables.answer_history.c.respondent == respondent.id)
    judged = exists().where(tables.judgements.c.respondent == respondent.id)
    if (
        link_hash not in (respondent.personal_link_hash, respondent.code_hash)
        or respondent.finished_at is not None
        or started is None
        or not now - BEGIN_AGAIN <= started <= now  # also when the clock was set back
        or connection.execute(select(rated | judged)).scalar_one()
    ):
        raise LinkUsed(respondent.id)
