"""Answers as arrays of codes are counted as rows are, and nothing outside an axis is."""

import numpy as np
import pytest

from assessment.scoring.counts import BINS
from benchmarks.support.count_codes import count_codes


def test_codes_are_counted_like_rows() -> None:
    random = np.random.default_rng(1)
    shape = (70, 6, 5)
    codes = tuple(random.integers(0, size, 5000) for size in (*shape, BINS))

    counts = count_codes(shape, codes, chunk=999)

    expected = np.zeros((*shape, BINS), int)
    np.add.at(expected, codes, 1)
    assert np.array_equal(counts, expected)


@pytest.mark.parametrize("kind", [np.int8, np.uint8, np.int16, np.int64])
def test_codes_may_be_any_kind_of_whole_number(kind: type) -> None:
    codes = tuple(np.array(code, kind) for code in ([0, 99], [0, 49], [0, 3], [0, 7]))

    counts = count_codes((100, 50, 4), codes)

    assert np.argwhere(counts).tolist() == [[0, 0, 0, 0], [99, 49, 3, 7]]


def test_without_answers_all_counts_are_0() -> None:
    nothing = (np.zeros(0, np.int8),) * 4

    assert count_codes((2, 3, 4), nothing).tolist() == np.zeros((2, 3, 4, BINS)).tolist()


@pytest.mark.parametrize("axis", range(4))
@pytest.mark.parametrize("wrong", [-1, 8])
def test_a_code_outside_its_axis_is_refused(axis: int, wrong: int) -> None:
    codes = [np.array([1, 2], np.int8) for _ in range(4)]
    codes[axis][1] = wrong

    with pytest.raises(ValueError, match="outside its axis"):
        count_codes((8, 8, 8), tuple(codes))
