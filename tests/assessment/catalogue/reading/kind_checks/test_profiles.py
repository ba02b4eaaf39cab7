"""Profiles that no pair can answer, and those that change the core, are reported."""

import pytest

from tests.support.criteria_folder import CriteriaFolder

NAME = "profiles/short.yaml"


def with_criteria(folder: CriteriaFolder, criteria: str) -> list[str]:
    """Make the short profile one for pairs, of these criteria; return the problems."""
    folder.change(NAME, "criteria: [C-1]\n", f"criteria: {criteria}\nfor_pair: true\n")
    return folder.problems()


def test_a_profile_for_pairs_asks_two_roles_of_others(folder: CriteriaFolder) -> None:
    assert with_criteria(folder, "[C-1]") == [
        f"{NAME}:5:11: a pair needs two roles of others that are asked any of this. "
        "Choose more criteria."
    ]


@pytest.mark.parametrize("criteria", ["[C-1, C-2]", "all"])
def test_a_profile_that_asks_both_is_in_order(folder: CriteriaFolder, criteria: str) -> None:
    assert with_criteria(folder, criteria) == []


@pytest.mark.parametrize("criteria", ["7", "[7, C-1]"])
def test_what_is_no_list_is_reported_by_the_models(folder: CriteriaFolder, criteria: str) -> None:
    assert with_criteria(folder, criteria)


def test_while_roles_cannot_be_known_nothing_is_said_of_pairs(folder: CriteriaFolder) -> None:
    folder.change("catalogue.yaml", "- id: mentee", "- idd: mentee")

    assert not any("a pair needs" in problem for problem in with_criteria(folder, "[C-1]"))


CLIENT = "perspectives/client.yaml"


@pytest.fixture
def with_core(folder: CriteriaFolder) -> CriteriaFolder:
    """A folder in which C-1 is core."""
    folder.change(CLIENT, "  why: {nl: Daarom.", "  core: true\n  why: {nl: Daarom.")
    folder.change(NAME, "requirement: {C-1: growth}\n", "")
    return folder


def test_a_core_that_every_profile_holds_is_in_order(with_core: CriteriaFolder) -> None:
    assert with_core.problems() == []


def test_a_criterion_of_the_core_is_minimal(with_core: CriteriaFolder) -> None:
    with_core.change(CLIENT, "requirement: minimal", "requirement: growth")

    assert with_core.problems() == [
        f"{CLIENT}:9:16: a criterion of the core is minimal. Write `minimal`, or remove `core`."
    ]


def test_no_profile_makes_the_core_growth(with_core: CriteriaFolder) -> None:
    with_core.change(NAME, "criteria: [C-1]\n", "criteria: [C-1]\nrequirement: {C-1: growth}\n")

    assert with_core.problems() == [
        f"{NAME}:5:20: `C-1` is core, so it stays minimal in every profile. Remove it here."
    ]


def test_a_profile_may_name_the_core_as_minimal(with_core: CriteriaFolder) -> None:
    with_core.change(NAME, "criteria: [C-1]\n", "criteria: [C-1]\nrequirement: {C-1: minimal}\n")

    assert with_core.problems() == []


def test_no_profile_about_a_project_lacks_the_core(with_core: CriteriaFolder) -> None:
    with_core.change(NAME, "criteria: [C-1]", "criteria: [C-2]")

    assert with_core.problems() == [
        f"{NAME}:4:11: the core lacks here: C-1. Add it, or write `about: relationship` when two "
        "people answer this about their own contact."
    ]


def test_a_profile_about_a_relationship_may_lack_the_core(with_core: CriteriaFolder) -> None:
    with_core.change(
        NAME, "criteria: [C-1]", "criteria: [C-2]\nabout: relationship\nfor_others: true"
    )

    assert with_core.problems() == []


def test_a_project_chooses_no_profile_about_a_relationship(folder: CriteriaFolder) -> None:
    folder.change(NAME, "criteria: [C-1]", "criteria: [C-1]\nabout: relationship")

    assert folder.problems() == [
        f"{NAME}:5:8: a project can choose this for itself, so it is not about one relationship. "
        "Remove this, or add `for_pair: true` or `for_others: true`."
    ]
