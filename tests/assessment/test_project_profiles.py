"""Profiles of a project's own."""

from dataclasses import replace

import pytest

from assessment.catalogue.model import Catalogue
from assessment.choices import preset_choices
from assessment.errors import InvalidInput
from assessment.project_profiles import ProfileEntry, ProjectProfile, checked_project_profile

PROFILE = ProjectProfile(
    "F1",
    "P1",
    " Ons minimum ",
    "mentoring",
    "full",
    (
        ProfileEntry("MC-01", in_scope=False, requirement="growth", reason="de kern"),
        ProfileEntry("MC-05", in_scope=False, requirement="minimal", reason="niet bij ons"),
        ProfileEntry("MC-03", requirement="minimal"),
        ProfileEntry("MC-999"),
    ),
)


def test_it_changes_choices_and_never_the_core(catalogue: Catalogue) -> None:
    ambition = catalogue.ambitions[0]
    preset = preset_choices(catalogue, catalogue.profile("full"), ambition)

    changed = PROFILE.on(catalogue, ambition, preset)

    assert (changed["MC-05"].in_scope, changed["MC-05"].reason) == (False, "niet bij ons")
    assert (changed["MC-03"].requirement, changed["MC-03"].target) == ("minimal", ambition.minimal)
    assert changed.keys() == preset.keys()
    assert changed["MC-01"] == preset["MC-01"]
    assert changed["MC-01"].in_scope


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("name", " "),
        ("entries", (ProfileEntry("MC-01"), ProfileEntry("MC-01"))),
        ("entries", (ProfileEntry("MC-01", reason="x" * 10_001),)),
        ("entries", (ProfileEntry("MC-01", reason="\0"),)),
    ],
)
def test_what_cannot_be_kept_is_refused(field: str, value: object) -> None:
    with pytest.raises(InvalidInput):
        checked_project_profile(replace(PROFILE, **{field: value}))

    assert checked_project_profile(PROFILE).name == "Ons minimum"
