"""What a profile and an ambition stand for."""

import pytest

from assessment.catalogue.model import Catalogue, Profile
from assessment.choices import (
    Choice,
    checked_choice,
    in_scope,
    preset_choices,
    preset_target,
)
from assessment.errors import InvalidInput
from tests.support.catalogues import a_catalogue, a_criterion, text

CATALOGUE = a_catalogue(
    a_criterion("C-1", requirement="minimal"), a_criterion("C-2", requirement="growth")
)


def a_profile(**fields: object) -> Profile:
    return Profile(
        **{"id": "p", "title": text(), "description": text(), "criteria": "all", **fields}
    )


def preset(catalogue: Catalogue, profile: Profile, ambition: str) -> dict[str, Choice]:
    found = catalogue.ambition(ambition)
    assert found is not None
    return preset_choices(catalogue, profile, found)


@pytest.mark.parametrize(
    ("ambition", "targets"), [("floor", [3, None]), ("growth", [3, 3]), ("exemplary", [4, 3])]
)
def test_an_ambition_sets_the_targets(ambition: str, targets: list[int | None]) -> None:
    chosen = preset(CATALOGUE, a_profile(), ambition)

    assert [choice.target for choice in chosen.values()] == targets


def test_a_profile_of_all_puts_everything_in_scope() -> None:
    assert in_scope(preset(CATALOGUE, a_profile(), "floor").values()) == ("C-1", "C-2")


def test_a_profile_may_choose_criteria() -> None:
    chosen = preset(CATALOGUE, a_profile(criteria=("C-2",)), "floor")

    assert in_scope(chosen.values()) == ("C-2",)


def test_a_requirement_of_the_profile_goes_before_that_of_the_catalogue() -> None:
    chosen = preset(CATALOGUE, a_profile(requirement={"C-2": "minimal"}), "floor")

    assert (chosen["C-2"].requirement, chosen["C-2"].target) == ("minimal", 3)


def test_the_target_of_one_requirement_can_be_asked() -> None:
    floor = CATALOGUE.ambition("floor")
    assert floor is not None

    assert (preset_target(floor, "minimal"), preset_target(floor, "growth")) == (3, None)


@pytest.mark.parametrize("target", [None, 0, 4])
def test_a_target_on_the_scale_or_none_is_fine(target: int | None) -> None:
    assert checked_choice(Choice("C-1", target=target)).target == target


@pytest.mark.parametrize("target", [-1, 5])
def test_a_target_off_the_scale_is_refused(target: int) -> None:
    with pytest.raises(InvalidInput, match="Use 0 to 4") as caught:
        checked_choice(Choice("C-1", target=target))

    assert (caught.value.field, caught.value.rule) == ("target", "range")
