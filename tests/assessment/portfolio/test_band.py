"""The field beside one's own result: of five hidden projects at least, rounded, at fixed dates."""

from datetime import date

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.portfolio.band import Band, BandEdition, band, edition_of, may_follow, of_others

LEVELS = st.lists(st.floats(0, 4), min_size=8, max_size=40)


@pytest.mark.parametrize("number", range(5))
def test_fewer_than_five_make_no_band(number: int) -> None:
    assert band([2.0] * number) is None


def test_from_five_there_is_a_median_and_from_eight_a_middle_half() -> None:
    assert band([1, 2, 2, 3, 4]) == Band(5, 2.0)
    assert band([0, 1, 1, 2, 2, 3, 3, 4]) == Band(8, 2.0, 1.0, 3.0)


@given(LEVELS)
def test_the_figures_are_those_of_numpy_rounded_to_half_a_level(levels: list[float]) -> None:
    made = band(levels)
    assert made is not None
    low, middle, high = np.quantile(levels, [0.25, 0.5, 0.75])

    for mine, theirs in ((made.low, low), (made.median, middle), (made.high, high)):
        assert mine is not None
        assert abs(mine - theirs) <= 0.25 + 1e-9
        assert mine * 2 == int(mine * 2)


@given(LEVELS, st.floats(0, 4))
def test_one_more_project_moves_a_band_by_whole_steps_only(levels: list[float], one: float) -> None:
    before, after = band(levels), band([*levels, one])
    assert before is not None
    assert after is not None

    assert ((after.median - before.median) * 2).is_integer()


@pytest.mark.parametrize(
    ("day", "edition"),
    [
        (date(2026, 1, 1), date(2026, 1, 1)),
        (date(2026, 6, 30), date(2026, 1, 1)),
        (date(2026, 7, 1), date(2026, 7, 1)),
        (date(2026, 12, 31), date(2026, 7, 1)),
    ],
)
def test_a_band_is_made_anew_twice_a_year(day: date, edition: date) -> None:
    assert edition_of(day) == edition


def an_edition(*shares: str) -> BandEdition:
    return BandEdition(date(2026, 7, 1), {}, frozenset(shares))


@pytest.mark.parametrize(
    ("former", "now", "may"),
    [
        (None, "abcde", True),
        ("abcde", "abcde", True),
        ("abcde", "abcdef", False),
        ("abcde", "abcdefghij", True),
        ("abcdef", "abcde", False),
        ("abcdefghij", "abcde", True),
        ("abcdefghij", "abcdeklmnf", False),
    ],
)
def test_an_edition_follows_when_nobody_or_five_joined_or_left(
    former: str | None, now: str, may: bool
) -> None:
    assert may_follow(None if former is None else an_edition(*former), now) == may


@pytest.mark.parametrize(
    ("made", "seen"),
    [
        (Band(5, 2.0), None),
        (Band(6, 2.0), Band(5, 2.0)),
        (Band(8, 2.0, 1.0, 3.0), Band(7, 2.0)),
        (Band(9, 2.0, 1.0, 3.0), Band(8, 2.0, 1.0, 3.0)),
    ],
)
def test_who_is_in_a_band_sees_it_when_the_others_are_enough(made: Band, seen: Band | None) -> None:
    assert of_others(made) == seen
