"""What a profile and an ambition stand for."""

import pytest

from assessment.catalogue.model import Ambition, Catalogue, Profile
from assessment.choices import (
    Choice,
    changed_choices,
    check_core,
    checked_choice,
    in_scope,
    preset_choices,
    preset_target,
    with_core,
)
from assessment.errors import InvalidInput
from assessment.text import MAX_LONG
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


def test_a_reason_has_room_for_a_page_or_two_and_no_more() -> None:
    assert checked_choice(Choice("C-1", reason="x" * MAX_LONG)).reason == "x" * MAX_LONG
    with pytest.raises(InvalidInput, match="Shorten it") as caught:
        checked_choice(Choice("C-1", reason="x" * (MAX_LONG + 1)))

    assert (caught.value.field, caught.value.rule) == ("reason", "too_long")


CORE = a_catalogue(
    a_criterion("C-1", core=True), a_criterion("C-2"), a_criterion("C-3", requirement="growth")
)


def an_ambition(name: str) -> Ambition:
    found = CORE.ambition(name)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("chosen", "kept"),
    [
        (
            Choice("C-1", in_scope=False, requirement="growth"),
            Choice("C-1", requirement="minimal", target=3),
        ),
        (
            Choice("C-1", requirement="minimal", target=2, reason="too hard"),
            Choice("C-1", requirement="minimal", target=3, reason="too hard"),
        ),
        (
            Choice("C-1", requirement="minimal", target=4),
            Choice("C-1", requirement="minimal", target=4),
        ),
        (Choice("C-2", in_scope=False), Choice("C-2", in_scope=False)),
        (Choice("C-9", in_scope=False), Choice("C-9", in_scope=False)),
    ],
)
def test_the_core_stays_in_minimal_and_no_lower(chosen: Choice, kept: Choice) -> None:
    assert with_core(CORE, an_ambition("floor"), chosen) == kept


@pytest.mark.parametrize("target", [None, 0])
def test_without_an_ambition_the_target_of_the_core_is_free(target: int | None) -> None:
    low = Ambition(id="low", title=text(), description=text(), minimal=None, growth=None)
    choice = Choice("C-1", requirement="minimal", target=target)

    assert with_core(CORE, None, choice) == with_core(CORE, low, choice) == choice


def test_what_goes_against_the_core_is_refused() -> None:
    with pytest.raises(InvalidInput, match=r"C-1 is part of the core") as caught:
        check_core(CORE, an_ambition("floor"), Choice("C-1", in_scope=False))
    assert caught.value.rule == "core"
    check_core(CORE, an_ambition("floor"), Choice("C-1", requirement="minimal", target=4))
    check_core(CORE, an_ambition("floor"), Choice("C-2", in_scope=False))


def changes(**choices: Choice) -> list[tuple[str, str]]:
    """Return what changed, by criterion: `C_2=Choice(...)` is the choice for C-2."""
    profile, ambition = a_profile(criteria=("C-1", "C-2")), an_ambition("floor")
    own = preset(CORE, profile, "floor") | {c.criterion: c for c in choices.values()}
    found = changed_choices(CORE, profile, ambition, own)
    return [(change.before.criterion, f"{change.after.requirement}") for change in found]


def test_a_choice_that_is_the_profiles_is_no_change_whatever_its_reason() -> None:
    assert changes() == []
    assert changes(C_2=Choice("C-2", requirement="minimal", target=3, reason="so it is")) == []


def test_scope_requirement_and_target_are_changes() -> None:
    assert changes(C_2=Choice("C-2", requirement="growth", target=None)) == [("C-2", "growth")]
    assert changes(C_2=Choice("C-2", requirement="minimal", target=2)) == [("C-2", "minimal")]
    assert changes(C_2=Choice("C-2", in_scope=False, requirement="minimal", target=3)) == [
        ("C-2", "minimal")
    ]
    assert changes(C_3=Choice("C-3", requirement="growth", target=None)) == [("C-3", "growth")]


def test_what_is_asked_neither_before_nor_now_is_no_change() -> None:
    assert changes(C_3=Choice("C-3", in_scope=False, requirement="minimal", target=4)) == []


def test_a_criterion_without_a_choice_is_no_change() -> None:
    assert changed_choices(CORE, a_profile(), an_ambition("floor"), {}) == ()


def test_a_core_that_the_profile_left_out_is_no_change_of_the_project() -> None:
    profile, ambition = a_profile(criteria=("C-2",)), an_ambition("floor")
    kept = {n: with_core(CORE, ambition, c) for n, c in preset(CORE, profile, "floor").items()}

    assert changed_choices(CORE, profile, ambition, kept) == ()
