"""The file with the session of the example: its numbers add up, and a mistake is named."""

from collections import Counter

import pytest

from assessment.errors import CatalogueError
from exchange.session.example_file import NAME, load_example_session
from tests.support.criteria_folder import CriteriaFolder
from tests.support.workspace import CRITERIA


def test_its_votes_and_confirmations_are_of_as_many_people_as_there_were() -> None:
    example = load_example_session(CRITERIA)
    there = sum(example.people.values())

    for item in example.items:
        for votes in (item.first, item.second):
            for role, counts in votes.items():
                assert sum(counts.values()) == example.people[role], (item.item, role)
        if item.agreed is not None:
            said = item.agreed
            assert said.for_it + said.live_with_it + said.not_yet == there


@pytest.mark.parametrize(
    ("old", "new", "line", "message"),
    [
        ("days_ago: 8", "days_ago: soon", 4, "Input should be a valid integer"),
        ("days_ago: 8", "days: 8", 1, "Field required"),
        ("purpose: both", "purpose: [", 8, ""),
    ],
)
def test_a_mistake_in_it_is_named_with_its_line(
    example_folder: CriteriaFolder, old: str, new: str, line: int, message: str
) -> None:
    example_folder.change(NAME, old, new)

    with pytest.raises(CatalogueError) as caught:
        load_example_session(example_folder.path)
    problems = Counter(problem.line for problem in caught.value.problems)
    assert message in str(caught.value)
    assert problems
