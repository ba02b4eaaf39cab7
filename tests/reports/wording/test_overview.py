"""The overview in words: the first sentence, the lists, and movement in short."""

from typing import Any

import pytest

from assessment.services.overview import overview_of
from reports.wording import overview
from tests.support.outcomes import ENGLISH, Signs, an_outcome, catalogue_of, text

LOWER: Signs = {
    "A": {"coordinator": "4", "mentee": "11111"},
    "B": {"coordinator": "4", "mentee": "44444"},
}


@pytest.mark.parametrize(
    ("answers", "to_you", "sentence"),
    [
        (LOWER, True, "Mentees see 1 of 2 points at least one level lower than you."),
        (
            LOWER,
            False,
            "Mentees see 1 of 2 points at least one level lower than the organisation itself.",
        ),
        (
            {"A": {"coordinator": "1", "mentor": "33333"}},
            True,
            "Mentors see the one point that can be compared at least one level higher than you.",
        ),
        (
            {"A": {"coordinator": "3", "mentor": "33333"}},
            True,
            "On the one point that can be compared, no group is a level or more away from you.",
        ),
        ({"A": {"coordinator": "3"}}, True, "The one minimal criterion reaches its target."),
    ],
)
def test_the_first_sentence_is_the_first_finding(
    answers: Signs, to_you: bool, sentence: str
) -> None:
    outcome = an_outcome(answers)
    known = overview_of(outcome)

    assert overview.first_sentence(outcome, known, ENGLISH, to_you=to_you) == sentence


def test_an_empty_list_says_why_it_is_empty() -> None:
    alone = overview_of(an_outcome({"A": {"coordinator": "3"}}))
    alike = overview_of(an_outcome({"A": {"coordinator": "3", "mentee": "33333"}}))

    assert "no group yet" in overview.no_list("talk_first", alone, ENGLISH)
    assert "No groups differ clearly" in overview.no_list("talk_first", alike, ENGLISH)
    assert "Nothing else" in overview.no_list("hurts", alone, ENGLISH)
    assert set(overview.titles(ENGLISH)) == {"talk_first", "hurts", "stands"}


def test_a_criterion_says_how_far_groups_are_apart_and_what_helps() -> None:
    steps: dict[str, Any] = {"next_steps": (text("Ask"), text("Write"))}
    outcome = an_outcome(LOWER, catalogue_of(A=steps, B={}))
    criteria = outcome.result.criteria

    assert overview.difference(criteria["A"], ENGLISH) == "difference 3.0"
    assert overview.difference(criteria["B"], ENGLISH) == ""
    assert overview.next_step(outcome, "A", ENGLISH) == "Ask"
    assert overview.next_step(outcome, "B", ENGLISH) == ""


def test_what_stands_out_is_said_in_the_same_order_and_nothing_twice() -> None:
    outcome = an_outcome(
        {
            name: {"coordinator": sign}
            for name, sign in zip(("A", "B", "C", "D", "E"), "01234", strict=True)
        }
    )
    assert overview.stand_out(outcome, ENGLISH) == [
        "2 of the 5 minimal criteria reach their target.",
        "This is where it hurts: ‘Criterion A’, ‘Criterion B’, and ‘Criterion C’.",
        "This stands: ‘Criterion E’ and ‘Criterion D’.",
    ]
    assert overview.stand_out(an_outcome(LOWER), ENGLISH)[2] == (
        "Talk about this first: ‘Criterion A’."
    )


def test_movement_stands_out_once_there_is_something_to_compare() -> None:
    then = an_outcome(
        {name: {"coordinator": sign} for name, sign in zip("ABCD", "1331", strict=True)}
    )
    now = an_outcome(
        {name: {"coordinator": sign} for name, sign in zip("ABCD", "3231", strict=True)},
        previous=then,
    )
    said = "Since last time one criterion went up, 1 went down and 2 stayed the same."
    assert overview.stand_out(now, ENGLISH)[-1] == said
    assert overview.movement_in_short(now, ENGLISH) == "Since last time: 1 up, 1 down."
    new = an_outcome({"E": {"coordinator": "3"}}, previous=then)
    assert not [s for s in overview.stand_out(new, ENGLISH) if "last time" in s]
    assert overview.movement_in_short(new, ENGLISH) == ""
