"""A few seconds of bad days: nothing that was confirmed is lost. `make soak` takes ten minutes."""

import sys

import pytest
from sqlalchemy import delete

from assessment.answers import Answer, AnswerState
from assessment.services import responding
from benchmarks.soak import soak
from benchmarks.support.ledger import Ledger, compare
from benchmarks.support.people import invite
from storage import SqlStore
from storage.engine import write_transaction
from storage.tables import answer_history

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="limits of processes are Linux's")


def test_a_few_seconds_of_faults_lose_nothing() -> None:
    report = soak(10)

    assert any(report.faults.values())
    assert report.verdict.confirmed > 0
    assert (report.verdict.lost, report.verdict.other) == (0, 0)
    assert report.verdict.is_sound
    assert f"confirmed {report.verdict.confirmed}, lost 0" in "\n".join(report.lines())


@pytest.fixture
def ledger(sqlite_store: SqlStore) -> Ledger:
    """Somebody to whom one answer was confirmed, which the database holds."""
    workspace, [person] = invite(sqlite_store, 1)
    session = responding.find(workspace, person.token)
    assert isinstance(session, responding.RespondentSession)
    question = person.questions[0]
    saved = responding.write(workspace, session, Answer(question, AnswerState.LEVEL, 3))
    return Ledger(person, [(question, 3, str(saved.version))])


def test_the_ledger_finds_what_is_there(sqlite_store: SqlStore, ledger: Ledger) -> None:
    verdict = compare(sqlite_store, [ledger])

    assert (verdict.confirmed, verdict.lost, verdict.other, verdict.compared) == (1, 0, 0, 1)


def test_the_ledger_misses_a_confirmed_answer_that_is_gone(
    sqlite_store: SqlStore, ledger: Ledger
) -> None:
    with write_transaction(sqlite_store.engine) as connection:
        connection.execute(delete(answer_history))

    assert compare(sqlite_store, [ledger]).lost == 1


def test_the_ledger_sees_another_level_than_was_confirmed_or_sent(
    sqlite_store: SqlStore, ledger: Ledger
) -> None:
    question, _, version = ledger.confirmed[0]
    ledger.confirmed.append((question, 1, version))
    assert compare(sqlite_store, [ledger]).other == 1

    ledger.open[question] = 3  # sent after that, and perhaps saved
    assert compare(sqlite_store, [ledger]).other == 0
