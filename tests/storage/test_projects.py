"""Projects and snapshots, on every kind of database."""

from dataclasses import replace
from datetime import timedelta

import pytest

from assessment.choices import Choice
from assessment.errors import NotFound, StaleWrite
from assessment.project_list import ListedAnswers, ProjectPage
from assessment.projects import Kind, Minors, Stage
from assessment.store import Store
from tests.support.builders import (
    NOW,
    SNAPSHOT_HASH,
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


def test_what_looks_like_a_query_is_a_text(store: Store) -> None:
    name = "x'); DROP TABLE projects; -- %s :name \" \\"
    begin(store)
    store.projects.save(a_project(id="P2", name=name, region="' OR '1'='1"))
    store.answers.save("R1", an_answer("MC-01", comment=name))

    assert store.projects.get("P2").name == name
    assert store.answers.get("R1", "MC-01").comment == name
    with pytest.raises(NotFound):
        store.projects.get("' OR '1'='1")


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


def test_a_page_holds_what_changed_last_and_says_how_many_there_are(
    store: Store, clock: Clock
) -> None:
    for name in ("P1", "P2", "P3", "P4"):
        store.projects.save(a_project(name, is_example=name == "P4"))
        clock.forward(minutes=1)
    store.snapshots.add(SNAPSHOT_HASH, "{}")
    store.assessments.add(an_assessment(project="P2"), [], [])

    first, second = store.projects.page("", 0, 3), store.projects.page("", 3, 3)

    assert [p.project.id for p in first.projects] == ["P2", "P4", "P3"]
    assert [p.project.id for p in second.projects] == ["P1"]
    assert (first.total, first.has_example, second.has_example) == (4, True, True)
    assert store.projects.page("", 9, 3) == ProjectPage([], 0, has_example=False)


@pytest.mark.parametrize(
    ("search", "found"),
    [("west", ["P1"]), ("100%", ["P2"]), ("_", ["P3"]), ("maatjes", ["P1", "P2", "P3"]), ("x", [])],
)
def test_a_page_holds_the_projects_whose_name_was_asked_for(
    store: Store, search: str, found: list[str]
) -> None:
    for name, title in (("P1", "Maatjes West"), ("P2", "Maatjes 100%"), ("P3", "maatjes_oost")):
        store.projects.save(a_project(name, name=title))

    page = store.projects.page(search, 0, 10)

    assert [p.project.id for p in page.projects] == found
    assert page.total == len(found)


def test_a_page_tells_what_was_asked_and_answered_and_agreed(store: Store, clock: Clock) -> None:
    choices = [Choice("MC-01"), Choice("MC-02"), Choice("MC-03", in_scope=False)]
    begin(store).choices.save("A1", choices)
    agreed = store.agreements.save(an_agreement())
    later = clock.forward(hours=1)
    for criterion in ("MC-01", "MC-03"):
        store.answers.save("R1", an_answer(criterion))
    store.answers.save("R1", an_answer("MC-02", state=None, comment="nog geen antwoord"))
    store.assessments.add(an_assessment("A2", started_at=later), choices[:1], [])

    [listed] = store.projects.page("", 0, 10).projects

    assert [part.assessment.id for part in listed.assessments] == ["A2", "A1"]
    assert [part.asked for part in listed.assessments] == [1, 2]
    assert [part.answered for part in listed.assessments] == [
        {},
        {"coordinator": ListedAnswers(1, later)},
    ]
    assert listed.agreements == [agreed]
