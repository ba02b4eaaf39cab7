"""Rate limits: how often in a minute, on every kind of database."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import select

from assessment.errors import DatabaseUnavailable, StaleWrite, TooOften, TooOftenToday
from assessment.store import Store
from storage import SqlStore
from storage.engine import read_transaction
from storage.tables import rate_limits
from tests.support.access import an_organisation
from tests.support.builders import Clock, an_answer, begin


def test_events_are_counted_per_minute_and_forgotten(store: Store, clock: Clock) -> None:
    store.rate_limits.count("unknown", 2)
    store.rate_limits.count("unknown", 2)
    for _ in range(2):
        with pytest.raises(TooOften):
            store.rate_limits.count("unknown", 2)
    store.rate_limits.count("other", 2)

    clock.forward(minutes=1)
    store.rate_limits.count("unknown", 2)


def test_events_of_a_day_are_counted_until_its_end(store: SqlStore, clock: Clock) -> None:
    store.rate_limits.count("codes", 2, daily=True)
    clock.forward(minutes=3)
    store.rate_limits.count("other", 2)  # forgets minutes that are over
    store.rate_limits.count("codes", 2, daily=True)
    store.rate_limits.count("codes", 2)
    with pytest.raises(TooOftenToday):
        store.rate_limits.check("codes", 2, daily=True)
    with pytest.raises(TooOftenToday):
        store.rate_limits.count("codes", 2, daily=True)

    clock.forward(hours=24)
    store.rate_limits.count("codes", 2, daily=True)


@pytest.mark.parametrize("whole", [False, True], ids=["a project", "an organisation"])
def test_asvs_6_3_1_who_erases_something_cannot_guess_on(store: SqlStore, *, whole: bool) -> None:
    begin(store)
    store.access.organisations.save(an_organisation())
    of_guessing = ("sign-in", "sign-in:x", "account-links", "passkeys", "code")
    for bucket in (*of_guessing, "unknown", "answer:R1", "begin:O1", "join:S1"):
        store.rate_limits.count(bucket, 1)
    store.rate_limits.count("codes:x", 1, daily=True)

    if whole:
        store.access.organisations.erase("ORG1")
    else:
        store.projects.erase("P1")

    assert {bucket for bucket, *_ in rows(store)} == {*of_guessing, "codes:x"}


def rows(store: SqlStore) -> list[tuple[str, int, int]]:
    with read_transaction(store.engine) as connection:
        return [tuple(row) for row in connection.execute(select(rate_limits))]


def test_only_the_present_minute_is_remembered(store: SqlStore, clock: Clock) -> None:
    store.rate_limits.count("unknown", 9)
    store.rate_limits.count("other", 9)
    clock.forward(minutes=1)

    store.rate_limits.count("unknown", 9)
    store.rate_limits.count("unknown", 9)

    assert rows(store) == [("unknown", int(clock.now.timestamp()) // 60, 2)]


def test_an_event_that_is_refused_is_not_counted(store: SqlStore) -> None:
    store.rate_limits.count("unknown", 1)
    with pytest.raises(TooOften) as refused:
        store.rate_limits.count("unknown", 1)

    assert refused.value.bucket == "unknown"
    assert [number for *_, number in rows(store)] == [1]


def test_a_full_bucket_waits_for_nobody(sqlite_file: Path, sqlite_url: str, open_sqlite) -> None:
    store = open_sqlite(sqlite_url, busy_timeout=0.05)
    store.rate_limits.count("unknown", 1)

    with closing(sqlite3.connect(sqlite_file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(TooOften):
            store.rate_limits.count("unknown", 1)
        with pytest.raises(DatabaseUnavailable):
            store.rate_limits.count("other", 1)


def test_what_fails_later_in_the_transaction_was_not_counted(invited: SqlStore) -> None:
    with pytest.raises(StaleWrite):
        invited.answers.save("S1", an_answer(version=3), most=1)

    assert invited.answers.save("S1", an_answer(), most=1).version == 1


def test_looking_whether_a_bucket_is_full_counts_nothing(store: SqlStore, clock: Clock) -> None:
    store.rate_limits.check("code", 1)
    store.rate_limits.check("code", 1)
    store.rate_limits.count("code", 1)
    with pytest.raises(TooOften):
        store.rate_limits.check("code", 1)

    assert [number for *_, number in rows(store)] == [1]
    clock.forward(minutes=1)
    store.rate_limits.check("code", 1)
