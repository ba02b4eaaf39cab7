"""Profiles of projects."""

from dataclasses import replace

import pytest

from assessment.errors import NotFound, StaleWrite
from assessment.project_profiles import ProfileEntry, ProjectProfile
from assessment.store import Store
from tests.support.builders import begin

PROFILE = ProjectProfile("F1", "P1", "Ons minimum", "mentoring", "full", (ProfileEntry("MC-01"),))


def test_profiles_are_listed_by_name_and_change_by_who_saw_them(store: Store) -> None:
    begin(store)
    saved = store.project_profiles.save(PROFILE)
    first = store.project_profiles.save(replace(PROFILE, id="F2", name="Kort"))

    changed = store.project_profiles.save(replace(saved, entries=()))
    with pytest.raises(StaleWrite):
        store.project_profiles.save(replace(saved, name="Anders"))

    assert store.project_profiles.all("P1") == [first, changed]
    assert store.project_profiles.get("F1") == changed


def test_a_profile_can_be_erased_and_is_not_found_then(store: Store) -> None:
    begin(store).project_profiles.save(PROFILE)

    store.project_profiles.erase("F1")
    store.project_profiles.erase("F1")

    with pytest.raises(NotFound):
        store.project_profiles.get("F1")
