"""Results as rows of texts."""

import pytest

from assessment.answers import Reason
from assessment.scoring.movement import moved
from reports import tables
from reports.wording import results
from tests.support.outcomes import ENGLISH, an_outcome, catalogue_of


def test_score_and_coverage_of_perspectives_stand_side_by_side() -> None:
    catalogue = catalogue_of(A={}, B={}, C={"perspective": "process"}, D={"perspective": "result"})
    outcome = an_outcome(
        {"A": {"coordinator": "2"}, "C": {"coordinator": "3"}, "D": {"coordinator": "-"}}, catalogue
    )
    table = tables.groups(outcome, outcome.perspective_lines, "Perspective", ENGLISH)
    assert table.header == ("Perspective", "Nearest level", "Score", "Coverage", "Target")
    assert table.rows == (
        ("Client", "2 · Agreed", "2.0", "1 of 2 · provisional", "3.0"),
        ("Process", "3 · Done", "3.0", "1 of 1", "3.0"),
        ("Result", "does not apply", "–", "–", "–"),
    )
    assert table.figures == 3


def test_last_time_is_a_column_once_there_is_one() -> None:
    then = an_outcome({"A": {"coordinator": "1"}})
    catalogue = catalogue_of(A={}, B={"perspective": "process"})
    now = an_outcome({"A": {"coordinator": "2"}}, catalogue, previous=then)
    table = tables.groups(now, now.perspective_lines, "Perspective", ENGLISH)
    assert table.header[-1] == "Last time"
    assert [row[-1] for row in table.rows] == ["1.0", "–"]
    assert table.figures == 4


def test_criteria_keep_the_order_they_are_given_in() -> None:
    outcome = an_outcome({"A": {"coordinator": "2"}, "B": {"coordinator": "1"}})
    table = tables.criteria(outcome, outcome.gaps, ENGLISH)
    assert table.rows == (
        ("Criterion B", "minimal", "high", "1.0", "3", "2.0"),
        ("Criterion A", "minimal", "medium", "2.0", "3", "1.0"),
    )


@pytest.mark.parametrize(
    ("signs", "figures"),
    [
        ("3", ("–", "3.0", "3", "–")),
        ("?", ("–", "no score yet", "3", "–")),
        ("-", ("–", "does not apply", "3", "–")),
    ],
)
def test_a_criterion_without_gap_has_dashes(signs: str, figures: tuple[str, ...]) -> None:
    outcome = an_outcome({"A": {"coordinator": signs}})
    [row] = tables.criteria(outcome, outcome.result.criteria.values(), ENGLISH).rows
    assert row[2:] == figures


def test_movement_goes_from_then_to_now_with_its_sign() -> None:
    then = an_outcome({"A": {"coordinator": "1"}, "B": {"coordinator": "4"}})
    now = an_outcome({"A": {"coordinator": "2"}, "B": {"coordinator": "2"}}, previous=then)
    up, down = moved(now.movement)
    table = tables.movement(now, [*up, *down], "All", ENGLISH)
    assert table.rows == (
        ("Criterion A", "1.0", "2.0", "+1.0"),
        ("Criterion B", "4.0", "2.0", "−2.0"),
    )


def test_where_other_voices_speak_than_last_time_is_marked() -> None:
    alone = an_outcome({"A": {"coordinator": "1"}, "B": {"coordinator": "1"}})
    now = an_outcome(
        {
            "A": {"coordinator": "2"},
            "B": {"coordinator": "2", "mentee": "33333"},
            "C": {"coordinator": "1"},
        },
        previous=alone,
    )
    table = tables.movement(now, list(now.movement.values()), "All", ENGLISH)
    assert [row[0] for row in table.rows] == ["Criterion A", "Criterion B *", "Criterion C"]
    assert not results.has_other_speakers(alone, "A")


@pytest.mark.parametrize(
    ("change", "shown"), [(0.0, "0.0"), (0.06, "0.0"), (-0.06, "0.0"), (0.1, "+0.1")]
)
def test_a_change_that_is_none_has_no_sign(change: float, shown: str) -> None:
    assert tables.change(change, ENGLISH) == shown


def test_what_cannot_be_compared_has_its_reason() -> None:
    then = an_outcome({"A": {"coordinator": "1"}})
    now = an_outcome({"A": {"coordinator": "?"}, "B": {"coordinator": "2"}}, previous=then)
    assert tables.not_comparable(now, ENGLISH).rows == (
        ("Criterion A", "no score now"),
        ("Criterion B", "was not asked last time"),
    )


@pytest.mark.parametrize(
    ("reason", "own", "shown"),
    [
        (
            Reason.DONE_BY_PARTNER,
            "sinds dit jaar ",
            "A partner does this: sinds dit jaar · yet answered: Mentees 5",
        ),
        (None, "", "No reason given · yet answered: Mentees 5"),
    ],
)
def test_what_does_not_apply_is_listed_with_reason_and_who_answered_all_the_same(
    reason: Reason | None, own: str, shown: str
) -> None:
    outcome = an_outcome(
        {"A": {"coordinator": "-", "mentee": "11111"}}, reason=reason, reason_text=own
    )
    assert tables.left_out(outcome, ENGLISH).rows == (("Criterion A", shown),)
