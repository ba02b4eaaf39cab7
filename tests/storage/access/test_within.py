"""The store opened for one organisation: what others have is not there, whatever is asked."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from assessment.access.memberships import Reach
from assessment.answers import Answer, AnswerState
from assessment.choices import Choice
from assessment.errors import NotFound, NotPermitted
from assessment.pairs import Pair
from assessment.project_profiles import ProjectProfile
from assessment.session.agreed_values import AgreedValue
from assessment.session.agreements import SessionAgreement
from assessment.session.notes import SessionNote
from assessment.session.store import WholeSession
from assessment.store import RespondentAnswer, Store
from storage import SqlStore
from storage.access.within import METHODS, NEUTRAL, keys
from tests.support.access import an_organisation
from tests.support.builders import (
    SNAPSHOT_HASH,
    a_pair,
    a_project,
    a_respondent,
    an_agreement,
    an_assessment,
    an_invitation,
    begin,
)
from tests.support.session.room import a_session
from tests.support.session.rows import a_running_session

OF_SESSION = SessionAgreement("SA1", "S1", "Wat wij doen")
PROFILE = ProjectProfile("PR1", "P1", "Ons minimum", "mentoring", "full")
NOTE = SessionNote("NOTE1", "S1", "rate", "MC-01", "Een opmerking")
ORG1 = Reach("ORG1")
ORG2 = Reach("ORG2")
WORD = Answer("MC-01", AnswerState.LEVEL, 2)
# one object of each kind that is in P1, as somebody of another organisation would send it
OBJECTS: dict[str, Any] = {
    "project": a_project(version=1),
    "project_id": "P1",
    "assessment": an_assessment(version=1),
    "assessment_id": "A1",
    "assessment_ids": ["A1"],
    "respondent": a_respondent(),
    "respondents": [a_respondent()],
    "respondent_id": "R1",
    "invitation": an_invitation(),
    "invitations": [an_invitation()],
    "invitation_id": "O1",
    "invitation_ids": ["O1"],
    "pair": Pair("D1", "A1"),
    "pairs": [Pair("D1", "A1")],
    "pair_id": "D1",
    "agreement": an_agreement(),
    "agreement_id": an_agreement().id,
    "answers": [RespondentAnswer(a_respondent(), WORD)],
    "session": a_session(project="P1", version=1),
    "session_id": a_session().id,
    "whole": WholeSession(a_session(project="P1")),
    "agreed": AgreedValue(a_session().id, "S1", "MC-01"),
    "notes": [NOTE],
    "profile": PROFILE,
    "profile_id": PROFILE.id,
}
# the same name for another thing, by noun
OF_NOUN: dict[str, dict[str, Any]] = {
    "session_agreements": {"agreement": OF_SESSION, "agreement_id": OF_SESSION.id},
}
ALSO: dict[str, Any] = {
    "choices": [Choice("MC-01")],
    "answer": WORD,
    "criterion": "MC-01",
    "threshold": 5,
    "changes": {},
    "most": 10,
    "token_hash": "x",
    "code_hash": "x",
    "hands": [],
    "entry": None,
}
OF_NOBODY = {"projects.all", "projects.page", "rate_limits.count", "rate_limits.check"} | {
    *("snapshots.add", "snapshots.get")
}


@pytest.fixture
def two(sqlite_store: SqlStore) -> SqlStore:
    """A store with P1 and all that can be in it in ORG1, and an empty ORG2."""
    begin(sqlite_store)
    sqlite_store.access.organisations.save(an_organisation())
    sqlite_store.access.organisations.save(an_organisation("ORG2"))
    sqlite_store.invitations.add([an_invitation()], [], [], threshold=5)
    sqlite_store.agreements.save(an_agreement())
    a_pair(sqlite_store)
    a_running_session(sqlite_store, project="P1")
    sqlite_store.session_agreements.save(OF_SESSION)
    sqlite_store.session_notes.add(NOTE)
    sqlite_store.project_profiles.save(PROFILE)
    return sqlite_store


def call(store: Store, method: str) -> Callable[[], Any]:
    """Return a call of a method with things of P1."""
    noun, _, name = method.partition(".")
    objects = OBJECTS | OF_NOUN.get(noun, {})
    given = {
        p.name: objects.get(p.name, ALSO.get(p.name))
        for p in METHODS[method].parameters.values()
        if p.default is p.empty
    }
    return lambda: getattr(getattr(store, noun), name)(**given)


@pytest.mark.parametrize("method", sorted(METHODS.keys() - OF_NOBODY))
def test_asvs_8_4_1_no_method_reaches_a_thing_of_another_organisation(
    two: SqlStore, method: str
) -> None:
    before = two.projects.get("P1"), two.agreements.all("P1"), two.respondents.all("A1")

    with pytest.raises(NotFound):
        call(two.within(ORG2, ORG2), method)()

    assert (two.projects.get("P1"), two.agreements.all("P1"), two.respondents.all("A1")) == before


@pytest.mark.parametrize("method", sorted(METHODS))
def test_whose_a_thing_is_can_be_told_for_every_parameter(method: str) -> None:
    noun = method.partition(".")[0]
    for parameter in METHODS[method].parameters.values():
        assert parameter.name in NEUTRAL or list(
            keys(noun, parameter.name, (OBJECTS | OF_NOUN.get(noun, {}))[parameter.name])
        )


def test_what_is_not_known_is_refused() -> None:
    with pytest.raises(LookupError, match="not known here"):
        list(keys("nouns", "something", object()))


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


def test_a_session_on_no_project_is_of_no_organisation(two: SqlStore) -> None:
    two.sessions.save(a_session(id="S9", catalogue_hash=SNAPSHOT_HASH))

    for call_it in (
        lambda store: store.sessions.get("S9"),
        lambda store: store.sessions.all(None),
        lambda store: store.sessions.save(a_session(id="S10")),
    ):
        with pytest.raises(NotFound):
            call_it(two.within(ORG1, ORG1))


def test_nothing_of_ones_own_points_at_a_thing_of_others(two: SqlStore) -> None:
    theirs = two.within(ORG2, ORG2)
    theirs.projects.save(a_project("P2"))

    with pytest.raises(NotFound):
        theirs.sessions.save(a_session(id="S2", project="P2", assessment="A1"))
    with pytest.raises(NotFound):
        theirs.project_profiles.save(replace(PROFILE, id="PR2", project="P2", session="S1"))
    with pytest.raises(NotFound):
        theirs.assessments.save(an_assessment("A2", project="P2", previous="A1"))
