"""The figures of spread by the formulas alone, beside which the fast ones are laid."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from assessment.scoring import spread
from assessment.scoring.spread_fast import SpreadArrays


def by_formulas(counts: NDArray[Any]) -> SpreadArrays:
    """The figures of counts (..., levels)."""
    levels = np.moveaxis(counts.astype(np.int64), -1, 0)
    n = levels.sum(axis=0)
    with np.errstate(divide="ignore", invalid="ignore"):
        return SpreadArrays(
            n=n.astype(np.int32),
            mean=spread.mean(levels, n),
            neighbour_share=spread.neighbour_share(levels, n),
            word=spread.word(levels, n),
            consensus=spread.consensus(levels, n),
            agreement=spread.agreement(levels, n),
            sd=spread.deviation(levels, n),
            median=spread.median(levels, n),
        )


def assert_same_figures(one: SpreadArrays, other: SpreadArrays) -> None:
    """The same to the last bit, where NaN is NaN."""
    for name, values in vars(one).items():
        np.testing.assert_array_equal(values, getattr(other, name), err_msg=name)
