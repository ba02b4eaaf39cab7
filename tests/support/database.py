"""What the program never asks of its store but tests do, straight from the database."""

from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import datetime

from sqlalchemy import func, select

from assessment.answers import Answer
from assessment.respondents import Respondent
from assessment.store import RespondentAnswer
from storage import SqlStore
from storage.answers import answers_of
from storage.engine import read_transaction, write_transaction
from storage.shared_rows import add_respondents as add_rows
from storage.tables import answer_history, metadata


@dataclass(frozen=True)
class Change:
    """One earlier state of an answer, as it was written then."""

    answer: Answer
    changed_at: datetime


def history(store: SqlStore, respondent: str, criterion: str) -> list[Change]:
    """Return what was written on one criterion, oldest first."""
    columns = [answer_history.c[field.name] for field in fields(Answer)]
    is_it = answer_history.c.respondent == respondent, answer_history.c.criterion == criterion
    query = select(answer_history.c.changed_at, *columns).where(*is_it)
    with read_transaction(store.engine) as connection:
        rows = connection.execute(query.order_by(answer_history.c.number)).all()
    return [Change(Answer(*row[1:]), row.changed_at) for row in rows]


def spoken_answers(store: SqlStore, assessment: str) -> list[RespondentAnswer]:
    """Return every answer of an assessment that leaves its pair, by respondent and criterion."""
    with read_transaction(store.engine) as connection:
        return answers_of(connection, assessment)


def add_respondents(store: SqlStore, respondents: Iterable[Respondent]) -> None:
    """Add respondents to their assessments, all or nothing."""
    with write_transaction(store.engine) as connection:
        add_rows(connection, respondents, store.clock())


def rows_by_table(store: SqlStore) -> dict[str, int]:
    """Return how many rows every table has."""
    with read_transaction(store.engine) as connection:
        return {
            table.name: connection.execute(select(func.count()).select_from(table)).scalar_one()
            for table in metadata.sorted_tables
        }
