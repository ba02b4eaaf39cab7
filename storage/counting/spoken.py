"""Which answers leave their pair, who gave any, and what they wrote."""

from collections.abc import Sequence

from sqlalchemy import Connection, Select, exists, func, select

from assessment.store import CommentRow
from storage import tables

_partner = tables.respondents.alias()


def kept_in_pair(assessment_ids: Sequence[str]) -> Select[tuple[str]]:
    """Select the respondents whose answers stay in their pair until both share and it is closed."""
    table = tables.respondents
    one_keeps = exists().where(_partner.c.pair == table.c.pair, ~_partner.c.shares)
    return (
        select(table.c.id)
        .join_from(table, tables.assessments)
        .where(
            table.c.assessment.in_(assessment_ids),
            table.c.pair.is_not(None),
            one_keeps | tables.assessments.c.closed_at.is_(None),
        )
    )


def participation(connection: Connection, assessment_id: str) -> dict[str, int]:
    """Return how many respondents gave any answer, by role."""
    answers, respondents = tables.answers, tables.respondents
    # the first answer found of each is enough; counting all of them would read them all
    answered = exists().where(
        answers.c.respondent == respondents.c.id, answers.c.state.is_not(None)
    )
    query = (
        select(respondents.c.role, func.count())
        .where(
            respondents.c.assessment == assessment_id,
            respondents.c.id.not_in(kept_in_pair([assessment_id])),
            answered,
        )
        .group_by(respondents.c.role)
        .order_by(respondents.c.role)
    )
    return {row[0]: row[1] for row in connection.execute(query)}


def comments(connection: Connection, assessment_id: str) -> list[CommentRow]:
    """Return all comments of an assessment, sorted."""
    table = tables.answers
    query = select(table.c.criterion, table.c.role, table.c.comment).where(
        table.c.assessment == assessment_id,
        tables.HAS_COMMENT,
        table.c.respondent.not_in(kept_in_pair([assessment_id])),
    )
    return sorted((c, role, comment) for c, role, comment in connection.execute(query))
