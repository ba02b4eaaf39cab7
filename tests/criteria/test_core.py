"""The core of the shipped catalogue: what every serious project, of any size, can be asked."""

import pytest

from assessment.catalogue.model import Catalogue

CORE = [1, 8, 10, 17, 19, 20, 22, 25, 33, 36, 38, 40, 41, 44, 45, 52]


def test_it_is_these_sixteen_and_all_are_minimal(shipped: Catalogue) -> None:
    assert sorted(shipped.core) == [f"MC-{number:02}" for number in CORE]
    assert {shipped.by_id[name].requirement for name in shipped.core} == {"minimal"}


@pytest.mark.parametrize("name", ["adults", "full", "minors", "short", "small", "starting"])
def test_every_profile_of_a_project_holds_it_unchanged(shipped: Catalogue, name: str) -> None:
    profile = shipped.profile(name)
    assert profile is not None
    held = set(shipped.by_id) if profile.criteria == "all" else set(profile.criteria)

    assert shipped.core <= held
    assert shipped.core.isdisjoint(profile.requirement)


def test_only_profiles_about_a_relationship_leave_it_out(shipped: Catalogue) -> None:
    partial = {p.id for p in shipped.profiles if p.about == "relationship"}

    assert partial == {"pair", "interim", "final"}
