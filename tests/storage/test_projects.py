"""Projects and snapshots, on every kind of database."""

from dataclasses import replace
from datetime import timedelta

import pytest

from assessment.choices import Choice
from assessment.errors import NotFound, StaleWrite
from assessment.projects import Kind, Minors, Stage
from assessment.store import Store
from tests.support.builders import (
    NOW,
    Clock,
    a_project,
    a_respondent,
    an_agreement,
    an_answer,
    an_assessment,
    begin,
    respondent_answers,
)
from tests.support.database import add_respondents


def test_a_project_comes_back_as_it_was_saved(store: Store) -> None:
    project = a_project(
        kind=Kind.SCHOOL,
        target_group="Brugklassers",
        minors=Minors.ALL,
        stage=Stage.RUNNING,
        size=40,
        region="Utrecht",
        start_year=2019,
        languages=("nl", "en"),
        is_example=True,
    )

    saved = store.projects.save(project)

    assert saved == replace(project, version=1)
    assert store.projects.get("P1") == saved


def test_a_project_may_have_no_context_and_no_languages(store: Store) -> None:
    store.projects.save(a_project(languages=()))

    assert store.projects.get("P1") == a_project(languages=(), version=1)


def test_projects_are_listed_newest_first(store: Store) -> None:
    store.projects.save(a_project("old", created_at=NOW - timedelta(days=1)))
    store.projects.save(a_project("new", created_at=NOW))

    assert [project.id for project in store.projects.all()] == ["new", "old"]


def test_an_unknown_project_is_not_found(store: Store) -> None:
    with pytest.raises(NotFound) as missing:
        store.projects.get("P1")

    assert (missing.value.kind, missing.value.identifier) == ("project", "P1")


def test_a_project_is_updated_at_its_version(store: Store) -> None:
    saved = store.projects.save(a_project())

    renamed = store.projects.save(replace(saved, name="Samen verder", kind=None))

    assert renamed.version == 2
    assert store.projects.get("P1") == renamed


def test_a_stale_project_overwrites_nothing(store: Store) -> None:
    saved = store.projects.save(a_project())
    newer = store.projects.save(replace(saved, name="Eerst"))

    with pytest.raises(StaleWrite) as stale:
        store.projects.save(replace(saved, name="Te laat"))

    assert stale.value.current == newer == store.projects.get("P1")


def test_saving_the_same_project_twice_gives_the_same_row(store: Store) -> None:
    once = store.projects.save(a_project())

    assert store.projects.save(a_project()) == once


def test_another_project_under_a_used_id_is_stale(store: Store) -> None:
    store.projects.save(a_project())

    with pytest.raises(StaleWrite):
        store.projects.save(a_project(name="Een ander"))


def test_an_erased_project_cannot_be_updated(store: Store) -> None:
    saved = store.projects.save(a_project())
    store.projects.erase("P1")

    with pytest.raises(NotFound):
        store.projects.save(saved)


def test_a_snapshot_is_kept_once(store: Store) -> None:
    store.snapshots.add("hash", '{"criteria": []}')
    store.snapshots.add("hash", '{"criteria": []}')

    assert store.snapshots.get("hash") == '{"criteria": []}'


def test_an_unknown_snapshot_is_not_found(store: Store) -> None:
    with pytest.raises(NotFound) as missing:
        store.snapshots.get("hash")

    assert missing.value.kind == "snapshot"


def test_last_change_of_an_unknown_project_is_not_found(store: Store) -> None:
    with pytest.raises(NotFound):
        store.projects.last_change("P1")


def test_last_change_of_a_project_without_assessments(store: Store, clock: Clock) -> None:
    written = clock.forward(hours=1)
    store.projects.save(a_project())

    assert store.projects.last_change("P1") == written


WRITES = {
    "project": lambda s: s.projects.save(a_project(name="Anders", version=1)),
    "new assessment": lambda s: s.assessments.add(an_assessment("A2"), [], []),
    "assessment": lambda s: s.assessments.save(an_assessment(name="Anders", version=1)),
    "choice": lambda s: s.choices.save("A1", [Choice("MC-01", target=3)]),
    "respondent": lambda s: add_respondents(s, [a_respondent("R2")]),
    "answer": lambda s: s.answers.save("R1", an_answer()),
    "imported answer": lambda s: s.answers.add(respondent_answers(a_respondent(), an_answer())),
    "agreement": lambda s: s.agreements.save(an_agreement("X2")),
    "erased agreement": lambda s: s.agreements.erase("X1"),
}


@pytest.mark.parametrize("write", WRITES.values(), ids=WRITES.keys())
def test_every_write_moves_the_last_change(store: Store, clock: Clock, write) -> None:
    begin(store).agreements.save(an_agreement())
    written = clock.forward(minutes=5)

    write(store)

    assert store.projects.last_change("P1") == written


def test_writes_elsewhere_do_not_move_the_last_change(store: Store, clock: Clock) -> None:
    begin(store)
    clock.forward(minutes=5)

    store.projects.save(a_project("P2"))

    assert store.projects.last_change("P1") == NOW
