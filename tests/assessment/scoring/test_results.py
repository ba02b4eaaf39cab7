"""Score and coverage of perspectives and phases."""

import pytest

from assessment.scoring.results import GroupResult, Result
from tests.support.catalogues import a_catalogue, a_criterion, result_of


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
