"""The tables of sessions hold the fields of the domain."""

from dataclasses import fields
from typing import Any

import pytest
from sqlalchemy import Table, insert
from sqlalchemy.exc import IntegrityError

from assessment.project_profiles import ProfileEntry, ProjectProfile
from assessment.session.agreed_values import AgreedValue
from assessment.session.agreements import SessionAgreement
from assessment.session.control.log import LogEntry
from assessment.session.group_session import GroupSession
from assessment.session.notes import SessionNote
from assessment.session.people import SessionPerson
from assessment.session.voting.hands import HandCount
from assessment.session.voting.votes import SessionVote, ShownMark
from storage import SqlStore
from storage.engine import write_transaction
from storage.session import tables
from tests.support.builders import begin
from tests.support.session.rows import a_person, a_running_session

HELD = {
    tables.sessions: GroupSession,
    tables.session_people: SessionPerson,
    tables.session_votes: SessionVote,
    tables.session_shown: ShownMark,
    tables.session_hands: HandCount,
    tables.session_notes: SessionNote,
    tables.agreed_values: AgreedValue,
    tables.session_agreements: SessionAgreement,
    tables.session_log: LogEntry,
    tables.project_profiles: ProjectProfile,
}


@pytest.mark.parametrize(
    ("table", "kind"), [pytest.param(*held, id=held[0].name) for held in HELD.items()]
)
def test_a_table_has_a_column_for_every_field(table: Table, kind: type[Any]) -> None:
    assert {field.name for field in fields(kind)} <= set(table.c.keys())


def test_no_table_of_people_or_votes_has_a_time() -> None:
    kept = (tables.session_people, tables.session_votes, tables.session_notes, tables.session_log)

    assert [c.name for table in kept for c in table.c if "TIME" in str(c.type).upper()] == []


def test_a_script_and_entries_come_back_as_they_were(store: SqlStore) -> None:
    session = a_running_session(begin(store), project="P1")
    entries = (ProfileEntry("MC-01", in_scope=False, reason="niet bij ons"), ProfileEntry("MC-03"))
    profile = ProjectProfile("F1", "P1", "Ons minimum", "mentoring", "full", entries)

    store.project_profiles.save(profile)

    assert store.sessions.get("S1") == session
    assert store.project_profiles.get("F1").entries == entries


def test_two_votes_of_one_person_on_one_item_cannot_stand(store: SqlStore) -> None:
    a_running_session(store)
    store.session_people.join(a_person())
    row = {"person": "R1", "step": "rate", "item": "MC-01", "turn": "first", "choice": "1"}
    row |= {"need": "", "word": "", "version": 1, "session": "S1", "role": "mentor"}

    with pytest.raises(IntegrityError), write_transaction(store.engine) as connection:
        connection.execute(insert(tables.session_votes), [row, row])
