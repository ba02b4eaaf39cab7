"""The store opened for one organisation: what others have is not there, whatever is asked."""

from dataclasses import replace

import pytest

from assessment.access.memberships import Reach
from assessment.errors import NotFound, NotPermitted
from assessment.session.store import WholeSession
from storage import SqlStore
from storage.access.within import METHODS
from tests.support.access.things import OF_NOBODY, OF_SESSION, PROFILE, call
from tests.support.builders import (
    SNAPSHOT_HASH,
    a_project,
    an_assessment,
)
from tests.support.session.room import a_session

ORG1 = Reach("ORG1")
ORG2 = Reach("ORG2")


@pytest.mark.parametrize("method", sorted(METHODS.keys() - OF_NOBODY))
def test_asvs_8_4_1_no_method_reaches_a_thing_of_another_organisation(
    two: SqlStore, method: str
) -> None:
    before = two.projects.get("P1"), two.agreements.all("P1"), two.respondents.all("A1")

    with pytest.raises(NotFound):
        call(two.within(ORG2, ORG2), method)()

    assert (two.projects.get("P1"), two.agreements.all("P1"), two.respondents.all("A1")) == before


def test_the_list_of_projects_is_that_of_the_organisation(two: SqlStore) -> None:
    two.within(ORG2, ORG2).projects.save(a_project("P2", name="Anderen", is_example=True))

    first, second = two.within(ORG1, ORG1).projects, two.within(ORG2, ORG2).projects
    assert [project.id for project in first.all()] == ["P1"]
    assert [listed.project.id for listed in second.page("", 0, 20).projects] == ["P2"]
    assert not first.page("", 0, 20).has_example
    assert first.get("P1").name == two.projects.get("P1").name


def test_within_a_reach_only_its_projects_are_there_and_none_is_made(two: SqlStore) -> None:
    reach = Reach("ORG1", frozenset({"P9"}))
    store = two.within(reach, reach)

    assert store.projects.all() == []
    with pytest.raises(NotFound):
        store.projects.get("P1")
    with pytest.raises(NotPermitted):
        store.projects.save(a_project("P2"))


def test_what_may_be_seen_is_refused_in_other_words_than_what_is_not_there(two: SqlStore) -> None:
    store = two.within(Reach("ORG1", frozenset({"P9"})), ORG1)

    with pytest.raises(NotPermitted):
        store.projects.get("P1")


def test_a_new_thing_goes_where_its_parent_is(two: SqlStore) -> None:
    with pytest.raises(NotFound):
        two.within(ORG2, ORG2).assessments.add(an_assessment("A2"), [], iter(()))
    two.within(ORG1, ORG1).assessments.add(an_assessment("A2"), [], iter(()))

    assert {a.id for a in two.assessments.all("P1")} == {"A1", "A2"}


def test_what_respondents_do_with_a_token_is_not_there(two: SqlStore) -> None:
    store = two.within(ORG1, ORG1)

    for noun, name in ((store.respondents, "find"), (store.answers, "erase"), (store.answers, "x")):
        with pytest.raises(AttributeError):
            getattr(noun, name)
    store.health()


def test_a_thing_is_looked_up_once(two: SqlStore) -> None:
    store = two.within(ORG1, ORG1)

    assert store.projects.get("P1") == store.projects.get("P1")


def test_a_session_on_no_project_is_of_the_organisation_that_made_it(two: SqlStore) -> None:
    mine, theirs = two.within(ORG1, ORG1), two.within(ORG2, ORG2)
    made = mine.sessions.save(a_session(id="S9", catalogue_hash=SNAPSHOT_HASH))
    mine.session_agreements.save(replace(OF_SESSION, id="SA9", session="S9"))

    assert mine.sessions.all(None) == [made] == [mine.sessions.get("S9")]
    assert theirs.sessions.all(None) == []
    for call_it in (
        lambda store: store.sessions.get("S9"),
        lambda store: store.sessions.save(replace(made, name="Gekaapt")),
        lambda store: store.sessions.erase("S9"),
        lambda store: store.session_agreements.all("S9"),
        lambda store: store.session_agreements.erase("SA9"),
    ):
        with pytest.raises(NotFound):
            call_it(theirs)
    assert two.sessions.get("S9") == made


def test_a_whole_session_on_no_project_is_of_the_organisation_too(two: SqlStore) -> None:
    whole = WholeSession(a_session(id="S9", catalogue_hash=SNAPSHOT_HASH))
    two.within(ORG1, ORG1).sessions.add(whole)
    two.within(ORG1, ORG1).sessions.add(
        WholeSession(a_session(id="S8", project="P1", catalogue_hash=SNAPSHOT_HASH))
    )

    assert [one.id for one in two.within(ORG1, ORG1).sessions.all(None)] == ["S9"]
    assert two.within(ORG2, ORG2).sessions.all(None) == []


def test_who_has_one_project_neither_sees_nor_makes_a_session_on_none(two: SqlStore) -> None:
    made = two.within(ORG1, ORG1).sessions.save(a_session(id="S9", catalogue_hash=SNAPSHOT_HASH))
    one = Reach("ORG1", frozenset({"P1"}))

    for call_it in (
        lambda store: store.sessions.all(None),
        lambda store: store.sessions.get("S9"),
        lambda store: store.sessions.save(a_session(id="S10", catalogue_hash=SNAPSHOT_HASH)),
        # nor is one of a project taken out of it
        lambda store: store.sessions.save(replace(store.sessions.get("S1"), project=None)),
    ):
        with pytest.raises(NotFound):
            call_it(two.within(one, one))
        with pytest.raises((NotPermitted, NotFound)):
            call_it(two.within(one, ORG1))
    with pytest.raises(NotPermitted):
        two.within(one, ORG1).sessions.save(replace(made, name="Gekaapt"))
    assert two.sessions.all(None) == [made]


def test_a_session_of_before_any_organisation_is_nobodys(two: SqlStore) -> None:
    two.sessions.save(a_session(id="S9", catalogue_hash=SNAPSHOT_HASH))

    assert two.within(ORG1, ORG1).sessions.all(None) == []
    with pytest.raises(NotFound):
        two.within(ORG1, ORG1).sessions.get("S9")


def test_nothing_of_ones_own_points_at_a_thing_of_others(two: SqlStore) -> None:
    theirs = two.within(ORG2, ORG2)
    theirs.projects.save(a_project("P2"))

    with pytest.raises(NotFound):
        theirs.sessions.save(a_session(id="S2", project="P2", assessment="A1"))
    with pytest.raises(NotFound):
        theirs.project_profiles.save(replace(PROFILE, id="PR2", project="P2", session="S1"))
    with pytest.raises(NotFound):
        theirs.assessments.save(an_assessment("A2", project="P2", previous="A1"))


def test_nothing_stands_on_a_project_without_an_id_and_an_unknown_noun_is_none(
    two: SqlStore,
) -> None:
    store = two.within(ORG1, ORG1)

    with pytest.raises(NotFound):
        store.agreements.all("")
    with pytest.raises(AttributeError):
        getattr(store, "nouns")  # noqa: B009 (which the Store does not have)
