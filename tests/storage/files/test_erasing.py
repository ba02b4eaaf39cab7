"""Nothing of an erased project stays behind."""

import sqlite3
from contextlib import closing
from pathlib import Path
from random import Random
from time import monotonic, sleep

import pytest

from assessment.choices import Choice
from assessment.judging.judgements import Judgement
from assessment.pairs import Pair
from assessment.store import Store
from storage import SqlStore
from storage.access import tables as access_tables
from storage.files import erasing
from tests.support.builders import (
    NOW,
    SNAPSHOT_HASH,
    a_pair,
    a_project,
    a_respondent,
    an_agreement,
    an_answer,
    an_assessment,
    an_invitation,
    an_invited_respondent,
    begin,
)
from tests.support.database import rows_by_table
from tests.support.portfolio.shares import a_share_file
from tests.support.session.rows import fill_session

SECRET = "Dit mag niemand meer lezen"

# what belongs to no project: erased with its organisation or account
OF_ORGANISATIONS = {table.name for table in access_tables.metadata.sorted_tables} & {
    *("accounts", "passkeys", "identities", "recovery_codes", "devices", "logins"),
    *("organisations", "memberships", "account_links", "acts_log"),
    *("portfolios", "portfolio_invitations", "band_editions"),
    *("shares", "share_reads", "outside_looks"),
    *("outbox", "reminders"),
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
    asked = an_invitation("O2", to_judge=True)
    judge = an_invited_respondent("J1", invitation="O2")
    store.invitations.add([asked], [], [judge], threshold=5)
    judgement = Judgement("MC-01", "applies", note=SECRET)
    store.judgements.save("J1", judgement, most=9, holder=str(judge.token_hash))
    store.assessments.add(an_assessment("A0", closed_at=NOW), [], [])
    store.share_files.save(a_share_file(portfolio_name=SECRET))


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


def stands_in_a_file(file: Path, words: str) -> bool:
    """Return whether words stand in the database, its log or anything else beside it."""
    return any(words.encode() in each.read_bytes() for each in file.parent.iterdir())


def test_erased_words_stand_in_no_file_any_more(sqlite_file: Path, sqlite_store: SqlStore) -> None:
    fill(sqlite_store)
    assert stands_in_a_file(sqlite_file, SECRET)

    sqlite_store.projects.erase("P1")

    assert not stands_in_a_file(sqlite_file, SECRET)


def test_what_a_group_said_stands_in_no_file_once_it_is_thrown_away(
    sqlite_file: Path, sqlite_store: SqlStore
) -> None:
    begin(sqlite_store).invitations.add(
        [an_invitation()], [], [an_invited_respondent()], threshold=5
    )
    sqlite_store.answers.save("S1", an_answer(comment=SECRET))

    sqlite_store.invitations.erase("A1", ["O1"])

    assert not stands_in_a_file(sqlite_file, SECRET)


def test_no_place_where_erased_words_stood_before_is_left(
    sqlite_file: Path, sqlite_store: SqlStore
) -> None:
    """Rows that grow make the rows beside them move, and the old place is not overwritten."""
    people = [an_invited_respondent(f"T{n}") for n in range(20)]
    begin(sqlite_store).invitations.add(
        [an_invitation(max_respondents=20)], [], people, threshold=5
    )
    write, written = sqlite_store.answers.save, []
    random = Random(4)  # noqa: S311  (the same every time, and no secret)
    for number in range(600):
        who = random.randrange(20)
        criterion = f"MC-{random.randrange(1, 20):02}"
        words = f"T{who}:{number:04}{'y' * random.choice((0, 50, 500, 1900))}"
        version = sqlite_store.answers.get(f"T{who}", criterion).version
        write(f"T{who}", an_answer(criterion, comment=words, version=version))
        written.append((who, words[:8]))

    for who in range(0, 20, 2):
        sqlite_store.answers.erase(f"T{who}", 99)
    sqlite_store.close()  # all but the first erasure waited their turn

    assert not [w for who, w in written if not who % 2 and stands_in_a_file(sqlite_file, w)]
    assert any(stands_in_a_file(sqlite_file, w) for who, w in written if who % 2)


def test_who_erases_without_end_has_the_file_written_anew_now_and_then_only(
    sqlite_file: Path, sqlite_store: SqlStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(erasing, "BETWEEN", 1.0)
    people = [an_invited_respondent(f"T{n}") for n in range(4)]
    begin(sqlite_store).invitations.add([an_invitation()], [], people, threshold=5)
    with closing(sqlite3.connect(sqlite_file)) as connection:

        def is_left() -> bool:
            return bool(connection.execute("PRAGMA user_version").fetchone()[0])

        sqlite_store.answers.erase("T0", 9)
        assert not is_left()
        for who in ("T1", "T2", "T3"):
            sqlite_store.answers.erase(who, 9)
            assert is_left()

        until = monotonic() + 10
        while is_left():
            assert monotonic() < until
            sleep(0.05)


def test_what_was_erased_while_the_file_was_written_anew_is_not_forgotten(
    sqlite_file: Path, sqlite_store: SqlStore
) -> None:
    begin(sqlite_store)
    with closing(sqlite3.connect(sqlite_file, isolation_level=None)) as other:
        other.execute("PRAGMA user_version=7")

        def erases(statement: str) -> None:
            if statement == "VACUUM":
                with closing(sqlite3.connect(sqlite_file, isolation_level=None)) as third:
                    third.execute("PRAGMA user_version=8")

        with closing(sqlite_store.engine.raw_connection()) as connection:
            driver = connection.driver_connection
            assert driver is not None
            driver.set_trace_callback(erases)

        erasing.forget_what_is_left(sqlite_store.engine)

        assert other.execute("PRAGMA user_version").fetchone() == (8,)


@pytest.mark.parametrize("is_large", [False, True])
def test_what_could_not_be_tidied_is_tidied_at_the_next_start(
    sqlite_file: Path, open_sqlite, monkeypatch: pytest.MonkeyPatch, *, is_large: bool
) -> None:
    url = f"sqlite:///{sqlite_file}"
    store = open_sqlite(url, busy_timeout=0.1)
    begin(store)
    store.answers.save("R1", an_answer(comment=SECRET))
    with closing(sqlite3.connect(sqlite_file, isolation_level=None)) as reader:
        if is_large:
            monkeypatch.setattr(erasing, "MOST_AT_ONCE", 0)
        else:
            reader.execute("BEGIN")
            reader.execute("SELECT count(*) FROM answers").fetchall()
        store.projects.erase("P1")
        assert store.projects.all() == []
        (mark,) = reader.execute("PRAGMA user_version").fetchone()
    store.close()
    sqlite_file.with_name(f"{sqlite_file.name}-wal").touch()

    open_sqlite(url)

    assert not stands_in_a_file(sqlite_file, SECRET)
    assert bool(mark) == is_large  # who reads sees the file as it was
    with closing(sqlite3.connect(sqlite_file)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (0,)
