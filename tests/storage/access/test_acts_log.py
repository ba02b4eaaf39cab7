"""The log of acts in the database."""

from datetime import timedelta

from assessment.access.log import LoggedAct
from storage import SqlStore
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


def test_old_entries_are_forgotten(store: SqlStore) -> None:
    store.access.log.add(LoggedAct(NOW, "U1", "ORG1", "answer"))

    store.access.log.forget(NOW)
    assert len(store.access.log.page("ORG1")) == 1
    store.access.log.forget(NOW + timedelta(seconds=1))
    assert store.access.log.page("ORG1") == []
