"""Agreements, on every kind of database."""

from dataclasses import replace
from datetime import date

import pytest

from assessment.agreements import AgreementStatus
from assessment.errors import NotFound, StaleWrite
from assessment.store import Store
from tests.support.builders import a_project, an_agreement, an_assessment, begin


def test_an_agreement_comes_back_as_it_was_saved(store: Store) -> None:
    agreement = an_agreement(
        owner="coördinator", due=date(2027, 3, 1), status=AgreementStatus.DONE, outcome="Gelukt"
    )

    saved = begin(store).agreements.save(agreement)

    assert saved == replace(agreement, version=1)
    assert store.agreements.all("P1") == [saved]


def test_agreements_keep_the_order_in_which_they_were_made(store: Store) -> None:
    begin(store)
    made = [store.agreements.save(an_agreement(name)) for name in ("X3", "X1", "X2")]

    store.agreements.save(replace(made[0], status=AgreementStatus.BUSY))

    assert [agreement.id for agreement in store.agreements.all("P1")] == ["X3", "X1", "X2"]


def test_a_stale_agreement_overwrites_nothing(store: Store) -> None:
    saved = begin(store).agreements.save(an_agreement())
    newer = store.agreements.save(replace(saved, status=AgreementStatus.BUSY))

    with pytest.raises(StaleWrite) as stale:
        store.agreements.save(replace(saved, status=AgreementStatus.DROPPED))

    assert stale.value.current == newer
    assert store.agreements.all("P1") == [newer]


def test_saving_the_same_agreement_twice_gives_the_same_row(store: Store) -> None:
    once = begin(store).agreements.save(an_agreement())

    assert store.agreements.save(an_agreement()) == once
    assert store.agreements.all("P1") == [once]


def test_an_agreement_needs_its_project(store: Store) -> None:
    with pytest.raises(NotFound) as missing:
        store.agreements.save(an_agreement())

    assert missing.value.kind == "project"


def test_an_agreement_needs_an_assessment_of_its_project(store: Store) -> None:
    begin(store).projects.save(a_project("P2"))
    store.assessments.add(an_assessment("A2", project="P2"), [], [])

    with pytest.raises(NotFound) as missing:
        store.agreements.save(an_agreement(assessment="A2"))

    assert missing.value.kind == "assessment"


def test_an_erased_agreement_cannot_be_updated(store: Store) -> None:
    saved = begin(store).agreements.save(an_agreement())
    store.agreements.erase("X1")

    with pytest.raises(NotFound) as missing:
        store.agreements.save(saved)

    assert missing.value.kind == "agreement"


def test_an_agreement_is_erased_once_or_twice(store: Store) -> None:
    begin(store).agreements.save(an_agreement())
    kept = store.agreements.save(an_agreement("X2"))

    store.agreements.erase("X1")
    store.agreements.erase("X1")

    assert store.agreements.all("P1") == [kept]
