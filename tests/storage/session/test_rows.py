"""Rows that several nouns of a session need."""

import pytest

from assessment.errors import NotFound
from storage import SqlStore
from storage.engine import write_transaction
from storage.session import rows
from tests.support.session.rows import a_person, a_running_session


def test_what_is_locked_is_read_as_it_is(store: SqlStore) -> None:
    session = a_running_session(store)
    store.session_people.join(a_person())

    with write_transaction(store.engine) as connection:
        assert rows.get_session(connection, "S1", locked=True) == session
        assert rows.get_session(connection, "S1", alone=True) == session
        assert rows.get_person(connection, "R1", locked=True) == a_person()


def test_a_page_is_out_of_date_while_a_command_is_not(store: SqlStore) -> None:
    a_running_session(store)
    before = store.sessions.pulse("S1")

    with write_transaction(store.engine) as connection:
        rows.outdate_pages(connection, "S1")

    after = store.sessions.pulse("S1")
    assert (after.v, after.version) == (before.v + 1, before.version)


def test_what_is_not_there_is_not_found(store: SqlStore) -> None:
    with write_transaction(store.engine) as connection:
        for call in (rows.get_session, rows.get_person, rows.outdate_pages):
            with pytest.raises(NotFound):
                call(connection, "X")
