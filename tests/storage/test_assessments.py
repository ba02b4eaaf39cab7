"""Assessments, choices and respondents, on every kind of database."""

from dataclasses import replace
from datetime import timedelta

import pytest

from assessment.choices import Choice
from assessment.errors import AssessmentClosed, NotFound, StaleWrite
from assessment.store import Store
from tests.support.builders import NOW, SNAPSHOT_HASH, a_project, a_respondent, an_assessment, begin

CHOICES = [
    Choice("MC-02", in_scope=False, reason="Geen vrijwilligers"),
    Choice("MC-01", requirement="minimal", target=3),
]


@pytest.fixture
def project_store(store: Store) -> Store:
    """A store with project P1 and a snapshot."""
    store.projects.save(a_project())
    store.snapshots.add(SNAPSHOT_HASH, "{}")
    return store


def test_an_assessment_comes_back_with_choices_and_respondents(project_store: Store) -> None:
    respondents = [a_respondent("R2", role="mentor", token_hash="abc"), a_respondent("R1")]

    added = project_store.assessments.add(an_assessment(previous="A0"), CHOICES, respondents)

    assert added == an_assessment(previous="A0", version=1) == project_store.assessments.get("A1")
    assert project_store.choices.get("A1") == {choice.criterion: choice for choice in CHOICES}
    assert project_store.respondents.all("A1") == [respondents[1], respondents[0]]


def test_an_assessment_may_begin_without_choices_and_respondents(project_store: Store) -> None:
    project_store.assessments.add(an_assessment(), [], [])

    assert project_store.choices.get("A1") == {}
    assert project_store.respondents.all("A1") == []


def test_adding_the_same_assessment_twice_is_no_error(project_store: Store) -> None:
    once = project_store.assessments.add(an_assessment(), CHOICES, [a_respondent()])

    assert project_store.assessments.add(an_assessment(), CHOICES, [a_respondent()]) == once


def test_another_assessment_under_a_used_id_is_stale(project_store: Store) -> None:
    project_store.assessments.add(an_assessment(), [], [])

    with pytest.raises(StaleWrite):
        project_store.assessments.add(an_assessment(name="Een ander"), [], [])


def test_an_assessment_needs_its_project(store: Store) -> None:
    store.snapshots.add(SNAPSHOT_HASH, "{}")

    with pytest.raises(NotFound) as missing:
        store.assessments.add(an_assessment(), [], [])

    assert missing.value.kind == "project"


def test_an_assessment_needs_the_snapshot_of_its_catalogue(store: Store) -> None:
    store.projects.save(a_project())

    with pytest.raises(NotFound) as missing:
        store.assessments.add(an_assessment(), [], [])

    assert missing.value.kind == "snapshot"


def test_an_assessment_is_added_whole_or_not_at_all(project_store: Store) -> None:
    project_store.assessments.add(an_assessment("A0"), [], [a_respondent(assessment="A0")])

    with pytest.raises(StaleWrite):  # respondent R1 belongs to A0 already
        project_store.assessments.add(an_assessment(), CHOICES, [a_respondent()])

    assert [assessment.id for assessment in project_store.assessments.all("P1")] == ["A0"]


def test_assessments_are_listed_newest_first(project_store: Store) -> None:
    for name, days in (("A1", 2), ("A3", 0), ("A2", 1)):
        started = NOW - timedelta(days=days)
        project_store.assessments.add(an_assessment(name, started_at=started), [], [])

    assert [assessment.id for assessment in project_store.assessments.all("P1")] == [
        "A3",
        "A2",
        "A1",
    ]


def test_an_unknown_project_has_no_assessments(store: Store) -> None:
    assert store.assessments.all("P1") == []


def test_an_unknown_assessment_is_not_found(store: Store) -> None:
    with pytest.raises(NotFound):
        store.assessments.get("A1")


def test_an_assessment_is_closed_and_reopened(store: Store) -> None:
    begin(store)

    closed = store.assessments.save(an_assessment(closed_at=NOW, version=1))
    reopened = store.assessments.save(replace(closed, closed_at=None))

    assert closed.is_closed
    assert store.assessments.get("A1") == reopened == an_assessment(version=3)


def test_a_stale_assessment_overwrites_nothing(store: Store) -> None:
    begin(store)
    store.assessments.save(an_assessment(name="Eerst", version=1))

    with pytest.raises(StaleWrite) as stale:
        store.assessments.save(an_assessment(name="Te laat", version=1))

    assert (
        stale.value.current == store.assessments.get("A1") == an_assessment(name="Eerst", version=2)
    )


def test_closing_twice_at_the_same_moment_is_no_error(store: Store) -> None:
    begin(store)
    closed = store.assessments.save(an_assessment(closed_at=NOW, version=1))

    assert store.assessments.save(an_assessment(closed_at=NOW, version=1)) == closed


@pytest.mark.parametrize("version", [0, 1])
def test_an_assessment_that_is_not_there_cannot_be_saved(store: Store, version: int) -> None:
    with pytest.raises(NotFound):
        store.assessments.save(an_assessment(version=version))


def test_choices_are_overwritten_per_criterion(store: Store) -> None:
    begin(store).choices.save("A1", CHOICES)

    store.choices.save("A1", [Choice("MC-01", target=4), Choice("MC-03", target=None)])

    kept = store.choices.get("A1")
    assert list(kept) == ["MC-01", "MC-02", "MC-03"]
    assert [kept["MC-01"].target, kept["MC-02"].in_scope, kept["MC-03"].target] == [4, False, None]


def test_the_last_of_two_choices_on_one_criterion_counts(store: Store) -> None:
    begin(store).choices.save("A1", [Choice("MC-01", target=1), Choice("MC-01", target=2)])

    assert store.choices.get("A1") == {"MC-01": Choice("MC-01", target=2)}


def test_choices_need_their_assessment(store: Store) -> None:
    with pytest.raises(NotFound) as missing:
        store.choices.save("A1", CHOICES)

    assert missing.value.kind == "assessment"


def test_the_choices_of_a_closed_assessment_stay_as_they_are(store: Store) -> None:
    begin(store).choices.save("A1", CHOICES)
    store.assessments.save(an_assessment(closed_at=NOW, version=1))

    with pytest.raises(AssessmentClosed):
        store.choices.save("A1", [Choice("MC-01", in_scope=False)])

    assert store.choices.get("A1")["MC-01"] == CHOICES[1]
