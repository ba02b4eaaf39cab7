"""Standard errors, intervals and differences, beside scipy."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from assessment.portfolio.uncertainty import (
    BAR,
    Z95,
    Z998,
    Sample,
    bar,
    differs,
    half_width,
    standard_error,
    t_quantile,
)

SAMPLE = Sample(n=12, mean=2.5, sd=0.9, of=20)


def test_the_worked_example_of_the_method() -> None:
    assert standard_error(SAMPLE) == pytest.approx(0.169, abs=0.0005)
    assert half_width(SAMPLE) == pytest.approx(0.37, abs=0.005)


def test_the_quantiles_are_those_of_the_normal_distribution() -> None:
    assert pytest.approx(stats.norm.ppf(0.975), abs=1e-12) == Z95
    assert pytest.approx(stats.norm.ppf(0.999), abs=1e-12) == Z998
    assert pytest.approx(1.386, abs=0.0005) == BAR


@given(st.integers(1, 500), st.floats(0.51, 0.9999))
def test_the_quantile_of_student_is_that_of_scipy_to_nine_digits(
    freedom: int, share: float
) -> None:
    assert t_quantile(share, freedom) == pytest.approx(
        stats.t.ppf(share, freedom), rel=1e-9, abs=1e-9
    )


def test_half_lies_below_the_middle_and_large_groups_are_close_to_normal() -> None:
    assert t_quantile(0.5, 4) == pytest.approx(0, abs=1e-12)
    assert t_quantile(0.975, 1_000_000) == pytest.approx(Z95, abs=1e-5)


@given(st.integers(5, 60), st.floats(0, 4), st.floats(0.01, 2), st.integers(0, 100) | st.none())
def test_the_interval_is_that_of_scipy_with_the_correction(
    n: int, mean: float, sd: float, more: int | None
) -> None:
    of = None if more is None else n + more
    sample = Sample(n, mean, sd, of)
    factor = 1.0 if of is None else math.sqrt((of - n) / (of - 1))
    error = sd / math.sqrt(n) * factor
    low, high = stats.t.interval(0.95, n - 1, loc=mean, scale=error) if error else (mean, mean)

    assert standard_error(sample) == pytest.approx(error, rel=1e-12)
    assert half_width(sample) == pytest.approx((high - low) / 2, rel=1e-9, abs=1e-12)
    assert bar(sample) == pytest.approx(BAR * error, rel=1e-12)


def test_when_everybody_answered_nothing_is_uncertain() -> None:
    assert standard_error(Sample(8, 2.0, 1.0, of=8)) == 0
    assert standard_error(Sample(1, 2.0, 1.0, of=1)) == 0
    assert (
        standard_error(Sample(9, 2.0, 1.0, of=8)) == 0
    )  # more answered than there were said to be


def test_fewer_than_five_have_no_interval_and_no_bar() -> None:
    few = Sample(4, 2.0, 1.0)

    assert not few.is_shown
    assert half_width(few) is None
    assert bar(few) is None


def test_a_difference_below_one_level_is_not_named() -> None:
    error = standard_error(Sample(8, 2.4, 1.0, of=9))

    assert error == pytest.approx(0.125, abs=0.0005)
    assert Z95 * error < 0.5
    assert not differs(2.9, 2.4, error)


def test_a_difference_of_a_level_that_chance_could_give_is_not_named() -> None:
    assert not differs(3.0, 2.0, 0.4, 0.4)
    assert differs(3.0, 2.0, 0.3, 0.3)
    assert differs(3.0, 2.0)
