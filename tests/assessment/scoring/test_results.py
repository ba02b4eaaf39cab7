"""Floor, gap and priority: where a score is held against a target."""

import numpy as np
import pytest

from assessment.choices import Choice
from assessment.scoring.counts import CountTable
from assessment.scoring.results import Floor, Priority, score_table
from assessment.scoring.scores import gaps, priority_band, reaches
from tests.support.catalogues import a_catalogue, a_criterion, result_of, the_criterion


@pytest.mark.parametrize(
    ("level", "target", "gap"),
    [
        pytest.param("1", 3, 2, id="below"),
        pytest.param("3", 3, 0, id="on it"),
        pytest.param("4", 3, 0, id="above"),
        pytest.param("0", 0, 0, id="a target of 0 is reached by 0"),
        pytest.param("1", None, None, id="no target, no gap"),
        pytest.param("?", 3, None, id="no score, no gap"),
    ],
)
def test_a_gap_is_how_far_the_score_is_below_the_target(
    level: str, target: int | None, gap: float | None
) -> None:
    assert the_criterion({"coordinator": level}, target=target).gap == gap


def test_a_gap_is_not_rounded() -> None:
    criterion = the_criterion({"coordinator": "3", "mentee": "0000001"})

    assert criterion.gap == 3 - (3 + 1 / 7) / 2


@pytest.mark.parametrize(("requirement", "value"), [("minimal", 4), ("growth", 2)])
def test_a_gap_counts_twice_on_a_minimal_criterion(requirement: str, value: float) -> None:
    criterion = the_criterion({"coordinator": "1"}, requirement=requirement)

    assert criterion.priority is not None
    assert criterion.priority.value == value


def test_a_gap_of_0_has_priority_0_and_no_band() -> None:
    assert the_criterion({"coordinator": "3"}).priority == Priority(0, None)


@pytest.mark.parametrize(
    ("priority", "band"),
    [
        (0, None),
        (4e-10, None),
        (6e-10, "low"),
        (1.4999999, "low"),
        (1.5, "medium"),
        (1.5 - 1e-12, "medium"),
        ((0.1 + 0.2) * 5, "medium"),
        ((0.8 - 0.3) * 3, "medium"),
        (2.9999999, "medium"),
        (3 - 1e-12, "high"),
        (3, "high"),
        (8, "high"),
    ],
)
def test_a_priority_is_high_from_3_medium_from_1_5_and_low_above_0(
    priority: float, band: str | None
) -> None:
    assert priority_band(priority) == band


def test_a_hair_of_rounding_neither_makes_a_gap_nor_misses_a_target() -> None:
    noisy = np.array([3 - 4e-16 * 2, 0.1 + 0.2])
    target = np.array([3, 0.3])

    assert gaps(target, noisy).tolist() == [0, 0]
    assert reaches(noisy, target).tolist() == [True, True]


def test_a_target_is_missed_by_what_is_more_than_a_hair() -> None:
    assert reaches(np.array([2.99999]), np.array([3.0])).tolist() == [False]


def test_the_floor_counts_minimal_criteria_that_reach_their_target() -> None:
    catalogue = a_catalogue(
        *(a_criterion(name) for name in ("C-1", "C-2", "C-3")),
        a_criterion("C-4", requirement="growth"),
    )

    result = result_of(
        {n: {"coordinator": s} for n, s in zip(catalogue.by_id, "3210", strict=True)}, catalogue
    )

    assert result.floor == Floor(met=1, of=3, open=("C-2", "C-3"))


@pytest.mark.parametrize("answer", ["?", "x", ""])
def test_an_unanswered_minimal_criterion_does_not_reach_the_floor(answer: str) -> None:
    assert result_of({"C-1": {"coordinator": answer}}).floor == Floor(0, 1, ("C-1",))


def test_a_minimal_criterion_that_nobody_may_see_does_not_reach_the_floor() -> None:
    assert result_of({"C-1": {"mentee": "4444"}}).floor == Floor(0, 1, ("C-1",))


def test_a_criterion_that_does_not_apply_is_not_in_the_floor() -> None:
    result = result_of({"C-1": {"coordinator": "-"}, "C-2": {"coordinator": "3"}})

    assert result.floor == Floor(1, 1, ())


def test_a_minimal_criterion_without_target_does_not_reach_the_floor() -> None:
    result = result_of({"C-1": {"coordinator": "4"}}, target=None)

    assert result.floor == Floor(0, 1, ("C-1",))


def test_the_choice_of_the_project_goes_before_the_catalogue() -> None:
    result = result_of({"C-1": {"coordinator": "4"}}, requirement="growth")

    assert result.floor == Floor(0, 0, ())


def test_a_criterion_out_of_scope_is_nowhere() -> None:
    result = result_of({"C-1": {"coordinator": "1"}}, in_scope=False)

    assert (result.criteria, result.floor.of, result.perspectives["client"].applicable) == (
        {},
        0,
        0,
    )


def test_a_criterion_without_choice_is_out_of_scope() -> None:
    catalogue = a_catalogue("C-1", "C-2")
    table = CountTable.empty(["A1"], catalogue.by_id, catalogue.role_ids)

    result = score_table(table, catalogue, {"C-2": Choice("C-2")})["A1"]

    assert list(result.criteria) == ["C-2"]
