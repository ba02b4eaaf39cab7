"""Nothing of an erased project stays behind."""

from pathlib import Path

import pytest

from assessment.choices import Choice
from assessment.pairs import Pair
from assessment.store import Store
from storage import SqlStore
from storage.access import tables as access_tables
from tests.support.builders import (
    NOW,
    SNAPSHOT_HASH,
    a_pair,
    a_project,
    a_respondent,
    an_agreement,
    an_answer,
    an_assessment,
    begin,
)
from tests.support.database import rows_by_table
from tests.support.session.rows import fill_session

SECRET = "Dit mag niemand meer lezen"

# what belongs to no project: erased with its organisation or account
OF_ORGANISATIONS = {table.name for table in access_tables.metadata.sorted_tables} & {
    *("accounts", "passkeys", "identities", "recovery_codes", "devices", "logins"),
    *("organisations", "memberships", "account_links", "acts_log"),
    *("portfolios", "portfolio_invitations", "band_editions"),
    *("shares", "share_reads", "outside_looks"),
}


def fill(store: Store) -> None:
    """Put at least one row in every table."""
    begin(store).choices.save("A1", [Choice("MC-01", reason=SECRET)])
    store.answers.save("R1", an_answer(comment=SECRET))
    store.answers.save("R1", an_answer(comment=SECRET * 200, version=1))
    store.agreements.save(an_agreement(text=SECRET))
    mentor, _ = a_pair(store)
    store.answers.save(mentor, an_answer(comment=SECRET), most=9)
    store.pairs.save(Pair("D1", "A1", agreement=SECRET, version=1))
    fill_session(store, SECRET)
    store.assessments.add(an_assessment("A0", closed_at=NOW), [], [])


def test_erasing_empties_every_table(store: SqlStore) -> None:
    fill(store)
    of_projects = rows_by_table(store).keys() - OF_ORGANISATIONS
    assert all(rows_by_table(store)[name] for name in of_projects)

    store.projects.erase("P1")

    assert not any(rows_by_table(store).values())


def test_erasing_twice_is_no_error(store: Store) -> None:
    fill(store)

    store.projects.erase("P1")
    store.projects.erase("P1")

    assert store.projects.all() == []


def test_erasing_leaves_other_projects_and_their_snapshot(store: Store) -> None:
    fill(store)
    store.projects.save(a_project("P2"))
    respondent = a_respondent("R2", assessment="A2")
    store.assessments.add(an_assessment("A2", project="P2"), [Choice("MC-01")], [respondent])
    store.answers.save("R2", an_answer())

    store.projects.erase("P1")

    assert [project.id for project in store.projects.all()] == ["P2"]
    assert store.snapshots.get(SNAPSHOT_HASH) == "{}"
    assert [t.counts.sum() for t in store.answers.counts(["A1", "A2"])] == [0, 1]


@pytest.fixture
def sqlite_store(sqlite_url: str, open_sqlite) -> SqlStore:
    """A store on SQLite."""
    return open_sqlite(sqlite_url)


def test_erased_words_stand_in_no_file_any_more(sqlite_file: Path, sqlite_store: SqlStore) -> None:
    fill(sqlite_store)
    assert any(SECRET.encode() in file.read_bytes() for file in sqlite_file.parent.iterdir())

    sqlite_store.projects.erase("P1")

    assert not any(SECRET.encode() in file.read_bytes() for file in sqlite_file.parent.iterdir())
