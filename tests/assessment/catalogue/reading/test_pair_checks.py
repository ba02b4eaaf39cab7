"""A profile for pairs that nobody could answer as a pair is reported."""

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
