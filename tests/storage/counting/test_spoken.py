"""Who answered, what they wrote, and what stays in a pair: without reading every answer."""

import pytest
from sqlalchemy import Connection, event

from assessment.answers import AnswerState
from storage import SqlStore
from tests.support.builders import a_pair, a_respondent, an_answer, begin
from tests.support.database import add_respondents


@pytest.fixture
def spoken(store: SqlStore) -> SqlStore:
    """Five respondents, of whom one only noted something and one did nothing, and a pair."""
    begin(store)
    add_respondents(store, [a_respondent(f"M{n}", role="mentee") for n in range(4)])
    for name, level in (("R1", 3), ("M0", 2), ("M1", 1)):
        for criterion in ("MC-01", "MC-02"):
            store.answers.save(name, an_answer(criterion, level, comment=f"{name} {criterion}"))
    store.answers.save("M2", an_answer(state=None, comment="later"))
    store.answers.save("M1", an_answer("MC-03", state=AnswerState.UNKNOWN))
    mentor, _ = a_pair(store)
    store.answers.save(mentor, an_answer(comment="between us"))
    return store


def test_everybody_who_gave_any_answer_counts_once(spoken: SqlStore) -> None:
    assert spoken.answers.participation("A1") == {"coordinator": 1, "mentee": 2}
    assert spoken.answers.participation("A9") == {}


def test_comments_are_sorted_and_tell_nobody(spoken: SqlStore) -> None:
    assert spoken.answers.comments("A1") == [
        ("MC-01", "coordinator", "R1 MC-01"),
        ("MC-01", "mentee", "M0 MC-01"),
        ("MC-01", "mentee", "M1 MC-01"),
        ("MC-01", "mentee", "later"),
        ("MC-02", "coordinator", "R1 MC-02"),
        ("MC-02", "mentee", "M0 MC-02"),
        ("MC-02", "mentee", "M1 MC-02"),
    ]


def test_comments_are_found_without_looking_at_answers_that_have_none(
    spoken: SqlStore,
) -> None:
    if spoken.engine.dialect.name == "postgresql":
        # with so few rows it reads all of them, unless that is made costly
        event.listen(spoken.engine, "begin", _prefer_indexes)
    asked: list[tuple[str, object]] = []
    event.listen(
        spoken.engine, "before_cursor_execute", lambda *args: asked.append((args[2], args[3]))
    )
    spoken.answers.comments("A1")

    statement, values = asked[-1]
    with spoken.engine.connect() as connection:
        is_file = spoken.engine.dialect.name == "sqlite"
        explain = "EXPLAIN QUERY PLAN" if is_file else "EXPLAIN"
        plan = connection.exec_driver_sql(f"{explain} {statement}", values).all()  # type: ignore[arg-type]
    assert any("ix_answers_comments" in str(step) for step in plan)


def _prefer_indexes(connection: Connection) -> None:
    connection.exec_driver_sql("SET LOCAL enable_seqscan = off")
