"""The tables: they hold the fields of the domain, and everything is erased with its project."""

from dataclasses import fields
from typing import Any

import pytest
from sqlalchemy import Table, insert
from sqlalchemy.exc import IntegrityError

from assessment.agreements import Agreement, AgreementStatus
from assessment.answers import Answer, AnswerState
from assessment.assessments import Assessment
from assessment.choices import Choice
from assessment.invitations import Invitation
from assessment.pairs import Pair
from assessment.projects import Project
from assessment.respondents import Respondent
from storage import SqlStore, tables
from storage.engine import write_transaction
from storage.session import tables as session_tables
from tests.support.builders import NOW, an_agreement, begin

HELD = {
    tables.projects: Project,
    tables.assessments: Assessment,
    tables.choices: Choice,
    tables.invitations: Invitation,
    tables.pairs: Pair,
    tables.respondents: Respondent,
    tables.answers: Answer,
    tables.answer_history: Answer,
    tables.agreements: Agreement,
}
BY_NAME = [pytest.param(table, id=table.name) for table in tables.metadata.sorted_tables]


@pytest.mark.parametrize(
    ("table", "kind"), [pytest.param(*held, id=held[0].name) for held in HELD.items()]
)
def test_a_table_has_a_column_for_every_field(table: Table, kind: type[Any]) -> None:
    assert {field.name for field in fields(kind)} <= set(table.c.keys())


@pytest.mark.parametrize("table", BY_NAME)
def test_what_belongs_to_something_is_erased_with_it(table: Table) -> None:
    kept = {key.parent.name for key in table.foreign_keys if key.ondelete != "CASCADE"}

    keeps_catalogue = table in (tables.assessments, session_tables.sessions)
    assert kept == ({"catalogue_hash"} if keeps_catalogue else set())


@pytest.mark.parametrize("table", BY_NAME)
def test_what_is_erased_with_something_is_found_by_an_index(table: Table) -> None:
    indexes = [tuple(table.primary_key.columns), *(tuple(i.columns) for i in table.indexes)]
    first = {columns[0] for columns in indexes}

    assert {key.parent for key in table.foreign_keys} <= first


ROW = {"respondent": "R1", "assessment": "A1", "role": "coordinator", "updated_at": NOW}


@pytest.mark.parametrize(
    "wrong",
    [
        {"state": AnswerState.LEVEL, "level": 5},
        {"state": AnswerState.LEVEL, "level": None},
        {"state": AnswerState.UNKNOWN, "level": 2},
        {"state": None, "level": 2},
    ],
)
def test_the_database_itself_refuses_an_answer_that_cannot_be(
    store: SqlStore, wrong: dict[str, object]
) -> None:
    begin(store)
    row = {**vars(Answer("MC-01")), **ROW, **wrong}

    with pytest.raises(IntegrityError), write_transaction(store.engine) as connection:
        connection.execute(insert(tables.answers), row)


@pytest.mark.parametrize("state", AnswerState)
def test_the_database_takes_every_state(store: SqlStore, state: AnswerState) -> None:
    begin(store)
    level = 4 if state is AnswerState.LEVEL else None

    with write_transaction(store.engine) as connection:
        row = {**vars(Answer("MC-01", state, level)), **ROW}
        connection.execute(insert(tables.answers), row)

    assert store.answers.get("R1", "MC-01") == Answer("MC-01", state, level)


@pytest.mark.parametrize("status", AgreementStatus)
def test_the_database_takes_every_status_of_an_agreement(
    store: SqlStore, status: AgreementStatus
) -> None:
    begin(store).agreements.save(an_agreement(status=status))

    assert store.agreements.all("P1")[0].status is status


@pytest.mark.parametrize("wrong", [{"requirement": "must"}, {"target": 5}, {"target": -1}])
def test_the_database_itself_refuses_a_choice_that_cannot_be(
    store: SqlStore, wrong: dict[str, object]
) -> None:
    begin(store)
    row = {**vars(Choice("MC-01")), "assessment": "A1", **wrong}

    with pytest.raises(IntegrityError), write_transaction(store.engine) as connection:
        connection.execute(insert(tables.choices), row)
