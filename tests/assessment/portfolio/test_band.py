"""The field beside one's own result: of five hidden projects at least, rounded, at fixed dates."""

from datetime import date

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.portfolio.band import (
    Band,
    BandEdition,
    band,
    edition_of,
    may_follow,
    next_edition,
    of_others,
)

JANUARY, JULY = date(2026, 1, 1), date(2026, 7, 1)
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


@pytest.mark.parametrize(
    ("formers", "now", "may"),
    [
        ([], "abcde", True),
        (["abcde"], "abcde", True),
        (["abcde"], "abcdef", False),
        (["abcde"], "abcdefghij", True),
        (["abcdef"], "abcde", False),
        (["abcdefghij"], "abcde", True),
        (["abcdefghij"], "abcdeklmnf", False),
        (["abcdefghij", "abcde"], "abcdefghik", False),  # beside the first: one joined, one left
    ],
)
def test_a_band_follows_when_nobody_or_five_joined_or_left_since_any_former_one(
    formers: list[str], now: str, may: bool
) -> None:
    assert may_follow([set(former) for former in formers], set(now)) == may


def levels(*shares: str, level: float = 2.0) -> dict[str, float]:
    return dict.fromkeys("".join(shares), level)


def test_every_criterion_follows_its_own_contributors() -> None:
    first = next_edition(JANUARY, {"A": levels("abcdef"), "B": levels("abcde")}, [], [])
    now = {"A": levels("abcde", level=4), "B": levels("abcdefghij", level=4)}
    second = next_edition(JULY, now, [first], [])

    assert second.bands == {"A": first.bands["A"], "B": Band(10, 4.0, 4.0, 4.0)}
    assert second.contributors == {"A": frozenset("abcdef"), "B": frozenset("abcdefghij")}


def test_a_band_of_which_too_few_are_left_is_gone() -> None:
    first = next_edition(JANUARY, {"A": levels("abcde"), "B": levels("abcd")}, [], [])

    assert set(first.bands) == {"A"}
    assert next_edition(JULY, {}, [first], []).bands == {}


def test_what_another_pool_showed_holds_a_band_back_too() -> None:
    other = next_edition(JANUARY, {"A": levels("abcde")}, [], [])

    assert next_edition(JULY, {"A": levels("abcdef")}, [], [other]).bands == {}
    assert set(next_edition(JULY, {"A": levels("abcde")}, [], [other]).bands) == {"A"}


@pytest.mark.parametrize(
    ("made", "known", "seen"),
    [
        (Band(5, 2.0), 1, None),
        (Band(6, 2.0), 1, Band(5, 2.0)),
        (Band(6, 2.0), 2, None),
        (Band(8, 2.0, 1.0, 3.0), 1, Band(7, 2.0)),
        (Band(9, 2.0, 1.0, 3.0), 1, Band(8, 2.0, 1.0, 3.0)),
        (Band(9, 2.0, 1.0, 3.0), 0, Band(9, 2.0, 1.0, 3.0)),
    ],
)
def test_who_knows_some_of_a_band_sees_it_when_the_others_are_enough(
    made: Band, known: int, seen: Band | None
) -> None:
    assert of_others(made, known) == seen


MEMBERS = st.lists(st.sets(st.integers(0, 19), max_size=20), min_size=2, max_size=6)


@given(MEMBERS, MEMBERS)
def test_no_two_bands_that_one_reader_sees_differ_by_one_to_four(
    here: list[set[int]], elsewhere: list[set[int]]
) -> None:
    """Whoever comes and goes, over any editions of two pools: each edition is made beside all before."""
    pools: tuple[list[BandEdition], list[BandEdition]] = ([], [])
    for number in range(max(len(here), len(elsewhere))):
        day = date(2026 + number, 1, 1)
        for mine, members in enumerate((here, elsewhere)):
            if number < len(members):
                found = {str(name): float(name % 5) for name in members[number]}
                made = next_edition(day, {"A": found}, pools[mine], pools[1 - mine])
                pools[mine].append(made)
    shown = [e.contributors["A"] for pool in pools for e in pool if "A" in e.bands]

    for one in shown:
        assert len(one) >= 5
        for other in shown:
            assert len(one - other) == 0 or len(one - other) >= 5
