"""The result of an assessment: gaps, priorities, floor, perspectives and phases, by name."""

import math

import pytest

from assessment.choices import Choice
from assessment.scoring.counts import CountTable
from assessment.scoring.reader import make_frame, score_table
from assessment.scoring.results import Floor, GroupResult, Priority, Result
from tests.support.catalogues import (
    ORGANISATION,
    a_catalogue,
    a_criterion,
    result_of,
    the_criterion,
)


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
        "some_left_out",
        "voice_gaps",
        "discuss_first",
    }


def test_comments_of_an_anonymous_role_may_be_quoted_where_its_voice_is_shown() -> None:
    result = result_of({"C-1": {"mentor": "33333", "mentee": "3333"}, "C-2": {"mentor": "33"}})

    assert result.may_quote("C-1", "mentor")
    assert not result.may_quote("C-1", "mentee")
    assert not result.may_quote("C-2", "mentor")
    assert not result.may_quote("C-1", "partner")
    assert not result.may_quote("C-9", "mentor")


def test_others_are_shown_as_soon_as_one_criterion_shows_a_voice_outside_the_organisation() -> None:
    hidden = result_of({"C-1": {"coordinator": "3", "mentee": "3333"}})
    shown = result_of({"C-1": {"coordinator": "3"}, "C-2": {"mentee": "33333"}})

    assert not hidden.shows_others(ORGANISATION)
    assert shown.shows_others(ORGANISATION)
    assert not shown.criteria["C-1"].shows_others(ORGANISATION)
    assert shown.criteria["C-2"].shows_others(ORGANISATION)


def test_the_groups_of_a_frame_are_perspectives_and_then_phases() -> None:
    catalogue = a_catalogue(
        a_criterion("C-1", perspective="client", phase="end", weight=2),
        a_criterion("C-2", perspective="process", phase="start", requirement="growth"),
    )
    choices = {"C-2": Choice("C-2", requirement="minimal", target=4)}

    frame = make_frame(catalogue, choices, 6)

    assert frame.groups.tolist() == [[True, False], [False, True], [False, True], [True, False]]
    assert (frame.in_scope.tolist(), frame.minimal.tolist()) == ([False, True], [False, True])
    assert (frame.weight.tolist(), frame.target[1], frame.threshold) == ([2, 1], 4, 6)
    assert math.isnan(frame.target[0])
    assert frame.organisation.tolist() == [True, True, False, False, False]
