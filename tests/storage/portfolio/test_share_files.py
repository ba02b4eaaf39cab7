"""Share files in the database: one of an assessment for a portfolio, erased with its project."""

from dataclasses import replace
from datetime import timedelta

import pytest

from assessment.errors import NotFound, StaleWrite
from storage import SqlStore
from tests.support.builders import NOW, begin
from tests.support.portfolio.shares import a_share_file


@pytest.fixture
def begun(store: SqlStore) -> SqlStore:
    begin(store)
    return store


def test_files_stand_the_newest_first_and_change_under_their_version(begun: SqlStore) -> None:
    first = begun.share_files.save(a_share_file())
    second = begun.share_files.save(a_share_file("S2", made_at=NOW + timedelta(days=1)))
    asked = begun.share_files.save(replace(first, asked_back_at=NOW))

    assert begun.share_files.all("P1") == [second, asked]
    assert begun.share_files.get("S1") == asked
    assert begun.share_files.save(a_share_file("S2", made_at=second.made_at)) == second
    with pytest.raises(StaleWrite):
        begun.share_files.save(replace(first, alias="Anders"))
    with pytest.raises(NotFound):
        begun.share_files.get("S9")


def test_a_new_file_takes_the_place_of_one_of_the_same_assessment(begun: SqlStore) -> None:
    begun.share_files.save(a_share_file(assessment="A1"))
    elsewhere = begun.share_files.save(a_share_file("S2", assessment="A1", portfolio="F2"))
    again = begun.share_files.save(a_share_file("S3", assessment="A1"))

    assert {file.id for file in begun.share_files.all("P1")} == {elsewhere.id, again.id}


def test_files_are_erased_with_their_project(begun: SqlStore) -> None:
    begun.share_files.save(a_share_file())
    begun.projects.erase("P1")

    assert begun.share_files.all("P1") == []
