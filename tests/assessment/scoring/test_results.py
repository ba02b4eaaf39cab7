"""The result by name: perspectives and phases, gaps, the floor, and what may be shown of others."""

import pytest

from assessment.choices import Choice
from assessment.scoring.counts import CountTable
from assessment.scoring.results import Floor, GroupResult, Priority, Result, score_table
from tests.support.catalogues import (
    ORGANISATION,
    a_catalogue,
    a_criterion,
    result_of,
    the_criterion,
)


def client(*answers: str, weights: "tuple[float, ...] | None" = None) -> GroupResult:
    """The perspective of criteria with these answers of the coordinator."""
    return whole(*answers, weights=weights).perspectives["client"]


def whole(*answers: str, weights: "tuple[float, ...] | None" = None) -> Result:
    catalogue = a_catalogue(
        *(
            a_criterion(f"C-{number}", weight=weight)
            for number, weight in enumerate(weights or (1,) * len(answers), 1)
        )
    )
    return result_of(
        {n: {"coordinator": answer} for n, answer in zip(catalogue.by_id, answers, strict=True)},
        catalogue,
    )


def test_a_perspective_is_the_weighted_mean_of_its_criteria() -> None:
    assert client("1", "4", weights=(2, 1)).score == 2


def test_a_criterion_without_score_does_not_pull_it_down() -> None:
    assert client("4", "?", weights=(1, 5)).score == 4


def test_a_perspective_without_any_score_has_none() -> None:
    assert client("?", "x") == GroupResult("client", None, 0.0, 0, 2, provisional=True)


def test_a_perspective_in_which_nothing_applies_has_neither_score_nor_coverage() -> None:
    assert client("-", "-") == GroupResult("client", None, None, 0, 0, provisional=False)


def test_a_perspective_without_criteria_has_neither_score_nor_coverage() -> None:
    expected = GroupResult("process", None, None, 0, 0, provisional=False)

    assert whole("1").perspectives["process"] == expected


def test_what_does_not_apply_leaves_the_coverage() -> None:
    group = client("3", "-", "?")

    assert (group.scored, group.applicable, group.coverage) == (1, 2, 0.5)


@pytest.mark.parametrize(
    ("answers", "provisional"), [("333??", False), ("33???", True), ("33333", False)]
)
def test_a_score_is_provisional_below_a_coverage_of_0_6(answers: str, provisional: bool) -> None:
    assert client(*answers).provisional is provisional


def test_phases_are_scored_in_the_same_way() -> None:
    catalogue = a_catalogue(a_criterion("C-1", phase="start"), a_criterion("C-2", phase="end"))

    result = result_of({"C-1": {"coordinator": "1"}, "C-2": {"coordinator": "3"}}, catalogue)

    assert [(phase.id, phase.score) for phase in result.phases.values()] == [
        ("start", 1),
        ("end", 3),
    ]
    assert result.perspectives["client"].score == 2


def test_there_is_no_grand_total() -> None:
    assert set(vars(whole("3"))) == {
        "criteria",
        "perspectives",
        "phases",
        "floor",
        "voice_gaps",
        "discuss_first",
    }


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


@pytest.mark.parametrize(
    ("voices", "expected"),
    [
        ({"coordinator": "3", "facilitator": "2"}, False),
        ({"coordinator": "3", "mentee": "2222"}, False),
        ({"mentee": "22222"}, True),
        ({"mentee": "222", "mentor": "22"}, True),
    ],
)
def test_others_are_shown_from_the_number_alone_or_as_a_pool(
    voices: dict[str, str], expected: bool
) -> None:
    result = result_of({"C-1": voices, "C-2": {"coordinator": "1"}})

    assert result.shows_others(ORGANISATION) is expected
    assert result.criteria["C-1"].shows_others(ORGANISATION) is expected
    assert not result.criteria["C-2"].shows_others(ORGANISATION)


@pytest.mark.parametrize(
    ("criterion", "role", "expected"),
    [
        ("C-1", "mentee", True),
        ("C-1", "mentor", False),
        ("C-1", "partner", False),
        ("C-2", "mentor", False),
        ("C-2", "mentee", False),
        ("C-9", "mentee", False),
    ],
)
def test_who_is_shown_may_be_quoted_and_nobody_of_the_pool(
    criterion: str, role: str, expected: bool
) -> None:
    result = result_of(
        {
            "C-1": {"mentee": "22222", "mentor": "1111"},
            "C-2": {"mentee": "222", "mentor": "22"},
        }
    )

    assert result.may_quote(criterion, role) is expected
