"""Count tables of assessments. Those of closed ones are kept, and follow in the same transaction.

Whatever changes what is counted of an assessment calls `follow` before its transaction ends; what may
not be done after closing needs no call.
"""

from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, Engine, delete, func, insert, select

from assessment.scoring.counts import CountRow, CountTable, answer_bin
from storage import tables
from storage.counting.spoken import kept_in_pair
from storage.engine import read_transaction, write_transaction

_KEPT = tables.kept_counts
_GROUPS = [tables.answers.c[n] for n in ("assessment", "criterion", "role", "state", "level")]


def count_tables(connection: Connection, assessment_ids: Sequence[str]) -> list[CountTable]:
    """Return the counts of each assessment, over the criteria and roles that were counted."""
    query = select(_KEPT).where(_KEPT.c.assessment.in_(assessment_ids))
    found = {row.assessment: CountTable.from_text(*row) for row in connection.execute(query)}
    found |= _counted(connection, [name for name in assessment_ids if name not in found])
    return [found[name] for name in assessment_ids]


def _counted(connection: Connection, assessment_ids: Sequence[str]) -> dict[str, CountTable]:
    """Return the counts of assessments, counted anew."""
    rows: dict[str, list[CountRow]] = {name: [] for name in assessment_ids}
    if not rows:
        return {}
    chosen = (
        tables.answers.c.assessment.in_(assessment_ids),
        tables.answers.c.respondent.not_in(kept_in_pair(assessment_ids)),
    )
    query = select(*_GROUPS).add_columns(func.count()).where(*chosen).group_by(*_GROUPS)
    for assessment, criterion, role, state, level, number in connection.execute(query):
        if (bin_ := answer_bin(state, level)) is not None:
            rows[assessment].append((assessment, criterion, role, bin_, number))
    return {name: _table(name, counted) for name, counted in rows.items()}


def _table(assessment: str, rows: Sequence[CountRow]) -> CountTable:
    criteria, roles = sorted({row[1] for row in rows}), sorted({row[2] for row in rows})
    return CountTable.empty([assessment], criteria, roles).with_rows(rows)


def lock(connection: Connection, assessment_id: str) -> bool:
    """Lock an assessment for this transaction, and return whether it is closed."""
    table = tables.assessments
    query = select(table.c.closed_at).where(table.c.id == assessment_id).with_for_update()
    return connection.execute(query).scalar() is not None


def follow(connection: Connection, assessment_id: str) -> None:
    """Store the counts of an assessment as they are now if it is closed, and none otherwise.

    It is locked meanwhile; one that is not there (any more) has none.
    """
    is_closed = lock(connection, assessment_id)
    connection.execute(delete(_KEPT).where(_KEPT.c.assessment == assessment_id))
    if is_closed:
        counted = _counted(connection, [assessment_id])[assessment_id]
        row = {
            "assessment": assessment_id,
            "criteria": counted.criteria,
            "roles": counted.roles,
            "counts": counted.to_text(),
        }
        connection.execute(insert(_KEPT), row)


def are_kept(connection: Connection, assessment_id: str) -> bool:
    """Return whether the counts of an assessment are kept."""
    query = select(_KEPT.c.assessment).where(_KEPT.c.assessment == assessment_id)
    return connection.execute(query).first() is not None


def keep_missing(engine: Engine) -> None:
    """Store the counts of closed assessments that have none: of older releases, or brought otherwise."""
    table = tables.assessments
    query = (
        select(table.c.id)
        .outerjoin_from(table, _KEPT)
        .where(table.c.closed_at.is_not(None), _KEPT.c.assessment.is_(None))
    )
    with read_transaction(engine) as connection:
        missing: Iterable[str] = connection.execute(query).scalars().all()
    for assessment in missing:
        with write_transaction(engine) as connection:
            follow(connection, assessment)
