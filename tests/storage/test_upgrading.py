"""What people wrote in an older database is all there after an upgrade."""

from datetime import UTC, date, datetime
from pathlib import Path

from sqlalchemy import text

from assessment.agreements import Agreement, AgreementStatus
from assessment.answers import Answer, AnswerState, Reason
from assessment.assessments import Assessment
from assessment.choices import Choice
from assessment.projects import Project
from assessment.respondents import Respondent
from storage import open_store
from storage.engine import address, create, write_transaction
from storage.migrate import upgrade
from tests.support.builders import Clock, a_pair, an_answer
from tests.support.database import history

THEN = datetime(2026, 3, 1, 12, tzinfo=UTC)
ANSWERS = {
    "MC-01": Answer("MC-01", AnswerState.LEVEL, 3, comment="goed", evidence="map", version=2),
    "MC-02": Answer(
        "MC-02", AnswerState.NOT_APPLICABLE, None, Reason.OTHER, "omdat", marked=True, version=1
    ),
    "MC-03": Answer("MC-03", comment="nog open", version=1),
}
ROWS = {
    "projects": [
        {"id": "P1", "name": "Maatjes", "created_at": THEN, "kind": "school", "target_group": "t"}
        | {"minors": None, "stage": None, "size": 40, "region": "r", "start_year": 2020}
        | {"languages": '["nl", "en"]', "is_example": False, "version": 3, "updated_at": THEN}
    ],
    "snapshots": [{"hash": "h", "snapshot": "{}"}],
    "assessments": [
        {"id": name, "project": "P1", "name": name, "catalogue": "mentoring"}
        | {"catalogue_version": "1", "catalogue_hash": "h", "profile": "full", "ambition": "floor"}
        | {"started_at": THEN, "closed_at": closed, "previous": before, "version": 1}
        | {"updated_at": THEN}
        for name, closed, before in (("A0", THEN, None), ("A1", None, "A0"))
    ],
    "choices": [
        {"assessment": "A1", "criterion": "MC-01", "in_scope": True, "requirement": "minimal"}
        | {"target": 3, "reason": "r"}
    ],
    "respondents": [
        {"id": "R0", "assessment": "A0", "role": "mentee", "token_hash": None},
        {"id": "R1", "assessment": "A1", "role": "coordinator", "token_hash": None},
    ],
    "actions": [
        {"id": "X1", "project": "P1", "assessment": "A1", "criterion": "MC-01", "text": "doen"}
        | {"owner": "bestuur", "due": THEN.date(), "status": "busy", "outcome": "", "version": 1}
    ],
}


def answer_rows() -> list[dict[str, object]]:
    return [
        vars(answer) | {"respondent": respondent, "assessment": assessment, "role": role}
        for respondent, assessment, role in (("R0", "A0", "mentee"), ("R1", "A1", "coordinator"))
        for answer in ANSWERS.values()
    ]


def fill(url: str) -> None:
    """Make a database of revision 0001 with something in every table."""
    engine = create(address(url))
    if engine.dialect.name == "sqlite":
        Path(str(engine.url.database)).parent.mkdir()
    history = [
        {k: v for k, v in row.items() if k not in ("assessment", "role")} | {"changed_at": THEN}
        for row in answer_rows()
    ]
    answers = [row | {"updated_at": THEN} for row in answer_rows()]
    with write_transaction(engine) as connection:
        upgrade(connection, "0001")
        for table, rows in {**ROWS, "answers": answers, "answer_history": history}.items():
            names = list(rows[0])
            values = ", ".join(f":{name}" for name in names)
            sql = f"INSERT INTO {table} ({', '.join(names)}) VALUES ({values})"  # noqa: S608
            for row in rows:
                # these get the type of their column, as the program writes them
                times = {name: value for name, value in row.items() if isinstance(value, date)}
                connection.execute(text(sql).bindparams(**times), row)
    engine.dispose()


def test_a_filled_first_database_keeps_everything(database_url: str, clock: Clock) -> None:
    fill(database_url)

    store = open_store(database_url, clock=clock)

    shared = {"catalogue": "mentoring", "catalogue_version": "1", "catalogue_hash": "h"}
    shared |= {"profile": "full", "ambition": "floor", "started_at": THEN, "version": 1}
    assert store.assessments.all("P1") == [
        Assessment("A0", "P1", "A0", closed_at=THEN, **shared),
        Assessment("A1", "P1", "A1", previous="A0", **shared),
    ]
    assert [p.name for p in store.projects.all()] == ["Maatjes"]
    assert isinstance(store.projects.get("P1"), Project)
    assert store.choices.get("A1") == {
        "MC-01": Choice("MC-01", requirement="minimal", target=3, reason="r")
    }
    assert store.respondents.all("A0") == [Respondent("R0", "A0", "mentee")]
    for respondent in ("R0", "R1"):
        assert store.answers.all(respondent) == ANSWERS
        assert [c.answer for c in history(store, respondent, "MC-02")] == [ANSWERS["MC-02"]]
    assert sorted(store.answers.counts(["A0"])) == [
        ("A0", "MC-01", "mentee", 3, 1),
        ("A0", "MC-02", "mentee", 5, 1),
    ]
    assert store.agreements.all("P1") == [
        Agreement(
            "X1", "P1", "A1", "MC-01", "doen", "bestuur", THEN.date(), AgreementStatus.BUSY, "", 1
        )
    ]
    store.close()


def test_an_upgraded_database_can_be_worked_in(database_url: str, clock: Clock) -> None:
    fill(database_url)
    store = open_store(database_url, clock=clock)

    mentor, _ = a_pair(store)
    store.answers.save(mentor, an_answer())
    store.answers.save("R1", an_answer(level=1, version=2))

    assert store.answers.all("R1")["MC-01"].level == 1
    assert len(store.respondents.all("A1")) == 3
    store.projects.erase("P1")
    assert store.projects.all() == []
    store.close()
