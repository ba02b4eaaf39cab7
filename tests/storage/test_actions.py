"""Actions, on every kind of database."""

from dataclasses import replace
from datetime import date

import pytest

from assessment.agreements import ActionStatus
from assessment.errors import NotFound, StaleWrite
from assessment.store import Store
from tests.builders import a_project, an_action, an_assessment, begin


def test_an_action_comes_back_as_it_was_saved(store: Store) -> None:
    action = an_action(
        owner="coördinator", due=date(2027, 3, 1), status=ActionStatus.DONE, outcome="Gelukt"
    )

    saved = begin(store).save_action(action)

    assert saved == replace(action, version=1)
    assert store.actions("P1") == [saved]


def test_actions_keep_the_order_in_which_they_were_made(store: Store) -> None:
    begin(store)
    made = [store.save_action(an_action(name)) for name in ("X3", "X1", "X2")]

    store.save_action(replace(made[0], status=ActionStatus.BUSY))

    assert [action.id for action in store.actions("P1")] == ["X3", "X1", "X2"]


def test_a_stale_action_overwrites_nothing(store: Store) -> None:
    saved = begin(store).save_action(an_action())
    newer = store.save_action(replace(saved, status=ActionStatus.BUSY))

    with pytest.raises(StaleWrite) as stale:
        store.save_action(replace(saved, status=ActionStatus.DROPPED))

    assert stale.value.current == newer
    assert store.actions("P1") == [newer]


def test_saving_the_same_action_twice_gives_the_same_row(store: Store) -> None:
    once = begin(store).save_action(an_action())

    assert store.save_action(an_action()) == once
    assert store.actions("P1") == [once]


def test_an_action_needs_its_project(store: Store) -> None:
    with pytest.raises(NotFound) as missing:
        store.save_action(an_action())

    assert missing.value.kind == "project"


def test_an_action_needs_an_assessment_of_its_project(store: Store) -> None:
    begin(store).save_project(a_project("P2"))
    store.add_assessment(an_assessment("A2", project="P2"), [], [])

    with pytest.raises(NotFound) as missing:
        store.save_action(an_action(assessment="A2"))

    assert missing.value.kind == "assessment"


def test_an_erased_action_cannot_be_updated(store: Store) -> None:
    saved = begin(store).save_action(an_action())
    store.erase_action("X1")

    with pytest.raises(NotFound) as missing:
        store.save_action(saved)

    assert missing.value.kind == "action"


def test_an_action_is_erased_once_or_twice(store: Store) -> None:
    begin(store).save_action(an_action())
    kept = store.save_action(an_action("X2"))

    store.erase_action("X1")
    store.erase_action("X1")

    assert store.actions("P1") == [kept]
