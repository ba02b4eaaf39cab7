"""Letters: a printed token opens a respondent until somebody begins, and never again after that."""

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Select, exists, select, update

from assessment.errors import LinkUsed, NotFound
from assessment.respondents import BEGIN_AGAIN, Respondent
from storage import assessments, respondents, tables, versioned_rows

_COLUMNS = versioned_rows.columns(tables.respondents, Respondent)
_BY_TOKEN = select(*_COLUMNS).where(
    respondents.has_token("personal_link_hash"), tables.respondents.c.revoked_at.is_(None)
)
_HELD = _BY_TOKEN.with_for_update()


def begin(
    connection: Connection, personal_link_hash: str, token_hash: str, language: str, now: datetime
) -> None:
    """Give the respondent of a letter a token of its own. Raises LinkUsed, InvitationClosed, NotFound."""
    respondents.taking_answers(connection, _one(connection, _BY_TOKEN, personal_link_hash), now)
    # read again and held, as every answer holds it: nobody answers or begins until the end
    respondent = _one(connection, _HELD, personal_link_hash)
    if not respondent.has_printed_token:
        _check_again(connection, respondent, personal_link_hash, now - BEGIN_AGAIN)
    changes = {
        "token_hash": token_hash,
        "personal_link_hash": personal_link_hash,
        "language": language,
        "started_at": respondent.started_at or now,
    }
    table = tables.respondents
    connection.execute(update(table).where(table.c.id == respondent.id).values(**changes))


def _one(connection: Connection, query: Select[Any], personal_link_hash: str) -> Respondent:
    row = connection.execute(query, {"personal_link_hash": personal_link_hash}).first()
    if row is None:
        raise NotFound("letter", "")
    return Respondent(*row)


def _check_again(
    connection: Connection, respondent: Respondent, personal_link_hash: str, since: datetime
) -> None:
    """Let somebody begin once more who lost the first reply. Raises LinkUsed.

    Two quick taps on "begin" send the letter twice, and the second one goes without the cookie of
    the first reply, which the browser throws away: without this the person would be locked out.
    Nothing can be read that way: there is no answer yet, and the first token takes none any more.
    """
    started = respondent.started_at
    wrote = exists().where(tables.answer_history.c.respondent == respondent.id)
    if (
        respondent.personal_link_hash != personal_link_hash
        or respondent.finished_at is not None
        or started is None
        or started < since
        or connection.execute(select(wrote)).scalar_one()
    ):
        raise LinkUsed(respondent.id)


def replace(connection: Connection, respondent_id: str, token_hash: str) -> None:
    """Give a respondent who has not begun a new letter. Raises NotFound, LinkUsed."""
    table = tables.respondents
    assessments.respondent(connection, respondent_id)
    statement = update(table).where(
        table.c.id == respondent_id, table.c.personal_link_hash.is_(None)
    )
    changes = {"token_hash": token_hash, "revoked_at": None}
    if connection.execute(statement.values(**changes)).rowcount == 0:
        raise LinkUsed(respondent_id)
