"""The store opened for one session: nothing else of its project is there."""

from dataclasses import replace

import pytest

from assessment.access.memberships import Reach
from assessment.errors import NotFound, NotPermitted
from storage import SqlStore
from storage.access.within import METHODS
from tests.support.access.things import NOTE, OF_NOBODY, OF_SESSION, call
from tests.support.builders import (
    SNAPSHOT_HASH,
)
from tests.support.session.room import a_session
from tests.support.session.rows import a_running_session

ORG1 = Reach("ORG1")
ORG2 = Reach("ORG2")
ONE_SESSION = Reach("ORG1", frozenset(), frozenset({"S1"}))
OF_SESSIONS = {
    *("sessions", "session_people", "session_votes", "session_hands", "session_notes"),
    *("agreed_values", "session_agreements"),
}


@pytest.mark.parametrize("method", sorted(METHODS.keys() - OF_NOBODY))
def test_asvs_8_2_2_who_has_one_session_reaches_nothing_else_of_its_project(
    two: SqlStore, method: str
) -> None:
    a_running_session(two, id="S2", project="P1")
    other = Reach("ORG1", frozenset(), frozenset({"S2"}))
    noun = method.partition(".")[0]

    with pytest.raises(NotFound):
        call(two.within(other, other), method)()
    if noun not in OF_SESSIONS or method in ("sessions.all", "sessions.add"):
        with pytest.raises(NotFound):
            call(two.within(ONE_SESSION, ONE_SESSION), method)()


def test_who_has_one_session_reads_and_changes_it_where_it_stands(two: SqlStore) -> None:
    two.sessions.save(
        a_session(id="S9", project="P1", assessment="A1", catalogue_hash=SNAPSHOT_HASH)
    )
    reach = Reach("ORG1", frozenset(), frozenset({"S1", "S9"}))
    store = two.within(reach, reach)

    for name in ("S1", "S9"):
        changed = store.sessions.save(replace(store.sessions.get(name), name="Anders"))
        assert two.sessions.get(name) == changed
    assert [note.text for note in store.session_notes.all("S1")] == [NOTE.text]
    assert store.session_agreements.save(replace(OF_SESSION, version=1)).version == 2
    assert store.sessions.project_name("S1") == two.projects.get("P1").name
    for fields in ({"project": None}, {"project": "P2"}, {"assessment": "A1"}):
        with pytest.raises(NotFound):
            store.sessions.save(replace(store.sessions.get("S1"), **fields))
    session = two.sessions.get("S9")
    two.sessions.erase("S9")
    with pytest.raises(NotFound):
        store.sessions.save(session)


def test_a_session_that_may_be_seen_is_refused_in_other_words(two: SqlStore) -> None:
    elsewhere = Reach("ORG1", frozenset({"P9"}))

    with pytest.raises(NotPermitted):
        two.within(elsewhere, ONE_SESSION).sessions.get("S1")
