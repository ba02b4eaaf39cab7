"""The fast figures are those of the formulas, whatever comes together and however it is stored."""

import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assessment.scoring.spread_fast import FEW, SpreadArrays, by_bin, smallest_kind, spread
from tests.support.scoring.formulas import assert_same_figures, by_formulas

GROUPS = st.lists(st.integers(0, 40), min_size=5, max_size=5).filter(any)


@settings(max_examples=60, deadline=None)
@given(
    st.integers(0, 10**6), st.sampled_from([1, 2, 4, 40, 3_000, 10**6]), st.sampled_from([3, 5, 7])
)
def test_random_counts_have_the_figures_of_the_formulas_to_the_last_bit(
    seed: int, largest: int, width: int
) -> None:
    random = np.random.default_rng(seed)
    counts = random.integers(0, largest + 1, (4, 50, width)) * random.integers(0, 2, (4, 50, width))

    assert_same_figures(spread(counts), by_formulas(counts))


def test_every_group_that_is_looked_up_has_the_figures_of_the_formulas() -> None:
    upto = itertools.combinations_with_replacement(range(FEW + 1), 5)
    counts = np.diff(np.array(list(upto)), axis=1, prepend=0)

    assert len(counts) == 6_188
    assert_same_figures(spread(counts), by_formulas(counts))


@settings(max_examples=40, deadline=None)
@given(st.lists(GROUPS, min_size=2, max_size=30))
def test_a_group_alone_has_the_same_figures_as_among_others(groups: list[list[int]]) -> None:
    together = spread(np.array(groups))

    for number, levels in enumerate(groups):
        alone = spread(np.array(levels))
        for name, values in vars(together).items():
            assert values[number] == getattr(alone, name)


def test_groups_that_are_looked_up_have_the_figures_of_groups_that_are_calculated() -> None:
    groups = [g for g in itertools.product(range(0, FEW + 1, 3), repeat=5) if 0 < sum(g) <= FEW]

    looked_up = spread(np.array(groups))
    calculated = spread(np.array([*groups, (FEW + 1, 0, 0, 0, 0)]))

    for name, values in vars(looked_up).items():
        assert values.tolist() == getattr(calculated, name)[:-1].tolist()


@pytest.mark.parametrize("kind", [np.int8, np.uint8, np.uint16, np.int32, np.int64, np.uint64])
def test_the_kind_of_number_does_not_matter(kind: type) -> None:
    levels = np.array([100, 90, 120, 80, 127])

    assert spread(levels.astype(kind)).sd == spread(levels).sd


def test_figures_that_are_put_and_moved_are_read_where_they_belong() -> None:
    counts = np.random.default_rng(3).integers(0, 9, (2, 3, 5))
    figures = SpreadArrays.allocate((3, 2)).moved(0, 1)

    figures.put(spread(counts))

    assert_same_figures(figures.part((1, 2)), spread(counts[1, 2]))
    assert figures.take(np.array([5, 0])).n.tolist() == [figures.n[1, 2], figures.n[0, 0]]


def test_counts_by_bin_are_the_same_counts_in_small_numbers() -> None:
    counts = np.random.default_rng(4).integers(0, 90, (6, 4, 3, 8))

    stored = by_bin(counts, 6)

    np.testing.assert_array_equal(stored, counts[..., :6])
    assert stored.dtype == np.int16
    assert all(stored[..., role, bin_].flags.c_contiguous for role in range(3) for bin_ in range(6))


@pytest.mark.parametrize(
    ("largest", "terms", "kind"),
    [(1, 1, np.int8), (12, 10, np.int8), (13, 10, np.int16), (300, 200, np.int32)],
)
def test_the_smallest_numbers_that_hold_the_sum(largest: int, terms: int, kind: type) -> None:
    assert smallest_kind(np.array([0, largest]), terms) == kind


def test_no_groups_at_all_have_no_figures() -> None:
    assert spread(np.zeros((0, 3, 5), int)).agreement.shape == (0, 3)
