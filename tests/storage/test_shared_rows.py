"""Rows that several nouns need, on every kind of database."""

import pytest
from sqlalchemy import Column

from assessment.errors import DatabaseUnavailable, InvitationClosed, NotFound, StaleWrite
from assessment.store import Store
from storage import SqlStore, open_store, shared_rows
from storage.engine import read_transaction, write_transaction
from tests.support.builders import (
    NOW,
    Clock,
    a_respondent,
    an_assessment,
    an_invitation,
    an_invited_respondent,
    begin,
)
from tests.support.database import add_respondents


def test_respondents_are_listed_by_role_and_id(store: Store) -> None:
    begin(store)

    add_respondents(store, [a_respondent("b", role="mentor"), a_respondent("B", role="mentor")])

    assert [respondent.id for respondent in store.respondents.all("A1")] == ["R1", "B", "b"]


def test_adding_the_same_respondent_twice_is_no_error(store: Store) -> None:
    begin(store, a_respondent())

    add_respondents(store, [a_respondent(), a_respondent("R2")])

    assert len(store.respondents.all("A1")) == 2


def test_a_respondent_never_changes_role(store: Store) -> None:
    begin(store, a_respondent())

    with pytest.raises(StaleWrite) as stale:
        add_respondents(store, [a_respondent("R2"), a_respondent(role="mentor")])

    assert stale.value.current == a_respondent()
    assert store.respondents.all("A1") == [a_respondent()]


def test_respondents_need_their_assessment(store: Store) -> None:
    with pytest.raises(NotFound):
        add_respondents(store, [a_respondent()])


def test_no_respondents_is_no_error(store: Store) -> None:
    add_respondents(begin(store), [])

    assert len(store.respondents.all("A1")) == 1


def test_one_respondent_is_read_by_its_id(invited: SqlStore) -> None:
    with read_transaction(invited.engine) as connection:
        assert shared_rows.get_respondent(connection, "S1") == an_invited_respondent()
        with pytest.raises(NotFound):
            shared_rows.get_respondent(connection, "S9")


@pytest.mark.parametrize("locked", [False, True])
def test_an_assessment_and_an_invitation_are_read_also_when_locked(
    invited: SqlStore, locked: bool
) -> None:
    with write_transaction(invited.engine) as connection:
        assessment = shared_rows.get_assessment(connection, "A1", locked=locked)
        invitation = shared_rows.get_invitation(connection, "O1", locked=locked)
        with pytest.raises(NotFound):
            shared_rows.get_assessment(connection, "A9", locked=locked)
        with pytest.raises(NotFound):
            shared_rows.get_invitation(connection, "O9", locked=locked)

    assert assessment == an_assessment(threshold=5, version=1)
    assert invitation == an_invitation(open_hash="open", version=1)


def test_what_is_locked_changes_for_nobody_else(postgres_schema: str, clock: Clock) -> None:
    store, other = (open_store(postgres_schema, clock=clock, busy_timeout=0.05) for _ in range(2))
    begin(store).invitations.add([an_invitation()], [], [an_invited_respondent()], threshold=5)

    with write_transaction(store.engine) as connection:
        shared_rows.lock_invitation(connection, an_invited_respondent(), clock.now)
        with pytest.raises(DatabaseUnavailable, match="stays locked"):
            other.assessments.save(an_assessment(closed_at=NOW, version=1))
        with pytest.raises(DatabaseUnavailable, match="stays locked"):
            other.invitations.save(an_invitation(closed_at=NOW, version=1))

    assert other.invitations.save(an_invitation(closed_at=NOW, version=1)).version == 2
    store.close()
    other.close()


def test_an_invitation_that_takes_no_answers_is_not_locked(invited: SqlStore) -> None:
    invited.invitations.save(an_invitation(closed_at=NOW, version=1))

    with pytest.raises(InvitationClosed), write_transaction(invited.engine) as connection:
        shared_rows.lock_invitation(connection, an_invited_respondent(), NOW)


def test_a_respondent_changes_whenever_or_only_while_its_assessment_is_open(
    invited: SqlStore,
) -> None:
    invited.assessments.save(an_assessment(published_at=NOW, version=1))

    with write_transaction(invited.engine) as connection:
        shared_rows.change_respondent(connection, "S1", {"language": "en"})
        with pytest.raises(InvitationClosed):
            shared_rows.change_respondent(connection, "S1", {"language": "nl"}, while_open=True)

    assert invited.respondents.get("S1").language == "en"


def test_a_row_is_divided_over_its_parts() -> None:
    names, prices = [Column("name"), Column("size")], [Column("price")]

    assert shared_rows.split_row(("a", 1, 9, "x", "y"), names, prices) == [
        ("a", 1),
        (9,),
        ("x", "y"),
    ]


def test_a_scope_may_be_empty() -> None:
    assert shared_rows.scope_of("MC-01,MC-02") == {"MC-01", "MC-02"}
    assert shared_rows.scope_of(None) == shared_rows.scope_of("") == frozenset()
