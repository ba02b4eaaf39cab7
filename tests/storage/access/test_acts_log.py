"""The log of acts in the database."""

from dataclasses import replace
from datetime import timedelta

import pytest

from assessment.access.log import LoggedAct
from storage import SqlStore
from storage.access import acts_log
from tests.support.builders import NOW


def test_the_log_is_read_by_organisation_and_act_the_newest_first(store: SqlStore) -> None:
    log = store.access.log
    entries = [
        LoggedAct(NOW + timedelta(minutes=n), "U1", "ORG1", act, "P1", "service")
        for n, act in enumerate(("answer", "invite", "answer"))
    ]
    for entry in [*entries, LoggedAct(NOW, None, None, "manage_server")]:
        log.add(entry)

    assert log.page("ORG1") == entries[::-1]
    assert log.page("ORG1", act="invite") == [entries[1]]
    assert log.page("ORG1", start=1, most=1) == [entries[1]]
    assert [entry.act for entry in log.page(None)] == ["manage_server"]


def test_what_somebody_does_again_and_again_stands_there_once_a_minute(
    store: SqlStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(acts_log, "_MOST", 3)
    log, first = store.access.log, LoggedAct(NOW, "U1", "ORG1", "answer", "A1")
    other = replace(first, account="U2")
    for entry in (first, replace(first, at=NOW + timedelta(seconds=59)), other):
        log.add(entry, once_a_minute=True)
    later = replace(first, at=NOW + timedelta(seconds=60))
    log.add(later, once_a_minute=True)
    log.add(later)

    assert log.page("ORG1") == [later, later, other, first]
    many = [replace(first, thing=f"A{n}") for n in range(2, 6)]
    for entry in many:
        log.add(entry, once_a_minute=True)
    assert len(log.page("ORG1")) == 8


def test_old_entries_are_forgotten(store: SqlStore) -> None:
    store.access.log.add(LoggedAct(NOW, "U1", "ORG1", "answer"))

    store.access.log.forget(NOW)
    assert len(store.access.log.page("ORG1")) == 1
    store.access.log.forget(NOW + timedelta(seconds=1))
    assert store.access.log.page("ORG1") == []


def test_a_long_log_is_erased_in_portions(store: SqlStore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(acts_log, "AT_ONCE", 2)
    for _ in range(5):
        store.access.log.add(LoggedAct(NOW, "U1", "ORG1", "invite"))
    left = []
    for _ in range(4):
        store.access.log.forget(NOW + timedelta(seconds=1))
        left.append(len(store.access.log.page("ORG1")))

    assert left == [3, 1, 0, 0]
