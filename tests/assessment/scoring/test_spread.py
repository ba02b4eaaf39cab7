"""Spread: the words, the figures, and the same figures calculated slowly."""

import itertools
import math
import statistics
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from assessment.scoring import spread_fast
from assessment.scoring.spread import NO_WORD, WORDS, layer_agreement
from assessment.scoring.spread_fast import SpreadArrays
from tests.support.scoring import by_hand
from tests.support.scoring.formulas import assert_same_figures, by_formulas

GROUPS = st.lists(st.integers(0, 40), min_size=5, max_size=5).filter(any)
SMALL_GROUPS = [levels for levels in itertools.product(range(4), repeat=5) if any(levels)]


def spread(counts: NDArray[Any]) -> SpreadArrays:
    """The figures by the formulas, which are those that the product shows."""
    figures = by_formulas(counts)
    assert_same_figures(figures, spread_fast.spread(counts))
    return figures


def word(*levels: int) -> str:
    return WORDS[spread(np.array(levels)).word]


@pytest.mark.parametrize(
    ("levels", "expected"),
    [
        pytest.param((0, 0, 4, 0, 0), "too_few", id="four of one mind are too few"),
        pytest.param((0, 0, 5, 0, 0), "shared", id="five are enough"),
        pytest.param((0, 1, 0, 6, 1), "shared", id="seven of eight"),
        pytest.param((0, 1, 3, 3, 1), "shared", id="three quarters just"),
        pytest.param((0, 0, 74, 0, 26), "mostly_shared", id="just under three quarters"),
        pytest.param((2, 0, 3, 3, 2), "mostly_shared", id="six of ten"),
        pytest.param((41, 0, 59, 0, 0), "spread_out", id="just under six of ten"),
        pytest.param((1, 1, 1, 1, 1), "spread_out", id="one of each"),
        pytest.param((5, 0, 0, 0, 5), "two_camps", id="half and half"),
        pytest.param((1, 1, 0, 5, 1), "two_camps", id="a camp of just a quarter"),
        pytest.param((2, 0, 0, 7, 0), "shared", id="a camp below a quarter"),
        pytest.param((4, 0, 2, 0, 4), "spread_out", id="level 2 holds half of the smaller"),
        pytest.param((4, 0, 1, 0, 4), "two_camps", id="level 2 holds less than half"),
        pytest.param((0, 2, 0, 2, 3), "two_camps", id="two camps goes before shared"),
    ],
)
def test_the_word_follows_from_the_counts(levels: tuple[int, ...], expected: str) -> None:
    assert word(*levels) == expected


def test_the_published_example_of_van_der_eijk_has_agreement_0_611() -> None:
    found = spread(np.array([30, 40, 210, 130, 530, 50, 10]))

    assert found.agreement == pytest.approx(0.611, abs=0.0005)


def test_the_published_example_has_consensus_0_726() -> None:
    found = spread(np.array([30, 40, 210, 130, 530, 50, 10]))

    assert found.consensus == pytest.approx(0.726, abs=0.0005)


@pytest.mark.parametrize("size", [1, 7, 10_000])
@pytest.mark.parametrize("level", range(5))
def test_all_on_one_level_is_full_agreement(level: int, size: int) -> None:
    found = spread(size * np.eye(5, dtype=int)[level])

    assert (found.agreement, found.consensus, found.sd) == (1, 1, 0)


@pytest.mark.parametrize("size", [1, 3, 10_000])
def test_two_extreme_camps_have_no_agreement_at_all(size: int) -> None:
    found = spread(np.array([size, 0, 0, 0, size]))

    assert (found.agreement, found.consensus, found.sd) == (-1, 0, 2)


def test_levels_given_equally_often_have_agreement_0() -> None:
    assert spread(np.array([3, 3, 3, 3, 3])).agreement == 0


@pytest.mark.parametrize(
    ("filled", "expected"),
    [
        pytest.param("01110", 0.5, id="docs/scoring.md: one peak, three levels wide"),
        pytest.param("00110", 0.75, id="docs/scoring.md: one peak, two levels wide"),
        pytest.param("00100", 1, id="docs/scoring.md: one level"),
        pytest.param("10001", -1, id="both ends"),
        pytest.param("11111", 0, id="all levels"),
        pytest.param("00000", 1, id="nothing"),
    ],
)
def test_the_agreement_of_a_layer(filled: str, expected: float) -> None:
    assert layer_agreement(np.array([sign == "1" for sign in filled])) == expected


def test_the_example_of_the_design_has_its_figures() -> None:
    found = spread(np.array([0, 1, 3, 2, 0]))

    figures = (found.neighbour_share, found.consensus, found.agreement, found.sd, found.median)
    assert [round(float(figure), 3) for figure in figures] == [0.833, 0.774, 0.667, 0.687, 2.0]
    assert (found.n, WORDS[found.word]) == (6, "shared")


def test_the_median_of_an_even_number_is_the_mean_of_the_middle_two() -> None:
    assert spread(np.array([2, 0, 0, 0, 2])).median == 2
    assert spread(np.array([0, 3, 3, 0, 0])).median == 1.5


def test_a_group_without_answers_has_no_figures() -> None:
    found = spread(np.array([[0, 0, 0, 0, 0], [0, 0, 20, 0, 0]]))

    assert found.n[0] == 0
    assert found.word[0] == NO_WORD
    names = ("mean", "neighbour_share", "consensus", "agreement", "sd", "median")
    assert [math.isnan(getattr(found, name)[0]) for name in names] == [True] * 6


def test_no_groups_at_all_are_no_trouble() -> None:
    assert spread(np.zeros((0, 3, 5), int)).mean.shape == (0, 3)


@pytest.mark.parametrize("levels", SMALL_GROUPS[:: len(SMALL_GROUPS) // 60])
def test_small_groups_have_the_figures_calculated_by_hand(levels: tuple[int, ...]) -> None:
    _check(levels)


@settings(max_examples=150, deadline=None)
@given(GROUPS)
def test_figures_are_those_calculated_by_hand(levels: list[int]) -> None:
    _check(levels)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.integers(0, 10**6), min_size=5, max_size=5).filter(any))
def test_figures_of_a_million_answers_are_as_exact(levels: list[int]) -> None:
    found = spread(np.array(levels))

    total = sum(levels)
    mean = sum(k * number for k, number in enumerate(levels)) / total
    variance = sum(number * (k - mean) ** 2 for k, number in enumerate(levels)) / total
    assert found.mean == pytest.approx(mean, rel=1e-12)
    assert found.sd == pytest.approx(math.sqrt(variance), abs=1e-6)
    assert found.agreement == pytest.approx(by_hand.agreement(levels), abs=1e-12)


def _check(levels: "list[int] | tuple[int, ...]") -> None:
    found, given_ones = spread(np.array(levels)), by_hand.answers(levels)
    assert found.n == len(given_ones)
    assert found.mean == pytest.approx(statistics.fmean(given_ones), rel=1e-14)
    assert found.median == statistics.median(given_ones)
    assert found.sd == pytest.approx(statistics.pstdev(given_ones), abs=1e-12)
    assert found.neighbour_share == by_hand.neighbour_share(levels)
    assert found.consensus == pytest.approx(by_hand.consensus(levels), abs=1e-12)
    assert found.agreement == pytest.approx(by_hand.agreement(levels), abs=1e-12)
    assert WORDS[found.word] == by_hand.word(levels)


@settings(max_examples=60, deadline=None)
@given(GROUPS)
def test_figures_never_leave_their_scale(levels: list[int]) -> None:
    found = spread(np.array(levels))

    assert 0 <= found.mean <= 4
    assert 0 <= found.median <= 4
    assert 0 < found.neighbour_share <= 1
    assert 0 <= found.consensus <= 1
    assert -1 <= found.agreement <= 1
    assert 0 <= found.sd <= 2


@settings(max_examples=40, deadline=None)
@given(GROUPS)
def test_turning_the_scale_round_turns_only_mean_and_median(levels: list[int]) -> None:
    one, other = spread(np.array(levels)), spread(np.array(levels[::-1]))

    assert one.mean == pytest.approx(4 - other.mean, abs=1e-12)
    assert one.median == 4 - other.median
    assert one.word == other.word
    for name in ("neighbour_share", "consensus", "agreement", "sd"):
        assert getattr(one, name) == pytest.approx(getattr(other, name), abs=1e-12)


@pytest.mark.parametrize("levels", [(4, 0, 4), (3, 1, 0, 0, 2, 2, 1), (1, 0, 0, 1)])
def test_scales_of_other_lengths_work_as_well(levels: tuple[int, ...]) -> None:
    found = spread(np.array(levels))

    assert found.agreement == pytest.approx(by_hand.agreement(levels), abs=1e-12)
    assert found.consensus == pytest.approx(by_hand.consensus(levels), abs=1e-12)
    assert found.median == statistics.median(by_hand.answers(levels))
